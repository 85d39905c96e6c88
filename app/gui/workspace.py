"""The open archive: query on top, then filters, results and reader side by side, and the import below them."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.base.errors import PressmarkError, QueryError
from app.gui import tokens
from app.gui.chips import ChipRow
from app.gui.desk import Desk
from app.gui.facet_panel import FacetPanel
from app.gui.import_panel import ImportPanel
from app.gui.query_bar import QueryBar
from app.gui.reader import Reader
from app.gui.result_pane import ResultPane
from app.gui.selection import Selection
from app.gui.tokens import Colours
from app.index.query import Sort
from app.workflows.views import Found


class Workspace(QWidget):
    """Connects the panes with the desk. `problem` carries an error that no pane shows."""

    problem = Signal(object)
    import_wanted = Signal()

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.query = QueryBar(colours)
        self.chips = ChipRow()
        self.facets = FacetPanel(colours)
        self.results = ResultPane(colours)
        self.reader = Reader(desk, colours)
        self.imports = ImportPanel()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self.facets, self.results, self.reader):
            self.splitter.addWidget(pane)
        self.splitter.setSizes([tokens.FACETS_WIDTH, tokens.RESULTS_WIDTH, 756])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.query, self.chips):
            column.addWidget(part)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.imports)
        self._connect()

    def _connect(self) -> None:
        desk = self._desk
        self.query.search_wanted.connect(self._search_words)
        self.query.sort_chosen.connect(self._sort)
        self.query.import_clicked.connect(self.import_wanted.emit)
        self.query.down.connect(lambda: self.results.list.setFocus())
        self.chips.narrowed.connect(desk.search)
        self.facets.narrowed.connect(desk.search)
        self.results.narrowed.connect(desk.search)
        self.results.search_wanted.connect(self.search_for)
        self.results.import_wanted.connect(self.import_wanted.emit)
        self.results.list.results.page_wanted.connect(desk.fetch_page)
        self.results.list.article_chosen.connect(desk.read)
        self.results.list.article_opened.connect(lambda _: self.reader.article.setFocus())
        desk.found.connect(self._found)
        desk.found_again.connect(self._found_again)
        desk.page_found.connect(self.results.list.add_page)
        desk.search_failed.connect(self._search_failed)

    def begin(self) -> None:
        """Show an archive that was just opened: all its articles."""
        self.query.field.clear()
        self.reader.clear_article()
        self._desk.search(Selection())
        self.query.field.setFocus()

    def search_for(self, text: str) -> None:
        """Search for a text as if it had been typed."""
        self.query.field.setText(text)
        self._search_words(text, False)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes round."""
        reading = self.reader.article if self.reader.view is not None else self.results.list
        return (self.query.field, self.facets.dates.histogram, self.results.list, reading)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        for part in (self.query, self.facets, self.results, self.reader):
            part.dress(colours)

    def _search_words(self, text: str, typing: bool) -> None:
        self._desk.search(replace(self._desk.selection, text=text), typing=typing)

    def _sort(self, order: Sort) -> None:
        self._desk.search(replace(self._desk.selection, sort=order))

    def _found(self, selection: Selection, found: Found) -> None:
        label = self._desk.label
        self.chips.show_selection(selection, label)
        self.chips.show_found(found)
        self.facets.show_counts(selection, found)
        self.results.show_found(selection, found, label, archive_empty=self._desk.article_count() == 0)
        if not found.results.total:
            self.reader.clear_article()

    def _found_again(self, selection: Selection, found: Found) -> None:
        self.chips.show_selection(selection, self._desk.label)
        self.chips.show_found(found)
        self.facets.show_counts(selection, found)
        self.results.list.renew_results(found)

    def _search_failed(self, error: PressmarkError) -> None:
        if isinstance(error, QueryError):
            self.chips.show_problem(error)
        else:
            self.problem.emit(error)
