"""The right side of a draft's window: passages, sums by article, and what is said where there are none."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.gui.empty_page import EmptyPage
from app.gui.finding_list import FindingList
from app.gui.finding_model import finding_of
from app.gui.parts import ROW_HEIGHT, as_rows, label
from app.gui.source_model import SourceModel
from app.gui.style import restyle
from app.gui.tokens import Colours
from app.gui.wording import counted
from app.messages.drafts import count_words
from app.workflows.check_draft import DraftReport

PATIENCE_MS = 200
MOST_ROWS = 4


class DraftFindings(QStackedWidget):
    """Shows a report, or one sentence in its place. `open_wanted` when a file is wanted."""

    open_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyPage()
        self.summary = label(bold=True, wrap=True)
        self.summary.setContentsMargins(18, 12, 18, 12)
        self.list = FindingList(colours)
        self.sources = SourceModel(colours, self)
        self.table = self._table()
        self._found = QWidget()
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(self.table)
        for page in (self._empty, self._found):
            self.addWidget(page)
        self.setMinimumWidth(520)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._say_running)
        self._articles = 0
        self.show_begin()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("What the draft takes from each article"))
        table.setModel(self.sources)
        as_rows(table, several=True)
        table.setColumnWidth(1, 298)
        table.setColumnWidth(2, 96)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def show_begin(self) -> None:
        """Say what can be done here."""
        self._say(
            self.tr("Paste a draft at the left, or open one.\nThen Check finds what it takes from this archive."), openable=True
        )

    def show_running(self, articles: int) -> None:
        """Say that the draft is being compared, when that takes a while."""
        self._articles = articles
        self._patience.start()

    def _say_running(self) -> None:
        self._say(self.tr("Comparing the draft with {0} …").format(counted(self._articles, "article", "articles")))

    def show_stopped(self) -> None:
        """Say that the check was stopped."""
        self._say(self.tr("Stopped. Nothing was found out."))

    def show_report(self, report: DraftReport, text: str) -> None:
        """Show what was found in a draft's text."""
        self._patience.stop()
        if not report.quotes:
            self._say(self.tr("Nothing in this draft stands in the archive."))
            return
        self.list.findings.show(tuple(finding_of(number, quote, text) for number, quote in enumerate(report.quotes, 1)))
        self.sources.show(report.sources)
        self.table.setFixedHeight(ROW_HEIGHT * min(len(report.sources), MOST_ROWS) + ROW_HEIGHT + 2)
        self.summary.setText(count_words(report))
        restyle(self.summary, "role", "over" if report.refused else "strong")
        self.setCurrentWidget(self._found)
        self.list.choose(0)

    def _say(self, words: str, *, openable: bool = False) -> None:
        self._patience.stop()
        self._empty.say(words, [(self.tr("Open…"), self.open_wanted.emit)] if openable else [])
        self.setCurrentWidget(self._empty)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.list.dress(colours)
        self.sources.dress(colours)
        self.table.viewport().update()
