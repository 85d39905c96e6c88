"""Names read again with the rules and the model of now: how many articles need it, how far it is, and Stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.base.progress import CancelToken, Progress
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.parts import button, label
from app.gui.style import restyle
from app.gui.wording import counted
from app.messages import sentence, sentence_of
from app.workflows.library import Library
from app.workflows.recognise_again import RecognitionReport, outdated, recognise_again


class RecogniseDialog(QDialog):
    """Not modal: reading and searching go on meanwhile, and it goes on when the dialog is closed."""

    _came = Signal(object)
    """Progress, out of the working thread."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._cancel: CancelToken | None = None
        self.setWindowTitle(self.tr("Recognise names again"))
        self.setMinimumWidth(480)
        self.state, self.told = label(bold=True, size=tokens.TITLE, wrap=True), label(role="secondary", wrap=True)
        self.all = QCheckBox(self.tr("All articles, also those that were read with the rules of now"))
        self.bar = QProgressBar()
        self.start = button(self.tr("Recognise again"), self._start, kind="primary")
        self.stop = button(self.tr("Stop"), self._stop)
        self.close_button = button(self.tr("Close"), self.reject)
        self._outdated = 0
        self._lay_out()
        self.all.toggled.connect(lambda _: self._show_running())
        self._came.connect(self._show_progress)
        desk.opened.connect(self.forget)

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How many articles were read"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for each in (self.start, self.stop, self.close_button):
            buttons.addWidget(each)
        words = self.tr(
            "What you decided on names and speakers stays. Texts do not change. When it is stopped, what was done is kept."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (self.state, label(words, "secondary", wrap=True), self.all, self.bar, self.told):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(buttons)

    def begin(self) -> None:
        """Show the dialog, with how many articles need it."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.close_button.setFocus()
        if self._cancel is None:
            self._tell("", "secondary")
            self._count()

    def forget(self) -> None:
        """Count anew, as another archive was opened; a run on the one before has ended."""
        self._cancel = None
        self._outdated = 0
        if self.isVisible():
            self._count()

    @property
    def running(self) -> bool:
        """Return whether names are being recognised."""
        return self._cancel is not None

    def _count(self) -> None:
        self.state.setText(self.tr("Looking which articles need it …"))
        self._show_running()
        self._desk.ask_names(
            lambda library: outdated(library.archive), done=self._show_outdated, failed=self._fail, key="outdated"
        )

    def _show_outdated(self, articles: int) -> None:
        self._outdated = articles
        self.state.setText(
            self.tr("{0} read by an older version.").format(counted(articles, "article was", "articles were"))
            if articles
            else sentence("recognised-none")
        )
        self._show_running()

    def _show_running(self) -> None:
        wanted = self._outdated > 0 or self.all.isChecked()
        self.all.setEnabled(not self.running)
        self.bar.setVisible(self.running)
        self.stop.setVisible(self.running)
        self.start.setVisible(not self.running)
        self.start.setEnabled(wanted and not self._desk.read_only)

    def _start(self) -> None:
        self._cancel = stop = CancelToken()
        only_outdated = not self.all.isChecked()
        self.bar.setRange(0, 0)
        self._tell(self.tr("Reading …"), "secondary")
        self.stop.setEnabled(True)
        self._show_running()
        self.stop.setFocus()

        def job(library: Library, ended: CancelToken) -> RecognitionReport:
            def report(progress: Progress) -> None:
                # Stop ends with a report; an archive that is closed ends it without one.
                if ended.cancelled:
                    stop.cancel()
                self._came.emit(progress)

            return recognise_again(library.archive, only_outdated=only_outdated, report=report, cancel=stop)

        self._desk.ask(job, done=self._ended, failed=self._failed, key="recognise", long=True)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self.stop.setEnabled(False)
            self._tell(self.tr("Stopping …"), "secondary")

    def _show_progress(self, progress: Progress) -> None:
        if self._cancel is None or progress.total is None:
            return
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        if not self._cancel.cancelled:
            self._tell(
                self.tr("{0} of {1}").format(f"{progress.done:,}", counted(progress.total, "article", "articles")), "secondary"
            )

    def _ended(self, found: RecognitionReport) -> None:
        self._cancel = None
        parts = [sentence("recognised-again", {"articles": found.articles, "version": found.version, "changed": found.changed})]
        if found.failed:
            parts.append(sentence("recognition-failed", {"count": len(found.failed)}))
        if found.cancelled:
            parts.append(self.tr("Stopped: what was done is kept, and it can go on from there."))
        self._tell(" ".join(parts), "warn" if found.failed or found.cancelled else "ok")
        self._count()
        self._desk.follow_names()

    def _failed(self, error: PressmarkError) -> None:
        self._cancel = None
        self._fail(error)

    def _fail(self, error: PressmarkError) -> None:
        self._show_running()
        self._tell(sentence_of(error), "over")

    def _tell(self, words: str, role: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        restyle(self.told, "role", role)
