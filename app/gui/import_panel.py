"""The import at the bottom of the window: how far it is, then its report; the window can be used all along."""

import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.base.errors import PressmarkError
from app.base.progress import Progress
from app.gui import tokens
from app.gui.report_model import STATUS_NAMES, ReportModel
from app.gui.style import restyle, sans
from app.gui.wording import counted
from app.messages import sentence_of
from app.messages.reports import write_import_report
from app.workflows.batch import STATUSES, BatchReport, ItemReport, Status

QUIET: tuple[Status, ...] = ("imported", "same")


class ImportPanel(QWidget):
    """Shows one import after another. `retry_wanted` carries the paths that failed, `article_wanted` one to be read."""

    stop_clicked = Signal()
    retry_wanted = Signal(object)
    article_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Import"))
        self._report: BatchReport | None = None
        self._began = 0.0
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(sans(tokens.SECONDARY, bold=True))
        self.details = QLabel()
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setFont(sans(tokens.SECONDARY))
        self.details.setProperty("role", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.stop = self._button(self.tr("Stop"), self.stop_clicked.emit)
        self.stop.setToolTip(self.tr("Stop safely: what was imported so far is kept"))
        self.retry = self._button(self.tr("Try failed again"), self._retry)
        self.save = self._button(self.tr("Save report…"), self._save)
        self.close_button = self._button(self.tr("Close"), self.hide)
        self.filters: dict[Status, QPushButton] = {}
        self.table = self._table()
        self._lay_out()
        self.hide()

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("flat", True)
        button.setFont(sans(tokens.SECONDARY))
        button.clicked.connect(lambda _=False: do())  # type: ignore[operator]
        return button

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("report")
        table.setAccessibleName(self.tr("Report of the import"))
        self.items = ReportModel(table)
        table.setModel(self.items)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setFixedHeight(150)
        table.setColumnWidth(0, 260)
        table.setColumnWidth(1, 110)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.doubleClicked.connect(lambda index: self._read(self.items.items[index.row()]))
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.words)
        head.addWidget(self.bar)
        head.addWidget(self.details)
        for status in STATUSES:
            self.filters[status] = self._button(STATUS_NAMES[status], lambda status=status: self._filter(status))
            self.filters[status].setCheckable(True)
            head.addWidget(self.filters[status])
        head.addStretch()
        for button in (self.stop, self.retry, self.save, self.close_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table)

    def show_start(self) -> None:
        """Show that an import begins."""
        self._report, self._began = None, time.monotonic()
        self.words.setText(self.tr("Looking for files …"))
        self.details.clear()
        self.bar.setRange(0, 0)
        self._show_running(True)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is, how quickly it goes and what is left."""
        if progress.total is None:
            return
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        self.words.setText(self.tr("Importing {0} of {1}").format(f"{progress.done:,}", f"{progress.total:,}"))
        took = time.monotonic() - self._began
        if progress.done and took > 1:
            rate = progress.done / took
            left = (progress.total - progress.done) / rate
            self.details.setText(f"{rate:.0f} per second · {_duration(left)} left · {Path(progress.note).name}")

    def show_report(self, report: BatchReport) -> None:
        """Show what became of each file; what needs attention comes first."""
        self._report = report
        kept = sum(len(item.article_ids) for item in report.items if item.status not in ("same", "duplicate"))
        heading = counted(kept, "article imported", "articles imported")
        if report.cancelled:
            heading = self.tr("Stopped · kept so far: {0}").format(kept)
        elif not report.items and report.stopped is None:
            heading = self.tr("Nothing was found to import")
        self.words.setText(heading)
        self.details.setText(sentence_of(report.stopped) if report.stopped else "")
        restyle(self.details, "role", "over" if report.stopped else "secondary")
        counts = Counter(item.status for item in report.items)
        for status, button in self.filters.items():
            button.setText(f"{STATUS_NAMES[status]} {counts[status]:,}")
            button.setChecked(False)
        self._show_running(False)
        for status, button in self.filters.items():
            button.setVisible(bool(counts[status]))
        self.retry.setVisible(bool(counts["failed"]))
        self.save.setVisible(bool(report.items))
        self._show_items(tuple(item for item in report.items if item.status not in QUIET))

    def show_failure(self, error: PressmarkError) -> None:
        """Show why the import could not be done at all."""
        self.words.setText(self.tr("The import could not be done"))
        self.details.setText(sentence_of(error))
        restyle(self.details, "role", "over")
        self._show_running(False)
        self.retry.hide()
        self.save.hide()
        self._show_items(())

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.stop.setEnabled(True)
        for button in (self.retry, self.save, self.close_button, *self.filters.values()):
            button.setVisible(not running and button not in self.filters.values())
        self.table.hide()
        self.show()

    def _show_items(self, items: tuple[ItemReport, ...]) -> None:
        self.items.show(items)
        self.table.setVisible(bool(items))

    def _filter(self, status: Status) -> None:
        if self._report is None:
            return
        chosen = self.filters[status].isChecked()
        for other, button in self.filters.items():
            button.setChecked(chosen and other == status)
        wanted = (status,) if chosen else tuple(s for s in STATUSES if s not in QUIET)
        self._show_items(tuple(item for item in self._report.items if item.status in wanted))

    def _retry(self) -> None:
        if self._report is not None:
            self.retry_wanted.emit([Path(item.path) for item in self._report.items if item.status == "failed"])

    def _read(self, item: ItemReport) -> None:
        if item.article_ids:
            self.article_wanted.emit(item.article_ids[0])

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "import-report.csv", self.tr("CSV (*.csv)"))
        if name and self._report is not None:
            self.save_report(Path(name))

    def save_report(self, path: Path) -> None:
        """Write the report as CSV; what cannot be written is told in the panel."""
        try:
            write_import_report(path, self._report.items if self._report else ())
        except PressmarkError as error:
            self.details.setText(sentence_of(error))
            restyle(self.details, "role", "over")


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
