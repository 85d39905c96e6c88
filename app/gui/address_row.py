"""A line that asks for one address, in place of a dialog over a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.gui.parts import button, label


class AddressRow(QWidget):
    """`given` carries what was typed; Esc and Cancel leave it."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = label(role="secondary")
        self.field = QLineEdit()
        self.field.setPlaceholderText("https://…")
        self.field.setAccessibleName(self.tr("Address"))
        self.field.returnPressed.connect(self._give)
        self.record = button(self.tr("Record"), self._give, kind="primary")
        self.cancel = button(self.tr("Cancel"), self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.question)
        row.addWidget(self.field, 1)
        row.addWidget(self.record)
        row.addWidget(self.cancel)

    def ask(self, question: str, known: str = "") -> None:
        """Ask a question; the answer begins with what is known."""
        self.question.setText(question)
        self.field.setAccessibleName(question)
        self.field.setText(known)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
