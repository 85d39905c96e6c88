"""The meter: for each measure what was used before, what the passage adds, and what is left of the cap."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.tokens import Colours
from app.rights import Measure

WARN_SHARE = 0.8
BAR, GAP = 6, 3


def level(measure: Measure) -> str:
    """Return "ok", "warn" from 80 % of the cap on, "over" beyond it."""
    if measure.remaining < 0:
        return "over"
    return "warn" if measure.cap and measure.used >= WARN_SHARE * measure.cap else "ok"


class Meter(QWidget):
    """Thin bars, one a measure; the words beside it say the same."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._measures: tuple[Measure, ...] = ()
        self.setAccessibleName(self.tr("How much of the limit is used"))

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show other measures; without any the meter takes no room."""
        self._measures = measures
        self.setFixedHeight(len(measures) * (BAR + GAP))
        self.setVisible(bool(measures))
        self.setAccessibleDescription("; ".join(f"{m.used} / {m.cap}" for m in measures))
        self.update()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that shows single words of a usual cap."""
        return QSize(400, len(self._measures) * (BAR + GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, measure in enumerate(self._measures):
            area = QRectF(0.5, place * (BAR + GAP) + 0.5, self.width() - 1, BAR - 1)
            painter.setBrush(QColor(self._colours.line))
            painter.drawRoundedRect(area, 2.5, 2.5)
            scale = area.width() / max(measure.cap, measure.used, 1)
            before, added = measure.before * scale, (measure.used - measure.before) * scale
            painter.setBrush(QColor(self._colours.ink3))
            painter.setOpacity(0.55)
            painter.drawRoundedRect(QRectF(area.left(), area.top(), before, area.height()), 2.5, 2.5)
            painter.setOpacity(1)
            colour = {"ok": self._colours.ok, "warn": self._colours.warn, "over": self._colours.over}[level(measure)]
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(area.left() + before, area.top(), added, area.height()), 2.5, 2.5)
            if measure.used > measure.cap:
                painter.setBrush(QColor(self._colours.ink))
                painter.drawRect(QRectF(area.left() + measure.cap * scale - 1, area.top() - 1, 2, area.height() + 2))
