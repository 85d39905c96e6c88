"""Connections to `archive.db`: what each is told at its start, and how each transaction begins.

Python's `sqlite3` opens transactions by itself, and not before schema changes, so that a failed migration would stay half
applied. Here it is told never to (`isolation_level=None`), and every transaction starts with an explicit BEGIN.
"""

import sqlite3
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

Begin = Literal["BEGIN", "BEGIN IMMEDIATE"]

APPLICATION_ID = 0x50524D4B
"""`PRMK`, in the header of every archive's database (https://sqlite.org/pragma.html#pragma_application_id)."""

BUSY_MS = 10_000

EVERY_CONNECTION = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)
EVERY_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


def engine_for(path: Path, *, begin: Begin, read_only: bool = False) -> Engine:
    """Return an engine on the database at `path` whose transactions start with `begin`; nothing is opened yet.

    A read-only engine never makes a file and works on media that cannot be written.
    """

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rw"
        uri = f"file:{quote(str(path))}?mode={mode}"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=16)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: Any) -> None:
        for statement in EVERY_CONNECTION if read_only else (*EVERY_CONNECTION, *EVERY_WRITER):
            connection.execute(statement)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def leave_wal(path: Path) -> bool:
    """Fold the write-ahead log into the database and return whether that worked; it cannot while others have it open."""
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            mode: str = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return mode == "delete"
