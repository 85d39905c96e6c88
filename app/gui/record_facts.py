"""What is known of a record besides its names, to be changed in place: each field is kept when it is left."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.parts import label
from app.gui.style import restyle, sans
from app.messages import sentence_of
from app.model.identifiers import SCHEMES
from app.workflows.authority_list import RecordView
from app.workflows.corrections import checked_facts

NAMES = {"titles": "Titles", "dates": "Dates", **{scheme: known.name for scheme, known in SCHEMES.items()}, "note": "Note"}
HINTS = {
    "titles": "separated by ;",
    "dates": "e.g. 1959–",
    **{scheme: f"e.g. {known.example}" for scheme, known in SCHEMES.items()},
}
NAMES_WIDTH = 84


class RecordFacts(QWidget):
    """`stated` carries the name of a fact and what was typed, once that is well formed."""

    stated = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self.wrong: dict[str, QLabel] = {}
        self._known: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        grid.setColumnStretch(1, 1)
        for number, (fact, name) in enumerate(NAMES.items()):
            self._add(grid, number * 2, fact, self.tr(name))

    def _add(self, grid: QGridLayout, row: int, fact: str, name: str) -> None:
        field, wrong = QLineEdit(), label(role="over", size=tokens.CAPTION, wrap=True)
        field.setFont(sans(tokens.SECONDARY))
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr(HINTS.get(fact, "")))
        field.editingFinished.connect(partial(self._finish, fact))
        field.textEdited.connect(lambda _: self._tell(fact, ""))
        wrong.hide()
        grid.addWidget(label(name, "caption"), row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(wrong, row + 1, 1)
        self.fields[fact], self.wrong[fact] = field, wrong

    def show_record(self, view: RecordView, *, changeable: bool) -> None:
        """Show the facts of a record; a field that is being typed into keeps what is typed when the record is the same."""
        known = {
            "titles": "; ".join(view.titles), "dates": view.summary.dates, "note": view.note,
            **{scheme: view.identifiers.get(scheme, "") for scheme in SCHEMES},
        }  # fmt: skip
        self._known = known
        for fact, field in self.fields.items():
            field.setReadOnly(not changeable)
            field.setText(known[fact])
            field.setCursorPosition(0)
            self._tell(fact, "")

    def _finish(self, fact: str) -> None:
        typed = self.fields[fact].text().strip()
        if not self.fields[fact].isModified() or typed == self._known.get(fact, ""):
            self._tell(fact, "")
            return
        try:
            checked_facts({fact: typed})
        except PressmarkError as error:
            self._tell(fact, sentence_of(error))
            return
        self._known[fact] = typed
        self.stated.emit(fact, typed)

    def _tell(self, fact: str, words: str) -> None:
        self.wrong[fact].setText(words)
        self.wrong[fact].setVisible(bool(words))
        restyle(self.fields[fact], "wrong", bool(words))
        self.fields[fact].setAccessibleDescription(words)
