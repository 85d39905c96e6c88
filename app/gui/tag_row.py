"""Short phrases in frames, as many as there is room for: what is left out must stand elsewhere too."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui import tokens
from app.gui.parts import label

HEIGHT, GAP = 20, 6


class TagRow(QWidget):
    """Stands at the right of its room; a narrow one never makes the window wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[QLabel] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_tags(self, phrases: Sequence[str]) -> None:
        """Show other phrases."""
        for tag in self._tags:
            tag.hide()
            tag.deleteLater()
        self._tags = [label(phrase, "badge", size=tokens.CAPTION) for phrase in phrases]
        for tag in self._tags:
            tag.setParent(self)
        self.setAccessibleName(", ".join(phrases))
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Return the room that all of them want."""
        return QSize(sum(tag.sizeHint().width() + GAP for tag in self._tags), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return no width: all can be left out."""
        return QSize(0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        self._place()

    def _place(self) -> None:
        widths = [tag.sizeHint().width() + GAP for tag in self._tags]
        fitting = next((n for n in range(len(widths), 0, -1) if sum(widths[:n]) <= self.width()), 0)
        x = self.width() - sum(widths[:fitting])
        for number, tag in enumerate(self._tags):
            tag.setVisible(number < fitting)
            tag.setGeometry(x, 0, widths[number] - GAP, HEIGHT)
            x += widths[number]
