"""What is shown where nothing can be: one sentence, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.style import sans

Offer = tuple[str, Callable[[], None]]


class EmptyPage(QWidget):
    """A sentence in the middle with buttons below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setFont(sans(tokens.BODY))
        self._words.setProperty("role", "secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 32, 32, 32)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._column.addWidget(self._words)
        self._column.addSpacing(8)
        self._buttons: list[QPushButton] = []
        self._column.addStretch(2)

    def say(self, words: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence and what can be done."""
        self._words.setText(words)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for text, do in offers:
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, do=do: do())
            self._buttons.append(button)
            self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
