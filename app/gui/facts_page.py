"""Facts as a plain table of names and values: of the kept file, and of what happened to an article."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.style import sans
from app.gui.wording import size
from app.messages import sentence
from app.model.captured import Stated
from app.workflows.find import language_name
from app.workflows.views import ArticleView, StatedView

NAMES_WIDTH = 130
LONG = 40
"""From so many characters on a value without a space is shown in one line."""
Fact = tuple[str, str, str]
"""A name, a value, and a remark on how the value is known."""

FIELD_NAMES = {
    "source": "Source", "section": "Section", "deck": "Deck", "published": "Published", "language": "Language", "url": "Address",
    "canonical_url": "Canonical address", "slug": "Slug", "photo_credit": "Photo credit", "place": "Place", "modified": "Changed",
}  # fmt: skip
EVENT_NAMES = {
    "imported": "Imported", "edited": "Edited", "duplicate": "A copy was imported", "quoted": "Quoted", "recognised": "Names recognised",
    "terms": "Terms confirmed", "shown": "Printed whole in the terminal", "struck": "Struck out of the text",
    "counted": "Counted as text again",
}  # fmt: skip


def original_facts(view: ArticleView) -> tuple[Fact, ...]:
    """Return the facts of the original and each value of the article with its evidence."""
    original = view.original
    facts: list[Fact] = [
        ("Imported from", original.came_from, ""),
        ("Kept in", str(original.path.parent), "byte for byte, under its SHA-256 as its name"),
        ("SHA-256", original.sha256, ""),
        ("Size", size(original.size), ""),
        ("Kind", original.media_type, original.encoding or ""),
        ("Kept on", _time(original.kept_at), ""),
    ]
    facts += [("Author", author.value, evidence(author)) for author in view.authors]
    facts += [
        (
            FIELD_NAMES.get(name, name.replace("_", " ").capitalize()),
            language_name(s.value) if name == "language" else s.value,
            evidence(s),
        )
        for name, s in view.fields.items()
    ]
    facts += [(f"Stated {s.kind or 'subject'}", s.name, _code(s)) for s in view.stated]
    facts += [("Remark", sentence(warning.code, dict(warning.params)), "") for warning in view.warnings]
    return tuple(facts)


def history_facts(view: ArticleView) -> tuple[Fact, ...]:
    """Return what happened to the article, the first event first."""
    return tuple(
        (_time(event.at), EVENT_NAMES.get(event.kind, event.kind.capitalize()), _details(event.details))
        for event in view.events
    )  # fmt: skip


def evidence(stated: Stated) -> str:
    """Return how a value is known."""
    where = f" ({stated.where})" if stated.where else ""
    return {"stated": f"stated{where}", "inferred": f"≈ inferred{where}, to be confirmed", "user": "entered by you"}[stated.how]


def _code(stated: StatedView) -> str:
    """Return the code by which a document names somebody, and where it stands."""
    return " · ".join(part for part in (f"{stated.scheme} {stated.code}".strip(), stated.where) if part)


def _time(stamp: str) -> str:
    return stamp.replace("T", " ").removesuffix("+00:00") + " UTC"


def _details(details: dict[str, str]) -> str:
    return " · ".join(f"{name.replace('_', ' ')}: {value}" for name, value in details.items())


class FactsPage(QScrollArea):
    """Shows facts; values can be selected and copied, they are not the article's text."""

    def __init__(self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (64, 26, 40, 26)) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("facts-page")
        self._page = QWidget()
        self.setWidget(self._page)
        self._page.setObjectName("page")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(*margins)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show other facts."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        grid.setColumnStretch(1, 1)
        shown = tuple(facts)
        for number, (name, value, remark) in enumerate(shown):
            row = number * 3
            grid.addWidget(_label(name, "caption"), row, 0)
            grid.addWidget(_line(value) if len(value) > LONG and " " not in value else _label(value), row, 1)
            if remark:
                grid.addWidget(_label(remark, "caption"), row + 1, 1)
            # A fact without a name goes on with the one before it.
            goes_on = number + 1 < len(shown) and not shown[number + 1][0]
            grid.setRowMinimumHeight(row + 2, 0 if goes_on else 8)
        self._column.addWidget(table)
        self._column.addStretch()


def _line(text: str) -> QLineEdit:
    """Return a field for a value that cannot be wrapped: it scrolls in one line and can be copied."""
    line = QLineEdit(text)
    line.setReadOnly(True)
    line.setFrame(False)
    line.setProperty("role", "fact")
    line.setFont(sans(tokens.SECONDARY))
    line.setCursorPosition(0)
    # Qt begins the text of a field two pixels in; labels above and below do not.
    line.setTextMargins(-2, 0, 0, 0)
    line.setAccessibleName(text)
    return line


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setFont(sans(tokens.SECONDARY))
    label.setProperty("role", role or None)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
