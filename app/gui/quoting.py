"""Quoting in the reader: from a selection to the one door out, always through the licence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.base import settings
from app.base.errors import PressmarkError
from app.base.spans import Span
from app.citation import Payload
from app.gui import clipboard
from app.gui.article_view import ArticleTextView
from app.gui.desk import Desk
from app.gui.quote_bar import QuoteBar
from app.gui.toast import Toast
from app.messages import sentence_of
from app.messages.answers import left_over
from app.workflows.quoting import Assessment, Form, HandedOut, QuoteRequest
from app.workflows.trims import Trim
from app.workflows.views import ArticleView, ParagraphView

GAP = 14
Deliver = Callable[[Payload], bool]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What was tried last: a refusal offers it again as private study."""

    request: QuoteRequest
    deliver: Deliver


class Quoting(QObject):
    """Connects the article's selection, the quote bar beside it and the desk."""

    terms_wanted = Signal()

    def __init__(self, desk: Desk, article: ArticleTextView, bar: QuoteBar, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._article, self._bar, self._toast, self._room = desk, article, bar, toast, parent
        self._view: ArticleView | None = None
        self._passage: tuple[Span, ...] | None = None
        """A passage with gaps that was chosen in place of the selection."""
        self._attempt: _Attempt | None = None
        bar.hide()
        article.span_selected.connect(self._selected)
        article.copy_wanted.connect(self.copy_plain)
        article.drag_wanted.connect(self._drag)
        article.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        article.menu_parts.append(self._add_actions)
        self._connect_bar(bar)
        desk.measured.connect(self._measured)
        desk.trimmed.connect(bar.show_trims)
        desk.released.connect(self._released)
        desk.publications_read.connect(bar.show_publications)

    def _connect_bar(self, bar: QuoteBar) -> None:
        bar.changed.connect(self._measure)
        bar.copy_clicked.connect(self.copy)
        bar.trims_wanted.connect(self._trim)
        bar.trim_chosen.connect(self._take_trim)
        bar.terms_clicked.connect(self.terms_wanted.emit)
        bar.study_clicked.connect(self._study)
        bar.reference_clicked.connect(self.copy_reference)
        bar.commercial_said.connect(self._desk.describe_publication)
        bar.left_by_key.connect(self._article.setFocus)

    def show_article(self, view: ArticleView | None) -> None:
        """Quote from this article from now on."""
        if view is None or self._view is None or view.article_id != self._view.article_id:
            self._bar.hide()
            self._bar.forget_article()
            self._passage = self._attempt = None
        elif (view.rights, view.uncounted) != (self._view.rights, self._view.uncounted):
            self._view = view
            self._measure()
        self._view = view

    def strike(self) -> None:
        """Strike the paragraphs at the cursor out of what is counted, or count them again where none of them is."""
        chosen = self._article.chosen_paragraphs()
        if self._view is None or not chosen:
            self._toast.say(self.tr("Put the cursor into a paragraph of the article first"), role="secondary")
            return
        self._desk.strike(self._view.article_id, [each.number for each in chosen], counted=not _any_counted(chosen))

    # What leaves, and how

    def copy(self) -> None:
        """Copy the selected passage as a quotation; without one say so."""
        self._hand("quote", clipboard.put)

    def copy_plain(self) -> None:
        """Copy the selected words alone; they count all the same."""
        self._hand("plain", clipboard.put)

    def print_passage(self) -> None:
        """Print the selected passage as a quotation; without one the whole text, as far as the terms let it."""
        if self._view is None:
            self._toast.say(self.tr("Choose an article first"), role="secondary")
            return
        whole = self._article.selected_span() is None
        if whole:
            self._article.select_span(Span(0, len(self._view.body)))
        printer = clipboard.choose_printer(self._room)
        if printer is not None:
            self._hand("plain" if whole else "quote", lambda payload: clipboard.print_out(payload, printer))

    def copy_reference(self) -> None:
        """Copy the reference to the article, without a quotation."""
        if self._view is None:
            self._toast.say(self.tr("Choose an article first"), role="secondary")
            return

        def done(payload: Payload) -> None:
            clipboard.put(payload)
            self._toast.say(
                self.tr("Reference copied: {0}").format(payload.plain if len(payload.plain) < 90 else payload.plain[:88] + "…")
            )

        self._desk.cite(self._view.article_id, self._bar.choice().style, done=done)

    def _hand(self, form: Form, deliver: Deliver) -> None:
        request = self._request(form)
        if request is None:
            self._toast.say(self.tr("Select a passage of the article first"), role="secondary")
        elif not request.publication:
            self._show_bar()
            self._bar.show_problem(self.tr("Name the publication that you quote for."))
            self._bar.publication.setFocus()
        elif form == "quote" and self._bar.state == "reason" and not request.reason:
            self._bar.show_problem(self.tr("Say why this quotation is justified; the reason is recorded."))
            self._bar.reason.setFocus()
        else:
            self._try(_Attempt(request, deliver))

    def _try(self, attempt: _Attempt) -> None:
        self._attempt = attempt
        self._desk.hand_out(attempt.request, done=lambda answer: self._handed_out(answer, attempt), failed=self._failed)

    def _study(self) -> None:
        """Do what was refused for the user's own study; it is recorded, and counts for no publication."""
        if self._attempt is not None:
            self._try(_Attempt(replace(self._attempt.request, basis="private_study", reason=None), self._attempt.deliver))

    def _request(self, form: Form = "quote") -> QuoteRequest | None:
        span = self._article.selected_span()
        if span is None or self._view is None:
            return None
        choice = self._bar.choice()
        return QuoteRequest(
            self._view.article_id, self._passage or (span,), choice.publication, choice.medium, choice.style,
            basis=choice.basis if form == "quote" else None, reason=choice.reason, url=choice.url, form=form, purpose=choice.purpose,
        )  # fmt: skip

    def _handed_out(self, answer: HandedOut, attempt: _Attempt) -> None:
        if answer.payload is None:
            self._refused(answer, attempt.request.form)
        elif not attempt.deliver(answer.payload):
            if answer.excerpt_id is not None:
                self._desk.release(answer.excerpt_id)
        else:
            self._article.setFocus()
            self._remember(attempt.request)
            self._tell(answer, attempt.request)

    def _refused(self, answer: HandedOut, form: Form) -> None:
        if self._view is not None:
            self._bar.show_assessment(answer.assessment, self._view, form)
            self._show_bar()
            if self._bar.state == "link":
                self._bar.address.setFocus()

    def _tell(self, answer: HandedOut, request: QuoteRequest) -> None:
        excerpt = answer.excerpt_id
        if answer.assessment.basis == "private_study":
            words = self.tr("Copied for private study, counted for no publication · Ctrl+Shift+C quotes it")
        else:
            done = self.tr("Copied") if request.form == "quote" else self.tr("Copied without marks and source")
            words = f"{done} · {left_over(answer.assessment, request.publication)}"
        self._toast.say(words, back=None if excerpt is None else lambda: self._desk.release(excerpt))
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
        self._show_bar()
        self._bar.show_problem(sentence_of(error))

    def _remember(self, request: QuoteRequest) -> None:
        known = settings.load()
        if (known.publication, known.citation_style) != (request.publication, request.style):
            settings.save(replace(known, publication=request.publication, citation_style=request.style))

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
            self._refused(answer, request.form)
        elif clipboard.drag(answer.payload, self._article):
            self._tell(answer, request)
        else:
            self._desk.release(answer.excerpt_id)

    # The bar beside the selection

    def _selected(self, span: Span | None) -> None:
        self._passage = None
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
        if self._article.selected_span() is not None and self._view is not None:
            self._bar.show_assessment(found, self._view)
            self._show_bar()

    def _trim(self) -> None:
        request = self._request()
        if request is not None:
            self._desk.trim(request)

    def _take_trim(self, trim: Trim) -> None:
        """Select the shorter passage, and copy it at once."""
        self._article.select_span(Span(trim.spans[0].start, trim.spans[-1].end))
        self._passage = trim.spans
        self.copy()

    def _show_bar(self) -> None:
        self._bar.show()
        self._place()

    def _place(self) -> None:
        """Put the bar below the selection, above it where there is no room, inside the reader always."""
        if self._article.selected_span() is None:
            return
        seen = self._article.viewport()
        width = min(660, self._room.width() - 48)
        self._bar.fit(width)
        area = self._article.selection_area()
        corner = seen.mapTo(self._room, QPoint(0, 0))
        top, bottom = corner.y() + area.top(), corner.y() + area.bottom()
        floor = corner.y() + seen.height() - self._bar.height() - 12
        below, above = bottom + GAP, top - GAP - self._bar.height()
        y = below if below <= floor or above < corner.y() else above
        self._bar.move(min(corner.x() + 56, self._room.width() - width - 24), round(max(corner.y() + 8, min(y, floor))))
        self._bar.raise_()
        self._toast.raise_()

    def _add_actions(self, menu: QMenu) -> None:
        if self._article.selected_span() is not None:
            menu.addAction(self.tr("Copy quote"), self.copy)
            menu.addAction(self.tr("Copy the words alone"), self.copy_plain)
        menu.addAction(self.tr("Copy reference"), self.copy_reference)
        menu.addAction(self.tr("Print…"), self.print_passage)
        if chosen := self._article.chosen_paragraphs():
            menu.addSeparator()
            menu.addAction(_strike_words(self, chosen), self.strike)


def _any_counted(paragraphs: Sequence[ParagraphView]) -> bool:
    return any(each.counted for each in paragraphs)


def _strike_words(speaker: QObject, chosen: Sequence[ParagraphView]) -> str:
    if _any_counted(chosen):
        return speaker.tr("Do not count as the article’s text") + "\tCtrl+Shift+K"
    return speaker.tr("Count as the article’s text") + "\tCtrl+Shift+K"
