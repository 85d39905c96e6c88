"""Records that may be one, a pair at a time: one, two, or not sure, each by a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.decided import KIND_OF_ONE, Made, affects
from app.gui.desk import Desk
from app.gui.empty_page import EmptyPage
from app.gui.parts import button, label
from app.gui.style import serif
from app.gui.wording import counted
from app.messages import sentence_of
from app.messages.decisions import reason_words
from app.model.recognition import Kind
from app.workflows import corrections as decide
from app.workflows.suggestions import Suggestion, suggestions

WIDEST = 720


class SuggestionPage(QWidget):
    """`wanted` carries the job of an answer, `undo_wanted` the decisions to take back."""

    wanted = Signal(object)
    undo_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pairs: tuple[Suggestion, ...] = ()
        self.place = 0
        self._waiting: int | None = None
        """The place of the pair whose answer is being kept."""
        self._answers: list[tuple[int, Made | None]] = []
        """The places that were answered, the last one last, each with its decisions; None where it was left open."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Names that may be one"))
        self.progress, self.bar = label(role="secondary"), QProgressBar()
        self.reason = label(role="secondary", size=tokens.BODY, wrap=True)
        self.one, self.other = _Side(), _Side()
        self.reach = label(role="caption", wrap=True)
        self.same = button(self.tr("Same (Y)"), self.say_same, kind="primary")
        self.different = button(self.tr("Different (N)"), self.say_different)
        self.unsure = button(self.tr("Unsure (H)"), self.say_unsure)
        self.undo = button(self.tr("Undo (U)"), self.go_back, kind="flat")
        self._empty = EmptyPage()
        self.pages = QStackedWidget()
        self._lay_out()
        self._say(self.tr("Comparing the names …"))

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How many pairs were looked at"))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for side in (self.one, self.other):
            sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for part in (self.same, self.different, self.unsure):
            answers.addWidget(part)
        answers.addStretch()
        answers.addWidget(self.undo)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.progress)
        column.addWidget(self.bar)
        column.addSpacing(20)
        column.addWidget(self.reason)
        column.addLayout(sides)
        column.addSpacing(8)
        column.addWidget(self.reach)
        column.addLayout(answers)
        column.addStretch()
        page = QWidget()
        middle = QHBoxLayout(page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inner, 8)
        middle.addStretch(1)
        for each in (page, self._empty):
            self.pages.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def begin(self) -> None:
        """Compare the records as they are now."""
        self.forget()
        self.setFocus()
        self._desk.ask_names(suggestions, done=self.show_pairs, failed=self._fail, key="suggestions")

    def forget(self) -> None:
        """Show no pair."""
        self.pairs, self.place, self._waiting, self._answers = (), 0, None, []
        self._say(self.tr("Comparing the names …"))

    def show_pairs(self, pairs: tuple[Suggestion, ...]) -> None:
        """Show pairs, the likeliest first."""
        self.pairs, self.place, self._answers = pairs, 0, []
        self._show()

    @property
    def pair(self) -> Suggestion | None:
        """Return the pair that is asked about, None when all were."""
        return self.pairs[self.place] if self.place < len(self.pairs) else None

    def _show(self) -> None:
        pair = self.pair
        self.undo.setEnabled(bool(self._answers))
        if pair is None:
            done = self.tr("All pairs were looked at.") if self.pairs else self.tr("No two names look like one.")
            offers = [(self.tr("Look again"), self.begin)] + (
                [(self.tr("Undo the last answer"), self.go_back)] if self._answers else []
            )
            self._empty.say(done, offers)
            self.pages.setCurrentWidget(self._empty)
            return
        self.progress.setText(self.tr("{0} of {1}").format(f"{self.place + 1:,}", f"{len(self.pairs):,}"))
        self.bar.setRange(0, len(self.pairs))
        self.bar.setValue(self.place)
        self.reason.setText(reason_words(pair.reason))
        self.one.show_record(pair.into_name, pair.kind, pair.into_articles)
        self.other.show_record(pair.name, pair.kind, pair.articles)
        self.reach.setText(self.tr("Same: both are called “{0}” then; {1}.").format(pair.into_name, affects(pair.articles)))
        for each in (self.same, self.different):
            each.setEnabled(not self._desk.read_only)
        self.setAccessibleDescription(f"{pair.into_name}, {pair.name}: {reason_words(pair.reason)}")
        self.pages.setCurrentIndex(0)

    # Answers

    def say_same(self) -> None:
        """Merge the pair."""
        if pair := self._answerable():
            self.wanted.emit(lambda library: [decide.merge(library, pair.record, pair.into)])

    def say_different(self) -> None:
        """Say that they are two; it is never asked again."""
        if pair := self._answerable():
            self.wanted.emit(lambda library: [decide.decline(library, pair.record, pair.into)])

    def say_unsure(self) -> None:
        """Leave the pair open; it is asked again another time."""
        if self.pair is not None and self._waiting is None:
            self._answers.append((self.place, None))
            self._go_on()

    def go_back(self) -> None:
        """Take the last answer back and ask again."""
        if self._answers and self._waiting is None:
            self.place, made = self._answers.pop()
            if made is not None:
                self.undo_wanted.emit(made)
            self._show()

    def took(self, made: Made) -> None:
        """Go on to the next pair, the answer having been kept."""
        if self._waiting is not None:
            self._answers.append((self._waiting, made))
            self._waiting = None
            self._go_on()

    def forgot(self, made: Made) -> None:
        """Ask again about the pair whose answer is taken back elsewhere."""
        if self._answers and self._answers[-1][1] is made:
            self.place, _ = self._answers.pop()
            self._show()

    def failed(self) -> None:
        """Ask on: the answer could not be kept."""
        self._waiting = None

    def _answerable(self) -> Suggestion | None:
        if self.pair is None or self._waiting is not None or self._desk.read_only:
            return None
        self._waiting = self.place
        return self.pair

    def _go_on(self) -> None:
        self.place += 1
        gone = {each.made.record for _, made in self._answers if made for each in made if each.made.kind == "merge"}
        # What was merged is no pair's half any more.
        while (pair := self.pair) is not None and gone & {pair.record, pair.into}:
            self.place += 1
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, N, H and U answer."""
        answers = {
            Qt.Key.Key_Y: self.say_same, Qt.Key.Key_N: self.say_different, Qt.Key.Key_H: self.say_unsure, Qt.Key.Key_U: self.go_back,
        }  # fmt: skip
        do = answers.get(Qt.Key(event.key()))
        if do is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            do()
        else:
            super().keyPressEvent(event)

    def _fail(self, error: PressmarkError) -> None:
        self._say(sentence_of(error))

    def _say(self, words: str) -> None:
        self._empty.say(words)
        self.pages.setCurrentWidget(self._empty)


class _Side(QWidget):
    """One record of a pair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name: QLabel = label(wrap=True)
        self.name.setFont(serif(tokens.HEADLINE * 0.75, bold=True))
        self.facts = label(role="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.facts)

    def show_record(self, name: str, kind: Kind, articles: int) -> None:
        """Show a record."""
        self.name.setText(name)
        kind_name = KIND_OF_ONE[kind].split(" ", 1)[1].capitalize()
        self.facts.setText(f"{kind_name} · {counted(articles, 'article', 'articles')}")
