"""What was found in a draft, as a list: one row a passage."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from app.gui.report_model import NO_INDEX, Index
from app.messages.drafts import Piece, Verdict, pieces_of, problem_of, verdict_on
from app.workflows.check_draft import DraftQuote

FINDING = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage in the words that are shown of it: problems with whether the terms refuse them."""

    number: int
    kind: str
    where: str
    pieces: tuple[Piece, ...]
    problems: tuple[tuple[str, bool], ...]
    also: str
    verdict: Verdict
    article_id: int


def finding_of(number: int, quote: DraftQuote, text: str) -> Finding:
    """Return a passage of the draft's text as it is shown."""
    count = len(quote.also_in)
    also = f"The same words are in {count:,} other {'article' if count == 1 else 'articles'}." if count else ""
    return Finding(
        number, "altered" if quote.passage.is_altered else "verbatim", f"{quote.headline} · {quote.source or 'no source'}",
        pieces_of(quote.passage, text), tuple((problem_of(quote, problem), problem.refused) for problem in quote.problems), also,
        verdict_on(quote), quote.article_id,
    )  # fmt: skip


def spoken(finding: Finding) -> str:
    """Return all of a finding in one line, for who cannot see it."""
    said = {"same": "{}", "struck": "[instead of: {}]", "added": "{}"}
    words = "".join(said[piece.how].format(piece.text) for piece in finding.pieces)
    problems = [f"{'Refused' if refused else 'To look at'}: {told}" for told, refused in finding.problems] or ["In order."]
    return " ".join((f"{finding.number}, {finding.kind}: “{words}”, from {finding.where}.", *problems, finding.also)).strip()


class FindingModel(QAbstractListModel):
    """Findings under the role `FINDING`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many passages were found."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the finding, or what a screen reader says of it."""
        if not index.isValid():
            return None
        if role == FINDING:
            return self.findings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.findings[index.row()])
        return None
