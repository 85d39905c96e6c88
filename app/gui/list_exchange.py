"""Authority lists out of the archive and into it, with what became of each line."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.base.errors import Param, PressmarkError
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.parts import button, fit, label
from app.gui.style import restyle, sans
from app.messages import sentence, sentence_of
from app.messages.reports import write_text
from app.workflows.authority_exchange import LINE_STATUSES, LineReport, export_list, import_list, is_skos, read_list
from app.workflows.library import Library

FORMS = "Authority lists (*.csv *.jsonld *.json)"
SAVED_AS = "CSV (*.csv);;SKOS as JSON-LD (*.jsonld)"
MOST = 500
"""So many lines are shown; the refused ones come first."""
COLUMNS = ("Line", "Name", "Result", "Why")


class ListExchange(QDialog):
    """Asks for a file, and shows the report."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("List of names"))
        fit(self, 720, 460)
        self.told = label(bold=True, wrap=True)
        self.lines = QTableWidget(0, len(COLUMNS))
        self.close_button = button(self.tr("Close"), self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        self.lines.setObjectName("report")
        self.lines.setAccessibleName(self.tr("What became of each line"))
        self.lines.setHorizontalHeaderLabels([self.tr(title) for title in COLUMNS])
        self.lines.setFont(sans(tokens.SECONDARY))
        self.lines.setShowGrid(False)
        self.lines.setTabKeyNavigation(False)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.lines.verticalHeader().hide()
        header = self.lines.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate((56, 170, 92)):
            self.lines.setColumnWidth(place, width)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.lines, 1)
        column.addLayout(row)

    def choose_list(self) -> None:
        """Ask for a list and take it in."""
        name, _ = QFileDialog.getOpenFileName(self.parentWidget(), self.tr("Import a list of names"), "", FORMS)
        if name:
            self.take(Path(name))

    def save_list(self) -> None:
        """Ask for a file and write the list into it: SKOS where its name says so, else CSV."""
        name, _ = QFileDialog.getSaveFileName(self.parentWidget(), self.tr("Export the names"), "names.csv", SAVED_AS)
        if name:
            path = Path(name)
            self._begin(self.tr("Writing the list …"))
            self._desk.ask_names(
                lambda library: _written(library, path), done=lambda count: self._saved(path, count), failed=self._fail
            )

    def take(self, path: Path) -> None:
        """Take a list in; the report follows."""
        self._begin(self.tr("Reading the list …"))
        self._desk.ask(
            lambda library, _: import_list(library, read_list(path), source=path.name), done=self.show_report, failed=self._fail
        )

    def show_report(self, lines: tuple[LineReport, ...]) -> None:
        """Show what became of each line, the refused ones first."""
        counts: dict[str, Param] = {status: sum(line.status == status for line in lines) for status in LINE_STATUSES}
        self._tell(sentence("list-taken", counts), "warn" if counts["refused"] else "ok")
        shown = sorted(lines, key=lambda line: (line.status != "refused", line.line))[:MOST]
        self.lines.setRowCount(len(shown))
        for row, line in enumerate(shown):
            why = sentence(line.code, line.params) if line.code else ""
            for place, text in enumerate((str(line.line), line.name, line.status, why)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.lines.setItem(row, place, item)
        self.lines.setVisible(bool(shown))
        self.lines.resizeRowsToContents()
        self._desk.follow_names()

    def _saved(self, path: Path, records: int) -> None:
        self._tell(sentence("list-written", {"records": records, "path": path.name}), "ok")

    def _begin(self, words: str) -> None:
        self._tell(words, "secondary")
        self.lines.setRowCount(0)
        self.lines.hide()
        self.open()
        self.close_button.setFocus()

    def _fail(self, error: PressmarkError) -> None:
        self._tell(sentence_of(error), "over")

    def _tell(self, words: str, role: str) -> None:
        self.told.setText(words)
        restyle(self.told, "role", role)


def _written(library: Library, path: Path) -> int:
    text, records = export_list(library, skos=is_skos(path))
    write_text(path, text, newline="")
    return records
