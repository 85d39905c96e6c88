"""An archive that is open for work: with its index and the names that search applies."""

from collections.abc import Collection
from pathlib import Path
from types import TracebackType

from app.archive import Archive
from app.base.errors import ArchiveError
from app.base.progress import CancelToken, Report, silent
from app.index import ArticleIndex, IndexUnusable
from app.workflows import catch_up
from app.workflows.names import ArchiveNames

FEW = 2_000
"""So many records are renewed one by one; of more all are read again."""


class Library:
    """The archive, its index and its names. `refresh` after every change that search is to show."""

    def __init__(self, archive: Archive, index: ArticleIndex) -> None:
        self.archive = archive
        self.index = index
        self.names = self._load_names()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        report: Report = silent,
        cancel: CancelToken | None = None,
    ) -> "Library":
        """Return the archive in `folder`, its index caught up or made again.

        With `create`, a folder without an archive gets one. ArchiveError when it cannot be opened.
        """
        archive = _open_archive(folder, create=create, read_only=read_only)
        try:
            return cls(archive, catch_up.open_index(archive, report=report, cancel=cancel))
        except BaseException:
            archive.close()
            raise

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close index and archive; the folder can then be read from read-only media."""
        self.index.close()
        self.archive.close()

    def pending(self) -> int:
        """Return how many changes the index has yet to take in."""
        return catch_up.pending(self.archive, self.index)

    def take_in(self) -> bool:
        """Take changes into the index while it is searched, and return whether that was enough; if not, `refresh` makes it anew."""
        try:
            catch_up.catch_up(self.archive, self.index)
        except IndexUnusable:
            return False
        return True

    def refresh(self, *, report: Report = silent, cancel: CancelToken | None = None) -> None:
        """Bring index and names up to the database as it is now."""
        self.index = catch_up.brought_up(self.archive, self.index, report=report, cancel=cancel)
        self.names = self._load_names()

    def renew_names(self, records: Collection[int] | None = None) -> None:
        """See the names as they are now, of some records alone where these are told.

        What was renamed or merged is found so at once, before the index has caught up.
        """
        if records is None or len(records) > FEW:
            self.names = self._load_names()
            return
        with self.archive.reading() as session:
            self.names = self.names.with_records(session, records)

    def reread(self) -> None:
        """See what another process did to the archive and its index; nothing is written."""
        if not self.index.is_current():
            self.index.close()
            self.index = catch_up.open_index(self.archive)
        self.index.refresh()
        self.names = self._load_names()

    def _load_names(self) -> ArchiveNames:
        with self.archive.reading() as session:
            return ArchiveNames(session)


def _open_archive(folder: Path, *, create: bool, read_only: bool) -> Archive:
    try:
        return Archive.open(folder, read_only=read_only)
    except ArchiveError as error:
        if create and not read_only and error.code == "archive-missing":
            return Archive.create(folder)
        raise
