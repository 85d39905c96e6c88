"""The open archive as the window works with it: search in one thread, short work in another, answers by signal.

Nothing here is shown; the window's parts connect to the signals before they ask.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.base.progress import CancelToken
from app.base.spans import Span
from app.citation import Payload
from app.gui.lanes import Failed, Lane
from app.gui.selection import Selection
from app.index.query import FacetName, Query
from app.workflows import quote
from app.workflows.citing import cite
from app.workflows.decisions import Decision, decision
from app.workflows.excerpts import release
from app.workflows.find import find, label
from app.workflows.library import Library
from app.workflows.publications import PublicationView, describe_publication, publications
from app.workflows.quoting import HandedOut, QuoteRequest
from app.workflows.read import hits, read_article
from app.workflows.striking import strike
from app.workflows.trims import trims
from app.workflows.views import ArticleView, Found

T = TypeVar("T")
Done = Callable[[T], None]
PAGE = 50


class Desk(QObject):
    """One archive at a time. All methods are for the window's thread and return at once."""

    opened = Signal()
    closed = Signal()
    searching = Signal()
    found = Signal(object, object)
    """(Selection, Found)"""
    found_again = Signal(object, object)
    """The same for a search that was done again after a change: nobody asked for other articles."""
    search_failed = Signal(object)
    page_found = Signal(int, object)
    """(offset, tuple of ResultRow)"""
    article_read = Signal(object, object)
    """(ArticleView, tuple of Span of what the query matched)"""
    article_renewed = Signal(object)
    measured = Signal(object)
    trimmed = Signal(object)
    released = Signal(int)
    settled = Signal()
    decided = Signal(object)
    """A tuple of Decision on names or records that was just made."""
    publications_read = Signal(object)
    failed = Signal(object)
    """A PressmarkError of a job that has no signal of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._search = Lane("search", self)
        self._work = Lane("work", self)
        self._long = Lane("long", self)
        self._names = Lane("names", self)
        self._index = Lane("index", self)
        self.selection = Selection()
        self._shown: Selection | None = None

    @property
    def folder(self) -> Path | None:
        """Return the folder of the open archive, None while none is open."""
        return self._library.archive.folder if self._library else None

    @property
    def read_only(self) -> bool:
        """Return whether the open archive cannot be written."""
        return self._library is not None and self._library.archive.read_only

    def open(self, folder: Path, *, create: bool = False) -> None:
        """Open the archive in `folder` in place of the one that is open; `opened` or `failed` follows."""
        self._search.run(
            lambda cancel: Library.open(folder, create=create, cancel=cancel), done=self._opened, failed=self.failed.emit
        )

    def use(self, library: Library) -> None:
        """Work with a library that is open already; it is closed with the desk."""
        self._opened(library)

    def close(self) -> None:
        """End all work and close the archive."""
        self._search.close()
        self._work.close()
        self._long.close()
        self._names.close()
        self._index.close()
        if self._library is not None:
            self._library.close()
            self._library = None

    def busy(self) -> bool:
        """Return whether an answer is still to come."""
        return any(lane.busy() for lane in (self._search, self._work, self._long, self._names, self._index))

    def _opened(self, library: Library) -> None:
        for lane in (self._long, self._names, self._index):
            lane.drop_all()
        if self._library is not None:
            self._library.close()
        self._library = library
        self.selection = Selection()
        self.opened.emit()
        self.read_publications()

    def search(self, selection: Selection, *, typing: bool = False) -> None:
        """Search; `found` or `search_failed` follows, unless another search comes first."""
        self.selection = selection
        self.searching.emit()
        self._find(selection, self._found, typing=typing)
        self._search.drop("page")

    def _find(self, selection: Selection, done: Callable[[Selection, Found], None], *, typing: bool = False) -> None:
        query = selection.query(typing=typing, limit=PAGE)
        self._search.run(
            lambda cancel: find(self._open_library(), query, cancel=cancel),
            done=lambda answer: done(selection, answer), failed=self.search_failed.emit, key="search",
        )  # fmt: skip

    def _found(self, selection: Selection, answer: Found) -> None:
        self._shown = selection
        self.found.emit(selection, answer)

    def fetch_page(self, offset: int) -> None:
        """Fetch rows of the results that are shown, from `offset` on; `page_found` follows."""
        if self._shown is None:
            return
        query = self._shown.query(limit=PAGE, offset=offset, counted=())

        def done(answer: Found) -> None:
            self.page_found.emit(offset, answer.rows)

        self._search.run(
            lambda cancel: find(self._open_library(), query, cancel=cancel), done=done, failed=self.failed.emit, key="page"
        )

    def query_of_results(self, limit: int) -> Query:
        """Return the query that the shown results answer, for so many of them and without counts."""
        return (self._shown or self.selection).query(limit=limit, counted=())

    def reread(self) -> None:
        """See what an import did, and search again."""
        self._search.run(
            lambda _: self._open_library().reread(), done=lambda _: self.search(self.selection), failed=self.failed.emit
        )

    def read(self, article_id: int) -> None:
        """Read one article with the passages that the shown results matched; `article_read` follows."""
        query = (self._shown or self.selection).query(typing=True)

        def job(_: CancelToken) -> tuple[ArticleView, tuple[Span, ...]]:
            library = self._open_library()
            view = read_article(library, article_id)
            return view, hits(library, query, view)

        self._do(job, lambda answer: self.article_read.emit(*answer), key="read")

    def renew(self, article_id: int) -> None:
        """Read the facts of the article that is shown again; `article_renewed` follows."""
        self._do(lambda _: read_article(self._open_library(), article_id), self.article_renewed.emit, key="renew")

    def measure(self, request: QuoteRequest) -> None:
        """Ask what the terms say to a passage; `measured` follows, unless another passage comes first."""
        self._do(lambda _: quote.measure(self._open_library(), request), self.measured.emit, key="measure")

    def trim(self, request: QuoteRequest) -> None:
        """Look for shorter passages that are allowed; `trimmed` follows with a tuple of Trim, empty where not even a word is."""
        self._do(lambda _: trims(self._open_library(), request), self.trimmed.emit, key="trim")

    def hand_out(self, request: QuoteRequest, *, done: Callable[[HandedOut], None], failed: Failed) -> None:
        """Hand out a passage: `done` gets the payload, or the refusal; `failed` what is wrong with the request."""
        self._work.run(lambda _: quote.hand_out(self._open_library(), request), done=done, failed=failed)

    def hand_out_now(self, request: QuoteRequest) -> HandedOut:
        """Hand out a passage and wait for it: for a drag, which begins at once or not at all. PressmarkError as `hand_out`."""
        return quote.hand_out(self._open_library(), request)

    def cite(self, article_id: int, style: str, *, done: Callable[[Payload], None]) -> None:
        """Make the reference to an article: `done` gets it in all flavours."""
        self._do(lambda _: cite(self._open_library(), [article_id], style)[0], done)

    def describe_publication(self, described: PublicationView) -> None:
        """Keep what is said of a publication; `publications_read` follows."""
        self._do(lambda _: describe_publication(self._open_library(), described), lambda _: self.read_publications())

    def strike(self, article_id: int, numbers: Sequence[int], *, counted: bool) -> None:
        """Strike paragraphs out of what is counted as an article's text, or count them again; `article_renewed` follows."""
        self._do(lambda _: strike(self._open_library(), article_id, numbers, counted=counted), lambda _: self.renew(article_id))

    def release(self, excerpt_id: int) -> None:
        """Give an excerpt back; `released` follows."""
        self._do(lambda _: release(self._open_library(), excerpt_id), lambda _: self.released.emit(excerpt_id))

    def change_terms(self, article_id: int, job: Callable[[Library], int], *, done: Done[int], failed: Failed) -> None:
        """Change an article's terms and those of its source: `done` gets of how many articles; reader and results follow."""

        def changed(count: int) -> None:
            self.renew(article_id)
            self._search.run(
                lambda _: self._open_library().refresh(),
                done=lambda _: self._find(self.selection, self.found_again.emit),
                failed=self.failed.emit,
            )
            done(count)

        # Thousands of articles can share a notice: reading and quoting go on meanwhile.
        self._long.run(lambda _: job(self._open_library()), done=changed, failed=failed)

    def decide(self, job: Callable[[Library], Sequence[int]], *, done: Done[tuple[Decision, ...]], failed: Failed) -> None:
        """Make decisions on names or records: `done` and `decided` follow; search is right then, the index follows in the background."""

        def made(found: tuple[Decision, ...]) -> None:
            done(found)
            self.decided.emit(found)
            self._find_again()
            self.take_in()

        def decisions(library: Library) -> tuple[Decision, ...]:
            return tuple(decision(library, number) for number in job(library))

        self._work.run(lambda _: decisions(self._open_library()), done=made, failed=failed)

    def take_in(self) -> None:
        """Have the index take in what changed while search goes on, and search again then."""

        def taken(enough: bool) -> None:
            if enough:
                self._find_again()
                return
            self._search.run(
                lambda _: self._open_library().refresh(),
                done=lambda _: self._find_again(), failed=self.failed.emit,
            )  # fmt: skip

        self._index.run(lambda _: self._open_library().take_in(), done=taken, failed=self.failed.emit, key="take in")

    def _find_again(self) -> None:
        """Search again for what is shown; where another search is under way, for that."""
        shown = self._shown == self.selection
        self._find(self.selection, self.found_again.emit if shown else self._found)

    def follow_names(self) -> None:
        """See what names and records are after they were changed in bulk: search, index, reader and lists follow."""

        def renewed(_: object) -> None:
            self.decided.emit(())
            self.take_in()

        self._work.run(lambda _: self._open_library().renew_names(), done=renewed, failed=self.failed.emit)

    def ask_names(self, job: Callable[[Library], T], *, done: Done[T], failed: Failed, key: str = "") -> None:
        """Ask the open archive about its records, beside all else; a later question with the same key takes an earlier one's place."""
        self._names.run(lambda _: job(self._open_library()), done=done, failed=failed, key=key)

    def settle(self, job: Callable[[Library], object], *, done: Callable[[], None], failed: Failed) -> None:
        """Record what became of an excerpt; `done` and `settled` follow."""

        def settled(_: object) -> None:
            done()
            self.settled.emit()

        self._work.run(lambda _: job(self._open_library()), done=settled, failed=failed)

    def ask(
        self, job: Callable[[Library, CancelToken], T], *, done: Done[T], failed: Failed, key: str = "", long: bool = False
    ) -> None:
        """Ask the open archive anything: `done` gets the answer. A later question with the same key takes an earlier one's place.

        What is `long` is done beside the short work, so that reading and quoting never wait for it.
        """
        lane = self._long if long else self._work
        lane.run(lambda cancel: job(self._open_library(), cancel), done=done, failed=failed, key=key)

    def drop(self, key: str) -> None:
        """Stop a long job that was asked for with this key; its answer will not come."""
        self._long.drop(key)

    def read_publications(self) -> None:
        """Read the publications; `publications_read` follows with a tuple of PublicationView."""
        self._do(lambda _: publications(self._open_library()), self.publications_read.emit, key="publications")

    def label(self, facet: FacetName, value: str) -> str:
        """Return the text to show for a facet's value."""
        return label(self._open_library().names, facet, value)

    def article_count(self) -> int:
        """Return how many articles the archive holds."""
        return self._open_library().archive.article_count()

    def _do(self, job: Callable[[CancelToken], T], done: Callable[[T], None], *, key: str = "") -> None:
        self._work.run(job, done=done, failed=self.failed.emit, key=key)

    def _open_library(self) -> Library:
        if self._library is None:
            raise RuntimeError("no archive is open")
        return self._library
