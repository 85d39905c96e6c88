"""What opens beside the reader: the terms of the article, the ledger."""

from PySide6.QtCore import QObject

from app.gui.desk import Desk
from app.gui.ledger_window import LedgerWindow
from app.gui.reader import Reader
from app.gui.terms_dialog import TermsDialog
from app.gui.tokens import Colours


class Beside(QObject):
    """The windows beside the main one, each made once."""

    def __init__(self, desk: Desk, reader: Reader, colours: Colours) -> None:
        super().__init__(reader)
        self._desk, self._reader = desk, reader
        self.terms = TermsDialog(desk, colours, reader)
        self.ledger = LedgerWindow(desk, colours, reader)
        reader.terms.opened.connect(self.show_terms)
        reader.quoting.terms_wanted.connect(self.show_terms)
        reader.shown.connect(self.ledger.filters.show_article)
        self.ledger.article_wanted.connect(self._read)

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

    def close(self) -> None:
        """Close all of them."""
        for each in (self.terms, self.ledger):
            each.close()

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.terms.dress(colours)
        self.ledger.dress(colours)

    def _read(self, article_id: int) -> None:
        """Read an article in the main window, which comes to the front."""
        self._desk.read(article_id)
        self._reader.window().activateWindow()
        self._reader.window().raise_()
        self._reader.article.setFocus()
