"""Small parts that many places are made of: labels that show text as it is, buttons, sizes that fit the screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.gui import tokens
from app.gui.style import sans


def label(text: str = "", role: str = "", *, size: float = tokens.SECONDARY, bold: bool = False, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, whatever signs it holds."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(sans(size, bold=bold))
    made.setWordWrap(wrap)
    made.setProperty("role", role or None)
    return made


def button(text: str, do: Callable[[], object], *, kind: str = "", tip: str = "") -> QPushButton:
    """Return a button; `kind` is "primary", "flat", "way", or "" for a usual one."""
    made = QPushButton(text)
    # Enter belongs to the field that has the keyboard, not to a button that was never reached.
    made.setAutoDefault(False)
    made.setToolTip(tip)
    if kind:
        made.setProperty(kind, True)
        made.setFont(sans(tokens.SECONDARY if kind != "primary" else tokens.BODY))
    made.clicked.connect(lambda _=False: do())
    return made


def fit(window: QWidget, width: int, height: int, *, least_width: int = 0) -> None:
    """Give a window its first size, and its least width, as far as the screen has room for them."""
    room = window.screen().availableSize()
    window.setMinimumWidth(min(least_width, room.width() - 40))
    window.resize(min(width, room.width() - 40), min(height, room.height() - 60))
