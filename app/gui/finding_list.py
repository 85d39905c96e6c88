"""The passages of a draft as a list, drawn: words with what was altered struck and added, and what is wrong, with signs and words."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.gui import tokens
from app.gui.finding_model import FINDING, Finding, FindingModel
from app.gui.report_model import Index
from app.gui.style import sans, serif
from app.gui.tokens import Colours

SIDE, TOP = 18, 12
MOST_PIECE = 600
"""So many characters of a piece are shown; the whole stands in the draft."""


class FindingDelegate(QStyledItemDelegate):
    """Draws one finding. Laid out texts are kept until the width or the colours change."""

    def __init__(self, colours: Colours, view: QListView) -> None:
        super().__init__(view)
        self._view, self._colours = view, colours
        self._laid_out: dict[Finding, QTextDocument] = {}
        self._width = 0

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.forget()

    def forget(self) -> None:
        """Let go of the texts that were laid out."""
        self._laid_out.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the finding needs at the list's width."""
        width = self._view.viewport().width()
        return QSize(width, round(self._document(index.data(FINDING)).size().height()) + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the finding; a bar at its side tells how it stands, as its signs and words do."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, finding = self._colours, index.data(FINDING)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(colours.soft if chosen else colours.ground))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))
        painter.fillRect(QRect(area.left(), area.top(), 3, area.height() - 1), QColor(ink_of(colours, finding.verdict)))
        painter.translate(QPointF(area.left() + SIDE, area.top() + TOP))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours.ink))
        context.palette = palette  # type: ignore[attr-defined, unused-ignore]
        self._document(finding).documentLayout().draw(painter, context)
        painter.restore()
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -2))

    def _document(self, finding: Finding) -> QTextDocument:
        width = self._view.viewport().width() - 2 * SIDE
        if width != self._width:
            self.forget()
            self._width = width
        if finding not in self._laid_out:
            self._laid_out[finding] = laid_out(finding, self._colours, width)
        return self._laid_out[finding]


def ink_of(colours: Colours, verdict: str) -> str:
    """Return the colour of what is refused, to be looked at, or in order."""
    return {"refused": colours.over, "look": colours.warn}.get(verdict, colours.ok)


def laid_out(finding: Finding, colours: Colours, width: float) -> QTextDocument:
    """Return a finding as text of a width."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setTextWidth(max(width, 80))
    cursor = QTextCursor(document)
    small, bold, reading = sans(tokens.SECONDARY), sans(tokens.SECONDARY, bold=True), serif(tokens.TITLE + 0.5)
    cursor.insertText(f"{finding.number}  {finding.kind}", _shape(bold, colours.ink))
    cursor.insertText(f"   {finding.where}", _shape(small, colours.ink2))
    cursor.insertBlock(_spaced(4))
    cursor.insertText("“", _shape(reading, colours.ink))
    for piece in finding.pieces:
        cursor.insertText(_shortened(piece.text), _piece_shape(piece.how, reading, colours))
    cursor.insertText("”", _shape(reading, colours.ink))
    for number, (words, refused) in enumerate(finding.problems):
        cursor.insertBlock(_spaced(2 if number else 5))
        cursor.insertText(f"{'✗' if refused else '!'}  {words}", _shape(small, colours.over if refused else colours.warn))
    if not finding.problems:
        cursor.insertBlock(_spaced(5))
        cursor.insertText("✓  In order.", _shape(small, colours.ok))
    if finding.also:
        cursor.insertBlock(_spaced(2))
        cursor.insertText(finding.also, _shape(small, colours.ink3))
    return document


def _shape(font: QFont, colour: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFont(font)
    shape.setForeground(QColor(colour))
    return shape


def _piece_shape(how: str, font: QFont, colours: Colours) -> QTextCharFormat:
    shape = _shape(font, colours.over if how == "struck" else colours.ink)
    if how == "struck":
        shape.setFontStrikeOut(True)
    elif how == "added":
        shape.setBackground(QColor(colours.hit))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return shape


def _spaced(above: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    return block


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_PIECE else f"{text[: MOST_PIECE // 2]} … {text[-MOST_PIECE // 2 :]}"


class FindingList(QListView):
    """`chosen` carries the number of the current passage, `opened` its article."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("What was found in the draft"))
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self._delegate = FindingDelegate(colours, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(50)
        self.findings.modelReset.connect(self._delegate.forget)
        self.doubleClicked.connect(lambda _: self.open_current())

    def current(self) -> Finding | None:
        """Return the current finding."""
        found = self.currentIndex().data(FINDING) if self.currentIndex().isValid() else None
        return found if isinstance(found, Finding) else None

    def choose(self, number: int) -> None:
        """Make a finding the current one."""
        if self.currentIndex().row() != number:
            self.setCurrentIndex(self.findings.index(number, 0))

    def open_current(self) -> None:
        """Ask for the article of the current finding."""
        if finding := self.current():
            self.opened.emit(finding.article_id)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._delegate.dress(colours)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which passage is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the texts out for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
