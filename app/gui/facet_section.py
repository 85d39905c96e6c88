"""One facet: its title, what is chosen in it, a filter for long lists, and its values."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.base.text import fold
from app.gui import tokens
from app.gui.facet_list import FacetList
from app.gui.style import restyle, sans
from app.gui.tokens import Colours
from app.index.query import FacetFilter, FacetName
from app.workflows.views import FacetRow

FEW, MANY = 6, 25


class FacetSection(QWidget):
    """Shows the counts of one facet; clicks come out as signals, the new counts come in by `show_counts`."""

    clicked = Signal(str, str)
    only = Signal(str, str)
    hidden = Signal(str, str)
    cleared = Signal(str)
    matched = Signal(str, str)

    def __init__(self, name: FacetName, title: str, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._title = title
        self._rows: tuple[FacetRow, ...] = ()
        self._size = 0
        self._all = False
        self._all_of = False
        self._heading = QLabel(title)
        self._heading.setFont(sans(tokens.SECONDARY, bold=True))
        self._info = QPushButton()
        self._match = QPushButton()
        for button in (self._info, self._match):
            button.setProperty("flat", True)
            button.setFont(sans(12))
        self._info.setToolTip(self.tr("Let go of all that is chosen here"))
        self._info.clicked.connect(lambda: self.cleared.emit(self.name))
        self._match.clicked.connect(lambda: self.matched.emit(self.name, "any" if self._all_of else "all"))
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter {0}").format(title.lower()))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setFont(sans(tokens.SECONDARY))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._redraw)
        self.values = FacetList(title, colours)
        self.values.clicked_value.connect(lambda value: self.clicked.emit(self.name, value))
        self.values.only_value.connect(lambda value: self.only.emit(self.name, value))
        self.values.hide_value.connect(lambda value: self.hidden.emit(self.name, value))
        self._more = QPushButton()
        self._more.setProperty("flat", True)
        self._more.setFont(sans(12))
        self._more.clicked.connect(self._toggle_all)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._info)
        head.addWidget(self._match)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._filter)
        column.addWidget(self.values)
        column.addWidget(self._more)

    def show_counts(self, rows: tuple[FacetRow, ...], size: int, chosen: FacetFilter) -> None:
        """Show the values of a new answer; `size` is how many values there are at all."""
        self._rows, self._size = tuple(sorted(rows, key=_order)), size
        count = len(chosen.include) + len(chosen.exclude)
        self._info.setText(self.tr("{0} of {1}").format(count, size) if count else f"{size:,}" if size > FEW else "")
        self._info.setEnabled(bool(count))
        self._info.setVisible(bool(self._info.text()))
        self._all_of = chosen.match == "all"
        self._match.setText(self.tr("all of") if self._all_of else self.tr("any of"))
        self._match.setToolTip(self.tr("Articles must have any, or all, of the chosen values"))
        self._match.setVisible(len(chosen.include) > 1 or self._all_of)
        self._filter.setVisible(size > FEW or bool(self._filter.text()))
        self._redraw()
        self.setVisible(bool(rows))

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.values.dress(colours)

    def _redraw(self) -> None:
        wanted = fold(self._filter.text())
        kept = tuple(row for row in self._rows if wanted in fold(row.label) or row.state != "open") if wanted else self._rows
        short = not (wanted or self._all)
        shown = tuple(row for place, row in enumerate(kept) if place < FEW or row.state != "open") if short else kept
        self.values.show_values(shown)
        hidden = len(kept) - len(shown)
        self._more.setVisible(bool(hidden) or (self._all and not wanted and len(kept) > FEW))
        self._more.setText(self.tr("Show {0} more").format(hidden) if hidden else self.tr("Show fewer"))
        restyle(self._more, "flat", True)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._redraw()


def _order(row: FacetRow) -> tuple[int, str]:
    """The most frequent first, ties by name; a chosen value keeps its place, or a second click would miss it."""
    return (-row.count, fold(row.label))
