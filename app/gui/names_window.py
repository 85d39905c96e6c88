"""Names in a window of their own: the records of people, organisations and places, one of them with all that is known, and decisions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.decided import KIND_NAMES, Job, Made, taking_back, told
from app.gui.desk import Desk
from app.gui.empty_page import EmptyPage
from app.gui.list_exchange import ListExchange
from app.gui.names_list import NamesList
from app.gui.parts import button, fit
from app.gui.record_actions import RecordActions
from app.gui.record_page import RecordPage, RecordShown, record_shown
from app.gui.style import sans
from app.gui.suggestion_page import SuggestionPage
from app.gui.sure_row import SureRow
from app.gui.toast import Toast
from app.messages import sentence_of
from app.model.recognition import Kind
from app.workflows import corrections as decide
from app.workflows.authority_list import RecordSummary
from app.workflows.decisions import Decision
from app.workflows.library import Library

KINDS = tuple(KIND_NAMES)


class NamesWindow(QDialog):
    """Not modal. `article_wanted` carries an article, `search_wanted` a record and its kind, both for the main window."""

    article_wanted = Signal(int)
    search_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self.setWindowTitle(self.tr("Names"))
        fit(self, 1180, 720, least_width=760)
        self.tabs = QTabBar()
        self.list = NamesList(desk)
        self.page = RecordPage()
        self._empty = EmptyPage()
        self.right = QStackedWidget()
        self.sure = SureRow()
        self.suggestions = SuggestionPage(desk)
        self.whole = QStackedWidget()
        self.toast = Toast(self, self.sure)
        self.actions_row = RecordActions(desk, self.sure)
        self.exchange = ListExchange(desk, self)
        self.take_list = button(self.tr("Import a list…"), self.exchange.choose_list, kind="flat")
        self.save_list = button(self.tr("Export…"), self.exchange.save_list, kind="flat")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFont(sans(tokens.SECONDARY))
        for title in (*KIND_NAMES.values(), "Suggestions"):
            self.tabs.addTab(self.tr(title))
        self.tabs.setAccessibleName(self.tr("Kinds of names"))
        head = QWidget()
        head.setObjectName("tabs")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.take_list)
        row.addWidget(self.save_list)
        self.right.addWidget(self._empty)
        self.right.addWidget(self.page)
        self.right.setMinimumWidth(340)
        self.list.setMinimumWidth(320)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for part in (self.list, self.right):
            split.addWidget(part)
        split.setSizes([480, 700])
        split.setStretchFactor(1, 1)
        for page in (self._records(split), self.suggestions):
            self.whole.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.whole, 1)

    def _records(self, split: QSplitter) -> QWidget:
        foot = QWidget()
        foot.setObjectName("report-panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 10, 16, 10)
        below.setSpacing(8)
        below.addWidget(self.sure)
        below.addWidget(self.actions_row)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(split, 1)
        column.addWidget(foot)
        return page

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn_to)
        self.list.chosen.connect(self._choose)
        self._connect_page()
        self.actions_row.wanted.connect(self._decide)
        self.actions_row.problem.connect(self._tell_problem)
        self.actions_row.left_to.connect(self.list.choose)
        self.suggestions.wanted.connect(self.decide)
        self.suggestions.undo_wanted.connect(self.take_back)
        self._desk.decided.connect(lambda _: self._follow())
        self._desk.opened.connect(self._forget)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._search_list)
        for place in range(len(KINDS) + 1):
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self).activated.connect(
                lambda place=place: self.tabs.setCurrentIndex(place)
            )

    def _connect_page(self) -> None:
        page = self.page
        page.renamed.connect(lambda name: self._on_record(lambda library, record: decide.rename(library, record, name)))
        page.stated.connect(lambda fact, text: self._on_record(lambda library, r: decide.edit_facts(library, r, {fact: text})))
        page.variant_added.connect(lambda name: self._on_record(lambda library, r: decide.add_variant(library, r, name)))
        page.variant_taken.connect(lambda name: self._on_record(lambda library, r: decide.remove_variant(library, r, name)))
        page.undo_wanted.connect(self._undo)
        page.article_wanted.connect(self.article_wanted.emit)
        page.search_wanted.connect(self._search)

    # What is shown

    def begin(self) -> None:
        """Show the window, with the records as they are now."""
        self._come_forward()
        self.take_list.setEnabled(not self._desk.read_only)
        self._turn_to(self.tabs.currentIndex())
        self.list.words.setFocus()

    def show_record(self, record: int, kind: Kind) -> None:
        """Show the window with one record."""
        self._come_forward()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(KINDS.index(kind))
        self.tabs.blockSignals(False)
        self.whole.setCurrentIndex(0)
        self.list.show_record(record, kind)
        self.list.table.setFocus()

    def _come_forward(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _turn_to(self, place: int) -> None:
        self.sure.hide()
        if place < len(KINDS):
            self.whole.setCurrentIndex(0)
            self.list.show_kind(KINDS[place])
        else:
            self.whole.setCurrentWidget(self.suggestions)
            self.suggestions.begin()

    def _search_list(self) -> None:
        if self.whole.currentIndex() == 0:
            self.list.words.setFocus()
            self.list.words.selectAll()

    def _follow(self) -> None:
        if self.isVisible() and self._desk.folder is not None and self.whole.currentIndex() == 0:
            self.list.read()

    def _forget(self) -> None:
        self.list.forget()
        self.suggestions.forget()
        if self.isVisible():
            self._turn_to(self.tabs.currentIndex())

    def _choose(self, records: tuple[RecordSummary, ...]) -> None:
        self.sure.hide()
        self.actions_row.show_records(records)
        if len(records) != 1:
            self.page.shown = None
            names = "\n".join(each.name for each in records[:12]) + ("\n…" if len(records) > 12 else "")
            words = self.tr("{0} names are chosen:").format(len(records)) + f"\n\n{names}"
            self._say(words if records else self.tr("Choose a name to see what is known of it."))
            return
        number = records[0].record
        self._desk.ask_names(
            lambda library: record_shown(library, number),
            done=self._show,
            failed=lambda error: self._say(sentence_of(error)),
            key="record",
        )

    def _show(self, shown: RecordShown) -> None:
        self.page.show_record(shown, changeable=not self._desk.read_only)
        self.actions_row.show_shown(shown)
        self.right.setCurrentWidget(self.page)

    def _say(self, words: str) -> None:
        self._empty.say(words)
        self.right.setCurrentWidget(self._empty)

    # What can be done

    def _on_record(self, job: Callable[[Library, int], int]) -> None:
        if self.page.shown is not None:
            record = self.page.shown.view.summary.record
            self.decide(lambda library: [job(library, record)])

    def _decide(self, job: Job) -> None:
        self.decide(job)
        self.list.table.setFocus()

    def decide(self, job: Job) -> None:
        """Make decisions, and tell them with the way back."""
        self._desk.decide(job, done=self._tell, failed=self._tell_problem)

    def take_back(self, made: Made) -> None:
        """Take decisions back."""
        self._desk.decide(
            taking_back(made),
            done=lambda _: self.toast.say(self.tr("Undone: {0}").format(told(made))),
            failed=self._tell_problem,
        )

    def _tell(self, made: Made) -> None:
        self.suggestions.took(made)
        self.toast.say(told(made), back=lambda: self._take_back_told(made))

    def _take_back_told(self, made: Made) -> None:
        self.suggestions.forgot(made)
        self.take_back(made)

    def _undo(self, made: Decision) -> None:
        self.take_back((made,))

    def _tell_problem(self, error: PressmarkError) -> None:
        self.suggestions.failed()
        self.toast.say(sentence_of(error), role="over")
        if self.page.shown is not None:
            self.page.show_record(self.page.shown, changeable=not self._desk.read_only)

    def _search(self) -> None:
        if self.page.shown is not None:
            self.search_wanted.emit(self.page.shown.view.summary)
