"""Quoting in the reader: from a selection to the clipboard, always through the licence."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QMenu, QWidget

from app.base import settings
from app.base.errors import PressmarkError
from app.base.spans import Span
from app.gui import clipboard
from app.gui.article_view import ArticleTextView
from app.gui.desk import Desk
from app.gui.quote_bar import QuoteBar
from app.gui.toast import Toast
from app.messages import sentence_of
from app.messages.answers import left_over
from app.workflows.quoting import Assessment, HandedOut, QuoteRequest
from app.workflows.views import ArticleView

GAP = 14


class Quoting(QObject):
    """Connects the article's selection, the quote bar beside it and the desk."""

    def __init__(self, desk: Desk, article: ArticleTextView, bar: QuoteBar, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._article, self._bar, self._toast, self._room = desk, article, bar, toast, parent
        self._view: ArticleView | None = None
        bar.hide()
        article.span_selected.connect(self._selected)
        article.copy_wanted.connect(self.copy)
        article.drag_wanted.connect(self._drag)
        article.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        article.actions_for_menu = self._add_actions
        bar.changed.connect(self._measure)
        bar.copy_clicked.connect(self.copy)
        bar.shorten_clicked.connect(self._shorten)
        bar.left_by_key.connect(self._leave)
        desk.measured.connect(self._measured)
        desk.shortened.connect(self._shortened)
        desk.released.connect(self._released)
        desk.publications_read.connect(bar.show_publications)

    def show_article(self, view: ArticleView | None) -> None:
        """Quote from this article from now on."""
        if view is None or self._view is None or view.article_id != self._view.article_id:
            self._bar.hide()
            self._bar.forget_article()
        self._view = view

    def copy(self) -> None:
        """Copy the selected passage as a quotation; without one say so."""
        request = self._request()
        if request is None:
            self._toast.say(self.tr("Select a passage of the article first"), role="secondary")
        elif not request.publication:
            self._bar.show_problem(self.tr("Name the publication that you quote for."))
            self._bar.publication.setFocus()
        elif self._bar.state == "reason" and not request.reason:
            self._bar.show_problem(self.tr("Say why this quotation is justified; the reason is recorded."))
            self._bar.reason.setFocus()
        else:
            self._desk.hand_out(request, done=self._handed_out, failed=self._failed)

    def _request(self) -> QuoteRequest | None:
        span = self._article.selected_span()
        if span is None or self._view is None:
            return None
        choice = self._bar.choice()
        return QuoteRequest(
            self._view.article_id,
            (span,),
            choice.publication,
            choice.medium,
            choice.style,
            reason=choice.reason,
            url=choice.url,
        )

    def _selected(self, span: Span | None) -> None:
        if span is None:
            self._bar.hide()
        else:
            self._measure()

    def _measure(self) -> None:
        request = self._request()
        if request is not None:
            # An address is judged when it is used: half-typed ones would be refused at each key.
            self._desk.measure(replace(request, url=None))

    def _measured(self, found: Assessment) -> None:
        if self._article.selected_span() is None or self._view is None:
            return
        self._bar.show_assessment(found, self._view)
        self._bar.show()
        self._place()

    def _place(self) -> None:
        """Put the bar below the selection, above it where there is no room, inside the reader always."""
        if self._article.selected_span() is None:
            return
        seen = self._article.viewport()
        width = min(660, self._room.width() - 48)
        self._bar.setFixedWidth(width)
        self._bar.adjustSize()
        area = self._article.selection_area()
        corner = seen.mapTo(self._room, QPoint(0, 0))
        top, bottom = corner.y() + area.top(), corner.y() + area.bottom()
        floor = corner.y() + seen.height() - self._bar.height() - 12
        below, above = bottom + GAP, top - GAP - self._bar.height()
        y = below if below <= floor or above < corner.y() else above
        self._bar.move(min(corner.x() + 56, self._room.width() - width - 24), round(max(corner.y() + 8, min(y, floor))))
        self._bar.raise_()
        self._toast.raise_()

    def _handed_out(self, answer: HandedOut) -> None:
        choice = self._bar.choice()
        if answer.payload is None:
            if self._view is not None:
                self._bar.show_assessment(answer.assessment, self._view)
                self._bar.show()
                self._place()
                if self._bar.state == "link":
                    self._bar.address.setFocus()
            return
        clipboard.put(answer.payload)
        self._article.setFocus()
        self._remember(choice.publication, choice.style)
        self._tell(answer, choice.publication)

    def _tell(self, answer: HandedOut, publication: str) -> None:
        excerpt = answer.excerpt_id
        left = left_over(answer.assessment, publication)
        self._toast.say(
            self.tr("Copied · {0}").format(left), back=None if excerpt is None else lambda: self._desk.release(excerpt)
        )
        self._desk.read_publications()
        if self._view is not None:
            self._desk.renew(self._view.article_id)

    def _released(self, _excerpt: int) -> None:
        clipboard.clear()
        self._toast.say(self.tr("Given back: the quotation counts no longer, and the clipboard is empty"), role="secondary")
        self._measure()
        if self._view is not None:
            self._desk.renew(self._view.article_id)

    def _failed(self, error: PressmarkError) -> None:
        self._bar.show()
        self._bar.show_problem(sentence_of(error))
        self._place()

    def _remember(self, publication: str, style: str) -> None:
        known = settings.load()
        if (known.publication, known.citation_style) != (publication, style):
            settings.save(replace(known, publication=publication, citation_style=style))

    def _shorten(self) -> None:
        request = self._request()
        if request is not None:
            self._desk.shorten(request)

    def _shortened(self, span: Span | None) -> None:
        if span is None:
            self._bar.show_problem(self.tr("Not even a word of it is left for this publication."))
        else:
            self._article.select_span(span)
            self._article.setFocus()

    def _leave(self) -> None:
        self._article.setFocus()

    def _drag(self) -> None:
        """Drag a quotation out: it is handed out when the drag begins, and given back when nobody took it."""
        request = self._request()
        if request is None:
            return
        try:
            answer = self._desk.hand_out_now(request)
        except PressmarkError as error:
            self._failed(error)
            return
        if answer.payload is None or answer.excerpt_id is None:
            self._handed_out(answer)
            return
        drag = QDrag(self._article)
        drag.setMimeData(clipboard.mime_of(answer.payload))
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            self._desk.release(answer.excerpt_id)
        else:
            self._tell(answer, request.publication)

    def _add_actions(self, menu: QMenu) -> None:
        if self._article.selected_span() is not None:
            menu.addAction(self.tr("Copy quote"), self.copy)
