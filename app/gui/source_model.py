"""What a draft takes from each article altogether, as a table."""

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from app.gui.finding_list import ink_of
from app.gui.report_model import NO_INDEX, Index
from app.gui.tokens import Colours
from app.messages.drafts import verdict_of
from app.workflows.check_draft import DraftSource

HEADERS = ("Article", "Taken", "Of the draft")


class SourceModel(QAbstractTableModel):
    """One row an article."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.sources: tuple[DraftSource, ...] = ()

    def show(self, sources: tuple[DraftSource, ...]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self.sources = sources
        self.endResetModel()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many articles the draft takes from."""
        return 0 if parent.isValid() else len(self.sources)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return 3."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the titles of the columns."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADERS[section] if wanted else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, and as its tip the whole of it."""
        source = self.sources[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            share = f"{source.share_of_draft:.1%}" if source.share_of_draft is not None else "–"
            sign = "✗ " if source.verdict == "refused" else ""
            return (f"{source.headline} · {source.badge}", f"{sign}{verdict_of(source)}", share)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and source.verdict == "refused":
            return QColor(ink_of(self._colours, "refused"))
        return None
