"""A few lines of text with marked passages, drawn into a rectangle."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.base.spans import Span
from app.gui.positions import Utf16Map


def draw_lines(
    painter: QPainter,
    area: QRectF,
    text: str,
    *,
    font: QFont,
    colour: str,
    most: int,
    spans: Sequence[Span] = (),
    mark: str = "",
    leading: float = 1.4,
) -> float:
    """Draw at most `most` lines of `text` from the top of `area`, the last one ending in … when there is more.

    Passages of `spans` get the background `mark`. Returns the height that was used.
    """
    text = " ".join(text.split("\n"))
    layout = _laid_out(text, font, area.width(), spans, mark)
    count = min(most, layout.lineCount())
    height = _line_height(layout, leading)
    if layout.lineCount() > most:
        shortened, kept = _shortened(text, layout, most, area.width(), font)
        layout = _laid_out(shortened, font, area.width(), [_clipped(span, kept) for span in spans], mark)
    painter.save()
    painter.setPen(QColor(colour))
    for number in range(min(count, layout.lineCount())):
        line = layout.lineAt(number)
        line.setPosition(QPointF(0, number * height))
    layout.draw(painter, area.topLeft(), [], area)
    painter.restore()
    return count * height


def _laid_out(text: str, font: QFont, width: float, spans: Sequence[Span], mark: str) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, spans, mark))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _formats(text: str, spans: Sequence[Span], mark: str) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(text)
    shade = QTextCharFormat()
    shade.setBackground(QColor(mark))
    formats = []
    for span in spans:
        if len(span) and mark:
            part = QTextLayout.FormatRange()
            part.start = units.to_units(span.start)
            part.length = units.to_units(span.end) - part.start
            part.format = shade
            formats.append(part)
    return formats


def _line_height(layout: QTextLayout, leading: float) -> float:
    return layout.lineAt(0).height() / 1.21 * leading if layout.lineCount() else 0.0


def _shortened(text: str, layout: QTextLayout, most: int, width: float, font: QFont) -> tuple[str, int]:
    """Return the text cut to `most` lines with … at its end, and how many code points of it were kept."""
    from PySide6.QtGui import QFontMetricsF

    units = Utf16Map(text)
    start = units.to_code_point(layout.lineAt(most - 1).textStart())
    last = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
    kept = start + len(last.rstrip("…"))
    return text[:start] + last, kept


def _clipped(span: Span, end: int) -> Span:
    return Span(min(span.start, end), min(span.end, end), span.field)
