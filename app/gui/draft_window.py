"""Check my draft in a window of its own: the draft at the left, what it takes from the archive and what its terms want at the right."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.base import settings
from app.base.errors import PressmarkError
from app.base.progress import CancelToken
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.draft_field import DraftField, Shade, file_of
from app.gui.draft_findings import DraftFindings
from app.gui.parts import button, fit, label
from app.gui.publication_field import PublicationField
from app.gui.style import restyle
from app.gui.tokens import Colours
from app.messages import sentence_of
from app.messages.draft_reports import write_draft
from app.messages.drafts import NOT_ADVICE, verdict_on
from app.model.draft import Draft
from app.workflows.check_draft import DraftReport, check_draft
from app.workflows.draft_places import Places
from app.workflows.draft_text import draft_of, text_of_draft_file
from app.workflows.library import Library

KINDS = "Drafts (*.txt *.md *.markdown *.html *.htm *.docx);;All files (*)"


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as it was read, what was found in it, and where its passages stand in what was written."""

    draft: Draft
    report: DraftReport
    shades: tuple[Shade, ...]


class DraftWindow(QDialog):
    """Not modal. `article_wanted` carries an article that is to be read in the main window."""

    article_wanted = Signal(int)

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._checked: Checked | None = None
        self.setWindowTitle(self.tr("Check a draft"))
        fit(self, 1180, 720, least_width=900)
        self.setAcceptDrops(True)
        self.field = DraftField(colours)
        self.findings = DraftFindings(colours)
        self.publication = PublicationField(self.tr("any publication"), self.tr("What was quoted for it before counts too"))
        self.publication.setMinimumWidth(220)
        self.open_file = button(self.tr("Open…"), self._choose_file)
        self.check = button(
            self.tr("Check"), self.run, kind="primary", tip=self.tr("Compare the draft with the archive (Ctrl+Return)")
        )
        self.stop = button(self.tr("Stop"), self._stop)
        self.save = button(self.tr("Save report…"), self._save)
        self.open_article = button(self.tr("Open article"), self.findings.list.open_current)
        self.told = label(role="secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._show_running(False)
        self._written()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for part in (self.field, self.findings):
            split.addWidget(part)
        split.setSizes([590, 590])
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.open_article)
        row.addWidget(self.save)
        advice = label(self.tr(NOT_ADVICE), "caption", size=tokens.CAPTION)
        advice.setContentsMargins(16, 0, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(split, 1)
        column.addWidget(foot)
        column.addWidget(advice)

    def _top(self) -> QWidget:
        top = QWidget()
        top.setObjectName("bar")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.open_file)
        row.addStretch()
        row.addWidget(label(self.tr("for"), "secondary"))
        row.addWidget(self.publication)
        row.addWidget(self.check)
        row.addWidget(self.stop)
        return top

    def _connect(self) -> None:
        self.field.textChanged.connect(self._written)
        self.field.file_dropped.connect(self.read_file)
        self.field.passage_entered.connect(self.findings.list.choose)
        self.findings.list.chosen.connect(self._show_passage)
        self.findings.list.opened.connect(self.article_wanted.emit)
        self.findings.open_wanted.connect(self._choose_file)
        self._desk.publications_read.connect(self.publication.show_publications)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.run)

    def begin(self) -> None:
        """Show the window."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()
        self.publication.choose(settings.load().publication)
        self._desk.read_publications()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.field.dress(colours)
        self.findings.dress(colours)

    def forget(self) -> None:
        """Let go of what was found in another archive; the draft stays."""
        self._desk.drop("draft")
        self._clear()

    # The draft

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a draft"), "", self.tr(KINDS))
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Put the draft in a file into the field, in place of what is there."""
        self._desk.ask(
            lambda *_: text_of_draft_file(path),
            done=lambda text: self._show_file(path, text),
            failed=self._tell_problem,
            key="draft-file",
        )

    def _show_file(self, path: Path, text: str) -> None:
        self.field.replace_text(text)
        self._clear()
        self.tell(path.name, "secondary")
        self.field.setFocus()

    def _written(self) -> None:
        self.check.setEnabled(bool(self.field.toPlainText().strip()))
        if self._checked is not None:
            self.tell(self.tr("The draft was changed since it was checked. Check it again."), "warn")

    # Checking

    def run(self) -> None:
        """Check the draft as it stands."""
        text, publication = self.field.toPlainText(), self.publication.name
        if not text.strip() or self._desk.folder is None:
            return
        self._clear()
        self._show_running(True)
        self._desk.ask(
            lambda library, cancel: checked(library, text, publication, cancel),
            done=self._show,
            failed=self._failed,
            key="draft",
            long=True,
        )

    def _stop(self) -> None:
        self._desk.drop("draft")
        self._show_running(False)
        self.findings.show_stopped()
        self.field.setFocus()

    def _failed(self, error: PressmarkError) -> None:
        self._show_running(False)
        self.findings.show_begin()
        self._tell_problem(error)

    def _show(self, found: Checked) -> None:
        self._show_running(False)
        self._checked = found
        self.field.show_passages(found.shades)
        self.findings.show_report(found.report, found.draft.text)
        has_some = bool(found.report.quotes)
        self.save.setEnabled(has_some)
        self.open_article.setEnabled(has_some)
        if has_some:
            self.findings.list.setFocus()

    def _show_passage(self, number: int) -> None:
        if self._checked is not None:
            self.field.select_passage(number)

    def _show_running(self, running: bool) -> None:
        self.check.setVisible(not running)
        self.stop.setVisible(running)
        # A passage would be looked for where it no longer stands.
        self.field.setReadOnly(running)
        for part in (self.open_file, self.publication):
            part.setEnabled(not running)
        if running:
            self.stop.setFocus()
            self.findings.show_running(self._desk.article_count())

    def _clear(self) -> None:
        self._checked = None
        self._show_running(False)
        self.tell("", "secondary")
        self.field.show_passages(())
        self.findings.show_begin()
        self.save.setEnabled(False)
        self.open_article.setEnabled(False)

    # The report

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), "draft-report.html", self.tr("Web page (*.html);;JSON (*.json)")
        )
        if name and self._checked is not None:
            try:
                write_draft(Path(name), self._checked.report, self._checked.draft.text)
            except PressmarkError as error:
                self._tell_problem(error)
            else:
                self.tell(self.tr("Saved: {0}").format(Path(name).name), "ok")

    def tell(self, words: str, role: str) -> None:
        """Say what was done, or why it could not be."""
        self.told.setText(words)
        restyle(self.told, "role", role)

    def _tell_problem(self, error: PressmarkError) -> None:
        self.tell(sentence_of(error), "over")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file anywhere in the window."""
        if file_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)


def checked(library: Library, text: str, publication: str, cancel: CancelToken) -> Checked:
    """Return what was found in a draft as it was written; ItemError when there is no text in it. Cancelled when asked to stop."""
    draft = draft_of(text)
    report = check_draft(library, draft, publication, cancel)
    places = Places(draft.text, text)
    return Checked(draft, report, tuple(Shade(places.of(quote.passage.draft), verdict_on(quote)) for quote in report.quotes))
