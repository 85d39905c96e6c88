"""Who or what is meant: one of the archive's records, found while its name is typed, or a new name."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.base.text import fold
from app.gui import tokens
from app.gui.decided import KIND_OF_ONE
from app.gui.desk import Desk
from app.gui.parts import button, fit, label
from app.gui.style import sans
from app.gui.wording import counted
from app.messages import sentence_of
from app.model.recognition import Kind
from app.workflows.authority_list import RecordSummary, authorities
from app.workflows.library import Library

MOST = 12
VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Meant:
    """What was chosen: a record, or a new name of some kind, or nobody (neither); `always`: wherever the text is printed."""

    record: int | None = None
    kind: Kind | None = None
    name: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its words, what is typed already, the kinds that fit, what is offered before anything is typed.

    `printed` is the text that could always mean the answer, "" where that is not asked; `but` a record that is not meant.
    """

    words: str
    typed: str = ""
    kinds: tuple[Kind, ...] = tuple(Kind)
    offers: tuple[tuple[str, Meant], ...] = ()
    printed: str = ""
    but: int | None = None


class WhoDialog(QDialog):
    """`answered` carries the Meant."""

    answered = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._question = Question("")
        self.setWindowTitle(self.tr("Whom this names"))
        fit(self, 480, 420)
        self.title = label(bold=True, size=tokens.TITLE, wrap=True)
        self.field, self.list = QLineEdit(), QListWidget()
        self.always = QCheckBox()
        self.told = label(role="over", wrap=True)
        self.take = button(self.tr("This one"), self._take, kind="primary")
        self.cancel = button(self.tr("Cancel"), self.reject)
        self._lay_out()
        self.field.textChanged.connect(lambda _: self._find())
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.list.installEventFilter(self)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("Name …"))
        self.field.setAccessibleName(self.tr("Name"))
        self.always.setAccessibleName(self.tr("Always, wherever it is printed"))
        self.list.setAccessibleName(self.tr("Who is meant"))
        self.list.setFont(sans(tokens.SECONDARY))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (self.title, self.field, self.list, self.always, self.told):
            column.addWidget(part, 1 if part is self.list else 0)
        column.addLayout(buttons)

    def begin(self, question: Question) -> None:
        """Ask a question."""
        self._question = question
        self.title.setText(question.words)
        self.always.setChecked(False)
        self.always.setText(self.tr("Always, wherever “{0}” is printed").format(_short(question.printed)))
        self.always.setAccessibleName(self.always.text())
        self.always.setVisible(bool(question.printed))
        self.told.hide()
        self.list.clear()
        self.field.setText(question.typed)
        self._find()
        self.open()
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field go through the list, Enter in the list chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        typed, kinds = " ".join(self.field.text().split()), self._question.kinds
        if not fold(typed):
            self._desk.ask_names(lambda _: (), done=lambda _: self._show(()), failed=self._fail, key="who")
            return

        def job(library: Library) -> tuple[RecordSummary, ...]:
            found = [each for kind in kinds for each in authorities(library, kind=kind, text=typed, everything=True)]
            exact = fold(typed)
            return tuple(sorted(found, key=lambda each: (fold(each.name) != exact, -each.articles, each.name))[:MOST])

        self._desk.ask_names(job, done=self._show, failed=self._fail, key="who")

    def _show(self, found: tuple[RecordSummary, ...]) -> None:
        typed = " ".join(self.field.text().split())
        question = self._question
        self.list.clear()
        if not fold(typed):
            for text, meant in question.offers:
                self._add(text, meant)
        for each in found:
            if each.record != question.but:
                facts = f"{each.kind.value}, {counted(each.articles, 'article', 'articles')}"
                self._add(f"{each.name}  ·  {facts}", Meant(each.record))
        there = {each.kind for each in found if fold(each.name) == fold(typed)}
        for kind in question.kinds if fold(typed) else ():
            if kind not in there:
                self._add(self.tr("“{0}”, {1} that is new here").format(typed, KIND_OF_ONE[kind]), Meant(None, kind, typed))
        self.list.setCurrentRow(0)
        self.take.setEnabled(self.list.count() > 0)

    def _add(self, text: str, meant: Meant) -> None:
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(VALUE, meant)
        self.list.addItem(item)

    def _take(self) -> None:
        meant = self.list.currentIndex().data(VALUE)
        if not isinstance(meant, Meant):
            return
        always = self.always.isChecked() and bool(self._question.printed)
        self.accept()
        self.answered.emit(Meant(meant.record, meant.kind, meant.name, always))

    def _fail(self, error: PressmarkError) -> None:
        self.told.setText(sentence_of(error))
        self.told.show()


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
