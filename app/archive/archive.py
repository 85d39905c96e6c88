"""One archive, open: a folder with `archive.db`, `originals/` and `backups/`."""

import errno
import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType

from sqlmodel import Session, select

from app import __version__
from app.archive import changes, migrations
from app.archive.database import engine_for, leave_wal
from app.archive.failures import told_as_archive_errors
from app.archive.lock import WAIT_S, write_lock
from app.archive.originals import Originals, flush_folder
from app.base.clock import utc_now
from app.base.errors import ArchiveError
from app.base.paths import cache_dir
from app.base.text import sha256
from app.model.tables import Meta

DATABASE_NAME = "archive.db"


class Archive:
    """The truth about articles: rows in SQLite, and the original files. Make one with `create` or `open`.

    Sessions may be taken from any thread. `read_only` archives give no transactions that write.
    """

    def __init__(self, folder: Path, database: Path, *, read_only: bool) -> None:
        self.folder = folder
        self.database = database
        self.read_only = read_only
        self.originals = Originals(folder / "originals")
        self.backups = folder / "backups"
        self._reader = engine_for(database, begin="BEGIN", read_only=read_only)
        self._writer = engine_for(database, begin="BEGIN IMMEDIATE", read_only=read_only)
        with self.reading() as session:
            self.uid = session.exec(select(Meta.value).where(Meta.key == "uid")).one()

    @classmethod
    def create(cls, folder: Path) -> "Archive":
        """Make an archive in `folder`, which is made too, and return it open.

        ArchiveError `archive-exists` where there is one, `archive-folder-used` where other files lie.
        """
        with told_as_archive_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _refuse_used(folder)
        with write_lock(folder, "Creating an archive"):
            if (folder / DATABASE_NAME).exists():
                raise ArchiveError("archive-exists", path=str(folder))
            with told_as_archive_errors(folder):
                (folder / "originals").mkdir(exist_ok=True)
                (folder / "backups").mkdir(exist_ok=True)
                _make_database(folder / DATABASE_NAME)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> "Archive":
        """Return the archive in `folder`, brought to this version's form.

        On media that cannot be written it is opened for reading only. ArchiveError `archive-missing`, `archive-foreign`,
        `archive-newer`, `archive-damaged`.
        """
        database = folder / DATABASE_NAME
        if not database.is_file():
            raise ArchiveError("archive-missing", path=str(folder))
        read_only = read_only or not _writable(folder)
        with told_as_archive_errors(database):
            if read_only:
                return cls._open_for_reading(folder, database)
            steps = migrations.steps()
            if migrations.version_of(database) != len(steps):
                with write_lock(folder, "Bringing the archive to this version"):
                    migrations.migrate(database, backups=folder / "backups", steps=steps)
            return cls(folder, database, read_only=False)

    @classmethod
    def _open_for_reading(cls, folder: Path, database: Path) -> "Archive":
        wal = database.with_name(f"{DATABASE_NAME}-wal")
        if wal.exists() and wal.stat().st_size and not _writable(folder):
            # A log cannot be read in where nothing can be written, and SQLite's `immutable` would leave it out.
            database = _copied_to_cache(database, wal)
        version = migrations.version_of(database)
        if version != len(migrations.steps()):
            code = "archive-newer" if version > len(migrations.steps()) else "archive-older-read-only"
            raise ArchiveError(code, path=str(folder), version=version, known=len(migrations.steps()))
        return cls(folder, database, read_only=True)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all connections; the last to leave folds the log in, so that the folder can be read from read-only media."""
        self._reader.dispose()
        self._writer.dispose()
        if not self.read_only:
            leave_wal(self.database)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on one snapshot of the database, for reading."""
        with told_as_archive_errors(self.database), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session that writes: it commits at the end of the block, or leaves nothing behind when that fails.

        It starts with BEGIN IMMEDIATE; keep it short, and compute before it. ArchiveError `archive-read-only`, `disk-full`.
        """
        if self.read_only:
            raise ArchiveError("archive-read-only", path=str(self.folder))
        session = Session(self._writer, expire_on_commit=False)
        with told_as_archive_errors(self.database), session, session.begin():
            yield session

    def write_lock(self, holder: str, *, wait_s: float = WAIT_S) -> AbstractContextManager[None]:
        """Hold the archive's write lock for a batch; ArchiveLocked with the holder's name after `wait_s` seconds."""
        if self.read_only:
            raise ArchiveError("archive-read-only", path=str(self.folder))
        return write_lock(self.folder, holder, wait_s=wait_s)

    def last_seq(self) -> int:
        """Return the number of the last change, 0 when there is none."""
        with self.reading() as session:
            return changes.last_seq(session)

    def article_count(self) -> int:
        """Return how many articles the archive holds."""
        with self.reading() as session:
            return changes.article_count(session)


def _refuse_used(folder: Path) -> None:
    if (folder / DATABASE_NAME).exists():
        raise ArchiveError("archive-exists", path=str(folder))
    ours = {"originals", "backups", "archive.lock", "archive.lock.holder", f"{DATABASE_NAME}.new"}
    foreign = sorted(path.name for path in folder.iterdir() if path.name not in ours)
    if foreign:
        raise ArchiveError("archive-folder-used", path=str(folder), name=foreign[0])


def _make_database(path: Path) -> None:
    """Write the database beside and rename it, so that an archive is there whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    steps = migrations.steps()
    migrations.apply_steps(beside, steps, version=len(steps))
    now = utc_now()
    facts = {"uid": str(uuid.uuid4()), "created_at": now, "created_by": f"pressmark {__version__}"}
    connection = sqlite3.connect(beside)
    with connection:
        connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", facts.items())
    connection.close()
    os.replace(beside, path)
    flush_folder(path.parent)


def _writable(folder: Path) -> bool:
    probe = folder / f".write-probe-{uuid.uuid4().hex}"
    try:
        probe.touch()
    except OSError as error:
        # A full disk is no read-only medium: reading goes on, and a write says what is wrong.
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    probe.unlink(missing_ok=True)
    return True


def _copied_to_cache(database: Path, wal: Path) -> Path:
    target = cache_dir() / "read-only" / sha256(str(database.absolute()))[:32]
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in (database, wal):
        shutil.copyfile(path, target / path.name)
    leave_wal(target / database.name)
    return target / database.name
