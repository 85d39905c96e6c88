"""Beside a selection: what it takes of the allowance, whom it is for, Copy quote, and the ways out where it is refused."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui import tokens
from app.gui.flow_layout import FlowLayout
from app.gui.meter import Meter
from app.gui.parts import button
from app.gui.quote_choice import BasisRow, Choice, PublicationRow
from app.gui.quote_words import State, state_of, sum_words
from app.gui.style import restyle, sans
from app.gui.tokens import Colours
from app.messages.answers import refusal_of, remarks_of, size_of, trim_name
from app.messages.terms import purpose_name
from app.model.rights import RightsStatement
from app.rights import purposes_of
from app.workflows.publications import PublicationView
from app.workflows.quoting import Assessment, Form
from app.workflows.trims import Trim
from app.workflows.views import ArticleView


class QuoteBar(QFrame):
    """Shows an assessment and lets the quotation be copied; `changed` when what was chosen asks for a new assessment."""

    changed = Signal()
    copy_clicked = Signal()
    trims_wanted = Signal()
    trim_chosen = Signal(object)
    terms_clicked = Signal()
    study_clicked = Signal()
    reference_clicked = Signal()
    commercial_said = Signal(object)
    """A PublicationView with what was said of it."""
    left_by_key = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote-bar")
        self.setAccessibleName(self.tr("Quotation"))
        self.state: State = "waiting"
        self._form: Form = "quote"
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(28)
        self._shadow.setOffset(0, 8)
        self.setGraphicsEffect(self._shadow)
        self.sum, self.left, self.share = QLabel(), QLabel(), QLabel()
        self.meter = Meter(colours)
        self.refusal, self.remarks = QLabel(), QLabel()
        self.address = QLineEdit()
        self.choices, self.grounds = PublicationRow(), BasisRow()
        self.copy_button = QPushButton(self.tr("Copy quote"))
        self._purpose: str | None = None
        """What the passage was said to be for, until another article is read."""
        self.ways = QWidget()
        """The ways out of a refusal, each one click."""
        self._ways = FlowLayout(self.ways, spacing=6)
        self._set_up()
        self._lay_out()
        self.dress(colours)
        self.publication, self.medium, self.style_choice = (
            self.choices.publication,
            self.choices.medium,
            self.choices.style_choice,
        )
        self.basis, self.reason = self.grounds.basis, self.grounds.reason

    def _set_up(self) -> None:
        for label, role in ((self.sum, "strong"), (self.left, "secondary"), (self.share, "secondary"), (self.refusal, "over"),
                            (self.remarks, "warn")):  # fmt: skip
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(sans(tokens.SECONDARY, bold=label is self.sum))
            label.setProperty("role", role)
        for label in (self.refusal, self.remarks):
            label.setWordWrap(True)
        self.address.setPlaceholderText(self.tr("https://… the address of this article"))
        self.address.setAccessibleName(self.tr("Address of the article"))
        self.copy_button.setProperty("primary", True)
        self.copy_button.setToolTip(self.tr("Copy the marked, attributed and linked quotation (Ctrl+Shift+C)"))
        self.copy_button.clicked.connect(self.copy_clicked.emit)
        for field in (self.address, self.grounds.reason):
            field.returnPressed.connect(self.copy_clicked.emit)
        for row in (self.choices, self.grounds):
            row.changed.connect(self.changed.emit)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        for label in (self.sum, self.left):
            first.addWidget(label)
        first.addStretch()
        first.addWidget(self.share)
        self.choices.row.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(first)
        for part in (self.meter, self.refusal, self.remarks, self.ways, self.address, self.grounds, self.choices):
            column.addWidget(part)
        for part in (self.meter, self.refusal, self.remarks, self.ways, self.address, self.grounds):
            part.hide()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.meter.dress(colours)
        self._shadow.setColor(QColor(40, 30, 10, 60) if colours.name == "light" else QColor(0, 0, 0, 140))

    # What was chosen

    def choice(self) -> Choice:
        """Return what was chosen; an empty publication stays empty."""
        return Choice(
            self.publication.name, self.medium.currentText(), str(self.style_choice.currentData()),
            self.address.text().strip() or None, self.grounds.chosen(), self.reason.text().strip() or None, self._purpose,
        )  # fmt: skip

    def show_publications(self, known: tuple[PublicationView, ...]) -> None:
        """Offer the publications; the chosen one stays."""
        self.choices.show_publications(known)

    def forget_article(self) -> None:
        """Empty what was typed for one article."""
        self.address.clear()
        self.grounds.forget()
        self._purpose = None

    # What the terms say

    def show_assessment(self, found: Assessment, view: ArticleView, form: Form = "quote") -> None:
        """Show what the terms say to the selection; `form` is what was asked for, a quotation or a plain copy."""
        choice = self.choice()
        self._form = form
        self.state = state_of(found, view)
        words = sum_words(found, choice.publication)
        self.sum.setText(words.used)
        restyle(self.sum, "role", words.role)
        self.left.setText(words.left)
        self.share.setText(words.share)
        self.meter.show_measures(tuple(found.measures.values())[:3])
        self.address.setVisible(self.state == "link")
        # The basis is only asked for where the terms do not give one, so that it is never in the way.
        self.grounds.setVisible(self.state in ("reason", "refused") or choice.basis is not None)
        self.reason.setVisible(self.state == "reason")
        self.copy_button.setEnabled(self.state != "refused" and bool(choice.publication))
        self._show_words(found, view, choice)
        self._show_ways(found, view.rights)
        self.choices.show_beginning()
        self.fit(self.width())

    def _show_words(self, found: Assessment, view: ArticleView, choice: Choice) -> None:
        words, role = "", "over"
        if not choice.publication:
            words, role = self.tr("Name the publication that you quote for; allowances add up for each."), "warn"
        elif self.state == "link":
            words, role = self.tr("Source link missing. The terms want a link: give the article’s address once."), "warn"
        elif self.state == "reason" and choice.basis is None:
            words, role = (
                self.tr("The terms give no right to quote. Say why this quotation is justified; the reason is recorded."),
                "warn",
            )
        elif self.state == "reason":
            words, role = (
                self.tr("This does not rest on the article’s terms. Say why it applies; the reason is recorded."),
                "warn",
            )
        elif self.state == "refused":
            words = refusal_of(
                found,
                view.rights,
                medium=choice.medium,
                publication=choice.publication,
            )
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        restyle(self.refusal, "role", role)
        told = " ".join(remarks_of(found, choice.publication)) if found.verdict == "allowed" else ""
        self.remarks.setText(told)
        self.remarks.setVisible(bool(told))

    # Ways out

    def _show_ways(self, found: Assessment, rights: RightsStatement) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if found.reason == "over_cap" and not found.nothing_quotable and self._form == "quote":
            self.trims_wanted.emit()
        if self.state == "link":
            self._add_way(self.tr("Another basis…"), self._offer_bases)
            self._add_way(self.tr("Copy the reference alone"), self.reference_clicked.emit)
        if found.reason == "unconfirmed":
            self._add_way(self.tr("Look at the terms…"), self.terms_clicked.emit)
        if self._form == "plain" and self.state == "refused":
            self._add_way(self.tr("Copy for private study"), self.study_clicked.emit)
        self._ask_what_terms_hang_on(found, rights)
        self.ways.setVisible(self._ways.count() > 0)

    def _ask_what_terms_hang_on(self, found: Assessment, rights: RightsStatement) -> None:
        """Offer the answers to what the terms make a condition: what the passage is for, whether the publication earns money."""
        if found.reason == "purpose":
            for name in purposes_of(rights):
                words = self.tr("It is for {0}").format(purpose_name(name))
                self._add_way(words, lambda name=name: self._say_purpose(name))  # type: ignore[misc]  # a lambda with a default
        if "commercial_unknown" in found.remarks:
            for said, name in ((True, self.tr("It is commercial")), (False, self.tr("It is not commercial"))):
                self._add_way(name, lambda said=said: self._say_commercial(said))  # type: ignore[misc]  # a lambda with a default

    def show_trims(self, found: tuple[Trim, ...]) -> None:
        """Offer shorter passages that are allowed."""
        for trim in found:
            name = self.tr(trim_name(trim))
            self._add_way(f"{name} · {size_of(trim)}", lambda trim=trim: self.trim_chosen.emit(trim))  # type: ignore[misc]  # as above
        if not found:
            self.show_problem(self.tr("Not even a word of it is left for this publication."))
        self.ways.setVisible(self._ways.count() > 0)
        self.fit(self.width())

    def way_buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the ways out that are offered."""
        widgets = (item.widget() for n in range(self._ways.count()) if (item := self._ways.itemAt(n)) is not None)
        return tuple(widget for widget in widgets if isinstance(widget, QPushButton))

    def _offer_bases(self) -> None:
        self.grounds.show()
        self.basis.setFocus()
        self.fit(self.width())

    def _add_way(self, name: str, do: Callable[[], None]) -> None:
        self._ways.addWidget(button(name, do, kind="way"))

    def _say_purpose(self, name: str) -> None:
        self._purpose = name
        self.changed.emit()

    def _say_commercial(self, commercial: bool) -> None:
        known = self.choices.described()
        self.commercial_said.emit(replace(known, commercial=commercial))

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
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Take a width, and the height that its wrapped lines then need."""
        self.setFixedWidth(width)
        room = self.layout()
        if room is not None:
            room.activate()
            self.resize(width, room.totalHeightForWidth(width) if room.hasHeightForWidth() else room.totalSizeHint().height())
