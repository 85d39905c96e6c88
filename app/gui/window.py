"""The main window: menus, dropping files, the status line, and the three states without, with and between archives."""

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QStackedWidget

from app.base import settings
from app.base.errors import PressmarkError
from app.base.progress import Progress
from app.gui.beside import Beside
from app.gui.desk import Desk
from app.gui.icons import app_icon
from app.gui.import_job import ImportJob
from app.gui.lanes import Lane
from app.gui.menus import make_menus
from app.gui.publications_dialog import PublicationsDialog
from app.gui.style import Scheme, colours_of, dress, sans
from app.gui.welcome import WelcomePage, default_folder
from app.gui.wording import counted
from app.gui.workspace import Workspace
from app.messages import sentence_of
from app.workflows.batch import BatchReport
from app.workflows.sample import has_sample, make_sample, sample_folder


class Window(QMainWindow):
    """Pressmark's window; `open_archive` or `open_sample` fill it, else it welcomes."""

    def __init__(self, scheme: Scheme = "system") -> None:
        super().__init__()
        self.scheme = scheme
        colours = colours_of(scheme)
        self.setWindowTitle("Pressmark")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.desk = Desk(self)
        self.job = ImportJob(self)
        self._making = Lane("sample", self)
        self._waiting: list[Path] = []
        self.welcome = WelcomePage()
        self.workspace = Workspace(self.desk, colours)
        self.beside = Beside(self.desk, self.workspace.reader, colours)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.workspace)
        self.setCentralWidget(self.pages)
        self._status_left, self._status_right = QLabel(), QLabel()
        self._make_status()
        self.keys = make_menus(self)
        self._connect()
        room = self.screen().availableSize()
        self.resize(min(1440, room.width() - 8), min(900, room.height() - 40))
        self._restore(settings.load().window_state)

    def _make_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for label in (self._status_left, self._status_right):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(sans(12))
            label.setProperty("role", "secondary")
            label.setContentsMargins(16, 2, 16, 2)
        bar.addWidget(self._status_left, 1)
        bar.addPermanentWidget(self._status_right)

    def _connect(self) -> None:
        self.desk.opened.connect(self._opened)
        self.desk.failed.connect(self.show_problem)
        self.desk.found.connect(lambda *_: self._show_status())
        self.workspace.problem.connect(self.show_problem)
        self.workspace.import_wanted.connect(self.choose_files)
        self.workspace.imports.stop_clicked.connect(self.job.stop)
        self.workspace.imports.retry_wanted.connect(self.import_paths)
        self.workspace.imports.article_wanted.connect(self.desk.read)
        self.welcome.sample_wanted.connect(self.open_sample)
        self.welcome.import_wanted.connect(self.choose_files)
        self.welcome.open_wanted.connect(self.choose_archive)
        self.job.progressed.connect(self._import_progressed)
        self.job.ended.connect(self._import_ended)
        self.job.failed.connect(self._import_failed)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _: self.wear(self.scheme))

    # Archives

    def open_archive(self, folder: Path, *, create: bool = False) -> None:
        """Open an archive in this window."""
        if self.desk.folder is None:
            self.welcome.show_busy(self.tr("Opening {0} …").format(folder))
        self.desk.open(folder, create=create)

    def open_sample(self) -> None:
        """Open the sample archive, made first when it is not there."""
        folder = sample_folder()
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.show_busy(self.tr("Making the sample archive …"))

        def job(_: object) -> Path:
            if not has_sample(folder):
                make_sample(folder)
            return folder

        self._making.run(job, done=self.open_archive, failed=self.show_problem)

    def choose_archive(self) -> None:
        """Ask for an archive to open."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open an archive"), str(self.desk.folder or Path.home()))
        if chosen:
            self.open_archive(Path(chosen))

    def new_archive(self) -> None:
        """Ask for an empty folder and make an archive in it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose an empty folder for a new archive"), str(Path.home()))
        if chosen:
            self.open_archive(Path(chosen), create=True)

    def _opened(self) -> None:
        folder = self.desk.folder
        if folder is None:
            return
        settings.save(settings.remember_archive(settings.load(), folder))
        self.setWindowTitle(f"{folder.name} – Pressmark")
        self.pages.setCurrentWidget(self.workspace)
        self.workspace.begin()
        self._show_status()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.import_paths(waiting)

    def _show_status(self) -> None:
        if self.desk.folder is None:
            return
        shown = counted(self.desk.article_count(), "article", "articles")
        self._status_left.setText(f"{shown} · {self.desk.folder}")
        advice = self.tr("Pressmark reads terms; it gives no legal advice")
        self._status_right.setText(self.tr("Read only · {0}").format(advice) if self.desk.read_only else advice)

    def show_problem(self, error: PressmarkError) -> None:
        """Show an error of the user's world where it can be seen."""
        if self.desk.folder is None:
            self.pages.setCurrentWidget(self.welcome)
            self.welcome.show_problem(error)
        else:
            self.pages.setCurrentWidget(self.workspace)
            self.workspace.reader.toast.say(sentence_of(error), role="over")

    # Importing

    def choose_files(self) -> None:
        """Ask for files to import."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import articles"))
        if names:
            self.import_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder to import with all that is in it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"))
        if chosen:
            self.import_paths([Path(chosen)])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders; without an archive a new one is made first."""
        if self.desk.folder is None:
            self._waiting = list(paths)
            self.open_archive(default_folder(), create=True)
        elif self.job.running:
            self.workspace.reader.toast.say(self.tr("An import is under way; wait until it has ended."), role="warn")
        else:
            self.workspace.imports.show_start()
            self.job.start(self.desk.folder, list(paths))

    def _import_progressed(self, progress: Progress) -> None:
        self.workspace.imports.show_progress(progress)
        self._show_status()

    def _import_ended(self, report: BatchReport) -> None:
        self.workspace.imports.show_report(report)
        self.desk.reread()

    def _import_failed(self, error: PressmarkError) -> None:
        self.workspace.imports.show_failure(error)
        self.desk.reread()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.import_paths(paths)

    def edit_publications(self) -> None:
        """Show the publications, to be changed."""
        if self.desk.folder is None:
            return
        dialog = PublicationsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk.publications_read.connect(dialog.show_publications)
        dialog.described.connect(self.desk.describe_publication)
        self.desk.read_publications()
        dialog.open()

    # Looks

    def wear(self, scheme: Scheme) -> None:
        """Take a theme, and keep it."""
        self.scheme = scheme
        colours = colours_of(scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, colours)
        self.workspace.dress(colours)
        self.beside.dress(colours)
        known = settings.load()
        if known.theme != scheme:
            settings.save(replace(known, theme=scheme))

    def zoom(self, by: float) -> None:
        """Show the article's text larger or smaller; 0 for the usual size."""
        article = self.workspace.reader.article
        article.zoom(article.zoom_factor * (1 + by) if by else 1.0)

    def cycle(self, by: int) -> None:
        """Go to the next pane, or back with -1."""
        panes = self.workspace.panes()
        focus = QApplication.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), -1
        )
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore(self, state: str) -> None:
        try:
            kept = json.loads(state)
            self.restoreGeometry(QByteArray(base64.b64decode(kept["window"])))
            self.workspace.splitter.restoreState(QByteArray(base64.b64decode(kept["panes"])))
        except (ValueError, KeyError, TypeError):
            return

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout, end an import safely, and close the archive."""
        state = {
            "window": base64.b64encode(self.saveGeometry().data()).decode(),
            "panes": base64.b64encode(self.workspace.splitter.saveState().data()).decode(),
        }
        settings.save(replace(settings.load(), window_state=json.dumps(state)))
        self.beside.close()
        self.job.close()
        self._making.close()
        self.desk.close()
        super().closeEvent(event)
