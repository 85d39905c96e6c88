"""For which publication: the known ones to choose from, or another name."""

from PySide6.QtWidgets import QComboBox, QWidget

from app.gui import tokens
from app.gui.style import sans
from app.workflows.publications import PublicationView, is_same


class PublicationField(QComboBox):
    """Offers the known publications, and takes any other name; `hint` stands in the empty field."""

    def __init__(self, hint: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[PublicationView, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Publication"))
        self.setToolTip(tip)
        self.setFont(sans(tokens.BODY))
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(hint)
            line.setAccessibleName(self.tr("Publication"))
            line.setStyleSheet("QLineEdit { border: none; padding: 0; background: transparent; }")

    @property
    def name(self) -> str:
        """Return the name that was chosen or typed, "" for none."""
        return self.currentText().strip()

    @property
    def known(self) -> PublicationView | None:
        """Return the publication of that name, None where it is a new one."""
        return next((known for known in self._known if is_same(known.name, self.name)), None)

    def show_publications(self, known: tuple[PublicationView, ...], *, chosen: str = "") -> None:
        """Offer publications; what was typed stays, `chosen` stands where nothing was."""
        self._known = known
        typed = self.currentText() or chosen
        self.blockSignals(True)
        self.clear()
        self.addItems([publication.name for publication in known])
        self.setCurrentIndex(self.findText(typed))
        self.setEditText(typed)
        self.blockSignals(False)

    def choose(self, name: str) -> None:
        """Choose a publication, unless one was chosen already."""
        if not self.currentText():
            self.setEditText(name)
