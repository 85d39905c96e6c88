"""The ledger as a table of any length: what was handed out, for whom, how much of the limit it took, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from app.gui.report_model import NO_INDEX, Index
from app.gui.tokens import Colours
from app.messages.ledger_reports import basis_of, counted_of
from app.workflows.ledger import LedgerEntry, LedgerFilter

STATUS_NAMES = {"reserved": "reserved", "published": "published", "released": "given back"}
Key = tuple[int | float | str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and width, what a row shows in it, and by what rows are ordered. Width 0 takes the room that is left."""

    title: str
    width: int
    text: Callable[[LedgerEntry], str]
    key: Callable[[LedgerEntry], Key]
    is_number: bool = False


COLUMNS = (
    Column("No.", 60, lambda row: str(row.excerpt_id), lambda row: (row.excerpt_id,), True),
    Column("Handed out (UTC)", 146, lambda row: row.at[:16].replace("T", " "), lambda row: (row.at, row.excerpt_id)),
    Column("Article", 0, lambda row: row.headline, lambda row: (row.headline.casefold(), row.excerpt_id)),
    Column(
        "For", 188, lambda row: f"{row.publication} · {row.medium}", lambda row: (row.publication.casefold(), row.excerpt_id)
    ),
    Column(
        "Words",
        76,
        lambda row: f"{row.words:,}" if row.words is not None else "–",
        lambda row: (row.words or 0, row.chars),
        True,
    ),
    Column("Of the limit", 152, counted_of, lambda row: (row.after / row.cap if row.cap else -1, row.excerpt_id)),
    Column("Basis", 146, basis_of, lambda row: (basis_of(row), row.excerpt_id)),
    Column("Status", 98, lambda row: STATUS_NAMES[row.status], lambda row: (row.status, row.published_url, row.excerpt_id)),
)


Told = tuple[LedgerEntry, str]
"""An excerpt with `told_of` it, so that no key waits for that."""


class LedgerModel(QAbstractTableModel):
    """The excerpts that a filter takes, in the order of a column; the newest first until one is chosen."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._all: tuple[Told, ...] = ()
        self._wanted = LedgerFilter()
        self._order = (0, Qt.SortOrder.DescendingOrder)
        self.rows: list[LedgerEntry] = []

    def show(self, found: tuple[Told, ...]) -> None:
        """Take other excerpts."""
        self._all = found
        self._arrange()

    def filter(self, wanted: LedgerFilter) -> None:
        """Show those of the excerpts that are wanted."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column."""
        self._order = (column, order)
        self._arrange()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours

    def _arrange(self) -> None:
        column, order = self._order
        self.beginResetModel()
        taken = [entry for entry, told in self._all if self._wanted.takes(entry, told)]
        self.rows = sorted(taken, key=COLUMNS[column].key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def publications(self) -> list[str]:
        """Return all publications of the ledger, by name."""
        return sorted({entry.publication for entry, _ in self._all}, key=str.casefold)

    def is_empty(self) -> bool:
        """Return whether nothing was handed out at all."""
        return not self._all

    def row_of(self, excerpt_id: int) -> int | None:
        """Return the row of an excerpt, None where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.excerpt_id == excerpt_id), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many excerpts are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the titles of the columns, above numbers at their right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        if role == Qt.ItemDataRole.DisplayRole:
            ordered, order = self._order
            mark = "" if section != ordered else " ↑" if order == Qt.SortOrder.AscendingOrder else " ↓"
            return COLUMNS[section].title + mark
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; as its tip what the cell has no room for."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.published_url if column.title == "Status" and row.published_url else column.text(row)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        return None

    def _ink(self, row: LedgerEntry, column: Column) -> QColor | None:
        if row.status == "released" or (column.title == "Of the limit" and not row.measure):
            return QColor(self._colours.ink3)
        if column.title == "Status" and row.status == "published":
            return QColor(self._colours.ok)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
