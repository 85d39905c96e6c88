"""The names of authority records and sources, held in memory and applied at query time."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlmodel import Session, col, select

from app.base.text import fold
from app.index.names import RecordKind
from app.model.tables import Authority, AuthorityName, Correction, Source

LONG = 6
"""A word of so many letters may have two slips, a shorter one has one."""
MOST_TRIED, MOST_SPELLINGS = 30, 3
_FACTS = select(Authority.id, Authority.status, Authority.merged_into)


@dataclass(slots=True)
class _Shelf:
    """The records of one kind: preferred forms, where each was merged to, and words to records."""

    preferred: dict[int, str] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    rejected: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    absorbed: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    words: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    whole: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _ordered: list[str] = field(default_factory=list)

    def add_name(self, record: int, name: str) -> None:
        folded = fold(name)
        self.whole[folded].add(record)
        for word in folded.split():
            self.words[word].add(record)

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


class ArchiveNames:
    """The `Names` of one archive, as they stood when it was made; make a new one after a change."""

    def __init__(self, session: Session) -> None:
        self._shelves: dict[str, _Shelf] = {k: _Shelf() for k in ("person", "organisation", "place", "source")}
        kinds: dict[int, str] = {}
        facts = {record: (status, merged) for record, status, merged in session.exec(_FACTS)}
        for record, kind, preferred in session.exec(select(Authority.id, Authority.kind, Authority.preferred)):
            if record is None:
                continue
            kinds[record] = kind
            status, merged_into = facts[record]
            self._add(self._shelves[kind], record, preferred, rejected=status == "rejected", merged_into=merged_into)
        given = select(AuthorityName.authority_id, AuthorityName.name).where(AuthorityName.origin != "removed")
        for record, name in session.exec(given):
            self._shelves[kinds[record]].add_name(record, name)
        for record, name in session.exec(select(Source.id, Source.name).order_by(col(Source.id))):
            if record is not None:
                self._add(self._shelves["source"], record, name, rejected=False, merged_into=None)
        for shelf in self._shelves.values():
            self._gather_absorbed(shelf)
        self._note_moved_kinds(session, kinds)

    @staticmethod
    def _add(shelf: _Shelf, record: int, preferred: str, *, rejected: bool, merged_into: int | None) -> None:
        shelf.preferred[record] = preferred
        shelf.add_name(record, preferred)
        if rejected:
            shelf.rejected.add(record)
        if merged_into is not None:
            shelf.merged[record] = merged_into

    def _note_moved_kinds(self, session: Session, kinds: dict[int, str]) -> None:
        """Note which records may still stand in the index under a kind that they had once."""
        changed = session.exec(select(Correction.authority_id).where(Correction.kind == "kind").distinct())
        for record in {each for each in changed if each is not None}:
            for member in self.members(kinds[record], record):  # type: ignore[arg-type]  # the database holds values of RecordKind
                for kind, shelf in self._shelves.items():
                    if kind != kinds[record]:
                        shelf.left.add(member)

    @staticmethod
    def _gather_absorbed(shelf: _Shelf) -> None:
        for record in shelf.merged:
            target = shelf.target(record)
            if target is not None:
                shelf.absorbed[target].add(record)

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
