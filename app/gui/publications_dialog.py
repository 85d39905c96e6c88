"""The places where the user publishes: medium, whether commercial, language of the marks, and the house's own rule."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.base.language_tags import language_tag
from app.citation.marks import MARKS
from app.gui.parts import label
from app.workflows.find import language_name
from app.workflows.publications import MEDIA, PublicationView

COMMERCIAL: tuple[tuple[bool | None, str], ...] = ((None, "not said"), (True, "yes"), (False, "no"))
MOST_WORDS = 100_000


class PublicationsDialog(QDialog):
    """Shows the publications, the chosen one to be changed; `described` carries it when it was."""

    described = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Publications"))
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Publications"))
        self.names.setFixedWidth(220)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.medium, self.commercial, self.language, self.house = (
            QLineEdit(),
            QComboBox(),
            QComboBox(),
            QComboBox(),
            QLineEdit(),
        )
        self._known: tuple[PublicationView, ...] = ()
        self._fill_choices()
        self._lay_out()
        self.names.currentRowChanged.connect(self._show)
        self.resize(660, 380)

    def _fill_choices(self) -> None:
        self.name.setPlaceholderText(self.tr("A new one, e.g. my-site.example"))
        self.medium.addItems(list(MEDIA))
        for said, word in COMMERCIAL:
            self.commercial.addItem(self.tr(word), said)
        self.language.addItem(self.tr("the article’s"), None)
        for code in sorted(MARKS, key=language_name):
            self.language.addItem(language_name(code), language_tag(code))
        self.house.setValidator(QIntValidator(1, MOST_WORDS, self))
        self.house.setPlaceholderText(self.tr("no rule"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, field in (
            (self.tr("Name"), self.name), (self.tr("Medium"), self.medium), (self.tr("Commercial"), self.commercial),
            (self.tr("Quotation marks"), self.language), (self.tr("House rule, words"), self.house),
        ):  # fmt: skip
            field.setAccessibleName(name)
            form.addRow(name, field)
        words = self.tr(
            "A house rule is your own limit for quotations by law; no law names a number. It warns, and forbids nothing."
        )
        hint = label(words, "caption", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("primary", True)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(hint)
        right.addStretch()
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.names)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)

    def show_publications(self, known: tuple[PublicationView, ...]) -> None:
        """Show the publications, the one of the shown name chosen, and a line for a new one at the end."""
        chosen = self.name.text()
        self._known = known
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems([each.name for each in known])
        self.names.addItem(self.tr("New publication…"))
        self.names.blockSignals(False)
        self.names.setCurrentRow(next((row for row, each in enumerate(known) if each.name == chosen), 0))

    def _show(self, row: int) -> None:
        is_new = row >= len(self._known)
        each = PublicationView("") if is_new else self._known[max(row, 0)]
        self.name.setText(each.name)
        self.name.setCursorPosition(0)
        # What was handed out is recorded under the name, so that a known one keeps it.
        self.name.setReadOnly(not is_new)
        self.medium.setCurrentText(each.medium)
        self.commercial.setCurrentIndex(next(n for n, (said, _) in enumerate(COMMERCIAL) if said == each.commercial))
        self._show_language(each.language)
        self.house.setText(str(each.house_words or ""))
        if is_new:
            self.name.setFocus()

    def _show_language(self, tag: str | None) -> None:
        at = self.language.findData(tag)
        if at < 0 and tag:
            # Given on the command line: a language whose own marks are not known has English ones.
            self.language.addItem(language_name(tag), tag)
            at = self.language.count() - 1
        self.language.setCurrentIndex(max(at, 0))

    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        said = replace(PublicationView(name), medium=self.medium.currentText(), commercial=self.commercial.currentData())
        house = int(self.house.text()) if self.house.hasAcceptableInput() else None
        self.described.emit(replace(said, language=self.language.currentData(), house_words=house))
