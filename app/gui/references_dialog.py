"""References for other programs: of the article that is read, or of the results, as BibTeX, RIS or CSL-JSON."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.base.progress import CancelToken
from app.gui import tokens
from app.gui.desk import Desk
from app.gui.parts import button, label
from app.gui.style import restyle, sans
from app.gui.wording import counted
from app.index.query import Query
from app.messages import sentence_of
from app.messages.reports import write_text
from app.workflows.citing import export_references
from app.workflows.find import matching_ids
from app.workflows.library import Library
from app.workflows.views import ArticleView, Found

MOST = 1000
FORMS = (("bibtex", "BibTeX", "bib"), ("ris", "RIS", "ris"), ("csl", "CSL-JSON", "json"))
"""Name of the export, what people call it, the ending of its files."""


class ReferencesDialog(QDialog):
    """Writes one file of references. They hold no quoted text, so no limit concerns them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("References"))
        self.setMinimumWidth(460)
        self._desk = desk
        self._view: ArticleView | None = None
        self._total = 0
        self.article, self.results = QRadioButton(self.tr("The article that is read")), QRadioButton(self.tr("All results"))
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Form of the references"))
        for key, name, _ in FORMS:
            self.form.addItem(name, key)
        self.told = label(wrap=True)
        self.save = button(self.tr("Save…"), self._save, kind="primary")
        self.close_button = button(self.tr("Close"), self.reject)
        for part in (self.article, self.results, self.form):
            part.setFont(sans(tokens.BODY))
        self._lay_out()
        desk.found.connect(self._count)
        desk.found_again.connect(self._count)

    def _lay_out(self) -> None:
        form = QHBoxLayout()
        form.setSpacing(8)
        form.addWidget(label(self.tr("as"), "secondary"))
        form.addWidget(self.form)
        form.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.save)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.tr("References to"), bold=True, size=tokens.TITLE))
        for part in (self.article, self.results):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.told.hide()

    def begin(self, view: ArticleView | None) -> None:
        """Open for the article that is read, None while none is, and for the results as they are."""
        self._view = view
        self.tell("", "secondary")
        headline = view.headline if view else ""
        self.article.setText(self.tr("“{0}”").format(_short(headline)) if view else self.tr("The article that is read"))
        self.article.setToolTip(headline)
        self.article.setEnabled(view is not None)
        self.results.setText(self._results_words())
        self.results.setEnabled(self._total > 0)
        (self.article if view else self.results).setChecked(True)
        self.save.setEnabled(view is not None or self._total > 0)
        self.open()
        (self.article if view else self.results).setFocus()

    def _results_words(self) -> str:
        if self._total > MOST:
            return self.tr("The first {0} of {1} results").format(f"{MOST:,}", f"{self._total:,}")
        return self.tr("All results: {0}").format(counted(self._total, "article", "articles"))

    def _count(self, _: object, found: Found) -> None:
        self._total = found.results.total

    def _save(self) -> None:
        key, name, ending = FORMS[self.form.currentIndex()]
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the references"), f"references.{ending}", f"{name} (*.{ending})"
        )
        if chosen:
            path = Path(chosen)
            query = self._desk.query_of_results(MOST)
            ids = (self._view.article_id,) if self.article.isChecked() and self._view else None
            self._desk.ask(
                lambda library, cancel: _written(library, path, key, ids, query, cancel),
                done=lambda count: self._say_saved(count, path), failed=self._tell_problem, key="references", long=True,
            )  # fmt: skip

    def _say_saved(self, count: int, path: Path) -> None:
        self.tell(self.tr("Saved {0}: {1}").format(counted(count, "reference", "references"), path.name), "ok")

    def tell(self, words: str, role: str) -> None:
        """Say what was done, or why it could not be."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        restyle(self.told, "role", role)

    def _tell_problem(self, error: PressmarkError) -> None:
        self.tell(sentence_of(error), "over")


def _written(library: Library, path: Path, form: str, ids: tuple[int, ...] | None, query: Query, cancel: CancelToken) -> int:
    """Write the references to articles, of a query's where none are named, and return how many they are."""
    chosen = matching_ids(library, query, cancel=cancel) if ids is None else ids
    # RIS wants its own line ends kept.
    write_text(path, export_references(library, chosen, form), newline="")
    return len(chosen)


def _short(headline: str) -> str:
    return headline if len(headline) <= 60 else f"{headline[:59]}…"
