"""Authority records as a table: name, how many articles, status."""

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.gui.decided import KIND_OF_ONE, STATUS_NAMES
from app.gui.report_model import NO_INDEX, Index
from app.gui.wording import counted
from app.workflows.authority_list import RecordSummary

HEADERS = ("Name", "Articles", "Status")


class NamesModel(QAbstractTableModel):
    """The records of one kind that a filter takes, in order of names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[RecordSummary, ...] = ()

    def show(self, rows: tuple[RecordSummary, ...]) -> None:
        """Show other records."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, record: int) -> int | None:
        """Return the row of a record, None where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.record == record), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return 3."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the titles of the columns, above numbers at their right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return HEADERS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; its tip and its accessible text tell the whole record."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            dates = f"  {row.dates}" if row.dates else ""
            return (f"{row.name}{dates}", f"{row.articles:,}", STATUS_NAMES[row.status])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}, {KIND_OF_ONE[row.kind]}, {counted(row.articles, 'article', 'articles')}, {STATUS_NAMES[row.status]}"
        return None


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
