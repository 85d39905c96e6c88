"""A report of the ledger: what was handed out, its sums by publication and by article, and the head that proves it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.base.clock import utc_now
from app.workflows.ledger import LedgerCheck, LedgerEntry, LedgerFilter, entries, verify
from app.workflows.library import Library

STUDY = "Private study"
"""What was copied for one's own study counts for no publication, so its sum stands by itself."""


@dataclass(frozen=True, slots=True)
class LedgerSum:
    """What was handed out of one article or for one publication; given back excerpts count in `released` alone."""

    name: str
    excerpts: int
    words: int
    chars: int
    published: int
    released: int


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """Entries oldest first, their sums, and the whole ledger's check with its last hash. `made_at` is UTC."""

    archive: str
    made_at: str
    wanted: LedgerFilter
    entries: tuple[LedgerEntry, ...]
    publications: tuple[LedgerSum, ...]
    articles: tuple[LedgerSum, ...]
    check: LedgerCheck


def ledger_report(library: Library, wanted: LedgerFilter | None = None) -> LedgerReport:
    """Return the report of the excerpts that are wanted, of all when nothing is said."""
    chosen = wanted or LedgerFilter()
    rows = entries(library, chosen)
    return LedgerReport(
        archive=library.archive.folder.name,
        made_at=utc_now(),
        wanted=chosen,
        entries=rows,
        publications=_sums(rows, lambda row: STUDY if row.basis == "private_study" else row.publication),
        articles=_sums(rows, lambda row: f"[{row.article_id}] {row.headline}"),
        check=verify(library),
    )


def _sums(rows: Iterable[LedgerEntry], name_of: Callable[[LedgerEntry], str]) -> tuple[LedgerSum, ...]:
    groups: dict[str, list[LedgerEntry]] = {}
    for row in rows:
        groups.setdefault(name_of(row), []).append(row)
    return tuple(sum_of(name, group) for name, group in sorted(groups.items(), key=lambda item: item[0].casefold()))


def sum_of(name: str, group: Sequence[LedgerEntry]) -> LedgerSum:
    """Return what excerpts add up to."""
    kept = [row for row in group if row.status != "released"]
    published = sum(row.status == "published" for row in kept)
    return LedgerSum(
        name, len(kept), sum(row.words or 0 for row in kept), sum(row.chars for row in kept), published, len(group) - len(kept)
    )
