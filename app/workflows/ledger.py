"""The ledger: what was handed out, in a chain of hashes that shows any row changed, moved or removed.

Each row's hash covers the hash before it and every other column, so that a change inside breaks the chain from there on. A
tail that was cut off leaves a chain that is whole in itself; the last head, remembered in the user's settings folder, finds it.
"""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from sqlmodel import Session, col, select

from app.base.errors import Param
from app.base.paths import settings_dir
from app.base.text import fold, sha256
from app.model.tables import Article, Excerpt
from app.workflows.library import Library

HEADS_FILE = "ledger-heads.json"
GENESIS = "0" * 64


class Head(TypedDict):
    """A remembered end of a ledger: how many rows it had, and the last one's hash."""

    rows: int
    hash: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One excerpt as the ledger lists it, with its status as it is now and the address where it was published.

    `measure` is the one that was nearest to its cap, with its numbers before and after; "" and 0 where the terms set no limit.
    """

    excerpt_id: int
    at: str
    article_id: int
    headline: str
    publication: str
    medium: str
    words: int | None
    chars: int
    verdict: str
    basis: str
    reason: str
    clause: str
    url: str
    status: str
    published_url: str
    measure: str
    before: int
    after: int
    cap: int
    counting: str
    user_name: str
    excerpt_sha256: str
    hash: str


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What `verify` found: `code` is one of ledger-whole, ledger-row-changed, ledger-row-missing, ledger-tail-missing."""

    rows: int
    whole: bool
    code: str
    params: dict[str, Param]
    head: str


def append(session: Session, row: Excerpt) -> Excerpt:
    """Add `row` at the end of the chain, inside the caller's transaction, and return it with its id and hash."""
    last = session.exec(select(Excerpt).order_by(col(Excerpt.id).desc()).limit(1)).first()
    row.id = (last.id or 0) + 1 if last else 1
    row.previous_hash = last.hash if last else GENESIS
    row.hash = row_hash(row)
    session.add(row)
    session.flush()
    return row


def row_hash(row: Excerpt) -> str:
    """Return the SHA-256 over all columns but `hash`, as JSON with sorted keys; `previous_hash` is one of them."""
    columns = {name: getattr(row, name) for name in Excerpt.model_fields if name != "hash"}
    # Whoever changed a row may have put bytes into it, which JSON has none of: their hash is another one.
    return sha256(json.dumps(columns, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=repr))


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which excerpts to list: of a publication, of an article, handed out between two days (both inclusive, UTC); None: all.

    `words` all have to stand in what the ledger says of an excerpt: headline, publication, basis, reason, clause, address, status.
    """

    publication: str | None = None
    article_id: int | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""

    def takes(self, row: LedgerEntry, told: str | None = None) -> bool:
        """Return whether an excerpt is to be listed; `told` is what `told_of` returned for it, where that is known already."""
        day = row.at[:10]
        return (
            (self.publication is None or fold(self.publication) == fold(row.publication))
            and self.article_id in (None, row.article_id)
            and (self.first is None or self.first.isoformat() <= day)
            and (self.last is None or day <= self.last.isoformat())
            and (not self.words.strip() or self._says(told_of(row) if told is None else told))
        )

    def _says(self, told: str) -> bool:
        return all(word in told for word in fold(self.words).split())


def told_of(row: LedgerEntry) -> str:
    """Return all that the ledger says of an excerpt in words, folded, for finding words in it."""
    said = (row.headline, row.publication, row.basis, row.reason, row.clause, row.url, row.published_url, row.status)
    return fold(" ".join(said))


def entries(library: Library, wanted: LedgerFilter | None = None) -> tuple[LedgerEntry, ...]:
    """Return what was handed out, oldest first, as far as it is wanted; each with its status as it is now."""
    statement = select(Excerpt, Article.headline).join(Article, col(Article.id) == Excerpt.article_id, isouter=True)
    with library.archive.reading() as session:
        rows = session.exec(statement.order_by(col(Excerpt.id))).all()
    changes: dict[int | None, Excerpt] = {row.about: row for row, _ in rows if row.about is not None}
    listed = (_entry(row, headline or "", changes.get(row.id, row)) for row, headline in rows if row.about is None)
    return tuple(entry for entry in listed if wanted is None or wanted.takes(entry))


def _entry(row: Excerpt, headline: str, now: Excerpt) -> LedgerEntry:
    numbers = json.loads(row.numbers)
    size: dict[str, int | None] = numbers.get("excerpt", {})
    name, measure = _nearest(numbers.get("measures", {}))
    return LedgerEntry(
        row.id or 0, row.at, row.article_id, headline, row.publication, row.medium, size.get("words"), size.get("chars") or 0,
        row.verdict, row.basis, row.reason or "", row.clause, row.url or "", now.status,
        (now.url or "") if now.status == "published" else "", name, measure["before"], measure["used"], measure["cap"], row.counting,
        row.user_name, row.excerpt_sha256, row.hash,
    )  # fmt: skip


def _nearest(measures: dict[str, dict[str, int]]) -> tuple[str, dict[str, int]]:
    """Return the measure that was nearest to its cap."""
    name = max(measures, key=lambda each: measures[each]["used"] / max(measures[each]["cap"], 1), default="")
    return name, measures.get(name, {"before": 0, "used": 0, "cap": 0})


def verify(library: Library) -> LedgerCheck:
    """Return whether the chain is whole: no row changed, moved or removed inside, and the remembered head still in it."""
    with library.archive.reading() as session:
        rows = session.exec(select(Excerpt).order_by(col(Excerpt.id))).all()
        session.expunge_all()
    previous, expected = GENESIS, 1
    for row in rows:
        if row.id != expected or row.previous_hash != previous:
            return LedgerCheck(len(rows), False, "ledger-row-missing", {"row": expected}, previous)
        if row.hash != row_hash(row):
            return LedgerCheck(len(rows), False, "ledger-row-changed", {"row": row.id}, previous)
        previous, expected = row.hash, expected + 1
    remembered = _heads().get(library.archive.uid)
    if remembered is not None and (remembered["rows"] > len(rows) or rows[remembered["rows"] - 1].hash != remembered["hash"]):
        return LedgerCheck(len(rows), False, "ledger-tail-missing", {"row": remembered["rows"]}, previous)
    return LedgerCheck(len(rows), True, "ledger-whole", {"rows": len(rows)}, previous)


def remember_head(archive_uid: str, rows: int, head: str) -> None:
    """Keep the ledger's last hash in the settings folder, so that a tail that is cut off later is missed."""
    heads = _heads()
    known = heads.get(archive_uid)
    if known is not None and known["rows"] >= rows:
        return
    heads[archive_uid] = {"rows": rows, "hash": head}
    path = _heads_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{HEADS_FILE}.{os.getpid()}.new")
    beside.write_text(json.dumps(heads, indent=1), encoding="utf-8")
    os.replace(beside, path)


def _heads_path() -> Path:
    return settings_dir() / HEADS_FILE


def _heads() -> dict[str, Head]:
    try:
        stored = json.loads(_heads_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}
