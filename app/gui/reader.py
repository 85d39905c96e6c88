"""The reader: the article with its terms below it, its original and its history."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.base.spans import Span
from app.gui import tokens
from app.gui.article_view import ArticleTextView
from app.gui.desk import Desk
from app.gui.facts_page import FactsPage, history_facts, original_facts
from app.gui.naming import Naming
from app.gui.quote_bar import QuoteBar
from app.gui.quoting import Quoting
from app.gui.style import sans
from app.gui.terms_bar import TermsBar
from app.gui.toast import Toast
from app.gui.tokens import Colours
from app.workflows.views import ArticleView


class Reader(QWidget):
    """Shows one article at a time; quoting happens in here."""

    shown = Signal(int)

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.article = ArticleTextView(colours)
        self.original, self.history = FactsPage(), FactsPage()
        self.terms = TermsBar()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFont(sans(tokens.SECONDARY))
        for title in (self.tr("Article"), self.tr("Original"), self.tr("History")):
            self.tabs.addTab(title)
        self.place = QLabel()
        self.place.setFont(sans(tokens.SECONDARY))
        self.place.setProperty("role", "caption")
        self.open_button = QPushButton(self.tr("Open file…"))
        self.open_button.setToolTip(self.tr("Open the kept original in the system’s program for it"))
        self.open_button.clicked.connect(self._open_original)
        self.pages = QStackedWidget()
        self._empty = QLabel(self.tr("Choose an article to read it here."))
        self._view: ArticleView | None = None
        self._hits: tuple[Span, ...] = ()
        self._lay_out()
        self.bar = QuoteBar(colours, self)
        self.toast = Toast(self, self.bar)
        self.quoting = Quoting(desk, self.article, self.bar, self.toast, self)
        self.naming = Naming(desk, self.article, self.toast, self)
        self.tabs.currentChanged.connect(self._turn_to)
        self.article.hit_changed.connect(self._show_place)
        desk.article_read.connect(self.show_article)
        desk.article_renewed.connect(self._renew)
        desk.settled.connect(self._renew_sums)
        desk.decided.connect(lambda _: self._renew_names())
        self._desk = desk
        self.clear_article()

    def _lay_out(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "caption")
        for page in (self._empty, self.article, self.original, self.history):
            self.pages.addWidget(page)
        self._head = QWidget()
        self._head.setObjectName("tabs")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(40, 0, 24, 1)
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.open_button)
        row.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.terms)

    @property
    def view(self) -> ArticleView | None:
        """Return the article that is shown."""
        return self._view

    def show_article(self, view: ArticleView, hits: tuple[Span, ...]) -> None:
        """Show an article; where it is the one that is shown already, place and selection stay."""
        shown = self._view
        if shown is not None and (shown.article_id, shown.body_id, self._hits) == (view.article_id, view.body_id, hits):
            self._renew(view)
            self.shown.emit(view.article_id)
            return
        self._view, self._hits = view, hits
        self.quoting.show_article(view)
        self.article.show_article(view, hits)
        self._show_facts(view)
        self._head.show()
        self.terms.show()
        self._turn_to(self.tabs.currentIndex())
        self.shown.emit(view.article_id)

    def clear_article(self) -> None:
        """Show that no article is chosen."""
        self._view = None
        self.quoting.show_article(None)
        self.article.clear_article()
        self._head.hide()
        self.terms.hide()
        self.pages.setCurrentWidget(self._empty)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.article.dress(colours)
        self.bar.dress(colours)

    def _renew(self, view: ArticleView) -> None:
        if self._view is not None and view.article_id == self._view.article_id:
            self._view = view
            self.quoting.show_article(view)
            self.article.renew(view)
            self._show_facts(view)

    def _renew_sums(self) -> None:
        """See what is left, after an excerpt was given back or published elsewhere in the window."""
        if self._view is not None:
            self._desk.renew(self._view.article_id)
            self.bar.changed.emit()

    def _renew_names(self) -> None:
        """See what the names of the article are, after a decision on some."""
        if self._view is not None:
            self._desk.renew(self._view.article_id)

    def _show_facts(self, view: ArticleView) -> None:
        self.original.show_facts(original_facts(view))
        self.history.show_facts(history_facts(view))
        self.terms.show_terms(view.rights)

    def _turn_to(self, tab: int) -> None:
        self.pages.setCurrentWidget((self.article, self.original, self.history)[tab])
        self.place.setVisible(tab == 0)
        self.open_button.setVisible(tab == 1)
        if tab != 0:
            self.bar.hide()

    def _show_place(self, place: int, count: int) -> None:
        self.place.setText(self.tr("hit {0} of {1} · F3").format(place, count) if count else "")

    def _open_original(self) -> None:
        if self._view is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._view.original.path)))
