"""The list of results: headline, source, date, licence and snippets a row; the reader follows its current row."""

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.gui import tokens
from app.gui.marked_text import draw_lines
from app.gui.result_model import NO_INDEX, ROW, Index, ResultModel
from app.gui.style import sans
from app.gui.tokens import Colours
from app.gui.wording import long_date
from app.workflows.views import Found, ResultRow

ROW_HEIGHT = 112
SIDE = 18


class ResultDelegate(QStyledItemDelegate):
    """Draws one result; all rows are of one height, so that a million of them cost what ten do."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(tokens.RESULTS_WIDTH, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, its ground by whether it is current and has the focus."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        colours = self.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(colours.soft if chosen else colours.ground))
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))
        row = index.data(ROW)
        if isinstance(row, ResultRow):
            self._draw(painter, QRectF(area).adjusted(SIDE, 11, -SIDE, -8), row)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw(self, painter: QPainter, area: QRectF, row: ResultRow) -> None:
        colours = self.colours
        title = sans(tokens.TITLE, bold=True)
        used = draw_lines(
            painter, area, row.headline, font=title, colour=colours.ink, most=2, spans=row.headline_hits, mark=colours.hit,
            leading=1.3,
        )  # fmt: skip
        lines = 2 if used < 24 else 1
        area.setTop(area.top() + used + 4)
        self._draw_meta(painter, QRectF(area.left(), area.top(), area.width(), 18), row)
        area.setTop(area.top() + 23)
        for snippet in row.snippets[:1] if lines == 1 or len(row.snippets) == 1 else row.snippets[:2]:
            most = lines if len(row.snippets) == 1 else 1
            height = draw_lines(
                painter, area, snippet.text, font=sans(tokens.SECONDARY), colour=colours.ink2, most=most, spans=snippet.spans,
                mark=colours.hit, leading=1.45,
            )  # fmt: skip
            area.setTop(area.top() + height)

    def _draw_meta(self, painter: QPainter, area: QRectF, row: ResultRow) -> None:
        room = area.width() - self._draw_badge(painter, area, row) - 10
        font = sans(12)
        when = long_date(row.published, inferred=row.date_inferred)
        text = " · ".join(part for part in (row.source or "no source", when) if part)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.ink2))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(area.left(), area.top(), room, area.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_badge(self, painter: QPainter, area: QRectF, row: ResultRow) -> float:
        if not row.badge:
            return 0
        font = sans(11)
        shown = QFontMetricsF(font).elidedText(row.badge, Qt.TextElideMode.ElideRight, 170)
        width = QFontMetricsF(font).horizontalAdvance(shown) + 13
        frame = QRectF(area.right() - width, area.top() + 0.5, width, 17)
        painter.setPen(QPen(QColor(self.colours.line), 1))
        painter.setBrush(QColor(self.colours.surface))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(QColor(badge_colour(self.colours, row.rights_kind)))
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, shown)
        return width


def badge_colour(colours: Colours, kind: str) -> str:
    """Return the colour of a badge by the kind of its terms: what may be quoted, what is open, what is not known."""
    if kind in ("unknown", "all_rights_reserved"):
        return colours.warn
    return colours.ok if kind == "quote_cap" else colours.ink2


class ResultList(QTableView):
    """The results. `article_chosen` follows the current row, `article_opened` a wish to go into the reader."""

    article_chosen = Signal(int)
    article_opened = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultModel(self)
        self.setModel(self.results)
        self._delegate = ResultDelegate(colours, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Results")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.doubleClicked.connect(lambda index: self._open(index))

    def show_results(self, found: Found) -> None:
        """Show a new answer; the current article stays current where it is still among the first rows, else the first one is."""
        current = self.current_article()
        self.results.show(found.results.total, found.rows)
        if not found.rows:
            return
        place = self.results.row_of(current) if current is not None else None
        index = self.results.index(place or 0, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if place is None:
            self.scrollToTop()

    def renew_results(self, found: Found) -> None:
        """Show the same results with what has changed in them; the current row stays, and nothing new is read."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self.blockSignals(True)
        self.results.show(found.results.total, found.rows)
        if 0 <= place < found.results.total:
            self.setCurrentIndex(self.results.index(place, 0))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scrolled)

    def add_page(self, offset: int, rows: tuple[ResultRow, ...]) -> None:
        """Take a page of rows; the current row may have waited for it."""
        self.results.add_page(offset, rows)
        if offset <= self.currentIndex().row() < offset + len(rows):
            self.currentChanged(self.currentIndex(), self.currentIndex())

    def current_article(self) -> int | None:
        """Return the article of the current row."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.article_id if isinstance(row, ResultRow) else None

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._delegate.colours = colours
        self.viewport().update()

    def step(self, by: int) -> None:
        """Move the current row up or down."""
        place = self.currentIndex().row() if self.currentIndex().isValid() else -1
        target = max(0, min(place + by, self.results.rowCount() - 1))
        if self.results.rowCount():
            self.setCurrentIndex(self.results.index(target, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which article is current now."""
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if isinstance(row, ResultRow):
            self.article_chosen.emit(row.article_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K move as the arrows do; Enter goes into the reader."""
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.key() in steps and not event.modifiers():
            self.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        row = index.data(ROW) if index != NO_INDEX else None
        if isinstance(row, ResultRow):
            self.article_opened.emit(row.article_id)
