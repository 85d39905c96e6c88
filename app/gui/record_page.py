"""One authority record: its names, its facts, where it stands, and what was decided on it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.decided import KIND_OF_ONE, STATUS_NAMES, affects
from app.gui.parts import button, label
from app.gui.record_facts import RecordFacts
from app.gui.style import sans, serif
from app.gui.wording import counted, long_date
from app.messages.decisions import decision_words
from app.workflows.authority_list import RecordView, authority, headlines
from app.workflows.decisions import Decision, decisions
from app.workflows.library import Library

MOST = 200
"""So many articles and decisions are listed; all articles are a search away."""
SIDE = 24
VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RecordShown:
    """A record with the newest articles that it stands in and the latest decisions on it."""

    view: RecordView
    articles: tuple[tuple[int, str, str], ...]
    decisions: tuple[Decision, ...]


def record_shown(library: Library, record: int) -> RecordShown:
    """Return what the page shows of a record; UsageError `record-missing`."""
    view = authority(library, record)
    number = view.summary.record
    return RecordShown(view, headlines(library, view.article_ids, limit=MOST), decisions(library, record=number, limit=MOST))


class ItemList(QListWidget):
    """A list as high as its items, up to a few; `taken` when the current one is to go, `opened` when it is wanted."""

    taken = Signal()
    opened = Signal()

    def __init__(self, name: str, *, most: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(name)
        self.setFont(sans(tokens.SECONDARY))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())

    def show_items(self, items: list[tuple[str, object]]) -> None:
        """Show texts, each with what it stands for."""
        place = self.currentRow()
        self.clear()
        for text, value in items:
            item = QListWidgetItem(text)
            item.setToolTip(text)
            item.setData(VALUE, value)
            self.addItem(item)
        if items:
            self.setCurrentRow(max(0, min(place, len(items) - 1)))
        row = max(self.sizeHintForRow(0), 26)
        self.setFixedHeight(row * max(1, min(len(items), self._most)) + 12)

    def value(self) -> object:
        """Return what the current item stands for, None without one."""
        item = self.currentItem()
        return item.data(VALUE) if item else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del takes away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class RecordPage(QScrollArea):
    """Shows a record; what is done here is carried by signals."""

    renamed = Signal(str)
    stated = Signal(str, str)
    variant_added = Signal(str)
    variant_taken = Signal(str)
    undo_wanted = Signal(object)
    """The Decision to be taken back."""
    article_wanted = Signal(int)
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shown: RecordShown | None = None
        self._changeable = False
        self.name, self.new_name = QLineEdit(), QLineEdit()
        self.state, self.rename_hint = label(role="secondary"), label(role="caption", size=tokens.CAPTION)
        self.search = button(self.tr("Search"), self.search_wanted.emit, kind="way")
        self.variants = ItemList(self.tr("Also called"))
        self.add = button(self.tr("Add"), self._add_variant)
        self.take = button(self.tr("Remove"), self._take_variant, tip=self.tr("It is not found by this name any more (Del)"))
        self.facts = RecordFacts()
        self.articles = ItemList(self.tr("Articles"), most=8)
        self.log = ItemList(self.tr("Decisions"), most=5)
        self.undo = button(self.tr("Undo"), self._undo, tip=self.tr("Take the chosen decision back, whatever came after it"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(page)
        self.name.setFont(serif(tokens.HEADLINE * 0.75, bold=True))
        self.name.setAccessibleName(self.tr("Name"))
        self.new_name.setPlaceholderText(self.tr("Another name …"))
        self.new_name.setAccessibleName(self.tr("Another name"))
        self.new_name.setFont(sans(tokens.SECONDARY))
        self.articles_title = label(bold=True)
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, 20, SIDE, 20)
        column.setSpacing(6)
        for part in (self.name, self.rename_hint):
            column.addWidget(part)
        column.addLayout(_row(self.state, None, self.search))
        self._section(column, label(self.tr("Also called"), bold=True), self.variants, _row(self.new_name, self.add, self.take))
        self._section(column, label(self.tr("Facts"), bold=True), self.facts)
        self._section(column, self.articles_title, self.articles)
        self._section(column, label(self.tr("Decisions"), bold=True), self.log, _row(None, self.undo))
        column.addStretch()

    def _section(self, column: QVBoxLayout, *parts: QWidget | QHBoxLayout) -> None:
        column.addSpacing(14)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self._rename)
        self.name.textEdited.connect(lambda _: self._show_rename())
        self.new_name.returnPressed.connect(self._add_variant)
        self.variants.taken.connect(self._take_variant)
        self.facts.stated.connect(self.stated.emit)
        self.articles.opened.connect(self._open_article)
        self.log.currentRowChanged.connect(lambda _: self._show_undo())
        self.log.taken.connect(self._undo)

    def show_record(self, shown: RecordShown, *, changeable: bool) -> None:
        """Show a record."""
        other = self.shown is None or self.shown.view.summary.record != shown.view.summary.record
        self.shown = shown
        found = shown.view.summary
        self.name.setText(found.name)
        self.name.setCursorPosition(0)
        self._changeable = changeable
        for field in (self.name, self.new_name):
            field.setReadOnly(not changeable)
        self._show_rename()
        kind, status = KIND_OF_ONE[found.kind].split(" ", 1)[1].capitalize(), STATUS_NAMES[found.status]
        self.state.setText(f"{kind} · {status} · {counted(found.articles, 'article', 'articles')}")
        self.search.setText(self.tr("Search in {0}").format(counted(found.articles, "article", "articles")))
        self.search.setVisible(found.articles > 0 and found.status != "rejected")
        self.variants.show_items([(_variant(each.name, each.origin), each.name) for each in shown.view.variants])
        self.variants.setVisible(bool(shown.view.variants))
        self.add.setEnabled(changeable)
        self.take.setEnabled(changeable and bool(shown.view.variants))
        self.facts.show_record(shown.view, changeable=changeable)
        self._show_articles(shown)
        self.log.show_items([(_line(each), each) for each in shown.decisions])
        self.log.setVisible(bool(shown.decisions))
        self._show_undo()
        if other:
            self.new_name.clear()
            self.verticalScrollBar().setValue(0)

    def _show_articles(self, shown: RecordShown) -> None:
        total = len(shown.view.article_ids)
        more = total - len(shown.articles)
        title = self.tr("Articles")
        self.articles_title.setText(
            f"{title} · {self.tr('the newest {0} of {1}').format(MOST, f'{total:,}')}" if more > 0 else title
        )
        self.articles.show_items([(f"{headline}  ·  {long_date(date)}", number) for number, headline, date in shown.articles])
        self.articles.setVisible(bool(shown.articles))

    def _show_rename(self) -> None:
        if self.shown is None:
            return
        found = self.shown.view.summary
        other = self.name.text().strip() != found.name
        self.rename_hint.setText(
            self.tr("Return renames it: {0}. Esc leaves the name.").format(affects(found.articles)) if other else ""
        )
        self.rename_hint.setVisible(other)

    def _show_undo(self) -> None:
        chosen = self.log.value()
        self.undo.setVisible(self.log.count() > 0)
        self.undo.setEnabled(isinstance(chosen, Decision) and chosen.made.undone_by is None and self._changeable)

    def _rename(self) -> None:
        if self.shown is not None and self._changeable and self.name.text().strip() != self.shown.view.summary.name:
            self.renamed.emit(self.name.text())

    def _add_variant(self) -> None:
        if self.new_name.text().strip() and self._changeable:
            self.variant_added.emit(self.new_name.text())
            self.new_name.clear()

    def _take_variant(self) -> None:
        if isinstance(name := self.variants.value(), str) and self._changeable:
            self.variant_taken.emit(name)

    def _undo(self) -> None:
        if self.undo.isEnabled():
            self.undo_wanted.emit(self.log.value())

    def _open_article(self) -> None:
        if isinstance(number := self.articles.value(), int):
            self.article_wanted.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a changed name leaves the name as it was."""
        found = self.shown.view.summary if self.shown else None
        if event.key() == Qt.Key.Key_Escape and found is not None and self.name.text() != found.name:
            self.name.setText(found.name)
            self._show_rename()
        else:
            super().keyPressEvent(event)


def _variant(name: str, origin: str) -> str:
    return f"{name}  ·  typed" if origin == "typed" else name


def _line(each: Decision) -> str:
    made = each.made
    undone = "  (undone)" if made.undone_by is not None else ""
    return f"{made.at[:16].replace('T', ' ')}  {decision_words(each)}{undone}"


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    return row
