"""Beside a selection: what it takes of the allowance, whom it is for, and Copy quote."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.base import settings
from app.citation import STYLES
from app.gui import tokens
from app.gui.meter import Meter, level
from app.gui.style import restyle, sans
from app.gui.tokens import Colours
from app.messages.answers import UNITS, main_measure, refusal_of
from app.workflows.publications import MEDIA, PublicationView
from app.workflows.quoting import Assessment
from app.workflows.views import ArticleView

STYLE_NAMES = {
    "dash": "Dash line", "agency": "Agency", "apa": "APA", "mla": "MLA", "chicago": "Chicago", "harvard": "Harvard",
    "chicago-author-date": "Chicago, author–date", "iso690": "ISO 690", "oscola": "OSCOLA", "wiki": "Wiki",
}  # fmt: skip
NEW_PUBLICATION = "my-site.example"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen in the bar."""

    publication: str
    medium: str
    style: str
    url: str | None
    reason: str | None


class QuoteBar(QFrame):
    """Shows an assessment and lets the quotation be copied; `changed` when what was chosen asks for a new assessment."""

    changed = Signal()
    copy_clicked = Signal()
    shorten_clicked = Signal()
    left_by_key = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote-bar")
        self.setAccessibleName(self.tr("Quotation"))
        self._publications: tuple[PublicationView, ...] = ()
        self._media: tuple[str, ...] = ()
        self.state: Literal["allowed", "refused", "link", "reason", "waiting"] = "waiting"
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 8)
        self.setGraphicsEffect(shadow)
        self._shadow = shadow
        self._make_parts(colours)
        self._lay_out()
        self.dress(colours)

    def _make_parts(self, colours: Colours) -> None:
        self.sum = QLabel()
        self.sum.setTextFormat(Qt.TextFormat.PlainText)
        self.sum.setFont(sans(12, bold=True))
        self.left = QLabel()
        self.share = QLabel()
        for label in (self.left, self.share):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(sans(12))
            label.setProperty("role", "secondary")
        self.meter = Meter(colours)
        self.refusal = QLabel()
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.setFont(sans(tokens.SECONDARY))
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("https://… the address of this article"))
        self.address.setAccessibleName(self.tr("Address of the article"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why you may quote, e.g. “as evidence in a review”"))
        self.reason.setAccessibleName(self.tr("Reason for quoting"))
        for field in (self.address, self.reason):
            field.returnPressed.connect(self.copy_clicked.emit)
        self.publication = QComboBox()
        self.publication.setEditable(True)
        self.publication.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.publication.setAccessibleName(self.tr("Publication"))
        self.publication.setToolTip(self.tr("Where you will publish; allowances add up for each publication"))
        self.publication.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = self.publication.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Publication, e.g. my-site.example"))
            line.setAccessibleName(self.tr("Publication"))
            line.setStyleSheet("QLineEdit { border: none; padding: 0; background: transparent; }")
        self.medium = QComboBox()
        self.medium.addItems(list(MEDIA))
        self.medium.setAccessibleName(self.tr("Medium"))
        self.style_choice = QComboBox()
        self.style_choice.setAccessibleName(self.tr("Citation style"))
        for key in STYLES:
            self.style_choice.addItem(STYLE_NAMES.get(key, key), key)
        self.copy_button = QPushButton(self.tr("Copy quote"))
        self.copy_button.setProperty("primary", True)
        self.copy_button.setToolTip(self.tr("Copy the marked, attributed and linked quotation (Ctrl+Shift+C)"))
        self.copy_button.clicked.connect(self.copy_clicked.emit)
        self.shorten_button = QPushButton(self.tr("Shorten to fit"))
        self.shorten_button.clicked.connect(self.shorten_clicked.emit)
        self.publication.currentTextChanged.connect(self._publication_changed)
        self.medium.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._remembered()

    def _lay_out(self) -> None:
        first, last = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.sum)
        first.addWidget(self.left)
        first.addStretch()
        first.addWidget(self.share)
        last.setSpacing(8)
        for choice, letters in ((self.publication, 12), (self.medium, 7), (self.style_choice, 8)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(letters)
            last.addWidget(choice)
        last.addWidget(self.shorten_button)
        last.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.meter)
        column.addWidget(self.refusal)
        column.addWidget(self.address)
        column.addWidget(self.reason)
        column.addLayout(last)
        for part in (self.meter, self.refusal, self.address, self.reason, self.shorten_button):
            part.hide()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.meter.dress(colours)
        self._shadow.setColor(QColor(40, 30, 10, 60) if colours.name == "light" else QColor(0, 0, 0, 140))

    # What was chosen

    def choice(self) -> Choice:
        """Return what was chosen; an empty publication stays empty."""
        return Choice(
            self.publication.currentText().strip(),
            self.medium.currentText(),
            str(self.style_choice.currentData()),
            self.address.text().strip() or None,
            self.reason.text().strip() or None,
        )

    def show_publications(self, known: tuple[PublicationView, ...]) -> None:
        """Offer the publications; the chosen one stays."""
        self._publications = known
        chosen = self.publication.currentText() or settings.load().publication or (known[0].name if known else NEW_PUBLICATION)
        self.publication.blockSignals(True)
        self.publication.clear()
        self.publication.addItems([publication.name for publication in known])
        self.publication.setCurrentText(chosen)
        self.publication.blockSignals(False)
        self._publication_changed(chosen)

    def _publication_changed(self, name: str) -> None:
        known = next((p for p in self._publications if p.name == name), None)
        self.medium.setEnabled(known is None)
        if known is not None:
            self.medium.blockSignals(True)
            self.medium.setCurrentText(known.medium)
            self.medium.blockSignals(False)
        self.changed.emit()

    def _remembered(self) -> None:
        place = self.style_choice.findData(settings.load().citation_style)
        self.style_choice.setCurrentIndex(max(place, 0))

    def forget_article(self) -> None:
        """Empty what was typed for one article."""
        self.address.clear()
        self.reason.clear()

    # What the terms say

    def show_assessment(self, found: Assessment, view: ArticleView) -> None:
        """Show what the terms say to the selection."""
        choice = self.choice()
        self._media = view.rights.media
        self._show_sum(found, choice.publication)
        self.meter.show_measures(tuple(found.measures.values())[:3])
        self.state = self._state_of(found)
        self.address.setVisible(self.state == "link")
        self.reason.setVisible(self.state == "reason")
        self.shorten_button.setVisible(self.state == "refused" and found.reason == "over_cap" and not found.nothing_quotable)
        self.copy_button.setEnabled(self.state != "refused" and bool(choice.publication))
        self._show_words(found, choice)
        line = self.publication.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
        self.adjustSize()

    def _state_of(self, found: Assessment) -> Literal["allowed", "refused", "link", "reason"]:
        if found.reason == "link_missing":
            return "link"
        if found.verdict != "allowed":
            return "refused"
        return "reason" if found.basis == "statutory" else "allowed"

    def _show_sum(self, found: Assessment, publication: str) -> None:
        counted = main_measure(found)
        self.share.setText("")
        if counted is None:
            words = found.excerpt.words if found.excerpt.words is not None else found.excerpt.chars
            self.sum.setText(f"{words:,} {'words' if found.excerpt.words is not None else 'characters'}")
            self.left.setText(self.tr("the terms set no limit") if found.basis != "statutory" else "")
            restyle(self.sum, "role", "strong")
            return
        name, measure = counted
        self.sum.setText(f"{measure.used:,} of {measure.cap:,} {UNITS[name]}")
        restyle(self.sum, "role", {"over": "over", "warn": "warn"}.get(level(measure), "strong"))
        before = self.tr("with what you quoted before · ") if measure.before else ""
        left = max(measure.remaining, 0)
        self.left.setText(
            f"{before}{left:,} left for {publication}" if measure.remaining >= 0 else f"{-measure.remaining:,} too many"
        )
        if found.binding not in (None, name) and level(found.measures[found.binding or name]) == "over":
            binding = found.measures[found.binding or name]
            self.left.setText(f"but {binding.used:,} of {binding.cap:,} {UNITS[found.binding or name]}")
        self.share.setText(f"{measure.used / measure.total:.1%}" if measure.total else "")

    def _show_words(self, found: Assessment, choice: Choice) -> None:
        words, role = "", "over"
        if not choice.publication:
            words, role = self.tr("Name the publication that you quote for; allowances add up for each."), "warn"
        elif self.state == "link":
            words, role = self.tr("Source link missing. The terms want a link: give the article's address once."), "warn"
        elif self.state == "reason":
            words, role = (
                self.tr("The terms give no right to quote. Say why this quotation is justified; the reason is recorded."),
                "warn",
            )
        elif self.state == "refused":
            words = refusal_of(found, media=self._media, medium=choice.medium, publication=choice.publication)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        restyle(self.refusal, "role", role)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    def show_problem(self, words: str) -> None:
        """Show why it could not be done; the bar stays for another try."""
        self.refusal.setText(words)
        self.refusal.show()
        restyle(self.refusal, "role", "over")
        self.adjustSize()
