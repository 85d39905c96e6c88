"""The terms of an article in plain words, to be confirmed once for its source, put in other words, or saved for other programs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.facts_page import FactsPage
from app.gui.notice_view import NoticeView
from app.gui.parts import button, fit, label
from app.gui.reword_panel import RewordPanel
from app.gui.style import restyle, serif
from app.gui.terms_bar import ORIGINS, title_of
from app.gui.terms_facts import terms_facts
from app.gui.tokens import Colours
from app.gui.wording import counted
from app.messages import sentence, sentence_of
from app.messages.reports import write_json
from app.messages.terms import NOT_ADVICE, state_of
from app.model.rights import RightsStatement
from app.rights import odrl, schema_org
from app.workflows.library import Library
from app.workflows.terms import TermsView, confirm_terms, reword_terms, view_terms

SIDE = 28


class TermsDialog(QDialog):
    """Shows the terms of one article after another."""

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Terms"))
        fit(self, 720, 700)
        self._desk, self._article_id = desk, 0
        self.view: TermsView | None = None
        self.title, self.origin = label(wrap=True), label(role="secondary", wrap=True)
        self.title.setFont(serif(tokens.HEADLINE * 0.8, bold=True))
        self.facts = FactsPage(margins=(SIDE, 18, SIDE, 18))
        self.facts.setAccessibleName(self.tr("What the terms say"))
        self.notice = NoticeView(colours)
        self.reword = RewordPanel(desk)
        self.told = label(wrap=True)
        self.confirm = button(self.tr("Confirm"), self._confirm, kind="primary")
        self.other_words = button(self.tr("In other words…"), self._reword)
        self.save_odrl = button(self.tr("Save as ODRL…"), lambda: self._save("odrl"), kind="flat")
        self.save_schema = button(self.tr("Save as schema.org…"), lambda: self._save("schema.org"), kind="flat")
        self.close_button = button(self.tr("Close"), self.reject)
        self._lay_out()
        self.reword.applied.connect(self._apply)
        self.reword.cancelled.connect(self._leave_reword)

    def begin(self, article_id: int) -> None:
        """Open with the terms of an article."""
        self._article_id, self.view = article_id, None
        self.tell("", "")
        self.title.setText(self.tr("Reading the terms …"))
        self.origin.clear()
        self.facts.show_facts(())
        self.notice.hide()
        self._leave_reword()
        self._show_busy(True)
        self._read()
        self.open()
        # Not the button that confirms: Enter would confirm what nobody has looked at yet.
        self.close_button.setFocus()

    def _read(self) -> None:
        article_id = self._article_id
        self._desk.ask(
            lambda library, _: view_terms(library, article_id), done=self.show_terms, failed=self._tell_problem, key="terms"
        )

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.notice.dress(colours)

    def _lay_out(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(SIDE, 20, SIDE, 14)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.origin)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(SIDE, 14, SIDE, 16)
        below.setSpacing(10)
        for part in (self.told, self.reword, self._buttons()):
            below.addWidget(part)
        below.addLayout(self._last_row())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, _rule(), self.facts, _rule(), self.notice, foot):
            whole.addWidget(part, 1 if part is self.facts else 0)
        self.told.hide()
        self.reword.hide()
        self.notice.hide()

    def _buttons(self) -> QWidget:
        self._choices = QWidget()
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.confirm)
        row.addWidget(self.other_words)
        row.addStretch()
        row.addWidget(self.close_button)
        return self._choices

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr(NOT_ADVICE), "caption", size=tokens.CAPTION))
        row.addStretch()
        row.addWidget(self.save_odrl)
        row.addWidget(self.save_schema)
        return row

    def show_terms(self, view: TermsView) -> None:
        """Show terms, and for how many articles they would be confirmed."""
        self.view = view
        statement = view.statement
        known = statement.origin != "none"
        self.title.setText(title_of(statement))
        parts = (view.source or self.tr("no source"), ORIGINS[statement.origin], state_of(statement))
        self.origin.setText(" · ".join(part for part in parts if part))
        self.facts.show_facts(terms_facts(view))
        self.notice.show_notice(statement)
        self._show_busy(False)
        self.confirm.setText(self._confirm_words(view))
        self.confirm.setVisible(known)
        for save in (self.save_odrl, self.save_schema):
            save.setVisible(known)
        if self._desk.read_only:
            self.tell(self.tr("This archive is read only; its terms cannot be changed here."), "warn")

    def _confirm_words(self, view: TermsView) -> str:
        if view.statement.confirmed_at:
            return self.tr("Confirmed")
        if not view.source or view.same_notice == 1:
            return self.tr("Confirm for this article")
        articles = counted(view.same_notice, "article", "articles")
        return self.tr("Confirm for all {0} of {1} with this notice").format(articles, _short(view.source))

    def _show_busy(self, busy: bool) -> None:
        changeable = not busy and not self._desk.read_only
        confirmed = self.view is not None and self.view.statement.confirmed_at is not None
        self.confirm.setEnabled(changeable and not confirmed)
        self.other_words.setEnabled(changeable)

    def tell(self, words: str, role: str) -> None:
        """Say what was done, or why it could not be."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        restyle(self.told, "role", role)

    def _tell_problem(self, error: PressmarkError) -> None:
        self._show_busy(False)
        self.tell(sentence_of(error), "over")

    # What can be done

    def _confirm(self) -> None:
        self._show_busy(True)
        self._change(confirm_terms)

    def _reword(self) -> None:
        self.tell("", "")
        self._choices.hide()
        statement = self.view.statement if self.view else RightsStatement()
        self.reword.begin(statement.span.of(statement.statement_text) if statement.span else statement.statement_text)

    def _leave_reword(self) -> None:
        self.reword.hide()
        self._choices.show()
        self.close_button.setFocus()

    def _apply(self, words: str) -> None:
        self._show_busy(True)
        self._change(lambda library, article_id: reword_terms(library, article_id, words))

    def _change(self, job: Callable[[Library, int], int]) -> None:
        article_id = self._article_id
        self._desk.change_terms(
            article_id, lambda library: job(library, article_id), done=self._changed, failed=self._tell_problem
        )

    def _changed(self, count: int) -> None:
        self._leave_reword()
        self.tell(sentence("terms-confirmed", {"count": count}), "ok")
        self._read()

    def _save(self, form: str) -> None:
        name = "terms-odrl.jsonld" if form == "odrl" else "terms-schema.jsonld"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the terms"), name, self.tr("JSON-LD (*.jsonld *.json)"))
        if chosen and self.view is not None:
            statement = self.view.statement
            document = odrl(statement, self.view.target) if form == "odrl" else schema_org(statement, self.view.target)
            self._write(Path(chosen), document)

    def _write(self, path: Path, document: object) -> None:
        try:
            write_json(path, document)
        except PressmarkError as error:
            self._tell_problem(error)
        else:
            self.tell(self.tr("Saved: {0}").format(path.name), "ok")


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def _short(source: str) -> str:
    return source if len(source) <= 32 else f"{source[:31]}…"
