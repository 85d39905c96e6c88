"""The field to search in, the order of the results, and Import."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.gui import tokens
from app.gui.icons import icon
from app.gui.style import sans
from app.gui.tokens import Colours
from app.index.query import Sort

SORTS: tuple[tuple[Sort, str], ...] = (
    ("relevance", "Relevance"), ("newest", "Newest first"), ("oldest", "Oldest first"), ("source", "Source"),
)  # fmt: skip


class QueryField(QLineEdit):
    """Emits `typed` for each key and `entered` for Enter; Down goes to the results."""

    typed = Signal(str)
    entered = Signal(str)
    down = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("query")
        self.setFont(sans(tokens.QUERY))
        self.setPlaceholderText(self.tr("Search words, “phrases”, person:name, said:word …"))
        self.setAccessibleName(self.tr("Search"))
        self.setMaxLength(2000)
        self._icon = self.addAction(icon("search", colours.ink3), QLineEdit.ActionPosition.LeadingPosition)
        self._keys = QLabel(self.tr("/ to search · ? for keys"), self)
        self._keys.setFont(sans(12))
        self._keys.setProperty("role", "caption")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textEdited.connect(self.typed.emit)
        self.textChanged.connect(lambda _: self._place_keys())
        self.returnPressed.connect(lambda: self.entered.emit(self.text()))

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._icon.setIcon(icon("search", colours.ink3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves for the results."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reminder of keys at the right."""
        super().resizeEvent(event)
        self._place_keys()

    def _place_keys(self) -> None:
        self._keys.adjustSize()
        self._keys.move(self.width() - self._keys.width() - 12, (self.height() - self._keys.height()) // 2)
        used = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText()) + 60
        self._keys.setVisible(used + self._keys.width() < self.width())


class QueryBar(QWidget):
    """The bar on top of the window. `search_wanted(text, typing)`: typing is True while the last word may go on."""

    search_wanted = Signal(str, bool)
    sort_chosen = Signal(str)
    import_clicked = Signal()
    down = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QueryField(colours)
        self.field.typed.connect(lambda text: self.search_wanted.emit(text, True))
        self.field.entered.connect(lambda text: self.search_wanted.emit(text, False))
        self.field.down.connect(self.down.emit)
        self.sort = QComboBox()
        self.sort.setAccessibleName(self.tr("Order"))
        for key, name in SORTS:
            self.sort.addItem(self.tr(name), key)
        self.sort.activated.connect(lambda _: self.sort_chosen.emit(self.sort.currentData()))
        self.import_button = QPushButton(self.tr("Import…"))
        self.import_button.setProperty("primary", True)
        self.import_button.setToolTip(self.tr("Import files (Ctrl+I), or drop them anywhere"))
        self.import_button.clicked.connect(self.import_clicked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 11)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.sort)
        row.addWidget(self.import_button)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.field.dress(colours)
