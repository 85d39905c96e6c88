"""Names in the reader put right where they stand: no name, somebody else, a name that was not seen, who speaks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from app.base.errors import PressmarkError
from app.base.spans import Span
from app.gui.article_view import ArticleTextView
from app.gui.decided import Job, Made, affects, taking_back, told
from app.gui.desk import Desk
from app.gui.toast import Toast
from app.gui.who_dialog import Meant, Question, WhoDialog
from app.messages import sentence_of
from app.model.recognition import Kind
from app.workflows.authority_list import articles_of
from app.workflows.corrections import reject
from app.workflows.decisions import decision
from app.workflows.library import Library
from app.workflows.mention_corrections import add_mention, always, reject_here, set_speaker
from app.workflows.views import ArticleView, MentionView, QuotationView

LONGEST = 100
"""A selection of more characters is a passage, no name."""
SPEAKERS = (Kind.PERSON, Kind.ORGANISATION)


class Naming(QObject):
    """`record_wanted` carries a record and its kind that are to be shown among the names."""

    record_wanted = Signal(int, object)

    def __init__(self, desk: Desk, article: ArticleTextView, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._article, self._toast = desk, article, toast
        self.who = WhoDialog(desk, parent)
        self.sure: QMessageBox | None = None
        self._answer: Callable[[Meant], Job] | None = None
        self.who.answered.connect(self._answered)
        article.menu_parts.append(self.add_actions)

    # What the cursor is on

    def mention(self) -> MentionView | None:
        """Return the name that the cursor is on, the shortest where several are."""
        page, cursor = self._article.page, self._article.textCursor()
        if page is None:
            return None
        place = cursor.selectionStart()
        found = [
            each
            for each in page.view.mentions
            if (at := page.range_of(each.span)) and at[0] <= place <= at[1] and each.record is not None
        ]
        return min(found, key=lambda each: len(each.span), default=None)

    def quotation(self) -> QuotationView | None:
        """Return the direct speech that the cursor is in."""
        page, cursor = self._article.page, self._article.textCursor()
        if page is None:
            return None
        place = cursor.selectionStart()
        return next(
            (each for each in page.view.quotations if (at := page.range_of(each.span)) and at[0] <= place < at[1]), None
        )

    def selection(self) -> tuple[Span, str] | None:
        """Return the selected passage of the body without the blanks around it, and its text; None where it is no name."""
        span, page = self._article.selected_span(), self._article.page
        if span is None or page is None:
            return None
        text = span.of(page.view.body)
        start = span.start + len(text) - len(text.lstrip())
        text = text.strip()
        return (Span(start, start + len(text)), text) if text and len(text) <= LONGEST and "\n" not in text else None

    def add_actions(self, menu: QMenu) -> None:
        """Add to a menu what can be done at the cursor."""
        mention, selection = self.mention(), self.selection()
        changeable = not self._desk.read_only
        if selection is not None and changeable:
            menu.addSeparator()
            menu.addAction(self.tr("This names…") + "\tCtrl+E", self.name_this)
        elif mention is not None:
            menu.addSection(mention.label)
            if changeable:
                menu.addAction(self.tr("Not a name here") + "\tCtrl+Shift+E", self.reject_here)
                menu.addAction(self.tr("Not a name anywhere…"), self.reject_everywhere)
                menu.addAction(self.tr("This is somebody else…") + "\tCtrl+E", self.name_this)
            menu.addAction(self.tr("Show in Names") + "\tCtrl+Shift+M", self.show_record)
        if changeable and self.quotation() is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Who says this…") + "\tCtrl+Shift+S", self.ask_speaker)

    # What can be done

    def reject_here(self) -> None:
        """Say that what the cursor is on is no name there."""
        view, mention = self._view(), self.mention()
        if view is None or mention is None:
            self._say_where()
            return
        self._decide(lambda library: [reject_here(library, view.article_id, span=mention.span)])

    def reject_everywhere(self) -> None:
        """Say that what the cursor is on is no name anywhere, after telling how many articles that affects."""
        mention = self.mention()
        if mention is None or (record := mention.record) is None:
            self._say_where()
            return
        self._desk.ask_names(
            lambda library: len(articles_of(library, [record])), done=lambda articles: self._ask_sure(mention, record, articles),
            failed=self._fail, key="reach",
        )  # fmt: skip

    def _ask_sure(self, mention: MentionView, record: int, articles: int) -> None:
        words = self.tr("“{0}” is no name anywhere, now and later: {1}.").format(mention.label, affects(articles))
        self.sure = box = QMessageBox(self._article)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Not a name"))
        box.setText(words)
        yes = box.addButton(self.tr("Not a name"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.accepted.connect(lambda: self._decide(lambda library: [reject(library, record)]))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def name_this(self) -> None:
        """Ask whom the selection names, or whom the name at the cursor means instead."""
        view, mention, selected = self._view(), self.mention(), self.selection()
        if view is None or (selected is None and mention is None):
            self._say_where()
            return
        if selected is not None:
            span, text = selected
            question = Question(self.tr("“{0}” names…").format(text), text, printed=text)
        else:
            assert mention is not None
            span, text = mention.span, mention.surface
            words = self.tr("“{0}” is not {1} ({2}) but…").format(text, mention.label, mention.kind.value)
            question = Question(words, text, printed=text, but=mention.record)
        self._ask(question, lambda meant: _naming_job(view.article_id, span, text, meant))

    def ask_speaker(self) -> None:
        """Ask who speaks where the cursor is."""
        view, quotation = self._view(), self.quotation()
        if view is None or quotation is None:
            self._toast.say(self.tr("Put the cursor into direct speech first"), role="secondary")
            return
        offers = [(name, Meant(record)) for name, record in _speakers(view, quotation)]
        offers.append((self.tr("Nobody who is known"), Meant()))
        question = Question(self.tr("Who says this?"), kinds=SPEAKERS, offers=tuple(offers))

        def job(meant: Meant) -> Job:
            def decide(library: Library) -> list[int]:
                kind = meant.kind or Kind.PERSON
                return [set_speaker(library, view.article_id, quotation.span, meant.record, name=meant.name, kind=kind)]

            return decide

        self._ask(question, job)

    def show_record(self) -> None:
        """Show the record of the name at the cursor among the names."""
        mention = self.mention()
        if mention is None or mention.record is None:
            self._say_where()
        else:
            self.record_wanted.emit(mention.record, mention.kind)

    def _ask(self, question: Question, answer: Callable[[Meant], Job]) -> None:
        self._answer = answer
        self.who.begin(question)

    def _answered(self, meant: Meant) -> None:
        if self._answer is not None:
            self._decide(self._answer(meant))
        self._article.setFocus()

    def _decide(self, job: Job) -> None:
        self._desk.decide(job, done=self._tell, failed=self._fail)

    def _tell(self, made: Made) -> None:
        self._toast.say(told(made), back=lambda: self._take_back(made))

    def _take_back(self, made: Made) -> None:
        self._desk.decide(
            taking_back(made), done=lambda _: self._toast.say(self.tr("Undone: {0}").format(told(made))), failed=self._fail
        )

    def _fail(self, error: PressmarkError) -> None:
        self._toast.say(sentence_of(error), role="over")

    def _say_where(self) -> None:
        self._toast.say(self.tr("Put the cursor on a name of the article, or select one, first"), role="secondary")

    def _view(self) -> ArticleView | None:
        return self._article.page.view if self._article.page is not None else None


def _naming_job(article_id: int, span: Span, text: str, meant: Meant) -> Job:
    """Return the job that says whom a place names, or whom its text always means."""

    def decide(library: Library) -> list[int]:
        first = add_mention(library, article_id, span, record=meant.record, kind=meant.kind, name=meant.name)
        if not meant.always:
            return [first]
        return [first, always(library, text, record=decision(library, first).made.target)]

    return decide


def _speakers(view: ArticleView, quotation: QuotationView) -> list[tuple[str, int]]:
    """Return who of the article may speak: its people, whoever was only supposed first."""
    found: dict[int, str] = {}
    for each in view.mentions:
        if each.kind is Kind.PERSON and each.record is not None and each.record != quotation.speaker_id:
            found.setdefault(each.record, each.label)
    return sorted(((name, record) for record, name in found.items()), key=lambda each: each[0] != quotation.suggestion)
