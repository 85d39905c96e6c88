"""The table of the ledger: rows of one height, ordered by a click on a title; Enter and a double click open the article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.gui.ledger_model import COLUMNS, LedgerModel
from app.gui.parts import as_rows


class LedgerTable(QTableView):
    """Shows the model; `opened` when the article of the current row is wanted."""

    opened = Signal()

    def __init__(self, rows: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What was handed out"))
        self.setModel(rows)
        as_rows(self)
        header = self.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        for place, column in enumerate(COLUMNS):
            if column.width:
                self.setColumnWidth(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        # The model writes the mark of the order beside the title; Qt's own would lie over it.
        header.setSortIndicatorShown(False)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def select(self, place: int) -> None:
        """Make a row the current one."""
        self.selectRow(place)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
