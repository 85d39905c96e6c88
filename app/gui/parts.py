"""Small parts that many places are made of: labels that show text as it is, buttons, sizes that fit the screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QPushButton, QTableView, QWidget

from app.gui import tokens
from app.gui.style import sans

ROW_HEIGHT = 30


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


def as_rows(table: QTableView, *, several: bool = False) -> None:
    """Make a table a list of whole rows, one or several of which are chosen: no grid, no numbers, Tab leaves it."""
    mode = QAbstractItemView.SelectionMode
    table.setObjectName("report")
    table.setFont(sans(tokens.SECONDARY))
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)
