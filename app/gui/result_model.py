"""The results as a list of any length: rows come by page when they are about to be seen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.gui.desk import PAGE
from app.gui.wording import long_date
from app.workflows.views import ResultRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ResultModel(QAbstractTableModel):
    """One column of ResultRow under the role `ROW`; None for a row that is still on its way."""

    page_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._rows: dict[int, ResultRow] = {}
        self._asked: set[int] = set()

    def show(self, total: int, first_page: tuple[ResultRow, ...]) -> None:
        """Take the answer to a new search."""
        self.beginResetModel()
        self._total = total
        self._rows = dict(enumerate(first_page))
        self._asked = {0}
        self.endResetModel()

    def add_page(self, offset: int, rows: tuple[ResultRow, ...]) -> None:
        """Take a page that was asked for by `page_wanted`."""
        self._rows.update(enumerate(rows, start=offset))
        self.dataChanged.emit(self.index(offset, 0), self.index(min(offset + PAGE, self._total) - 1, 0))

    def row_of(self, article_id: int) -> int | None:
        """Return the row of an article among those that are here."""
        return next((place for place, row in self._rows.items() if row.article_id == article_id), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many articles were found."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or what a screen reader says of it; a row that is not here is asked for."""
        if not index.isValid() or role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows.get(index.row())
        if row is None:
            self._want(index.row())
            return None if role == ROW else ""
        return row if role == ROW else spoken(row)

    def _want(self, place: int) -> None:
        offset = place // PAGE * PAGE
        if offset not in self._asked:
            # Pages that were scrolled past may be dropped unanswered: only the newest is known to be on its way.
            self._asked = {0, offset}
            self.page_wanted.emit(offset)


def spoken(row: ResultRow) -> str:
    """Return what identifies a result in one line: headline, source, date, licence."""
    when = long_date(row.published, inferred=row.date_inferred)
    return ", ".join(part for part in (row.headline, row.source, when, row.badge) if part)
