"""Splitting a record: which of its names, or which of its articles, are somebody else's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.decided import affects
from app.gui.desk import Desk
from app.gui.parts import button, fit, label
from app.gui.record_page import VALUE, RecordShown
from app.gui.style import restyle, sans
from app.gui.wording import long_date
from app.messages import sentence_of
from app.workflows.authority_list import articles_called


class SplitDialog(QDialog):
    """`wanted` carries articles, names and the new record's name; with both, only these names in these articles go."""

    wanted = Signal(object, object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._record, self._name = desk, 0, ""
        self.setWindowTitle(self.tr("Split"))
        fit(self, 620, 560)
        self.title = label(bold=True, size=tokens.TITLE, wrap=True)
        self.variants, self.articles = (
            _choices(self.tr("Names that are somebody else’s")),
            _choices(self.tr("Articles of somebody else")),
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the new record"))
        self.reach = label(role="secondary", wrap=True)
        self.split = button(self.tr("Split"), self._split, kind="primary")
        self.cancel = button(self.tr("Cancel"), self.reject)
        self._lay_out()
        for each in (self.variants, self.articles):
            each.itemChanged.connect(lambda _: self._changed())
        self.name.returnPressed.connect(self._split)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reach, 1)
        foot.addWidget(self.split)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        self._names_title = label(self.tr("Names that are somebody else’s"), "secondary")
        for part in (self._names_title, self.variants, label(self.tr("Articles of somebody else"), "secondary"), self.articles):
            column.addWidget(part)
        column.setStretch(2, 1)
        column.setStretch(4, 2)
        column.addWidget(label(self.tr("The new record’s name"), "secondary"))
        column.addWidget(self.name)
        column.addSpacing(6)
        column.addLayout(foot)

    def begin(self, shown: RecordShown) -> None:
        """Open for a record."""
        found = shown.view.summary
        self._record, self._name = found.record, found.name
        self.title.setText(self.tr("Split “{0}”").format(found.name))
        forms = [found.name, *(each.name for each in shown.view.variants)]
        _fill(self.variants, [(form, form) for form in forms])
        _fill(self.articles, [(f"{headline}  ·  {long_date(date)}", number) for number, headline, date in shown.articles])
        self.name.setText("")
        self._changed()
        self.open()
        self.variants.setFocus()

    def chosen(self) -> tuple[list[int], list[str]]:
        """Return the articles and the names that are to go."""
        articles = [each for each in _checked(self.articles) if isinstance(each, int)]
        return articles, [each for each in _checked(self.variants) if isinstance(each, str)]

    def _changed(self) -> None:
        articles, variants = self.chosen()
        self.name.setPlaceholderText(next(iter(variants), self._name))
        self.split.setEnabled(False)
        if not articles and not variants:
            self._say(self.tr("Choose names or articles with Space."), "secondary")
            return
        record = self._record
        self._desk.ask_names(
            lambda library: articles_called(library, record, articles=articles, variants=variants),
            done=lambda found: self._show_reach(len(found)), failed=self._fail, key="split",
        )  # fmt: skip

    def _show_reach(self, articles: int) -> None:
        self.split.setEnabled(articles > 0)
        self._say(affects(articles).capitalize(), "secondary" if articles else "warn")

    def _fail(self, error: PressmarkError) -> None:
        self._say(sentence_of(error), "over")

    def _say(self, words: str, role: str) -> None:
        self.reach.setText(words)
        restyle(self.reach, "role", role)

    def _split(self) -> None:
        if self.split.isEnabled():
            articles, variants = self.chosen()
            self.accept()
            self.wanted.emit(articles, variants, self.name.text().strip())


def _choices(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setFont(sans(tokens.SECONDARY))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _fill(choices: QListWidget, items: list[tuple[str, object]]) -> None:
    choices.blockSignals(True)
    choices.clear()
    for text, value in items:
        item = QListWidgetItem(text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(VALUE, value)
        choices.addItem(item)
    if items:
        choices.setCurrentRow(0)
    choices.blockSignals(False)


def _checked(choices: QListWidget) -> list[object]:
    items = [choices.item(place) for place in range(choices.count())]
    return [item.data(VALUE) for item in items if item.checkState() == Qt.CheckState.Checked]
