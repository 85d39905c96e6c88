"""For which publication: the known ones to choose from, or another name."""

from PySide6.QtWidgets import QComboBox, QWidget

from app.gui import tokens
from app.gui.style import sans
from app.workflows.publications import PublicationView


class PublicationField(QComboBox):
    """What was quoted for the publication before counts with the draft; without one nothing does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Publication"))
        self.setToolTip(self.tr("What was quoted for it before counts too"))
        self.setFont(sans(tokens.BODY))
        self.setMinimumWidth(220)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("any publication"))
            line.setAccessibleName(self.tr("Publication"))

    def show_publications(self, known: tuple[PublicationView, ...]) -> None:
        """Offer publications; what was typed stays."""
        typed = self.currentText()
        self.clear()
        self.addItems([publication.name for publication in known])
        self.setCurrentIndex(self.findText(typed))
        self.setEditText(typed)

    def choose(self, name: str) -> None:
        """Choose a publication, unless one was chosen already."""
        if not self.currentText():
            self.setEditText(name)
