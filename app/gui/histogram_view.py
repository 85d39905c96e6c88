"""Articles by date as bars: drag or Shift+arrows choose a range, a click or Enter goes into it, Esc comes back out."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.gui import tokens
from app.gui.style import sans
from app.gui.tokens import Colours
from app.gui.wording import MONTHS, counted, day
from app.index.results import Histogram, HistogramBar

HEIGHT, AXIS = 96, 20
LABELS = 3


class HistogramView(QWidget):
    """Paints a histogram and lets a range of it be chosen: `range_chosen` carries both days, `left` the wish for more dates."""

    range_chosen = Signal(date, date)
    left = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._histogram = Histogram("year", (), 0)
        self._narrowed = False
        self._anchor: int | None = None
        self._current: int | None = None
        self.setFixedHeight(HEIGHT + AXIS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Articles by date"))

    def sizeHint(self) -> QSize:
        """Return the usual width of the facets."""
        return QSize(tokens.FACETS_WIDTH, HEIGHT + AXIS)

    def show_histogram(self, histogram: Histogram, *, narrowed: bool) -> None:
        """Show other bars; `narrowed` when they are a chosen range already."""
        self._histogram, self._narrowed = histogram, narrowed
        self._anchor = self._current = None
        self.setAccessibleDescription(self.summary())
        self.update()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.update()

    def summary(self) -> str:
        """Return the histogram in words."""
        bars = self._histogram.bars
        if not bars:
            return self.tr("No dated articles")
        peak = max(bars, key=lambda bar: bar.count)
        span = f"{self.name_of(bars[0])} – {self.name_of(bars[-1])}"
        return self.tr("{0}; most in {1}: {2}").format(span, self.name_of(peak), peak.count)

    def name_of(self, bar: HistogramBar) -> str:
        """Return the year, month or day of a bar."""
        if self._histogram.step == "year":
            return str(bar.first.year)
        return f"{MONTHS[bar.first.month - 1][:3]} {bar.first.year}" if self._histogram.step == "month" else day(bar.first)

    def _chosen(self) -> tuple[int, int] | None:
        if self._anchor is None or self._current is None:
            return None
        return min(self._anchor, self._current), max(self._anchor, self._current)

    def _bar_at(self, x: float) -> int | None:
        count = len(self._histogram.bars)
        return max(0, min(count - 1, int(x / max(self.width(), 1) * count))) if count else None

    def _rect_of(self, place: int) -> QRectF:
        bars = self._histogram.bars
        step = self.width() / len(bars)
        gap = min(2.0, step * 0.25)
        most = max(bar.count for bar in bars) or 1
        height = max(bars[place].count / most * (HEIGHT - 6), 2.0 if bars[place].count else 0.0)
        width = min(step - gap, 40.0)
        return QRectF(place * step + (step - gap - width) / 2, HEIGHT - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars, their ground line and a few dates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, bars = self._colours, self._histogram.bars
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(0, HEIGHT + 0.5), QPointF(self.width(), HEIGHT + 0.5))
        painter.setFont(sans(tokens.CAPTION))
        if not bars:
            painter.setPen(QColor(colours.ink3))
            painter.drawText(QRectF(0, 0, self.width(), HEIGHT), Qt.AlignmentFlag.AlignCenter, self.tr("No dated articles"))
            return
        chosen = self._chosen()
        for place, bar in enumerate(bars):
            inside = chosen is not None and chosen[0] <= place <= chosen[1]
            self._paint_bar(painter, self._rect_of(place), bar, strong=inside or (chosen is None and self._narrowed))
        self._paint_axis(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -AXIS - 0.5), 4, 4)

    def _paint_bar(self, painter: QPainter, area: QRectF, bar: HistogramBar, *, strong: bool) -> None:
        colour = QColor(self._colours.accent if strong else self._colours.ink3)
        colour.setAlphaF(1.0 if strong else 0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        sure = bar.count - bar.imprecise
        if bar.imprecise:
            imprecise = QRectF(area.left(), area.top(), area.width(), area.height() * bar.imprecise / bar.count)
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(imprecise)
            painter.setBrush(colour)
            area = QRectF(area.left(), imprecise.bottom(), area.width(), area.height() - imprecise.height())
        if sure:
            painter.drawRoundedRect(area, 1.5, 1.5)

    def _paint_axis(self, painter: QPainter) -> None:
        bars = self._histogram.bars
        painter.setPen(QColor(self._colours.ink3))
        places = sorted({0, len(bars) - 1} | ({len(bars) // 2} if len(bars) > LABELS else set()))
        room = QRectF(0, HEIGHT + 4, self.width(), AXIS - 4)
        flags = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        if len(places) == 1:
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, self.name_of(bars[0]))
            return
        for place, flag in zip(places, flags if len(places) == LABELS else (flags[0], flags[2]), strict=True):
            painter.drawText(room, flag, self.name_of(bars[place]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._current = self._bar_at(event.position().x())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the range out."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._anchor is not None:
            self._current = self._bar_at(event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the range."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._apply()

    def event(self, event: object) -> bool:
        """Tell the count of the bar under the pointer."""
        if isinstance(event, QHelpEvent):
            place = self._bar_at(event.pos().x())
            if place is not None:
                bar = self._histogram.bars[place]
                QToolTip.showText(event.globalPos(), f"{self.name_of(bar)}: {counted(bar.count, 'article', 'articles')}", self)
            return True
        return super().event(event)  # type: ignore[arg-type]  # narrowed to QHelpEvent above

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a bar, with Shift a range; Enter applies it, Esc lets the range go."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        count = len(self._histogram.bars)
        if event.key() in steps and count:
            start = -1 if self._current is None and steps[Qt.Key(event.key())] == 1 else self._current
            place = max(0, min(count - 1, (count if start is None else start) + steps[Qt.Key(event.key())]))
            self._current = place
            if self._anchor is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = place
            self.setAccessibleDescription(f"{self.name_of(self._histogram.bars[place])}: {self._histogram.bars[place].count}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen():
            self._apply()
        elif event.key() == Qt.Key.Key_Escape and self._narrowed:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _apply(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.range_chosen.emit(self._histogram.bars[chosen[0]].first, self._histogram.bars[chosen[1]].last)
