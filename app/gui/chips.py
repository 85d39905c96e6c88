"""What narrows the results, as chips that a click removes, and what came of it in one line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.base.errors import QueryError
from app.gui import tokens
from app.gui.flow_layout import FlowLayout
from app.gui.selection import Selection
from app.gui.style import restyle, sans
from app.gui.wording import counted, date_range, seconds
from app.index.query import FacetName
from app.messages import sentence_of
from app.workflows.views import Found

Label = Callable[[FacetName, str], str]


class ChipRow(QWidget):
    """`narrowed` carries the selection that a click makes."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        self._flow = FlowLayout(inside)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setFont(sans(tokens.SECONDARY))
        self.summary.setProperty("role", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(inside, 1)
        row.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        self.summary.setMinimumHeight(28)
        self.setMinimumHeight(42)

    def show_selection(self, selection: Selection, label: Label) -> None:
        """Show what narrows the results."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for facet, value, included in selection.chosen():
            words = f"{facet}  {label(facet, value)}" if included else f"not {facet}  {label(facet, value)}"
            self._add(words, selection.without(facet, value), included=included)
        if selection.first or selection.last:
            self._add(f"date  {date_range(selection.first, selection.last)}", selection.dated(None, None))
        if selection.undated:
            self._add(self.tr("undated"), selection.only_undated(False))
        if selection.narrowed:
            clear = QPushButton(self.tr("Clear all"))
            clear.setProperty("flat", True)
            clear.setFont(sans(tokens.SECONDARY))
            clear.clicked.connect(lambda: self.narrowed.emit(selection.bare()))
            self._flow.addWidget(clear)
        self.updateGeometry()

    def _add(self, words: str, without: Selection, *, included: bool = True) -> None:
        chip = QPushButton(f"{words}  ×")
        chip.setProperty("chip", "include" if included else "exclude")
        chip.setFont(sans(tokens.SECONDARY))
        chip.setAccessibleName(self.tr("Remove {0}").format(words))
        chip.clicked.connect(lambda: self.narrowed.emit(without))
        self._flow.addWidget(chip)

    def show_found(self, found: Found) -> None:
        """Tell how many were found, how quickly, and what is missing from the answer."""
        results = found.results
        parts = [f"{counted(results.total, 'article', 'articles')} in {seconds(results.took_ms)}"]
        if results.pending:
            parts.append(f"{results.pending:,} not yet searchable")
        self._say(" · ".join(parts), "warn" if results.pending else "secondary")

    def show_problem(self, error: QueryError) -> None:
        """Tell what is wrong with the query; the last results stay."""
        self._say(sentence_of(error), "over")

    def _say(self, words: str, role: str) -> None:
        self.summary.setText(words)
        restyle(self.summary, "role", role)
