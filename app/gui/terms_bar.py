"""The terms of the article that is read: always in sight, with the clause they were read from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.style import sans
from app.model.rights import Cap, RightsStatement
from app.rights import badge, summary

ORIGINS = {
    "footer": "From the article’s own notice", "html": "From the page", "metadata": "From the file’s own data",
    "user": "Entered by you", "profile": "From the source’s terms", "none": "The article states no terms",
}  # fmt: skip
MOST_TAGS = 5


class TermsBar(QWidget):
    """Shows one statement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Licence"))
        self.title, self.clause = QLabel(), _Elided()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(sans(tokens.SECONDARY, bold=True))
        self.clause.setFont(sans(tokens.SECONDARY))
        self.clause.setProperty("role", "secondary")
        self._tags = QHBoxLayout()
        self._tags.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addLayout(self._tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 10, 24, 11)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.clause)

    def show_terms(self, statement: RightsStatement) -> None:
        """Show other terms."""
        self.title.setText(title_of(statement))
        clause = statement.span.of(statement.statement_text) if statement.span else statement.statement_text
        origin = self.tr(ORIGINS[statement.origin])
        self.clause.show_text(f"{origin}: “{' '.join(clause.split())}”" if clause else origin)
        while (item := self._tags.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        title = badge(statement)
        for phrase in [p for p in summary(statement) if "%" not in p and p.replace("-", " ") != title.replace("-", " ")][
            :MOST_TAGS
        ]:
            tag = QLabel(phrase)
            tag.setTextFormat(Qt.TextFormat.PlainText)
            tag.setFont(sans(tokens.CAPTION))
            tag.setProperty("role", "badge")
            tag.setFixedHeight(20)
            self._tags.addWidget(tag)


def title_of(statement: RightsStatement) -> str:
    """Return what the terms allow in a few words."""
    if not statement.caps:
        return badge(statement)
    return "Quotation " + ", ".join(dict.fromkeys(_limit(cap) for cap in statement.caps))


def _limit(cap: Cap) -> str:
    number = str(cap.n) if cap.n.denominator == 1 else f"{float(cap.n):g}"
    what = (
        f"{number} % of the text" if cap.unit == "percent" else f"{number} {'characters' if cap.unit == 'chars' else cap.unit}"
    )
    return f"of less than {what}" if cap.op == "lt" else f"up to {what}"


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
