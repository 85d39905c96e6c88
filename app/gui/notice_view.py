"""A notice word for word, with the clause that the terms were read from marked in it."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.parts import label
from app.gui.positions import Utf16Map
from app.gui.style import serif
from app.gui.tokens import Colours
from app.model.rights import RightsStatement

MOST_HEIGHT = 130
MOST_CHARACTERS = 20_000
"""A notice longer than this is a page, and is shown in part."""


class NoticeView(QWidget):
    """Shows the notice of a statement. It is no part of the article's text, and can be selected and copied freely."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._statement = RightsStatement()
        self.heading = label(role="caption")
        self.text = QTextEdit()
        self.text.setObjectName("notice-text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(serif(tokens.TITLE))
        self.text.document().setDocumentMargin(0)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 12, 28, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.text)

    def show_notice(self, statement: RightsStatement) -> None:
        """Show the notice of a statement; without one the view takes no room."""
        self._statement = statement
        words = statement.statement_text.strip("\n")
        cut = len(statement.statement_text) - len(statement.statement_text.lstrip("\n"))
        self.heading.setText(self._heading(statement))
        self.text.setAccessibleName(self.heading.text())
        self.text.setPlainText(words[:MOST_CHARACTERS] + ("…" if len(words) > MOST_CHARACTERS else ""))
        if statement.span is not None:
            self._mark(words, statement.span.start - cut, statement.span.end - cut)
        self.setVisible(bool(words))
        self._fit()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.show_notice(self._statement)

    def _heading(self, statement: RightsStatement) -> str:
        what = {
            "user": self.tr("Your words"), "profile": self.tr("What the source’s pages say, in our words"),
            "metadata": self.tr("What the file states"), "html": self.tr("What the page states"),
        }.get(statement.origin, self.tr("The notice, word for word"))  # fmt: skip
        return self.tr("{0}; what was read from it is marked").format(what) if statement.span else what

    def _mark(self, words: str, start: int, end: int) -> None:
        units = Utf16Map(words[:MOST_CHARACTERS])
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(units.to_units(min(max(start, 0), MOST_CHARACTERS, len(words))))
        cursor.setPosition(units.to_units(min(end, MOST_CHARACTERS, len(words))), QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setBackground(QColor(self._colours.hit))
        cursor.mergeCharFormat(shape)
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)

    def _fit(self) -> None:
        self.text.document().setTextWidth(max(self.text.viewport().width(), 200))
        self.text.setFixedHeight(min(round(self.text.document().size().height()) + 4, MOST_HEIGHT))

    def resizeEvent(self, event: object) -> None:
        """Keep the height that the notice needs at this width."""
        self._fit()
