"""Captured files, byte for byte, under the SHA-256 of their content: `originals/ab/abcd…`."""

import os
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.archive.failures import told_as_archive_errors
from app.base.errors import ArchiveError
from app.base.text import sha256


class Originals:
    """The folder of originals of one archive. A file is never overwritten, and read-only once it stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where the original with that SHA-256 lies, whether it is there or not."""
        return self.folder / digest[:2] / digest

    def keep(self, contents: Sequence[bytes]) -> tuple[str, ...]:
        """Keep each content and return its SHA-256; when this returns, all of them are on the disk for good.

        Each goes to a temporary file on the same volume, is flushed to the device and renamed; then every folder that got
        a name is flushed once. ArchiveError when the disk is full or cannot be written, `original-damaged` when a file of
        that name holds something else.
        """
        with told_as_archive_errors(self.folder):
            touched: set[Path] = set()
            digests = tuple(self._keep_one(content, touched) for content in contents)
            for folder in touched:
                flush_folder(folder)
            return digests

    def _keep_one(self, content: bytes, touched: set[Path]) -> str:
        digest = sha256(content)
        target = self.path(digest)
        if target.exists():
            if sha256(target.read_bytes()) != digest:
                raise ArchiveError("original-damaged", path=str(target))
            # An earlier run may have ended between the rename and the flush of its folder.
            touched.add(target.parent)
            return digest
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            touched.update((self.folder, self.folder.parent))
        beside = target.with_name(f".{digest[:16]}.{uuid.uuid4().hex}.new")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(0o444)
            os.replace(beside, target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        touched.add(target.parent)
        return digest

    def read(self, digest: str) -> bytes:
        """Return an original's bytes; ArchiveError when it is missing or is not what was kept."""
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise ArchiveError("original-missing", path=str(path)) from error
        except OSError as error:
            raise ArchiveError("archive-unreadable", path=str(path), reason=error.strerror or str(error)) from error
        if sha256(content) != digest:
            raise ArchiveError("original-damaged", path=str(path))
        return content

    def all(self) -> Iterator[Path]:
        """Give the path of each kept file."""
        yield from (path for path in sorted(self.folder.glob("??/*")) if not path.name.startswith("."))

    def sweep(self) -> int:
        """Remove what broken-off writes left behind and return how many files that were; only under the write lock."""
        left = list(self.folder.glob("??/.*.new"))
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


def flush_folder(folder: Path) -> None:
    """Flush a folder's names to the device; Windows has no such call and needs none (NTFS journals names)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
