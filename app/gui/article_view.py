"""The page of an article: selecting by mouse and keyboard, hits, names underlined, quotations marked at the margin."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QToolTip, QWidget

from app.base.spans import Span
from app.gui import tokens
from app.gui.article_marks import MARGIN, ArticleMarks
from app.gui.article_page import Page, lay_out
from app.gui.article_shades import shades_of
from app.gui.style import serif
from app.gui.tokens import Colours
from app.workflows.views import ArticleView, ParagraphView


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
        self._marks = ArticleMarks(self.document())
        self._pressed: QPoint | None = None
        self.menu_parts: list[Callable[[QMenu], None]] = []
        self.selectionChanged.connect(self._tell_selection)

    # What is shown

    def show_article(self, view: ArticleView, hits: Iterable[Span]) -> None:
        """Show an article from its beginning, or where its first hit is."""
        self._fill(view)
        page = self.page
        self._hits = tuple(found for span in hits if page and (found := page.range_of(span)))
        self._hit = 0 if self._hits else -1
        self._shade()
        # Filling left the cursor at the end, and Qt scrolls to the cursor whenever the view changes its size.
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)
        if self._hits:
            self._show_position(self._hits[0][0])
        self.hit_changed.emit(self._hit + 1, len(self._hits))

    def renew(self, view: ArticleView) -> None:
        """Show changed facts of the same article; place and selection stay."""
        if self.page is not None:
            self.page = replace(self.page, view=view)
            self._marks.take(self.page)
            self._shade()

    def clear_article(self) -> None:
        """Show nothing."""
        self.page, self._hits = None, ()
        self._marks.clear()
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
        self._marks.take(page)

    def _shade(self) -> None:
        """Shade what was found and what was handed out, and dim what is not counted."""
        if self.page is not None:
            self.setExtraSelections(shades_of(self.page, self._hits, self.document(), self._colours))
            self.viewport().update()

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

    def chosen_paragraphs(self) -> tuple[ParagraphView, ...]:
        """Return the paragraphs of the body that the selection touches, without one that in which the cursor is."""
        cursor = self.textCursor()
        if self.page is None:
            return ()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        span = self.page.span_of(cursor.selectionStart(), cursor.selectionEnd())
        return tuple(each for each in self.page.view.paragraphs if span and each.span.overlaps(span))

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
        """Offer what can be done with the selection, or with the paragraph that was pointed at."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self._pointed_at(event.pos()))
        menu = QMenu(self)
        self.actions_for_menu(menu)
        if not menu.isEmpty():
            menu.exec(event.globalPos())

    def actions_for_menu(self, menu: QMenu) -> None:
        """Fill a menu with what can be done at the cursor."""
        for part in self.menu_parts:
            part(menu)

    def _pointed_at(self, point: QPoint) -> QTextCursor:
        """Return the place in the text that is meant: at the margin, the beginning of the direct speech that is marked there."""
        cursor = self.cursorForPosition(point)
        height = point.y() + self.verticalScrollBar().value()
        if point.x() < MARGIN and (start := self._marks.voice_at(height)) is not None:
            cursor.setPosition(start)
        return cursor

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
            QToolTip.showText(event.globalPos(), "\n".join(self._marks.tips_at(at)), self)
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
        self._marks.paint_rule(painter, self._colours, self.page.body_start, self.viewport().width())
        self._marks.paint(painter, self._colours, seen)
        if self._hit >= 0 and len(self._hits) > 1:
            self._marks.paint_hit(painter, self._colours, self._hits[self._hit])
