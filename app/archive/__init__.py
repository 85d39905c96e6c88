"""One archive on disk: its database, originals, change log, lock and backups."""

from app.archive.archive import Archive
from app.archive.changes import ChangeOp, record_change
from app.archive.originals import Originals

__all__ = ["Archive", "ChangeOp", "Originals", "record_change"]
