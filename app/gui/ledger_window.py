"""The ledger in a window of its own: what was handed out, narrowed and ordered; what became of it; reports; the proof that it is whole."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.base.errors import Param, PressmarkError
from app.gui import tokens
from app.gui.address_row import AddressRow
from app.gui.desk import Desk
from app.gui.empty_page import EmptyPage
from app.gui.ledger_filters import LedgerFilters
from app.gui.ledger_model import LedgerModel, Told
from app.gui.ledger_table import LedgerTable
from app.gui.parts import button, fit, label
from app.gui.style import restyle
from app.gui.tokens import Colours
from app.gui.wording import counted
from app.messages import sentence, sentence_of
from app.messages.ledger_reports import NOT_ADVICE, write_ledger
from app.workflows.excerpts import publish, release
from app.workflows.ledger import LedgerCheck, LedgerEntry, entries, told_of, verify
from app.workflows.ledger_report import LedgerReport, ledger_report, sum_of
from app.workflows.library import Library


class LedgerWindow(QDialog):
    """Not modal. `article_wanted` carries an article that is to be read in the main window."""

    article_wanted = Signal(int)

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self.setWindowTitle(self.tr("Ledger"))
        fit(self, 1180, 640, least_width=960)
        self.filters = LedgerFilters()
        self.rows = LedgerModel(colours, self)
        self.table = LedgerTable(self.rows)
        self._empty = EmptyPage()
        self.pages = QStackedWidget()
        self.sums, self.told = label(bold=True), label(wrap=True)
        # The head is there to be kept elsewhere.
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address = AddressRow()
        self.publish = button(self.tr("Published at…"), self._ask_address)
        self.release = button(self.tr("Give back"), self._release, tip=self.tr("It was not used, and is to count no longer"))
        self.open_article = button(self.tr("Open article"), self._open_article)
        self.save = button(self.tr("Save report…"), self._save)
        self.verify = button(self.tr("Verify"), self._verify, tip=self.tr("Prove that no row was changed, moved or removed"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in (self.table, self._empty):
            self.pages.addWidget(page)
        top = QWidget()
        top.setObjectName("bar")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        above = QHBoxLayout(top)
        above.setContentsMargins(16, 12, 16, 12)
        above.addWidget(self.filters)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 10, 16, 12)
        below.setSpacing(8)
        for part in (self.told, self.address):
            below.addWidget(part)
            part.hide()
        below.addLayout(self._buttons())
        below.addWidget(label(self.tr(NOT_ADVICE), "caption", size=tokens.CAPTION))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.pages, 1)
        column.addWidget(foot)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sums)
        row.addStretch()
        for each in (self.open_article, self.publish, self.release, self.verify, self.save):
            row.addWidget(each)
        return row

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.table.opened.connect(self._open_article)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.address.given.connect(self._publish)
        self._desk.settled.connect(self._follow)
        self._desk.released.connect(lambda _: self._follow())
        self._desk.article_renewed.connect(lambda _: self._follow())
        self._desk.opened.connect(self._forget)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.filters.words.setFocus)

    def begin(self) -> None:
        """Show the window, with the ledger as it is now."""
        self.tell("", "")
        self.show()
        self.raise_()
        self.activateWindow()
        self._read(self._show_first)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.rows.dress(colours)
        self.table.viewport().update()

    def tell(self, words: str, role: str) -> None:
        """Say what was done, or why it could not be."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        restyle(self.told, "role", role)

    # What is shown

    def _follow(self) -> None:
        if self.isVisible() and self._desk.folder is not None:
            self._read(self.show_entries)

    def _forget(self) -> None:
        self.tell("", "")
        self.rows.show(())
        self._filter()
        self._follow()

    def _read(self, done: Callable[[tuple[Told, ...]], None]) -> None:
        self._desk.ask(lambda library, _: _told(library), done=done, failed=self._tell_problem, key="ledger")

    def _show_first(self, found: tuple[Told, ...]) -> None:
        self.show_entries(found)
        self.table.setFocus()

    def show_entries(self, found: tuple[Told, ...]) -> None:
        """Show excerpts; the current one stays current."""
        current = self.current()
        self.rows.show(found)
        self.filters.show_publications(self.rows.publications())
        self._filter()
        place = self.rows.row_of(current.excerpt_id) if current else None
        if self.rows.rows:
            self.table.select(place or 0)

    def _filter(self) -> None:
        self.rows.filter(self.filters.wanted())
        if self.rows.rows:
            self.table.select(0)
        self._show_sums()
        self._show_empty()
        self._show_current()

    def _show_sums(self) -> None:
        wrong = self.filters.wrong_date()
        if wrong:
            self.sums.setText(self.tr("“{0}” is no date. Write 2026, 2026-03 or 2026-03-04.").format(wrong))
        else:
            total = sum_of("", self.rows.rows)
            parts = (
                counted(total.excerpts, "excerpt", "excerpts"), counted(total.words, "word", "words"),
                f"{total.published:,} published", f"{total.released:,} given back",
            )  # fmt: skip
            self.sums.setText(" · ".join(parts))
        restyle(self.sums, "role", "over" if wrong else "strong")

    def _show_empty(self) -> None:
        if self.rows.is_empty():
            self._empty.say(self.tr("Nothing was handed out yet. Each passage that you copy, drag or print is recorded here."))
        elif not self.rows.rows:
            self._empty.say(self.tr("No excerpt is like this."), [(self.tr("Show all"), self.filters.clear)])
        self.pages.setCurrentWidget(self.table if self.rows.rows else self._empty)

    def current(self) -> LedgerEntry | None:
        """Return the excerpt of the current row."""
        place = self.table.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def _show_current(self) -> None:
        chosen = self.current() is not None
        self.open_article.setEnabled(chosen)
        for change in (self.publish, self.release):
            change.setEnabled(chosen and not self._desk.read_only)
        self.address.hide()

    # What can be done

    def _ask_address(self) -> None:
        if row := self.current():
            self.tell("", "")
            self.address.ask(self.tr("Where excerpt {0} was published").format(row.excerpt_id), row.published_url)

    def _publish(self, url: str) -> None:
        if row := self.current():
            self._settle(
                "published", lambda library: publish(library, row.excerpt_id, url), {"excerpt": row.excerpt_id, "url": url}
            )

    def _release(self) -> None:
        if row := self.current():
            self._settle("released", lambda library: release(library, row.excerpt_id), {"excerpt": row.excerpt_id})

    def _settle(self, status: str, job: Callable[[Library], object], said: dict[str, Param]) -> None:
        def done() -> None:
            self.address.hide()
            self.table.setFocus()
            self.tell(sentence(f"excerpt-now-{status}", said), "ok")

        self._desk.settle(job, done=done, failed=self._tell_problem)

    def _open_article(self) -> None:
        if row := self.current():
            self.article_wanted.emit(row.article_id)

    def _verify(self) -> None:
        self.tell(self.tr("Reading the whole ledger …"), "secondary")
        self._desk.ask(
            lambda library, _: verify(library), done=self._show_check, failed=self._tell_problem, key="verify", long=True
        )

    def _show_check(self, check: LedgerCheck) -> None:
        head = self.tr("Head: {0}").format(check.head)
        self.tell(f"{sentence(check.code, check.params)}\n{head}", "ok" if check.whole else "over")

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), "ledger.html", self.tr("Web page (*.html);;CSV (*.csv);;JSON (*.json)")
        )
        if name:
            wanted = self.filters.wanted()
            self._desk.ask(
                lambda library, _: _written(Path(name), ledger_report(library, wanted)),
                done=lambda path: self.tell(self.tr("Saved: {0}").format(path.name), "ok"), failed=self._tell_problem, key="report", long=True,
            )  # fmt: skip

    def _tell_problem(self, error: PressmarkError) -> None:
        self.tell(sentence_of(error), "over")


def _told(library: Library) -> tuple[Told, ...]:
    return tuple((entry, told_of(entry)) for entry in entries(library))


def _written(path: Path, report: LedgerReport) -> Path:
    write_ledger(path, report)
    return path
