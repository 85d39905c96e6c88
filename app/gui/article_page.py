"""The text of an article laid out as a page, built without markup: what a file holds is only ever shown as text."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from app.base.spans import Span
from app.gui import tokens
from app.gui.positions import Utf16Map
from app.gui.style import sans, serif
from app.gui.tokens import Colours
from app.gui.wording import counted, long_date, stated_value
from app.workflows.views import ArticleView


@dataclass(frozen=True, slots=True)
class Page:
    """Where the fields of an article stand in the document; positions in the document are Qt's."""

    view: ArticleView
    body_start: int
    headline_start: int
    body_map: Utf16Map
    headline_map: Utf16Map

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """Return first and last position of a span of body or headline, None for another field."""
        if span.field == "body":
            return self.body_start + self.body_map.to_units(span.start), self.body_start + self.body_map.to_units(span.end)
        if span.field == "headline":
            start = self.headline_start
            return start + self.headline_map.to_units(span.start), start + self.headline_map.to_units(span.end)
        return None

    def span_of(self, start: int, end: int) -> Span | None:
        """Return the span of the body between two positions; what of them lies outside is left away. None when all does."""
        length = self.body_map.to_units(len(self.view.body))
        low, high = max(start - self.body_start, 0), min(end - self.body_start, length)
        if low >= high:
            return None
        return Span(self.body_map.to_code_point(low), self.body_map.to_code_point(high))


def lay_out(document: QTextDocument, view: ArticleView, colours: Colours, *, zoom: float = 1.0) -> Page:
    """Fill the document with an article and return where its parts stand."""
    document.clear()
    document.setUndoRedoEnabled(False)
    writer = _Writer(QTextCursor(document), colours, zoom)
    section = view.value("section")
    if section:
        writer.write(section.upper(), sans(tokens.CAPTION, bold=True), colours.ink3, after=4, spacing=0.7)
    headline_start = writer.write(view.headline, serif(tokens.HEADLINE, bold=True), colours.ink, after=6, line=1.2)
    if deck := view.value("deck"):
        writer.write(deck, serif(17), colours.ink2, after=8, line=1.35)
    writer.write(byline(view), sans(tokens.SECONDARY), colours.ink2, after=6)
    credit = view.value("photo_credit")
    for caption in (credit if not any(credit in caption for caption in view.captions) else "", *view.captions):
        if caption:
            writer.write(caption, sans(tokens.SECONDARY), colours.ink3, after=4)
    writer.rule()
    body_start = writer.write_body(view.body)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    return Page(view, body_start, headline_start, Utf16Map(view.body), Utf16Map(view.headline))


def byline(view: ArticleView) -> str:
    """Return source, date, authors, length and file in one line; what was inferred has its mark."""
    published = view.fields.get("published")
    parts = [
        stated_value(view.fields["source"]) if "source" in view.fields else "",
        long_date(published.value, inferred=published.how == "inferred") if published else "undated",
        ", ".join(stated_value(author) for author in view.authors),
        counted(view.words, "word", "words") if view.words else "",
        f"imported from {view.original.came_from.replace(chr(92), '/').rsplit('/', maxsplit=1)[-1]}"
        if view.original.came_from
        else "",
    ]
    return " · ".join(part for part in parts if part)


class _Writer:
    def __init__(self, cursor: QTextCursor, colours: Colours, zoom: float) -> None:
        self._cursor = cursor
        self._colours = colours
        self._zoom = zoom
        self._first = True

    def write(self, text: str, font: object, colour: str, *, after: float, line: float = 1.4, spacing: float = 0.0) -> int:
        """Write one paragraph and return the position of its first character."""
        self._begin(after=after, line=line)
        start = self._cursor.position()
        self._cursor.insertText(" ".join(text.split()), self._format(font, colour, spacing))
        return start

    def write_body(self, body: str) -> int:
        """Write the body, one block for each line, so that its offsets are the document's from the returned position on."""
        start = 0
        for number, paragraph in enumerate(body.split("\n")):
            self._begin(after=13, line=tokens.READING_LINE)
            if number == 0:
                start = self._cursor.position()
            # Qt would make blocks of these, and every position after them would be wrong.
            shown = paragraph.translate(_BREAKS)
            self._cursor.insertText(shown, self._format(serif(tokens.READING), self._colours.ink, 0.0))
        return start

    def rule(self) -> None:
        """Leave the space in which the hairline between head and body is drawn."""
        block = self._cursor.blockFormat()
        block.setBottomMargin(28)
        self._cursor.setBlockFormat(block)

    def _begin(self, *, after: float, line: float) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(after)
        # Fonts set a line of about 1.2 times their size; the tokens count from the size itself.
        block.setLineHeight(line / 1.22 * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._first:
            self._cursor.setBlockFormat(block)
            self._first = False
        else:
            self._cursor.insertBlock(block)

    def _format(self, font: object, colour: str, spacing: float) -> QTextCharFormat:
        from PySide6.QtGui import QFont

        made = QTextCharFormat()
        shown = QFont(font) if isinstance(font, QFont) else QFont()
        shown.setPointSizeF(shown.pointSizeF() * self._zoom)
        if spacing:
            shown.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        made.setFont(shown)
        made.setForeground(QColor(colour))
        return made


_BREAKS = {ord(c): " " for c in "\r\x0b\x0c\u2028\u2029\x00\ufdd0\ufdd1"}
