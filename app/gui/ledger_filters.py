"""What narrows the ledger: words, a publication, a period, the article that is read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.base.dates import EdtfDate, parse_edtf
from app.gui import tokens
from app.gui.style import restyle, sans
from app.workflows.ledger import LedgerFilter

DAY_WIDTH = 120


class LedgerFilters(QWidget):
    """`changed` follows each change; `wanted` is what is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: int | None = None
        self.words = self._field(self.tr("Words in headline, publication, reason …"), self.tr("Words that the ledger says"))
        self.publication = QComboBox()
        self.publication.setAccessibleName(self.tr("Publication"))
        self.publication.setFont(sans(tokens.SECONDARY))
        self.publication.addItem(self.tr("All publications"))
        self.publication.setMaximumWidth(240)
        self.first = self._field(self.tr("From 2026-03"), self.tr("Handed out from this day, month or year on"))
        self.last = self._field(self.tr("To 2026"), self.tr("Handed out up to and with this day, month or year"))
        self.only_article = QCheckBox(self.tr("Only the article that is read"))
        self.only_article.setFont(sans(tokens.SECONDARY))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for part in (self.publication, self.first, self.last, self.only_article):
            row.addWidget(part)
        for field in (self.first, self.last):
            field.setFixedWidth(DAY_WIDTH)
        for field in (self.words, self.first, self.last):
            field.textChanged.connect(lambda _: self.changed.emit())
        self.publication.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.only_article.toggled.connect(lambda _: self.changed.emit())
        self.show_article(None)

    def _field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setFont(sans(tokens.SECONDARY))
        return field

    def show_publications(self, names: list[str]) -> None:
        """Offer publications; the chosen one stays where it is still there."""
        chosen = self.publication.currentText() if self.publication.currentIndex() else ""
        self.publication.blockSignals(True)
        self.publication.clear()
        self.publication.addItems([self.tr("All publications"), *names])
        self.publication.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.publication.blockSignals(False)

    def show_article(self, article_id: int | None) -> None:
        """Say which article is read now; without one none can be chosen."""
        self._article = article_id
        self.only_article.setEnabled(article_id is not None)
        if self.only_article.isChecked():
            if article_id is None:
                self.only_article.setChecked(False)
            else:
                self.changed.emit()

    def wanted(self) -> LedgerFilter:
        """Return what is asked for; a date that is none asks for nothing."""
        first, last = self._date(self.first), self._date(self.last)
        return LedgerFilter(
            self.publication.currentText() if self.publication.currentIndex() > 0 else None,
            self._article if self.only_article.isChecked() else None,
            first.first if first else None, last.last if last else None, self.words.text().strip(),
        )  # fmt: skip

    def wrong_date(self) -> str:
        """Return what was typed as a date and is none, "" where all is well."""
        return next((field.text() for field in (self.first, self.last) if field.property("wrong")), "")

    def clear(self) -> None:
        """Ask for everything."""
        self.only_article.setChecked(False)
        self.publication.setCurrentIndex(0)
        for field in (self.words, self.first, self.last):
            field.clear()

    def _date(self, field: QLineEdit) -> EdtfDate | None:
        text = field.text().strip()
        try:
            found = parse_edtf(text) if text else None
        except ValueError:
            restyle(field, "wrong", True)
            return None
        restyle(field, "wrong", False)
        return found
