"""What is laid over the letters of an article: passages that were found or handed out, paragraphs that are not counted."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from app.gui.article_page import Page
from app.gui.tokens import Colours


def shades_of(
    page: Page, hits: Iterable[tuple[int, int]], document: QTextDocument, colours: Colours
) -> list[QTextEdit.ExtraSelection]:
    """Return the shapes of an article's passages, later ones over earlier ones; `hits` are positions in the document."""
    shades = [
        _shape(document, found, _dimmed(colours, struck=each.how == "user"))
        for each in page.view.uncounted
        if (found := page.range_of(each.span))
    ]
    handed_out = (page.range_of(span) for excerpt in page.view.excerpts for span in excerpt.spans)
    shades += [_shape(document, found, _shaded(colours.used)) for found in handed_out if found]
    return [*shades, *(_shape(document, hit, _shaded(colours.hit)) for hit in hits)]


def _shaded(colour: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(QColor(colour))
    return shape


def _dimmed(colours: Colours, *, struck: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(colours.ink3))
    shape.setFontStrikeOut(struck)
    return shape


def _shape(document: QTextDocument, where: tuple[int, int], shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    shade = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(min(where[0], last))
    cursor.setPosition(min(where[1], last), QTextCursor.MoveMode.KeepAnchor)
    shade.cursor, shade.format = cursor, shape  # type: ignore[attr-defined, unused-ignore]
    return shade
