"""Terms in the user's words: a field, and below it what would be read from them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.parts import button, label
from app.gui.style import restyle, sans
from app.gui.terms_bar import title_of
from app.messages.terms import words_of
from app.model.rights import RightsStatement
from app.workflows.terms import terms_in


class RewordPanel(QWidget):
    """`applied` carries the words; nothing is changed before."""

    applied = Signal(str)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("The terms in your words"))
        self.field.setPlaceholderText(self.tr("As a notice would say it: “Up to 100 words may be quoted with a link.”"))
        self.field.setTabChangesFocus(True)
        self.field.setFont(sans(tokens.BODY))
        self.field.setFixedHeight(76)
        self.field.textChanged.connect(self._preview)
        self.reading = label(role="secondary", wrap=True)
        self.reading.setMinimumHeight(36)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.apply = button(self.tr("Apply"), self._apply, kind="primary")
        self.cancel = button(self.tr("Cancel"), self.cancelled.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.reading)
        column.addLayout(buttons)

    def begin(self, words: str) -> None:
        """Let the terms be written, from these words on."""
        self.show()
        self.field.setPlainText(" ".join(words.split()))
        self.field.selectAll()
        self.field.setFocus()
        self._preview()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the terms as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _preview(self) -> None:
        self.apply.setEnabled(False)
        words = self.field.toPlainText()
        if words.strip():
            self._desk.ask(lambda *_: terms_in(words), done=self._show_reading, failed=self._show_nothing, key="preview")
        else:
            self._say(self.tr("What is read from your words stands here."), "caption")

    def _show_reading(self, statement: RightsStatement) -> None:
        words = words_of(statement)
        parts = [title_of(statement), *words.asked, *(f"Not allowed: {each}" for each in words.forbidden)]
        self._say(self.tr("This is read: {0}").format(" · ".join(parts)), "ok")
        self.apply.setEnabled(True)

    def _show_nothing(self, _: PressmarkError) -> None:
        self._say(self.tr("No terms can be read from this yet."), "warn")

    def _say(self, words: str, role: str) -> None:
        self.reading.setText(words)
        restyle(self.reading, "role", role)

    def _apply(self) -> None:
        self.applied.emit(self.field.toPlainText())
