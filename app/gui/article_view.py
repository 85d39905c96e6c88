"""The page of an article: selecting by mouse and keyboard, hits, names underlined, quotations marked at the margin."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QToolTip, QWidget

from app.base.spans import Span
from app.gui import tokens
from app.gui.article_page import Page, lay_out
from app.gui.style import sans, serif
from app.gui.tokens import Colours
from app.model.recognition import Kind
from app.workflows.views import ArticleView

MARGIN = 64
PENS = {
    Kind.PERSON: Qt.PenStyle.SolidLine, Kind.ORGANISATION: Qt.PenStyle.DashLine, Kind.PLACE: Qt.PenStyle.DotLine,
}  # fmt: skip
"""Kinds differ by the shape of their line as well as by colour."""


class _Mark(NamedTuple):
    start: int
    end: int
    kind: Kind
    tip: str


class _Voice(NamedTuple):
    start: int
    end: int
    name: str
    sure: bool


class ArticleTextView(QTextEdit):
    """Shows one article for reading. Nothing can leave it but through `copy_wanted` and `drag_wanted`."""

    span_selected = Signal(object)
    """The selected Span of the body, None when nothing of it is selected."""
    copy_wanted = Signal()
    drag_wanted = Signal()
    hit_changed = Signal(int, int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName(self.tr("Article"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(0)
        self._colours = colours
        self._zoom = 1.0
        self.page: Page | None = None
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit = -1
        self._marks: tuple[_Mark, ...] = ()
        self._voices: tuple[_Voice, ...] = ()
        self._pressed: QPoint | None = None
        self.actions_for_menu: Callable[[QMenu], None] = _no_more
        self.selectionChanged.connect(self._tell_selection)

    # What is shown

    def show_article(self, view: ArticleView, hits: Iterable[Span]) -> None:
        """Show an article from its beginning, or where its first hit is."""
        self._fill(view)
        page = self.page
        self._hits = tuple(found for span in hits if page and (found := page.range_of(span)))
        self._hit = 0 if self._hits else -1
        self._shade()
        self.verticalScrollBar().setValue(0)
        if self._hits:
            self._show_position(self._hits[0][0])
        self.hit_changed.emit(self._hit + 1, len(self._hits))

    def renew(self, view: ArticleView) -> None:
        """Show changed facts of the same article; place and selection stay."""
        if self.page is not None:
            self.page = Page(view, self.page.body_start, self.page.headline_start, self.page.body_map, self.page.headline_map)
            self._shade()

    def clear_article(self) -> None:
        """Show nothing."""
        self.page, self._hits, self._marks, self._voices = None, (), (), ()
        self.clear()
        self.setExtraSelections([])

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self._again()

    def zoom(self, factor: float) -> None:
        """Show text of another size: 1 is the usual one."""
        self._zoom = max(0.6, min(factor, 3.0))
        self._again()

    @property
    def zoom_factor(self) -> float:
        """Return the size of the text, 1 for the usual one."""
        return self._zoom

    def _again(self) -> None:
        if self.page is None:
            return
        place, cursor = self.verticalScrollBar().value(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._fill(self.page.view)
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._shade()
        self.verticalScrollBar().setValue(place)

    def _fill(self, view: ArticleView) -> None:
        self._set_margins()
        self.page = page = lay_out(self.document(), view, self._colours, zoom=self._zoom)
        self._marks = tuple(
            _Mark(*found, mention.kind, f"{mention.kind.value.capitalize()}: {mention.label}")
            for mention in view.mentions
            if (found := page.range_of(mention.span))
        )
        self._voices = tuple(
            _Voice(*found, quotation.speaker or quotation.suggestion or "", quotation.speaker is not None)
            for quotation in view.quotations
            if (found := page.range_of(quotation.span))
        )

    def _shade(self) -> None:
        """Shade hits and passages that were handed out; the current hit has a line around it, painted below."""
        page = self.page
        if page is None:
            return
        shades: list[QTextEdit.ExtraSelection] = []
        for excerpt in page.view.excerpts:
            shades += [self._shaded(found, self._colours.used) for span in excerpt.spans if (found := page.range_of(span))]
        shades += [self._shaded(hit, self._colours.hit) for hit in self._hits]
        self.setExtraSelections(shades)
        self.viewport().update()

    def _shaded(self, where: tuple[int, int], colour: str) -> QTextEdit.ExtraSelection:
        shade = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(QColor(colour))
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(where[0], last))
        cursor.setPosition(min(where[1], last), QTextCursor.MoveMode.KeepAnchor)
        shade.cursor, shade.format = cursor, shape  # type: ignore[attr-defined, unused-ignore]
        return shade

    # Hits

    def next_hit(self, by: int = 1) -> None:
        """Go to the next hit, or back with -1; after the last comes the first."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._show_position(self._hits[self._hit][0])
            self.viewport().update()
            self.hit_changed.emit(self._hit + 1, len(self._hits))

    def _show_position(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        rect = self.cursorRect(cursor)
        if not 40 < rect.top() < self.viewport().height() - 120:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + rect.top() - self.viewport().height() // 3)

    # Selecting and what may leave

    def selected_span(self) -> Span | None:
        """Return the selected part of the body."""
        cursor = self.textCursor()
        if self.page is None or not cursor.hasSelection():
            return None
        return self.page.span_of(cursor.selectionStart(), cursor.selectionEnd())

    def select_span(self, span: Span) -> None:
        """Select a passage."""
        found = self.page.range_of(span) if self.page else None
        if found:
            cursor = self.textCursor()
            cursor.setPosition(found[0])
            cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def selection_area(self) -> QRectF:
        """Return where the selection is seen, in the viewport."""
        cursor = self.textCursor()
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        return QRectF(self.cursorRect(start)).united(QRectF(self.cursorRect(end)))

    def _tell_selection(self) -> None:
        self.span_selected.emit(self.selected_span())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return nothing: the selection clipboard and Qt's own copy and drag would pass the licence by."""
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return False: nothing can be put into an article."""
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing: a text opens no file and no address."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy goes through the licence; Esc lets the selection go."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the selection may begin a drag; anywhere else it begins a selection."""
        inside = self._on_selection(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._pressed = event.position().toPoint()
            return
        self._pressed = None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, or go on selecting."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the selection lets it go."""
        if self._pressed is not None:
            self._pressed = None
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)

    def _on_selection(self, point: QPoint) -> bool:
        cursor = self.textCursor()
        at = self.cursorForPosition(point).position()
        return cursor.hasSelection() and cursor.selectionStart() <= at < cursor.selectionEnd()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection."""
        menu = QMenu(self)
        self.actions_for_menu(menu)
        if not menu.isEmpty():
            menu.exec(event.globalPos())

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at a width that can be read."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        widest = QFontMetricsF(serif(tokens.READING * self._zoom)).averageCharWidth() * tokens.READING_CHARACTERS
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        right = max(40, round(room - MARGIN - widest))
        self.setViewportMargins(0, 0, 0, 0)
        frame = self.document().rootFrame().frameFormat()
        if (frame.leftMargin(), frame.rightMargin()) != (MARGIN, right):
            frame.setLeftMargin(MARGIN)
            frame.setRightMargin(right)
            frame.setTopMargin(26)
            frame.setBottomMargin(200)
            self.document().rootFrame().setFrameFormat(frame)

    def event(self, event: QEvent) -> bool:
        """Tell which record a name belongs to when the pointer rests on it."""
        if isinstance(event, QHelpEvent):
            at = self.cursorForPosition(event.pos()).position()
            tips = [mark.tip for mark in self._marks if mark.start <= at < mark.end]
            QToolTip.showText(event.globalPos(), "\n".join(tips), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then lines below names, voices at the margin and the line around the current hit."""
        super().paintEvent(event)
        if self.page is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(0, self.verticalScrollBar().value())
        self._paint_rule(painter)
        self._paint_names(painter, seen)
        self._paint_voices(painter, seen)
        self._paint_hit(painter)

    def _paint_rule(self, painter: QPainter) -> None:
        page = self.page
        if page is None:
            return
        top = self._block_area(self.document().findBlock(page.body_start)).top() - 14
        frame = self.document().rootFrame().frameFormat()
        painter.setPen(QPen(QColor(self._colours.line), 1))
        painter.drawLine(QPointF(MARGIN, top), QPointF(self.viewport().width() - frame.rightMargin(), top))

    def _paint_names(self, painter: QPainter, seen: QRectF) -> None:
        colours = {
            Kind.PERSON: self._colours.person, Kind.ORGANISATION: self._colours.organisation, Kind.PLACE: self._colours.place,
        }  # fmt: skip
        for mark in self._marks:
            pen = QPen(QColor(colours[mark.kind]), 1.6, PENS[mark.kind])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for area, baseline in self._lines(mark.start, mark.end, seen):
                painter.drawLine(QPointF(area.left(), baseline + 4), QPointF(area.right(), baseline + 4))

    def _paint_voices(self, painter: QPainter, seen: QRectF) -> None:
        font = sans(11)
        painter.setFont(font)
        taken, said = 0.0, ""
        for voice in self._voices:
            lines = list(self._lines(voice.start, voice.end, seen))
            if not lines:
                continue
            top, bottom = lines[0][0].top() + 3, lines[-1][0].bottom() - 3
            painter.setPen(QPen(QColor(self._colours.person), 1.5))
            painter.drawLine(QPointF(MARGIN - 9, top), QPointF(MARGIN - 9, bottom))
            if not voice.name or top < taken or (voice.name == said and top < taken + 50):
                continue
            painter.setPen(QColor(self._colours.person if voice.sure else self._colours.ink3))
            shown = voice.name.split()[-1] if voice.sure else f"{voice.name.split()[-1]}?"
            shown = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, MARGIN - 16)
            painter.drawText(QRectF(2, top, MARGIN - 15, 16), Qt.AlignmentFlag.AlignRight, shown)
            taken, said = top + 15, voice.name

    def _paint_hit(self, painter: QPainter) -> None:
        if self._hit < 0 or len(self._hits) < 2:
            return
        start, end = self._hits[self._hit]
        painter.setPen(QPen(QColor(self._colours.accent), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area, baseline in self._lines(start, end, None):
            painter.drawRoundedRect(QRectF(area.left() - 1, baseline - 15, area.width() + 2, 20), 2, 2)

    def _lines(self, start: int, end: int, seen: QRectF | None) -> Iterator[tuple[QRectF, float]]:
        """Give the pieces of lines between two positions, in the document, each with the height of its base line."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            area = self._block_area(block)
            if seen is None or (area.bottom() >= seen.top() and area.top() <= seen.bottom()):
                yield from _pieces(block, area, start, end)
            block = block.next()

    def _block_area(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)


def _pieces(block: QTextBlock, area: QRectF, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if low < high:
            # Without the space at the end of the line, which nobody sees.
            left, right = _x(line.cursorToX(low)), min(_x(line.cursorToX(high)), line.x() + line.naturalTextWidth())
            piece = QRectF(area.left() + min(left, right), area.top() + line.y(), abs(right - left), line.height())
            yield piece, area.top() + line.y() + line.ascent()


def _x(found: object) -> float:
    """Return the coordinate of Qt's answer, which is a pair in some versions."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _no_more(menu: QMenu) -> None:
    """Add nothing to a menu."""
