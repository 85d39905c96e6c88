"""The results, or why there are none and what may help."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.gui.chips import Label
from app.gui.empty_page import EmptyPage, Offer
from app.gui.result_list import ResultList
from app.gui.selection import Selection
from app.gui.tokens import Colours
from app.gui.wording import counted
from app.workflows.views import Found


class ResultPane(QStackedWidget):
    """The list of results with its empty states. `search_wanted` carries another spelling, `narrowed` another selection."""

    search_wanted = Signal(str)
    narrowed = Signal(object)
    import_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ResultList(colours)
        self._empty = EmptyPage()
        self.addWidget(self.list)
        self.addWidget(self._empty)
        self.setMinimumWidth(240)

    def show_found(self, selection: Selection, found: Found, label: Label, *, archive_empty: bool) -> None:
        """Show an answer."""
        self.list.show_results(found)
        if found.results.total:
            self.setCurrentWidget(self.list)
            return
        if archive_empty:
            self._empty.say(
                self.tr("This archive holds no articles yet. Import files, or drop them here."),
                [(self.tr("Import files…"), self.import_wanted.emit)],
            )
        else:
            self._empty.say(self._nothing(selection, found), self._offers(selection, found, label))
        self.setCurrentWidget(self._empty)

    def _nothing(self, selection: Selection, found: Found) -> str:
        words = (
            self.tr("No article matches “{0}”.").format(selection.text) if selection.text else self.tr("No article matches.")
        )
        pending = found.results.pending
        return f"{words}\n{counted(pending, 'article is', 'articles are')} not yet searchable." if pending else words

    def _offers(self, selection: Selection, found: Found, label: Label) -> list[Offer]:
        offers: list[Offer] = [
            (
                self.tr("Did you mean “{0}”? ({1})").format(s.text, f"{s.count:,}"),
                partial(self.search_wanted.emit, s.text),
            )
            for s in found.results.suggestions
        ]
        for facet, value, _ in selection.chosen():
            without = selection.without(facet, value)
            offers.append((self.tr("Without {0}").format(label(facet, value)), partial(self.narrowed.emit, without)))
        if selection.first or selection.last or selection.undated:
            offers.append((self.tr("At any date"), lambda: self.narrowed.emit(selection.dated(None, None))))
        return offers

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.list.dress(colours)
