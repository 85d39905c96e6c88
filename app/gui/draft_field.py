"""The draft itself: a field for plain text in which passages from the archive are shaded, and into which a file can be dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.base.spans import Span
from app.gui import tokens
from app.gui.positions import Utf16Map
from app.gui.style import serif
from app.gui.tokens import Colours
from app.messages.drafts import Verdict


@dataclass(frozen=True, slots=True)
class Shade:
    """Where a passage stands in the draft (None: nowhere that could be found), and what is to be said of it."""

    span: Span | None
    verdict: Verdict


class DraftField(QPlainTextEdit):
    """`passage_entered` carries the number of the passage that the cursor is in; `file_dropped` a path."""

    passage_entered = Signal(int)
    file_dropped = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._passages: list[tuple[QTextCursor | None, Verdict]] = []
        self._current = -1
        self.setObjectName("draft")
        self.setAccessibleName(self.tr("Draft"))
        self.setPlaceholderText(self.tr("Paste a draft here, or drop a file: text, Markdown, a web page, a Word document."))
        self.setFont(serif(tokens.TITLE + 1))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(16)
        self.cursorPositionChanged.connect(self._tell_passage)

    def replace_text(self, text: str) -> None:
        """Put another draft in place of this one; undoing brings it back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_passages(self, shades: Sequence[Shade]) -> None:
        """Shade passages; the shades follow what is typed before and in them."""
        units = Utf16Map(self.toPlainText())
        self._passages = [(self._cursor(shade.span, units), shade.verdict) for shade in shades]
        self._current = -1
        self._shade()

    def select_passage(self, number: int) -> None:
        """Show a passage as the current one, where it can be seen."""
        self._current = number
        cursor = self._passages[number][0] if 0 <= number < len(self._passages) else None
        if cursor is not None and not self._holds(cursor, self.textCursor().position()):
            place = QTextCursor(cursor)
            place.setPosition(cursor.selectionStart())
            self.setTextCursor(place)
            self.centerCursor()
        self._shade()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self._shade()

    def passage(self, number: int) -> str:
        """Return the words of a passage as they stand in the draft now, "" where they are not found."""
        cursor = self._passages[number][0] if 0 <= number < len(self._passages) else None
        return cursor.selectedText().replace("\u2029", "\n") if cursor is not None else ""

    def _cursor(self, span: Span | None, units: Utf16Map) -> QTextCursor | None:
        if span is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(units.to_units(span.start))
        cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _shade(self) -> None:
        shades = []
        for number, (cursor, verdict) in enumerate(self._passages):
            if cursor is not None:
                shade = QTextEdit.ExtraSelection()
                shape = self._shape(verdict, current=number == self._current)
                shade.cursor, shade.format = cursor, shape  # type: ignore[attr-defined, unused-ignore]
                shades.append(shade)
        self.setExtraSelections(shades)

    def _shape(self, verdict: Verdict, *, current: bool) -> QTextCharFormat:
        """Return the look of a passage: what is wrong has a line of its own shape, so that colour is not alone."""
        colours = self._colours
        shape = QTextCharFormat()
        shape.setBackground(QColor(colours.selection if current else colours.used))
        if verdict != "fine":
            style = QTextCharFormat.UnderlineStyle
            shape.setUnderlineStyle(style.WaveUnderline if verdict == "refused" else style.DashUnderline)
            shape.setUnderlineColor(QColor(colours.over if verdict == "refused" else colours.warn))
        return shape

    def _tell_passage(self) -> None:
        place = self.textCursor().position()
        for number, (cursor, _) in enumerate(self._passages):
            if cursor is not None and self._holds(cursor, place):
                self.passage_entered.emit(number)
                return

    @staticmethod
    def _holds(cursor: QTextCursor, place: int) -> bool:
        return cursor.selectionStart() <= place <= cursor.selectionEnd()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file; text is taken as any field takes it."""
        if file_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take a file anywhere in the field."""
        if file_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped, or put the text where it was dropped."""
        path = file_of(event)
        if path is None:
            super().dropEvent(event)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.file_dropped.emit(path)


def file_of(event: QDropEvent) -> Path | None:
    """Return the file that is dragged, None for anything else."""
    return next((Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()), None)
