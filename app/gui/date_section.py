"""The dates of the results: histogram, two date fields, and the articles without a date."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.base.dates import parse_edtf
from app.gui import tokens
from app.gui.histogram_view import HistogramView
from app.gui.selection import Selection
from app.gui.style import restyle, sans
from app.gui.tokens import Colours
from app.index.results import Histogram


class DateSection(QWidget):
    """Shows and narrows dates: `dated` carries first and last day, each a date or None; `undated` whether only those without."""

    dated = Signal(object, object)
    undated = Signal(bool)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Date"))
        heading.setFont(sans(tokens.SECONDARY, bold=True))
        self.undated_button = QPushButton()
        self.undated_button.setProperty("flat", True)
        self.undated_button.setFont(sans(12))
        self.undated_button.setCheckable(True)
        self.undated_button.setToolTip(self.tr("Show only articles without a date"))
        self.undated_button.clicked.connect(lambda checked: self.undated.emit(checked))
        self.histogram = HistogramView(colours)
        self.histogram.range_chosen.connect(self.dated.emit)
        self.histogram.left.connect(lambda: self.dated.emit(None, None))
        self.first = self._field(self.tr("From"), self.tr("First date: 2022, 2022-03 or 2022-03-04"))
        self.last = self._field(self.tr("Until"), self.tr("Last date: 2022, 2022-03 or 2022-03-04"))
        head, fields = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(self.undated_button)
        fields.setSpacing(8)
        fields.addWidget(self.first)
        fields.addWidget(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.histogram)
        column.addLayout(fields)

    def _field(self, placeholder: str, tip: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setToolTip(tip)
        field.setAccessibleName(placeholder)
        field.setAccessibleDescription(tip)
        field.setFont(sans(tokens.SECONDARY))
        field.editingFinished.connect(self._typed)
        return field

    def show_dates(self, histogram: Histogram, selection: Selection) -> None:
        """Show the dates of a new answer."""
        narrowed = selection.first is not None or selection.last is not None
        self.histogram.show_histogram(histogram, narrowed=narrowed)
        self.undated_button.setText(self.tr("{0} undated").format(f"{histogram.undated:,}"))
        self.undated_button.setChecked(selection.undated)
        self.undated_button.setVisible(bool(histogram.undated) or selection.undated)
        for field, value in ((self.first, selection.first), (self.last, selection.last)):
            if not field.hasFocus() or not field.isModified():
                field.setText(value.isoformat() if value else "")
            restyle(field, "wrong", False)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.histogram.dress(colours)

    def _typed(self) -> None:
        if not (self.first.isModified() or self.last.isModified()):
            return
        try:
            first, last = _day(self.first, last=False), _day(self.last, last=True)
        except ValueError:
            return
        self.first.setModified(False)
        self.last.setModified(False)
        self.dated.emit(first, last)


def _day(field: QLineEdit, *, last: bool) -> date | None:
    """Return the day that a field means, None when it is empty; ValueError, and a mark on the field, when it is no date."""
    text = field.text().strip()
    restyle(field, "wrong", False)
    if not text:
        return None
    try:
        found = parse_edtf(text)
    except ValueError:
        restyle(field, "wrong", True)
        raise
    return found.last if last else found.first
