"""All keys of the window, in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.style import sans

KEYS: tuple[tuple[str, str], ...] = (
    ("/", "Search"), ("Ctrl+F", "Search"), ("Down", "From the search field to the results"), ("J", "Next result"),
    ("K", "Previous result"), ("Return", "Read the result"), ("F3", "Next hit in the article"), ("Shift+F3", "Previous hit"),
    ("Ctrl+Shift+C", "Copy the selected passage as a quotation"), ("Ctrl+C", "Copy the selected words alone; they count all the same"),
    ("Ctrl+Alt+C", "Copy the reference to the article"), ("Ctrl+Shift+R", "Save references for other programs"), ("Ctrl+P", "Print the selected passage"), ("Ctrl+T", "The terms of the article"), ("Ctrl+Shift+K", "Count the paragraph as the article’s text, or not"), ("Ctrl+D", "Check a draft that quotes from the archive"), ("Ctrl+L", "The ledger of what was handed out"),
    ("Ctrl+Shift+N", "People, organisations and places"), ("Ctrl+E", "Whom the selection, or the name at the cursor, names"),
    ("Ctrl+Shift+E", "Not a name here"), ("Ctrl+Shift+S", "Who says this"), ("Ctrl+Shift+M", "Show the name at the cursor among the names"),
    ("F6", "Next pane"), ("Shift+F6", "Previous pane"), ("Esc", "Back"), ("Space", "Include a filter’s value, then exclude it, then let go"),
    ("Ctrl+1", "Show or hide the filters"), ("Ctrl+2", "Show or hide the results"), ("Ctrl++", "Larger text"), ("Ctrl+-", "Smaller text"),
    ("Ctrl+0", "Usual size"), ("Ctrl+I", "Import files"), ("Ctrl+O", "Open an archive"), ("?", "These keys"),
)  # fmt: skip


class KeysDialog(QDialog):
    """Shows the keys as this system writes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(2, 24)
        half = (len(KEYS) + 1) // 2
        for number, (keys, what) in enumerate(KEYS):
            row, side = number % half, 3 * (number // half)
            shown = QLabel(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            shown.setFont(sans(tokens.BODY, bold=True))
            grid.addWidget(shown, row, side)
            grid.addWidget(QLabel(self.tr(what)), row, side + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignRight)
