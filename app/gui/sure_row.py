"""A line that says how far a decision reaches before it is made, in place of a dialog over a window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.gui import tokens
from app.gui.parts import button, label
from app.gui.style import sans

Choice = tuple[str, int]


class SureRow(QWidget):
    """Enter and the button do it; Esc and Cancel leave it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = label(wrap=True)
        self.choice = QComboBox()
        self.choice.setFont(sans(tokens.SECONDARY))
        self.choice.setMaximumWidth(280)
        self._do: Callable[[], None] = self.hide
        self.choice.setAccessibleName(self.tr("What is chosen"))
        self.yes = button(self.tr("Do it"), self._yes, kind="primary")
        self.cancel = button(self.tr("Cancel"), self.leave)
        self._back: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.question, 1)
        for part in (self.choice, self.yes, self.cancel):
            row.addWidget(part)
        self.hide()

    def ask(
        self,
        question: str,
        yes: str,
        do: Callable[[], None],
        *,
        choices: Sequence[Choice] = (),
        named: str = "",
        back: QWidget | None = None,
    ) -> None:
        """Ask a question, with something to choose where `choices` (text, value) are given, called `named`; `back` gets the keyboard after."""
        self._do, self._back = do, back
        self.question.setText(question)
        self.yes.setText(yes)
        self.yes.setAccessibleName(f"{yes}: {question}")
        self.choice.blockSignals(True)
        self.choice.clear()
        for text, value in choices:
            self.choice.addItem(text, value)
        self.choice.blockSignals(False)
        self.choice.setAccessibleName(named or question)
        self.choice.setVisible(bool(choices))
        self.show()
        self.yes.setFocus()

    def leave(self) -> None:
        """Leave the question."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def _yes(self) -> None:
        self.leave()
        self._do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it, Enter does it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._yes()
        else:
            super().keyPressEvent(event)
