"""The list of authority records: a kind, what is typed, which of them; and the table."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.empty_page import EmptyPage
from app.gui.names_model import NamesModel
from app.gui.parts import as_rows, label
from app.gui.style import sans
from app.gui.wording import counted
from app.messages import sentence_of
from app.model.recognition import Kind
from app.workflows.authority_list import RecordSummary, Status, authorities

PAUSE_MS = 120
"""So long after the last key the list is asked for."""
CHOICES: tuple[tuple[str, Status | None, bool], ...] = (
    ("In two articles or more", None, False), ("Confirmed", "confirmed", True), ("All that were found", None, True),
    ("No names", "rejected", True),
)  # fmt: skip
ALL = 2


class NamesTable(QTableView):
    """Rows are chosen, one or several."""

    def __init__(self, rows: NamesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Names"))
        self.setModel(rows)
        as_rows(self, several=True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, 72)
        self.setColumnWidth(2, 86)


class NamesList(QWidget):
    """`chosen` carries the records that are chosen, whenever they change."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = Kind.PERSON
        self._wanted: tuple[int, ...] = ()
        """Records to be chosen when the list has come."""
        self.words, self.which = QLineEdit(), QComboBox()
        self.rows = NamesModel(self)
        self.table = NamesTable(self.rows)
        self.count = label(role="caption", size=tokens.CAPTION)
        self._empty = EmptyPage()
        self.pages = QStackedWidget()
        self._timer = QTimer(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("Part of a name …"))
        self.words.setAccessibleName(self.tr("Names with these words"))
        self.words.setClearButtonEnabled(True)
        self.which.setAccessibleName(self.tr("Which names"))
        self.which.setToolTip(self.tr("Confirmed names are listed wherever they stand"))
        self.which.setFont(sans(tokens.SECONDARY))
        self.which.addItems([self.tr(words) for words, _, _ in CHOICES])
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(20)
        for page in (self.table, self._empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.which)
        self.count.setContentsMargins(16, 4, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        column.addWidget(self.count)

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.read)
        self.words.textChanged.connect(lambda _: self._timer.start())
        self.words.installEventFilter(self)
        self.which.currentIndexChanged.connect(lambda _: self.read())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.records()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the field goes to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def records(self) -> tuple[RecordSummary, ...]:
        """Return the records that are chosen, in the order of the list."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.rows.rows[place] for place in places if place < len(self.rows.rows))

    def show_kind(self, kind: Kind) -> None:
        """List the records of a kind."""
        self._kind = kind
        self.read()

    def show_record(self, record: int, kind: Kind) -> None:
        """List the records of a kind, this one chosen."""
        self._kind, self._wanted = kind, (record,)
        for part in (self.words, self.which):
            part.blockSignals(True)
        self.words.clear()
        self.which.setCurrentIndex(ALL)
        for part in (self.words, self.which):
            part.blockSignals(False)
        self.read()

    def choose(self, records: tuple[int, ...]) -> None:
        """Have these records chosen when the list comes next."""
        self._wanted = records

    def read(self) -> None:
        """Ask for the list as it is now; what is chosen stays so."""
        self._timer.stop()
        kind, text = self._kind, self.words.text()
        _, status, everything = CHOICES[self.which.currentIndex()]
        if not self.rows.rows:
            self._say(self.tr("Reading the names …"))
        self._desk.ask_names(
            lambda library: authorities(library, kind=kind, text=text, status=status, everything=everything),
            done=self.show_rows, failed=self._fail, key="list",
        )  # fmt: skip

    def forget(self) -> None:
        """Show nothing, as another archive was opened."""
        self.words.clear()
        self.rows.show(())
        self.chosen.emit(())

    def show_rows(self, rows: tuple[RecordSummary, ...]) -> None:
        """Show records; the chosen ones stay chosen, else the one that is in the place of the first of them."""
        before = self._wanted or tuple(each.record for each in self.records())
        place = min((index.row() for index in self.table.selectionModel().selectedRows()), default=0)
        self._wanted = ()
        self.table.blockSignals(True)
        self.rows.show(rows)
        self.table.blockSignals(False)
        places = [found for record in before if (found := self.rows.row_of(record)) is not None]
        self._select(places or ([min(place, len(rows) - 1)] if rows else []))
        self.count.setText(counted(len(rows), "name", "names"))
        if rows:
            self.pages.setCurrentWidget(self.table)
        else:
            self._show_none()
        self.chosen.emit(self.records())

    def _select(self, places: list[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        model = self.table.selectionModel()
        for number, place in enumerate(places):
            index = self.rows.index(place, 0)
            model.select(index, flags.Rows | (flags.ClearAndSelect if number == 0 else flags.Select))
        if places:
            model.setCurrentIndex(self.rows.index(places[0], 0), flags.NoUpdate)
            self.table.scrollTo(self.rows.index(places[0], 0))

    def _show_none(self) -> None:
        if self.words.text().strip():
            self._empty.say(self.tr("No name is like this."), [(self.tr("Show all"), self._show_all)])
        elif self.which.currentIndex() == 0:
            self._empty.say(
                self.tr("No name stands in two articles yet, and none was confirmed."),
                [(self.tr("All that were found"), self._show_all)],
            )
        else:
            self._empty.say(self.tr("There is none of these."))
        self.pages.setCurrentWidget(self._empty)

    def _show_all(self) -> None:
        self.words.clear()
        self.which.setCurrentIndex(ALL)
        self.read()

    def _fail(self, error: PressmarkError) -> None:
        self._say(sentence_of(error))

    def _say(self, words: str) -> None:
        self._empty.say(words)
        self.pages.setCurrentWidget(self._empty)
