"""What opens beside the reader: the terms of the article, the ledger, a draft, references, names."""

from PySide6.QtCore import QObject

from app.gui.desk import Desk
from app.gui.draft_window import DraftWindow
from app.gui.ledger_window import LedgerWindow
from app.gui.names_window import NamesWindow
from app.gui.reader import Reader
from app.gui.recognise_dialog import RecogniseDialog
from app.gui.references_dialog import ReferencesDialog
from app.gui.selection import Selection
from app.gui.terms_dialog import TermsDialog
from app.gui.tokens import Colours
from app.workflows.authority_list import RecordSummary


class Beside(QObject):
    """The windows beside the main one, each made once."""

    def __init__(self, desk: Desk, reader: Reader, colours: Colours) -> None:
        super().__init__(reader)
        self._desk, self._reader = desk, reader
        self.terms = TermsDialog(desk, colours, reader)
        self.ledger = LedgerWindow(desk, colours, reader)
        self.draft = DraftWindow(desk, colours, reader)
        self.references = ReferencesDialog(desk, reader)
        self.names = NamesWindow(desk, reader)
        self.recognise = RecogniseDialog(desk, reader)
        reader.terms.opened.connect(self.show_terms)
        reader.quoting.terms_wanted.connect(self.show_terms)
        reader.shown.connect(self.ledger.filters.show_article)
        for window in (self.ledger, self.draft, self.names):
            window.article_wanted.connect(self._read)
        self.names.search_wanted.connect(self._search)
        reader.naming.record_wanted.connect(self.names.show_record)
        desk.opened.connect(self.draft.forget)

    def show_terms(self) -> None:
        """Show the terms of the article that is read."""
        if self._reader.view is None:
            self._reader.toast.say(self.tr("Choose an article first"), role="secondary")
        else:
            self.terms.begin(self._reader.view.article_id)

    def show_ledger(self) -> None:
        """Show what was handed out from the open archive."""
        if self._desk.folder is not None:
            self.ledger.filters.show_article(self._reader.view.article_id if self._reader.view else None)
            self.ledger.begin()

    def show_draft(self) -> None:
        """Show the window that checks a draft."""
        if self._desk.folder is not None:
            self.draft.begin()

    def show_references(self) -> None:
        """Offer references to the article that is read, and to the results."""
        if self._desk.folder is not None:
            self.references.begin(self._reader.view)

    def show_names(self) -> None:
        """Show the people, organisations and places of the archive."""
        if self._desk.folder is not None:
            self.names.begin()

    def show_recognise(self) -> None:
        """Offer to recognise the names of the archive again."""
        if self._desk.folder is not None:
            self.recognise.begin()

    def close(self) -> None:
        """Close all of them."""
        for each in (self.terms, self.ledger, self.draft, self.references, self.names, self.recognise):
            each.close()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.terms.dress(colours)
        self.ledger.dress(colours)
        self.draft.dress(colours)

    def _read(self, article_id: int) -> None:
        """Read an article in the main window, which comes to the front."""
        self._desk.read(article_id)
        self._come_forward()
        self._reader.article.setFocus()

    def _search(self, record: RecordSummary) -> None:
        """Search in the main window for the articles that name a record."""
        self._desk.search(Selection().only(record.kind.value, str(record.record)))
        self._come_forward()

    def _come_forward(self) -> None:
        self._reader.window().activateWindow()
        self._reader.window().raise_()
