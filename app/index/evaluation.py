"""Which documents match a tree of conditions, and how well."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from app.base.errors import QueryError
from app.base.text import fold
from app.index import contenders
from app.index.analysis import LANGUAGES, stem, terms_of
from app.index.dates import date_range
from app.index.expanding import Check
from app.index.facet_arrays import FacetArrays, Mask, Matching
from app.index.facets import RECORDS, documents_with
from app.index.names import Names
from app.index.postings import Postings
from app.index.query import FacetName
from app.index.schema import BOOSTS, STEM_BOOST, TEXT_FIELDS
from app.index.segment_arrays import Ints
from app.index.snapshot import Scored, Snapshot
from app.index.syntax import And, Leaf, Node, Not, Or, leaves

MIN_LITERAL = 2


@dataclass(frozen=True, slots=True)
class Found:
    """What one condition on words matches, and by what it is scored."""

    mask: Mask
    scored: tuple[Scored, ...]


@dataclass(slots=True)
class Evaluator:
    """Evaluates trees on one state of the index."""

    snapshot: Snapshot
    names: Names
    facet: Callable[[FacetName], FacetArrays]
    today: date
    check: Callable[[Leaf], None]
    """Asked before each piece of work; it raises when the search is to stop."""
    _found: dict[tuple[str, str, str, int], Found] = field(default_factory=dict)

    def mask(self, node: Node | None) -> Mask:
        """Return which live documents match the tree; all for None."""
        match node:
            case None:
                return self.snapshot.live.copy()
            case And(parts):
                return reduce(np.logical_and, (self.mask(part) for part in parts))
            case Or(parts):
                return reduce(np.logical_or, (self.mask(part) for part in parts))
            case Not(part):
                return self.snapshot.live & ~self.mask(part)
            case Leaf():
                return self._leaf(node)

    def contenders(self, node: Node | None, matching: Matching, wanted: int) -> Mask | None:
        """Return matching documents among which those with the `wanted` best scores are; None stands for all."""
        return contenders.by_score(self.snapshot, partial(self._parts, node), matching, wanted)

    def scores(self, node: Node | None, mask: Mask, documents: Ints) -> NDArray[np.float64]:
        """Return the BM25F score of each of `documents` (those of the mask, in order) for all words that the tree wants."""
        return self.snapshot.summed(self._parts(node), mask, documents)

    def has_words(self, node: Node | None) -> bool:
        """Return whether anything counts for a score."""
        return any(self._parts(node))

    def _parts(self, node: Node | None) -> Iterator[Scored]:
        wanted = {_key(leaf): leaf for leaf in leaves(node) if leaf.field in ("", "said", *TEXT_FIELDS)}
        for leaf in wanted.values():
            for part in self._text(leaf).scored:
                self.check(leaf)
                yield part

    def _leaf(self, leaf: Leaf) -> Mask:
        if leaf.field in ("date", "added"):
            return self._dates(leaf)
        if leaf.field in RECORDS or leaf.field in ("author", "licence", "language", "tag"):
            name: FacetName = leaf.field  # type: ignore[assignment]
            return self.snapshot.live & documents_with(self.facet(name), self._values(name, leaf))
        return self._text(leaf).mask & self.snapshot.live

    def _values(self, name: FacetName, leaf: Leaf) -> list[str]:
        kinds = RECORDS.get(name)
        if kinds is not None:
            return [str(record) for kind in kinds for record in self.names.find(kind, leaf.text)]
        wanted = fold(leaf.text)
        values = self.facet(name).values
        if leaf.form == "prefix":
            return [value for value in values if fold(value).startswith(wanted)]
        return [
            value
            for value in values
            if fold(value) == wanted or (name != "language" and set(wanted.split()) <= set(fold(value).split()))
        ]

    def _dates(self, leaf: Leaf) -> Mask:
        found = date_range(leaf.text, position=leaf.position, today=self.today)
        first, last = (
            (self.snapshot.added, self.snapshot.added) if leaf.field == "added" else (self.snapshot.first, self.snapshot.last)
        )
        if found is None:
            undated: Mask = self.snapshot.live & (first == 0)
            return undated
        return overlapping(self.snapshot.live, first, last, *found)

    def _text(self, leaf: Leaf) -> Found:
        key = _key(leaf)
        if key not in self._found:
            self.check(leaf)
            self._found[key] = self._looked_up(leaf)
        return self._found[key]

    def _looked_up(self, leaf: Leaf) -> Found:
        fields = TEXT_FIELDS if leaf.field == "" else (leaf.field,)
        terms = terms_of(leaf.text)
        if leaf.form == "prefix" and len(terms) > 1:
            return self._begun(fields, terms, leaf)
        if leaf.form in ("prefix", "pattern", "fuzzy"):
            return self._expanded(fields, leaf)
        if not terms:
            return Found(self._none(), ())
        if leaf.form == "phrase" and len(terms) > 1:
            return self._phrase(fields, terms, leaf)
        return self._word(fields, terms, stems=leaf.field == "" and leaf.form == "word")

    def _phrase(self, fields: Iterable[str], terms: Sequence[str], leaf: Leaf) -> Found:
        masks, scored = [], []
        check = partial(self.check, leaf)
        for name in fields:
            mask = self.snapshot.phrase(name, terms, leaf.distance + 1, check)
            masks.append(mask)
            if mask.any():
                held = {term: self._held_by(name, term, check) for term in terms}
                scored += [Scored(name, held[term], BOOSTS.get(name, 1.0), mask) for term in terms]
        return Found(reduce(np.logical_or, masks), tuple(scored))

    def _held_by(self, name: str, term: str, check: Check) -> Postings:
        check()
        return self.snapshot.postings(name, term)

    def _word(self, fields: tuple[str, ...], terms: Sequence[str], *, stems: bool) -> Found:
        """Return what a typed word finds; one that holds signs ("U.S.-EU") is all its pieces."""
        return self._together([self._piece(fields, term, stems=stems) for term in terms])

    def _begun(self, fields: tuple[str, ...], terms: Sequence[str], leaf: Leaf) -> Found:
        """Return what a beginning that holds signs, or has no spaces, finds ("well-kno*", "新闻报*"): its last piece is the beginning."""
        if len(terms[-1]) < MIN_LITERAL:
            return self._word(fields, terms, stems=False)
        whole = [self._piece(fields, term, stems=False) for term in terms[:-1]]
        return self._together([*whole, self._expanded(fields, replace(leaf, text=terms[-1])).scored])

    def _together(self, pieces: Sequence[Sequence[Scored]]) -> Found:
        mask = reduce(np.logical_and, (_held(self._none(), (part.postings for part in piece)) for piece in pieces))
        only = mask if len(pieces) > 1 else None
        return Found(mask, tuple(Scored(p.field, p.postings, p.boost, only) for piece in pieces for p in piece))

    def _piece(self, fields: tuple[str, ...], term: str, *, stems: bool) -> list[Scored]:
        found = [Scored(name, self.snapshot.postings(name, term), BOOSTS.get(name, 1.0)) for name in fields]
        if stems:
            inflected = {stem(term, language) for language in self.snapshot.languages if language in LANGUAGES}
            found += [
                Scored("stems", self.snapshot.postings("stems", text), STEM_BOOST) for text in sorted(filter(None, inflected))
            ]
        return [part for part in found if part.postings.size]

    def _expanded(self, fields: Iterable[str], leaf: Leaf) -> Found:
        """Return what a prefix, a pattern or a fuzzy word finds; all terms that it means count as one."""
        text = fold(leaf.text)
        if len(text.replace("*", "").replace("?", "")) < MIN_LITERAL:
            raise QueryError("query-too-wide", position=leaf.position, text=leaf.text)
        scored = []
        for name in fields:
            self.check(leaf)
            scored.append(Scored(name, self._terms_meant(name, text, leaf), BOOSTS.get(name, 1.0)))
        return Found(
            _held(self._none(), (part.postings for part in scored)), tuple(part for part in scored if part.postings.size)
        )

    def _terms_meant(self, name: str, text: str, leaf: Leaf) -> Postings:
        match leaf.form:
            case "prefix":
                return self.snapshot.beginning_with(name, text)
            case "fuzzy":
                return self.snapshot.near(name, text, leaf.distance, partial(self.check, leaf))
            case _:
                return self.snapshot.like(name, text, partial(self.check, leaf))

    def _none(self) -> Mask:
        return np.zeros(len(self.snapshot), np.bool_)


def _key(leaf: Leaf) -> tuple[str, str, str, int]:
    return leaf.field, leaf.text, leaf.form, leaf.distance


def _held(mask: Mask, postings: Iterable[Postings]) -> Mask:
    for part in postings:
        part.mark(mask)
    return mask


def overlapping(live: Mask, first: NDArray[np.int32], last: NDArray[np.int32], start: date, end: date) -> Mask:
    """Return which documents have a possible day from `start` to `end`, both inclusive."""
    return live & (first > 0) & (first <= end.toordinal()) & (last >= start.toordinal())
