"""What opens beside the reader: the terms of the article."""

from PySide6.QtCore import QObject

from app.gui.desk import Desk
from app.gui.reader import Reader
from app.gui.terms_dialog import TermsDialog
from app.gui.tokens import Colours


class Beside(QObject):
    """Makes each window when it is first wanted, and keeps it."""

    def __init__(self, desk: Desk, reader: Reader, colours: Colours) -> None:
        super().__init__(reader)
        self._reader = reader
        self.terms = TermsDialog(desk, colours, reader)
        reader.terms.opened.connect(self.show_terms)
        reader.quoting.terms_wanted.connect(self.show_terms)

    def show_terms(self) -> None:
        """Show the terms of the article that is read."""
        if self._reader.view is None:
            self._reader.toast.say(self.tr("Choose an article first"), role="secondary")
        else:
            self.terms.begin(self._reader.view.article_id)

    def dress(self, colours: Colours) -> None:
        """Take other colours."""
        self.terms.dress(colours)
