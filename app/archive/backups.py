"""Copies of the database made by SQLite's own backup, and proven whole before they count."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from app.archive.failures import told_as_archive_errors
from app.base.errors import ArchiveError


def back_up(database: Path, folder: Path, *, why: str) -> Path:
    """Copy the database into `folder` and return the copy's path, `archive-TIME-why.db`.

    The copy is a whole snapshot even while others write. ArchiveError `backup-damaged` when SQLite finds a fault in it.
    """
    with told_as_archive_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        target = folder / f"archive-{stamp}-{why}.db"
        beside = target.with_suffix(".new")
        try:
            _copy(database, beside)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    return target


def faults(database: Path) -> tuple[str, ...]:
    """Return what SQLite's integrity check and foreign-key check find wrong in a database; nothing when it is whole."""
    with told_as_archive_errors(database):
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            loose = [f"{row[0]} row {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]
        finally:
            connection.close()
    return (*(text for text in found if text != "ok"), *loose)


def _copy(database: Path, target: Path) -> None:
    source = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
    finally:
        source.close()
    if wrong := faults(target):
        raise ArchiveError("backup-damaged", path=str(database), reason=wrong[0])
