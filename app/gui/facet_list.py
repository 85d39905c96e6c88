"""The values of one facet: a box, a name, a count with its bar growing from the right."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.gui import clipboard, tokens
from app.gui.icons import pixmap
from app.gui.style import sans
from app.gui.tokens import Colours
from app.workflows.views import FacetRow

VALUE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ROW_HEIGHT = 25
STATES = {"open": "not chosen", "included": "included", "excluded": "excluded"}


class FacetModel(QAbstractListModel):
    """FacetRow under the role `VALUE`; `most` is the largest count, which the longest bar stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FacetRow, ...] = ()
        self.most = 1

    def show(self, rows: tuple[FacetRow, ...]) -> None:
        """Show other values; the same ones only change their counts, so that nothing flickers."""
        same = [row.value for row in rows] == [row.value for row in self.rows]
        self.most = max((row.count for row in rows), default=1) or 1
        if same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many values are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the value, or what a screen reader says of it."""
        row = self.rows[index.row()]
        if role == VALUE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.label}, {row.count:,}, {STATES[row.state]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.label
        return None


class FacetDelegate(QStyledItemDelegate):
    """Draws one value."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw bar, box, name and count; an excluded value is struck through and shows no count."""
        row, model = index.data(VALUE), index.model()
        if not isinstance(row, FacetRow) or not isinstance(model, FacetModel):
            return
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.state != "excluded" and row.count:
            width = max(area.width() * row.count / model.most, 3.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.soft))
            painter.drawRoundedRect(QRectF(area.right() - width, area.top() + 4, width, area.height() - 8), 3, 3)
        self._draw_box(painter, area, row)
        self._draw_words(painter, area, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        painter.restore()

    def _draw_box(self, painter: QPainter, area: QRectF, row: FacetRow) -> None:
        box = QRectF(area.left() + 1, area.center().y() - 7, 14, 14)
        chosen = row.state == "included"
        painter.setPen(QPen(QColor(self.colours.accent if chosen else self.colours.ink3), 1.3))
        painter.setBrush(QColor(self.colours.accent if chosen else self.colours.panel))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if row.state != "open":
            name, colour = ("check", self.colours.ground) if chosen else ("close", self.colours.over)
            painter.drawPixmap(box.adjusted(1, 1, -1, -1).toRect(), pixmap(name, colour, size=12, scale=3))

    def _draw_words(self, painter: QPainter, area: QRectF, row: FacetRow) -> None:
        font = sans(tokens.BODY)
        count = "–" if row.state == "excluded" else f"{row.count:,}"
        metrics = QFontMetricsF(font)
        right = metrics.horizontalAdvance(count) + 4
        words = area.adjusted(24, 0, -right - 8, 0)
        shown = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(QColor(self.colours.ink2))
        painter.setFont(font)
        painter.drawText(area.adjusted(0, 0, -4, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        font.setStrikeOut(row.state == "excluded")
        painter.setFont(font)
        painter.setPen(QColor(self.colours.ink3 if row.state == "excluded" else self.colours.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class FacetList(QListView):
    """The values as a list as long as they are; who holds it scrolls. Click or Space: include, exclude, let go."""

    clicked_value = Signal(str)
    only_value = Signal(str)
    hide_value = Signal(str)

    def __init__(self, title: str, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = FacetModel(self)
        self.setModel(self.values)
        self._delegate = FacetDelegate(colours, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setFixedHeight(0)

    def show_values(self, rows: tuple[FacetRow, ...]) -> None:
        """Show values, most frequent first, as they come."""
        self.values.show(rows)
        self.setFixedHeight(len(rows) * ROW_HEIGHT)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._delegate.colours = colours
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A left click on a value is a step in its round."""
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._step(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter do what a click does."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._step(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: object) -> None:
        """Offer what can be done with the value under the pointer."""
        from PySide6.QtGui import QContextMenuEvent

        if not isinstance(event, QContextMenuEvent):
            return
        row = self.indexAt(event.pos()).data(VALUE)
        if isinstance(row, FacetRow):
            menu = QMenu(self)
            menu.addAction(self.tr("Show only this"), lambda: self.only_value.emit(row.value))
            menu.addAction(self.tr("Hide this"), lambda: self.hide_value.emit(row.value))
            menu.addAction(self.tr("Copy name"), lambda: clipboard.put_name(row.label))
            menu.exec(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to who holds the list."""
        event.ignore()

    def visualRect(self, index: Index) -> QRect:
        """Return the whole row, so that a click anywhere in it counts."""
        found = super().visualRect(index)
        return QRect(0, found.y(), self.viewport().width(), found.height())

    def _step(self, index: Index) -> None:
        row = index.data(VALUE)
        if isinstance(row, FacetRow):
            self.clicked_value.emit(row.value)
