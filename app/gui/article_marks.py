"""What is painted over an article's text: lines below names, voices at the margin, the line around the current hit."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument

from app.gui.article_page import Page
from app.gui.style import sans
from app.gui.tokens import Colours
from app.model.recognition import Kind

MARGIN = 64
"""Where the text begins, in pixels from the left; the voices stand before it."""
PENS = {
    Kind.PERSON: Qt.PenStyle.SolidLine, Kind.ORGANISATION: Qt.PenStyle.DashLine, Kind.PLACE: Qt.PenStyle.DotLine,
}  # fmt: skip
"""Kinds differ by the shape of their line as well as by colour."""

UNCOUNTED = {
    "user": "Struck out: not counted as the article’s text (Ctrl+Shift+K counts it again)",
    "inferred": "Perhaps a link or a button: not counted as the article’s text (Ctrl+Shift+K counts it)",
}


class _Name(NamedTuple):
    start: int
    end: int
    kind: Kind
    tip: str


class _Uncounted(NamedTuple):
    start: int
    end: int
    tip: str


class _Voice(NamedTuple):
    start: int
    end: int
    name: str
    sure: bool


class ArticleMarks:
    """The marks of one laid-out article; positions are those of its document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._names: tuple[_Name, ...] = ()
        self._voices: tuple[_Voice, ...] = ()
        self._uncounted: tuple[_Uncounted, ...] = ()

    def take(self, page: Page) -> None:
        """Mark the names and the direct speech of an article, and what of it is not counted."""
        self._uncounted = tuple(
            _Uncounted(*found, UNCOUNTED[each.how]) for each in page.view.uncounted if (found := page.range_of(each.span))
        )
        self._names = tuple(
            _Name(*found, mention.kind, f"{mention.kind.value.capitalize()}: {mention.label}")
            for mention in page.view.mentions
            if (found := page.range_of(mention.span))
        )
        self._voices = tuple(
            _Voice(*found, quotation.speaker or quotation.suggestion or "", quotation.speaker is not None)
            for quotation in page.view.quotations
            if (found := page.range_of(quotation.span))
        )

    def clear(self) -> None:
        """Mark nothing."""
        self._names, self._voices, self._uncounted = (), (), ()

    def tips_at(self, position: int) -> tuple[str, ...]:
        """Return which records the names at a position belong to, and why it is not counted."""
        marks: tuple[_Name | _Uncounted, ...] = (*self._names, *self._uncounted)
        return tuple(mark.tip for mark in marks if mark.start <= position < mark.end)

    def voice_at(self, height: float) -> int | None:
        """Return where the direct speech begins that is marked at a height of the document, None where none is."""
        for voice in self._voices:
            if any(area.top() <= height <= area.bottom() for area, _ in self._lines(voice.start, voice.end, None)):
                return voice.start
        return None

    def paint(self, painter: QPainter, colours: Colours, seen: QRectF) -> None:
        """Paint names and voices where they are seen, and say what is not counted."""
        self._paint_names(painter, colours, seen)
        self._paint_voices(painter, colours, seen)
        self._paint_uncounted(painter, colours, seen)

    def paint_rule(self, painter: QPainter, colours: Colours, body_start: int, width: float) -> None:
        """Paint the line between the head and the body."""
        top = self._block_area(self._document.findBlock(body_start)).top() - 14
        right = self._document.rootFrame().frameFormat().rightMargin()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(MARGIN, top), QPointF(width - right, top))

    def _paint_names(self, painter: QPainter, colours: Colours, seen: QRectF) -> None:
        inks = {Kind.PERSON: colours.person, Kind.ORGANISATION: colours.organisation, Kind.PLACE: colours.place}
        for name in self._names:
            pen = QPen(QColor(inks[name.kind]), 1.6, PENS[name.kind])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for area, baseline in self._lines(name.start, name.end, seen):
                painter.drawLine(QPointF(area.left(), baseline + 4), QPointF(area.right(), baseline + 4))

    def _paint_voices(self, painter: QPainter, colours: Colours, seen: QRectF) -> None:
        font = sans(11)
        painter.setFont(font)
        taken, said = 0.0, ""
        for voice in self._voices:
            lines = list(self._lines(voice.start, voice.end, seen))
            if not lines:
                continue
            top, bottom = lines[0][0].top() + 3, lines[-1][0].bottom() - 3
            painter.setPen(QPen(QColor(colours.person), 1.5))
            painter.drawLine(QPointF(MARGIN - 9, top), QPointF(MARGIN - 9, bottom))
            if not voice.name or self._is_uncounted(voice.start) or top < taken or (voice.name == said and top < taken + 50):
                continue
            painter.setPen(QColor(colours.person if voice.sure else colours.ink3))
            shown = voice.name.split()[-1] if voice.sure else f"{voice.name.split()[-1]}?"
            shown = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, MARGIN - 16)
            painter.drawText(QRectF(2, top, MARGIN - 15, 16), Qt.AlignmentFlag.AlignRight, shown)
            taken, said = top + 15, voice.name

    def _is_uncounted(self, position: int) -> bool:
        return any(each.start <= position < each.end for each in self._uncounted)

    def _paint_uncounted(self, painter: QPainter, colours: Colours, seen: QRectF) -> None:
        painter.setFont(sans(11))
        painter.setPen(QColor(colours.ink3))
        for each in self._uncounted:
            for area, _ in list(self._lines(each.start, each.end, seen))[:1]:
                place = QRectF(2, area.top() + 3, MARGIN - 15, 32)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap, "not counted")

    def paint_hit(self, painter: QPainter, colours: Colours, hit: tuple[int, int]) -> None:
        """Paint a line around the current hit."""
        painter.setPen(QPen(QColor(colours.accent), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area, baseline in self._lines(*hit, None):
            painter.drawRoundedRect(QRectF(area.left() - 1, baseline - 15, area.width() + 2, 20), 2, 2)

    def _lines(self, start: int, end: int, seen: QRectF | None) -> Iterator[tuple[QRectF, float]]:
        """Give the pieces of lines between two positions, in the document, each with the height of its base line."""
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            area = self._block_area(block)
            if seen is None or (area.bottom() >= seen.top() and area.top() <= seen.bottom()):
                yield from _pieces(block, area, start, end)
            block = block.next()

    def _block_area(self, block: QTextBlock) -> QRectF:
        return self._document.documentLayout().blockBoundingRect(block)


def _pieces(block: QTextBlock, area: QRectF, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if low < high:
            # Without the space at the end of the line, which nobody sees.
            left, right = _x(line.cursorToX(low)), min(_x(line.cursorToX(high)), line.x() + line.naturalTextWidth())
            piece = QRectF(area.left() + min(left, right), area.top() + line.y(), abs(right - left), line.height())
            yield piece, area.top() + line.y() + line.ascent()


def _x(found: object) -> float:
    """Return the coordinate of Qt's answer, which is a pair in some versions."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
