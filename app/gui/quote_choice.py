"""Whom a quotation is for, in which style, and what it rests on where the terms do not give it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.base import settings
from app.citation import STYLES
from app.gui.parts import label
from app.gui.publication_field import PublicationField
from app.workflows.publications import MEDIA, PublicationView
from app.workflows.quoting import Basis

STYLE_NAMES = {
    "dash": "Dash line", "agency": "Agency", "apa": "APA", "mla": "MLA", "chicago": "Chicago", "harvard": "Harvard",
    "chicago-author-date": "Chicago, author–date", "iso690": "ISO 690", "oscola": "OSCOLA", "wiki": "Wiki",
}  # fmt: skip
BASIS_NAMES: tuple[tuple[Basis | None, str], ...] = (
    (None, "The article’s terms"), ("statutory", "Quotation by law"), ("permission", "Permission"), ("public_domain", "Public domain"),
    ("own_work", "Own work"), ("private_study", "Private study"),
)  # fmt: skip
NEW_PUBLICATION = "my-site.example"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen in the bar; `basis` None is what the terms give."""

    publication: str
    medium: str
    style: str
    url: str | None
    basis: Basis | None
    reason: str | None
    purpose: str | None = None


class PublicationRow(QWidget):
    """Publication, medium and style in one row; `changed` when another assessment is needed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.publication = PublicationField(
            self.tr("Publication, e.g. my-site.example"),
            self.tr("Where you will publish; allowances add up for each publication"),
        )
        self.publication.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.medium, self.style_choice = QComboBox(), QComboBox()
        self.medium.addItems(list(MEDIA))
        self.medium.setAccessibleName(self.tr("Medium"))
        self.style_choice.setAccessibleName(self.tr("Citation style"))
        for key in STYLES:
            self.style_choice.addItem(STYLE_NAMES.get(key, key), key)
        self.style_choice.setCurrentIndex(max(self.style_choice.findData(settings.load().citation_style), 0))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        for choice, letters in ((self.publication, 12), (self.medium, 7), (self.style_choice, 8)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(letters)
            self.row.addWidget(choice)
        self.publication.currentTextChanged.connect(lambda _: self._publication_changed())
        self.medium.currentIndexChanged.connect(lambda _: self.changed.emit())

    def show_publications(self, known: tuple[PublicationView, ...]) -> None:
        """Offer the publications; the chosen one stays."""
        chosen = settings.load().publication or (known[0].name if known else NEW_PUBLICATION)
        self.publication.show_publications(known, chosen=chosen)
        self._publication_changed()

    def described(self) -> PublicationView:
        """Return the chosen publication with what is known of it."""
        return self.publication.known or PublicationView(self.publication.name, self.medium.currentText())

    def show_beginning(self) -> None:
        """Show the name from its first letter on, unless it is being typed."""
        line = self.publication.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)

    def _publication_changed(self) -> None:
        known = self.publication.known
        self.medium.setEnabled(known is None)
        if known is not None:
            self.medium.blockSignals(True)
            self.medium.setCurrentText(known.medium)
            self.medium.blockSignals(False)
        self.changed.emit()


class BasisRow(QWidget):
    """What a quotation rests on, and why where the terms do not give it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.basis, self.reason = QComboBox(), QLineEdit()
        self.basis.setAccessibleName(self.tr("Basis"))
        self.basis.setToolTip(self.tr("What the quotation rests on; anything but the terms is recorded with your reason"))
        for key, name in BASIS_NAMES:
            self.basis.addItem(self.tr(name), key)
        self.reason.setPlaceholderText(self.tr("Why you may quote, e.g. “as evidence in a review”"))
        self.reason.setAccessibleName(self.tr("Reason for quoting"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        caption = label(self.tr("Rests on"), "secondary")
        caption.setBuddy(self.basis)
        row.addWidget(caption)
        row.addWidget(self.basis)
        row.addWidget(self.reason, 1)
        row.addStretch()
        self.basis.currentIndexChanged.connect(lambda _: self.changed.emit())

    def chosen(self) -> Basis | None:
        """Return the chosen basis, None for the terms."""
        found: Basis | None = self.basis.currentData()
        return found

    def forget(self) -> None:
        """Go back to the terms."""
        self.reason.clear()
        self.basis.blockSignals(True)
        self.basis.setCurrentIndex(0)
        self.basis.blockSignals(False)
