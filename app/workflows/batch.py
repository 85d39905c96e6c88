"""What an import reports."""

from dataclasses import dataclass, field
from typing import Literal

from app.base.errors import ArchiveError, Param

Status = Literal["imported", "same", "duplicate", "needs_review", "partial", "failed"]
STATUSES: tuple[Status, ...] = ("imported", "same", "duplicate", "needs_review", "partial", "failed")


@dataclass(frozen=True, slots=True)
class ItemReport:
    """What became of one file. `code` and `params` tell why, for all but `imported`; `article_ids` are the articles it holds.

    imported: kept; same: this very file was known; duplicate: the article was known from another file; needs_review: kept,
    and a person should look at something; partial: kept, and known to be incomplete; failed: not kept.
    """

    path: str
    status: Status
    code: str = ""
    params: dict[str, Param] = field(default_factory=dict)
    article_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchReport:
    """One import as a whole; its items in the order in which they were found.

    `stopped` is what ended the batch early (a full disk); `cancelled` says that the user did. Either way all that is reported
    here is kept.
    """

    batch_id: int
    items: tuple[ItemReport, ...]
    stopped: ArchiveError | None = None
    cancelled: bool = False

    def count(self, status: Status) -> int:
        """Return how many items have that status."""
        return sum(item.status == status for item in self.items)

    @property
    def imported(self) -> int:
        """Return how many files were imported with nothing to remark."""
        return self.count("imported")

    @property
    def same(self) -> int:
        """Return how many files were known."""
        return self.count("same")

    @property
    def duplicate(self) -> int:
        """Return how many files held only articles that were known from other files."""
        return self.count("duplicate")

    @property
    def needs_review(self) -> int:
        """Return how many files were imported and should be looked at."""
        return self.count("needs_review")

    @property
    def partial(self) -> int:
        """Return how many files were imported and are known to be incomplete."""
        return self.count("partial")

    @property
    def failed(self) -> int:
        """Return how many files were not imported."""
        return self.count("failed")
