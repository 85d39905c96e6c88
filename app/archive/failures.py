"""What SQLite and the disk say, as trouble of the user's world."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.base.errors import ArchiveError, ArchiveLocked

_READ_ONLY_ERRNO = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def told_as_archive_errors(path: Path) -> Iterator[None]:
    """Turn what the database or the disk at `path` refuses into an ArchiveError; what is a bug stays as it is."""
    try:
        yield
    except DBAPIError as error:
        raise _of_sqlite(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) or error from error
    except OSError as error:
        raise of_disk(error, path) from error


def of_disk(error: OSError, path: Path) -> ArchiveError:
    """Return the archive's trouble behind an OSError at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ArchiveError("disk-full", path=str(path))
    if error.errno in _READ_ONLY_ERRNO:
        return ArchiveError("archive-read-only", path=str(path))
    return ArchiveError("archive-unreadable", path=str(path), reason=error.strerror or str(error))


def _of_sqlite(error: BaseException | None, path: Path) -> ArchiveError | None:
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ArchiveLocked("archive-busy", path=str(path))
        case sqlite3.SQLITE_FULL:
            return ArchiveError("disk-full", path=str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ArchiveError("archive-read-only", path=str(path))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return ArchiveError("archive-damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_ERROR if str(error).startswith("no such table"):
            # Every table is made by the migrations: somebody took one away.
            return ArchiveError("archive-damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR:
            return ArchiveError("archive-unreadable", path=str(path), reason=str(error))
    return None
