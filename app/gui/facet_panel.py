"""All facets of the results, one below the other."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.gui import tokens
from app.gui.date_section import DateSection
from app.gui.facet_section import FacetSection
from app.gui.selection import OPEN, Selection
from app.gui.tokens import Colours
from app.index.query import FacetName
from app.workflows.views import Found

SECTIONS: tuple[tuple[FacetName, str], ...] = (
    ("person", "People"), ("organisation", "Organisations"), ("place", "Places"), ("speaker", "Speakers"), ("source", "Source"),
    ("author", "Author"), ("licence", "Licence"), ("language", "Language"), ("tag", "Tags"),
)  # fmt: skip


class FacetPanel(QScrollArea):
    """Shows the counts of an answer; each click comes out as the selection that it makes."""

    narrowed = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName(self.tr("Filters"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        self._selection = Selection()
        inside = QWidget()
        inside.setObjectName("facet-column")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(16)
        self.dates = DateSection(colours)
        self.dates.dated.connect(lambda first, last: self.narrowed.emit(self._selection.dated(first, last)))
        self.dates.undated.connect(lambda wanted: self.narrowed.emit(self._selection.only_undated(wanted)))
        column.addWidget(self.dates)
        self.sections = {name: self._section(name, title, colours) for name, title in SECTIONS}
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch()
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Return the width of the sketch."""
        hint = super().sizeHint()
        hint.setWidth(tokens.FACETS_WIDTH)
        return hint

    def _section(self, name: FacetName, title: str, colours: Colours) -> FacetSection:
        section = FacetSection(name, self.tr(title), colours)
        section.clicked.connect(lambda facet, value: self.narrowed.emit(self._selection.clicked(facet, value)))
        section.only.connect(lambda facet, value: self.narrowed.emit(self._selection.only(facet, value)))
        section.hidden.connect(lambda facet, value: self.narrowed.emit(self._selection.hiding(facet, value)))
        section.cleared.connect(lambda facet: self.narrowed.emit(self._selection.cleared(facet)))
        section.matched.connect(lambda facet, match: self.narrowed.emit(self._selection.matching(facet, match)))
        section.hide()
        return section

    def show_counts(self, selection: Selection, found: Found) -> None:
        """Show the counts of a new answer."""
        self._selection = selection
        self.dates.show_dates(found.results.histogram, selection)
        for name, section in self.sections.items():
            section.show_counts(
                found.facets.get(name, ()), found.results.facet_sizes.get(name, 0), selection.facets.get(name, OPEN)
            )

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.dates.dress(colours)
        for section in self.sections.values():
            section.dress(colours)
