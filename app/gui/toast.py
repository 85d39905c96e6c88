"""A short word on what was just done, with a way back; it leaves by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.gui.style import restyle, sans

SHOWN_MS = 7000
SIDE = 24
MOST = 16_777_215
"""Qt's own number for no limit of a size."""


class Toast(QFrame):
    """Sits at the bottom of its parent, in the middle, or at the top where it would cover `beside`."""

    def __init__(self, parent: QWidget, beside: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self.setObjectName("toast")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(sans(12.5))
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setProperty("flat", True)
        self.undo.clicked.connect(self._go_back)
        self._back: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, back: Callable[[], None] | None = None, role: str = "ok") -> None:
        """Show a sentence; with `back` it can be undone while it is shown."""
        self._back = back
        self.words.setText(words)
        self.words.setAccessibleName(words)
        restyle(self.words, "role", role)
        self.undo.setVisible(back is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)

    def _go_back(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back()

    def _place(self) -> None:
        room = self.parentWidget()
        if room is not None:
            self._fit(room.width() - 2 * SIDE)
            left, low, high = (room.width() - self.width()) // 2, room.height() - self.height() - 88, 52
            covers = self._beside.isVisible() and QRect(QPoint(left, low), self.size()).intersects(self._beside.geometry())
            self.move(left, high if covers else low)

    def _fit(self, widest: int) -> None:
        """Be as wide as the words, which are wrapped where there is no room for them in one line."""
        self.words.setWordWrap(False)
        for part in (self, self.words):
            part.setMinimumSize(0, 0)
            part.setMaximumSize(MOST, MOST)
        self.adjustSize()
        too_wide = self.sizeHint().width() - widest
        if too_wide > 0:
            width = max(self.words.sizeHint().width() - too_wide, 80)
            self.words.setWordWrap(True)
            self.words.setFixedWidth(width)
            self.setFixedSize(widest, self.words.heightForWidth(width) + 18)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the parent changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
