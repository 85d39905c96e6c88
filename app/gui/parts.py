"""Small parts that many places are made of: labels that show text as it is, quiet buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

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
