"""The names of authority records and sources, held in memory and applied at query time."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from app.base.text import fold
from app.index.names import RecordKind
from app.model.tables import Authority, AuthorityName, Correction, Source
from app.workflows.overlay import among

LONG = 6
"""A word of so many letters may have two slips, a shorter one has one."""
MOST_TRIED, MOST_SPELLINGS = 30, 3
KINDS: tuple[RecordKind, ...] = ("person", "organisation", "place", "source")
_COLUMNS: tuple[Any, ...] = (
    Authority.id, Authority.kind, Authority.preferred, Authority.folded, col(Authority.found).is_not(None), Authority.status,
    Authority.merged_into,
)  # fmt: skip


@dataclass(slots=True)
class _Shelf:
    """The records of one kind: preferred forms, where each was merged to, and words to records.

    A copy shares the sets of records: none of them is changed, a changed one takes its place.
    """

    preferred: dict[int, str] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    rejected: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    names: dict[int, frozenset[str]] = field(default_factory=dict)
    absorbed: dict[int, set[int]] = field(default_factory=dict)
    words: dict[str, set[int]] = field(default_factory=dict)
    whole: dict[str, set[int]] = field(default_factory=dict)
    _ordered: list[str] = field(default_factory=list)

    def copy(self) -> "_Shelf":
        return _Shelf(
            dict(self.preferred), dict(self.merged), set(self.rejected), set(self.left), dict(self.names), {}, dict(self.words),
            dict(self.whole),
        )  # fmt: skip

    def put(self, record: "_Record") -> None:
        """Put a record that is not on the shelf there."""
        number = record.number
        self.preferred[number] = record.preferred
        self.names[number] = record.names
        if record.rejected:
            self.rejected.add(number)
        if record.merged_into is not None:
            self.merged[number] = record.merged_into
        for folded in record.names:
            self.whole.setdefault(folded, set()).add(number)
            for word in folded.split():
                self.words.setdefault(word, set()).add(number)

    def take(self, number: int) -> None:
        """Take a record away, if it is there."""
        for folded in self.names.pop(number, ()):
            _without(self.whole, folded, number)
            for word in folded.split():
                _without(self.words, word, number)
        self.preferred.pop(number, None)
        self.merged.pop(number, None)
        self.rejected.discard(number)
        self.left.discard(number)

    def own_sets(self, record: "_Record") -> None:
        """Have sets of its own, not those of the shelf that this was copied from, where a record is put."""
        for folded in record.names:
            self.whole[folded] = set(self.whole.get(folded, ()))
            for word in folded.split():
                self.words[word] = set(self.words.get(word, ()))

    def gather(self) -> None:
        """Note which records each stands for, once all are there."""
        self.absorbed = {}
        for record in self.merged:
            target = self.target(record)
            if target is not None:
                self.absorbed.setdefault(target, set()).add(record)

    def beginning(self, part: str) -> list[str]:
        """Return the words of names that begin with `part`."""
        if len(self._ordered) != len(self.words):
            self._ordered = sorted(self.words)
        return self._ordered[bisect_left(self._ordered, part) : bisect_left(self._ordered, part + "\U0010ffff")]

    def near(self, word: str) -> list[str]:
        """Return words of names that are a slip or two away, nearer ones first, then those that more records have."""
        most = 1 if len(word) < LONG else 2
        found = process.extract(word, list(self.words), scorer=OSA.distance, score_cutoff=most, limit=MOST_TRIED)
        return [near for near, slips, _ in sorted(found, key=lambda f: (f[1], -len(self.words[f[0]]), f[0]))][:MOST_SPELLINGS]

    def target(self, record: int) -> int | None:
        seen = {record}
        while (further := self.merged.get(record)) is not None and further not in seen:
            seen.add(further)
            record = further
        return None if record in self.rejected or record not in self.preferred else record


def _without(sets: dict[str, set[int]], key: str, number: int) -> None:
    left = sets.get(key, set()) - {number}
    if left:
        sets[key] = left
    else:
        sets.pop(key, None)


@dataclass(frozen=True, slots=True)
class _Record:
    """A record with all its names, folded."""

    number: int
    kind: RecordKind
    preferred: str
    names: frozenset[str]
    rejected: bool = False
    merged_into: int | None = None


class ArchiveNames:
    """The `Names` of one archive, as they stood when it was made; make a new one after a change."""

    def __init__(self, session: Session) -> None:
        self._shelves: dict[RecordKind, _Shelf] = {kind: _Shelf() for kind in KINDS}
        for record in _records(session, None):
            self._shelves[record.kind].put(record)
        for number, name in session.exec(select(Source.id, Source.name).order_by(col(Source.id))):
            self._shelves["source"].put(_Record(number or 0, "source", name, frozenset({fold(name)})))
        self._finish(session)

    def with_records(self, session: Session, changed: Iterable[int]) -> "ArchiveNames":
        """Return the names with some records as they are now: much quicker than to make them again."""
        made = ArchiveNames.__new__(ArchiveNames)
        made._shelves = {kind: shelf.copy() for kind, shelf in self._shelves.items()}
        wanted = set(changed)
        for kind, shelf in made._shelves.items():
            for number in wanted if kind != "source" else ():
                shelf.take(number)
        for record in _records(session, wanted):
            made._shelves[record.kind].own_sets(record)
            made._shelves[record.kind].put(record)
        made._finish(session)
        return made

    def _finish(self, session: Session) -> None:
        """Note what records stand for, and which may still stand in the index under a kind that they had once."""
        for shelf in self._shelves.values():
            shelf.gather()
        changed = set(session.exec(select(Correction.authority_id).where(Correction.kind == "kind").distinct()))
        for kind in KINDS[:3]:
            for record in changed & self._shelves[kind].preferred.keys():
                for other in KINDS[:3]:
                    if other != kind:
                        self._shelves[other].left |= self.members(kind, record or 0)

    def find(self, kind: RecordKind, text: str) -> frozenset[int]:
        """Return the live records of `kind` with a name or variant that holds every word of `text`, folded."""
        shelf = self._shelves[kind]
        words = fold(text).split()
        if not words:
            return frozenset()
        found = set.intersection(*(shelf.words.get(word, set()) for word in words))
        return frozenset(t for record in found if (t := shelf.target(record)) is not None)

    def beginning(self, kind: RecordKind, text: str) -> frozenset[int]:
        """Return the live records of `kind` in one of whose names each word of `text` begins a word, folded."""
        shelf = self._shelves[kind]
        parts = fold(text).split()
        if not parts:
            return frozenset()
        found = set.intersection(
            *({record for word in shelf.beginning(part) for record in shelf.words[word]} for part in parts)
        )
        return frozenset(t for record in found if (t := shelf.target(record)) is not None)

    def spelled(self, kind: RecordKind, text: str) -> tuple[str, ...]:
        """Return other spellings of `text` under which `find` has records, the likeliest first; few."""
        shelf = self._shelves[kind]
        choices = [[word] if word in shelf.words else shelf.near(word) for word in fold(text).split()]
        spellings = (" ".join(each) for each in islice(product(*choices), MOST_TRIED))
        return tuple(islice((each for each in spellings if each != fold(text) and self.find(kind, each)), MOST_SPELLINGS))

    def exactly(self, kind: RecordKind, name: str) -> frozenset[int]:
        """Return the live records of `kind` that have `name` as their preferred form or a variant, folded."""
        shelf = self._shelves[kind]
        return frozenset(t for record in shelf.whole.get(fold(name), ()) if (t := shelf.target(record)) is not None)

    def canonical(self, kind: RecordKind, record: int) -> int | None:
        """Return the record that `record` was merged into (itself when it was not), None when it is rejected."""
        return self._shelves[kind].target(record)

    def moved(self, kind: RecordKind) -> frozenset[str]:
        """Return the records, as decimal texts, that do not stand for themselves: merged into another, rejected, or of another kind now."""
        shelf = self._shelves[kind]
        return frozenset(map(str, shelf.merged.keys() | shelf.rejected | shelf.left))

    def members(self, kind: RecordKind, record: int) -> frozenset[int]:
        """Return the record and all that were merged into it."""
        return frozenset({record, *self._shelves[kind].absorbed.get(record, ())})

    def name(self, kind: RecordKind, record: int) -> str:
        """Return the preferred form; "" for an unknown record."""
        return self._shelves[kind].preferred.get(record, "")


def _records(session: Session, wanted: set[int] | None) -> Iterator[_Record]:
    """Give the wanted records, all for None, with their names."""
    rows = sql_select(*_COLUMNS).order_by(col(Authority.id))
    given = select(AuthorityName.authority_id, AuthorityName.folded).where(AuthorityName.origin != "removed")
    if wanted is not None:
        rows = rows.where(among(col(Authority.id), wanted))
        given = given.where(among(col(AuthorityName.authority_id), wanted))
    names: dict[int, list[str]] = {}
    for record, variant in session.exec(given):
        names.setdefault(record, []).append(variant)
    for number, kind, preferred, folded, decided, status, merged_into in session.execute(rows):
        own = fold(preferred) if decided else folded
        yield _Record(number, kind, preferred, frozenset((own, *names.get(number, ()))), status == "rejected", merged_into)
