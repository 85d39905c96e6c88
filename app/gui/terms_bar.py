"""The terms of the article that is read: always in sight, with the clause they were read from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.parts import button, label
from app.gui.style import restyle, sans
from app.gui.tag_row import TagRow
from app.messages.terms import amount_of
from app.model.rights import Cap, RightsStatement
from app.rights import badge, is_unconfirmed, summary

ORIGINS = {
    "footer": "From the article’s own notice", "html": "From the page", "metadata": "From the file’s own data",
    "user": "Entered by you", "profile": "From the source’s pages", "none": "The article states no terms",
}  # fmt: skip
MOST_TAGS = 5


class TermsBar(QWidget):
    """Shows one statement; a click anywhere on it asks for all of it."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Licence"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title, self.state, self.clause = label(bold=True), label(), _Elided()
        self.more = button(
            self.tr("Terms…"), self.opened.emit, kind="flat", tip=self.tr("All the terms say, and confirming them (Ctrl+T)")
        )
        self.clause.setFont(sans(tokens.SECONDARY))
        self.clause.setProperty("role", "secondary")
        self.tags = TagRow()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addWidget(self.tags, 1)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 7, 20, 11)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.clause)

    def show_terms(self, statement: RightsStatement) -> None:
        """Show other terms."""
        self.title.setText(title_of(statement))
        unconfirmed = is_unconfirmed(statement)
        self.state.setText(
            self.tr("not confirmed yet") if unconfirmed else self.tr("confirmed") if statement.confirmed_at else ""
        )
        self.state.setVisible(bool(self.state.text()))
        restyle(self.state, "role", "warn" if unconfirmed else "ok")
        origin = self.tr(ORIGINS[statement.origin])
        self.clause.show_text(f"{origin}: “{' '.join(statement.clause.split())}”" if statement.clause else origin)
        title = badge(statement).replace("-", " ")
        self.tags.show_tags([p for p in summary(statement) if "%" not in p and p.replace("-", " ") != title][:MOST_TAGS])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for all of the terms."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()


def title_of(statement: RightsStatement) -> str:
    """Return what the terms allow in a few words."""
    if not statement.caps:
        return badge(statement)
    return "Quotation " + ", ".join(dict.fromkeys(map(_limit, statement.caps)))


def _limit(cap: Cap) -> str:
    return f"of {amount_of(cap)}" if cap.op == "lt" else amount_of(cap)


class _Elided(QLabel):
    """One line that ends in … where it is too long; the whole is its tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>")
        self.setAccessibleName(text)
        self._shorten()

    def resizeEvent(self, event: object) -> None:
        self._shorten()

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 40)))
