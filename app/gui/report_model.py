"""The report of an import as a table: file, what became of it, why, and what to do."""

from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.messages.reports import import_row
from app.workflows.batch import ItemReport, Status

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
STATUS_NAMES: dict[Status, str] = {
    "imported": "Imported", "same": "Same", "duplicate": "Duplicate", "needs_review": "Needs review", "partial": "Partial",
    "failed": "Failed",
}  # fmt: skip
HEADERS = ("File", "Result", "Why, and what to do")


class ReportModel(QAbstractTableModel):
    """The items of one status, or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[ItemReport, ...] = ()

    def show(self, items: tuple[ItemReport, ...]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many items are shown."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return 3."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, and as its tip the whole of it."""
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (Path(item.path).name, STATUS_NAMES[item.status], explained(item))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (item.path, STATUS_NAMES[item.status], explained(item))[index.column()]
        return None


def explained(item: ItemReport) -> str:
    """Return why an item has its status and what can be done, "" for an article that was imported with nothing to remark."""
    row = import_row(item)
    return " ".join(str(row[part]) for part in ("message", "remedy") if row[part])
