"""Numbered steps from one form of `archive.db` to the next, on `PRAGMA user_version`.

All pending steps run in one transaction after a backup, so that a failed step leaves the archive as it was. A step is a
frozen file of SQL, `resources/migrations/NNNN.sql`: it must never follow later changes of the tables in `app.model`.
"""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from app.archive.backups import back_up
from app.archive.database import APPLICATION_ID
from app.archive.failures import told_as_archive_errors
from app.base.errors import ArchiveError
from app.base.paths import resource


def steps() -> tuple[str, ...]:
    """Return the SQL of all steps in order; step n brings an archive of version n - 1 to version n."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(resource("migrations").glob("[0-9]*.sql")))


def version_of(path: Path) -> int:
    """Return the version of the archive's database at `path`; ArchiveError when it is not one of Pressmark's."""
    with told_as_archive_errors(path):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            application: int = connection.execute("PRAGMA application_id").fetchone()[0]
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if application != APPLICATION_ID:
        raise ArchiveError("archive-foreign", path=str(path))
    return version


def migrate(path: Path, *, backups: Path, steps: Sequence[str]) -> int:
    """Bring the database at `path` to the last step and return its version; a backup is made before anything changes.

    The caller holds the write lock. ArchiveError `archive-newer` when the database is of a later version than that.
    """
    version = version_of(path)
    if version > len(steps):
        raise ArchiveError("archive-newer", path=str(path), version=version, known=len(steps))
    if version < len(steps):
        back_up(path, backups, why=f"before-version-{len(steps)}")
        with told_as_archive_errors(path):
            apply_steps(path, steps[version:], version=len(steps))
    return len(steps)


def apply_steps(path: Path, pending: Sequence[str], *, version: int) -> None:
    """Run the steps in one transaction that also sets the version; the database stays as it was when one fails."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for step in pending:
                for statement in _statements(step):
                    connection.execute(statement)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise ArchiveError("migration-broken", path=str(path), rows=len(broken))
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={version}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    finally:
        connection.close()


def _statements(step: str) -> list[str]:
    return [s for s in (part.strip() for part in re.split(r";\s*\n", step)) if s.strip(";")]
