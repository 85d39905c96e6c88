"""The write lock of an archive: held for a batch or an edit, never while the archive is merely open."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from app.archive.failures import told_as_archive_errors
from app.base.errors import ArchiveLocked

LOCK_NAME = "archive.lock"
HOLDER_NAME = "archive.lock.holder"
WAIT_S = 10.0


@contextmanager
def write_lock(folder: Path, holder: str, *, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the write lock of the archive in `folder`; ArchiveLocked with the holder's name after `wait_s` seconds.

    The lock is the system's own, so that it ends with its process however that ends.
    """
    lock = FileLock(folder / LOCK_NAME, thread_local=False)
    with told_as_archive_errors(folder):
        try:
            lock.acquire(timeout=wait_s)
        except Timeout as error:
            raise ArchiveLocked("archive-locked", holder=_holder(folder)) from error
    try:
        with told_as_archive_errors(folder):
            text = f"{holder} (process {os.getpid()} on {socket.gethostname()})"
            (folder / HOLDER_NAME).write_text(text, encoding="utf-8")
        yield
    finally:
        (folder / HOLDER_NAME).unlink(missing_ok=True)
        lock.release()


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER_NAME).read_text(encoding="utf-8", errors="replace") or "another program"
    except OSError:
        return "another program"
