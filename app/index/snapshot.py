"""One state of the index: its segments end to end, as if they were one, with what scoring and counting want to know of all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.index import expanding
from app.index.expanding import Check
from app.index.facet_arrays import FacetArrays, Mask, joined
from app.index.facets import with_canonical
from app.index.lengths import STEPS
from app.index.names import Names
from app.index.phrases import phrase_documents
from app.index.postings import Postings, as_one
from app.index.query import FacetName
from app.index.segment_arrays import OTHER_YEAR, FieldArrays, Ints, SegmentArrays

B, K1 = 0.75, 1.2
"""The free parameters of BM25, those of Whoosh's BM25F."""
Bytes = NDArray[np.uint8]
Number = TypeVar("Number", bound=np.integer)
RARE = 3
"""A word counts as rare in a search that finds so many times as many documents as hold it."""
FEW = 32
"""Documents are searched for one by one when there are so many times as many in all."""
UNDATED = 1 - 2**31
COUNTS = 64
"""Scores of words that stand less often than this in a text are looked up in a table; the others are computed."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The postings that count for the score, only in the documents of `only` where that is given."""

    field: str
    postings: Postings
    boost: float
    only: Mask | None = None


@dataclass(frozen=True)
class Years:
    """By document: 0 when it is undated, 1 when it may lie in several years, else its year less `before`."""

    FIRST: ClassVar[int] = 2
    before: int
    numbers: NDArray[np.uint16]
    live: Mask

    @cached_property
    def totals(self) -> Ints:
        """Return how many live documents have each number."""
        return np.bincount(self.numbers[self.live], minlength=self.FIRST)

    def counted(self, documents: Ints) -> Ints:
        """Return how many of some live documents have each number."""
        return np.bincount(self.numbers.take(documents), minlength=len(self.totals))


class Snapshot:
    """The segments of one commit; `deleted` are the deleted documents of each. What `before` had made of the same ones is taken over."""

    def __init__(
        self, segments: Sequence[SegmentArrays], deleted: Sequence[Iterable[int]], before: "Snapshot | None" = None
    ) -> None:
        self.segments = tuple(segments)
        self.bases: list[int] = [0, *np.cumsum([len(s) for s in segments]).tolist()]
        self.live = np.ones(self.bases[-1], np.bool_)
        for base, gone in zip(self.bases, deleted, strict=False):
            self.live[np.fromiter(gone, np.int64) + base] = False
        self.article_ids = self._joined(lambda s: s.article_ids)
        self.first = self._joined(lambda s: s.first)
        self.last = self._joined(lambda s: s.last)
        self.added = self._joined(lambda s: s.added)
        self._fields: dict[str, list[tuple[int, FieldArrays]]] = {}
        self._facets: dict[FacetName, FacetArrays] = {}
        self._inherited = before._handed_on(self.segments) if before is not None else {}
        self._canonical: tuple[Names | None, dict[FacetName, FacetArrays]] = (None, {})
        self._tables: dict[str, tuple[Bytes, NDArray[np.float64]]] = {}

    def __len__(self) -> int:
        return self.bases[-1]

    def _joined(self, part: Callable[[SegmentArrays], NDArray[Number]]) -> NDArray[Number]:
        found = [part(segment) for segment in self.segments]
        return np.concatenate(found) if found else np.zeros(0, np.int32)

    # Facets

    def facet(self, name: FacetName, names: Names) -> FacetArrays:
        """Return a facet with merged records as one; made once for each state of the names."""
        if self._canonical[0] is not names:
            self._canonical = (names, {})
        made = self._canonical[1]
        if name not in made:
            made[name] = with_canonical(self._facet(name), name, names)
        return made[name]

    def _facet(self, name: FacetName) -> FacetArrays:
        if name not in self._facets:
            known, count = self._inherited.get(name, (None, 0))
            parts = [segment.facets[name] for segment in self.segments[count:]]
            self._facets[name] = known.extended(parts, self.live) if known is not None else joined(parts, self.live)
        return self._facets[name]

    def _handed_on(self, segments: Sequence[SegmentArrays]) -> dict[FacetName, tuple[FacetArrays, int]]:
        """Return the facets that a later state can go on from, with how many of its segments they cover."""
        held = {**self._inherited, **{name: (facet, len(self.segments)) for name, facet in self._facets.items()}}
        return {
            name: (facet, count)
            for name, (facet, count) in held.items()
            if len(segments) >= count and all(a is b for a, b in zip(self.segments[:count], segments, strict=False))
        }

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles."""
        return tuple(dict.fromkeys(value for segment in self.segments for value in segment.facets["language"].values))

    @cached_property
    def years(self) -> Years:
        """Return in which year all possible days of each document lie."""
        years = np.concatenate([segment.years for segment in self.segments]) if self.segments else np.zeros(0, np.uint16)
        before = int(years.min(initial=9_999, where=(years > 0) & (years < OTHER_YEAR))) - Years.FIRST
        numbers = np.where(years == 0, 0, np.where(years < OTHER_YEAR, years - before, 1)).astype(np.uint16)
        return Years(before, numbers, self.live)

    @cached_property
    def newest(self) -> NDArray[np.int32]:
        """Return the last possible day of each document, -1 when it is undated."""
        return np.where(self.first == 0, -1, self.last).astype(np.int32)

    @cached_property
    def oldest(self) -> NDArray[np.int32]:
        """Return the first possible day of each document, negative, so that the oldest is the largest; undated ones come last."""
        return np.where(self.first == 0, UNDATED, -self.first).astype(np.int32)

    # Terms

    def fields(self, name: str) -> list[FieldArrays]:
        """Return a field in every segment."""
        return [segment.fields[name] for segment in self.segments]

    def postings(self, field: str, term: str) -> Postings:
        """Return the documents of a term."""
        raw = term.encode("utf-8", "replace")
        found = ((base, f, f.number_of(raw)) for base, f in self._placed(field))
        return Postings([(base, *f.held_by(n, n + 1)) for base, f, n in found if n is not None], len(self))

    def beginning_with(self, field: str, prefix: str) -> Postings:
        """Return the documents of all terms that begin with `prefix`, taken as one term."""
        raw = prefix.encode("utf-8", "replace")
        found = ((base, f, f.beginning_with(raw)) for base, f in self._placed(field))
        return as_one([(base, *f.held_by(terms.start, terms.stop)) for base, f, terms in found if terms], len(self))

    def like(self, field: str, pattern: str, check: Check) -> Postings:
        """Return the documents of all terms of a pattern, as `expanding.like` finds them, taken as one term."""
        return self._as_one(field, lambda f: expanding.like(f, pattern, check))

    def near(self, field: str, word: str, distance: int, check: Check) -> Postings:
        """Return the documents of all terms near a word, as `expanding.near` finds them, taken as one term."""
        return self._as_one(field, lambda f: expanding.near(f, word, distance, check))

    def _as_one(self, field: str, numbers: Callable[[FieldArrays], Ints]) -> Postings:
        pieces = [(base, *held) for base, f in self._placed(field) for held in f.held_by_each(numbers(f))]
        return as_one(pieces, len(self))

    def _placed(self, field: str) -> list[tuple[int, FieldArrays]]:
        """Return a field in every segment that has any term of it, with the number of the segment's first document."""
        if field not in self._fields:
            placed = zip(self.bases, self.fields(field), strict=False)
            self._fields[field] = [(base, arrays) for base, arrays in placed if len(arrays)]
        return self._fields[field]

    def phrase(self, field: str, terms: Sequence[str], slop: int, check: Check) -> Mask:
        """Return which documents hold the terms in order, each at most `slop` places behind the one before."""
        mask = np.zeros(len(self), np.bool_)
        raw = [term.encode("utf-8", "replace") for term in terms]
        for base, arrays in zip(self.bases, self.fields(field), strict=False):
            mask[phrase_documents(arrays, raw, slop, check) + base] = True
        return mask

    # Scores

    def _table(self, field: str) -> tuple[Bytes, NDArray[np.float64]]:
        """Return the byte of each text's length, and the BM25 weight (without the term's own part) by count and that byte."""
        if field not in self._tables:
            fields = self.fields(field)
            average = (sum(f.words for f in fields) / (len(self) or 1)) or 1
            counts = np.arange(COUNTS)[:, np.newaxis].astype(np.float64)
            table = (counts * (K1 + 1)) / (counts + K1 * ((1 - B) + B * STEPS / average))
            self._tables[field] = np.concatenate([f.length_bytes for f in fields]), table.ravel()
        return self._tables[field]

    def summed(self, parts: Iterable[Scored], mask: Mask, documents: Ints) -> NDArray[np.float64]:
        """Return the sum of the parts' BM25 scores for each of `documents`, which are those of the mask in order."""
        total = np.zeros(len(documents))
        places: Ints | None = None
        lengths: dict[str, Bytes] = {}
        for part in parts:
            postings = part.postings
            if postings.size * RARE < len(documents):
                # A rare word: only its own documents are looked at.
                kept = (mask if part.only is None else mask & part.only)[postings.docs]
                docs = postings.docs[kept]
                scores = self._weighed(part, self._table(part.field)[0].take(docs), postings.counts[kept])
                # Within one posting list a document stands once, so that plain adding is right.
                if len(docs) * FEW < len(mask):
                    total[np.searchsorted(documents, docs)] += scores
                else:
                    places = np.cumsum(mask) - 1 if places is None else places
                    total[places.take(docs)] += scores
                continue
            if part.field not in lengths:
                lengths[part.field] = self._table(part.field)[0].take(documents)
            scores = self._weighed(part, lengths[part.field], postings.counts_in(documents))
            if part.only is not None and not (inside := part.only.take(documents)).all():
                scores *= inside
            total += scores
        return total

    def most(self, part: Scored) -> float:
        """Return a score that no document has for a part, however often it holds the word and however short it is."""
        return self._weight(part) * (K1 + 1)

    def _weight(self, part: Scored) -> float:
        return part.boost * float(np.log(len(self) / (part.postings.size + 1)) + 1)

    def _weighed(self, part: Scored, lengths: Bytes, counts: NDArray[np.uint16]) -> NDArray[np.float64]:
        """Return the score by count and by byte of length, 0 where the count is 0; the counts are overwritten."""
        table = self._table(part.field)[1]
        weight = self._weight(part)
        many = (counts >= COUNTS).nonzero()[0]
        often = counts[many].astype(np.int64)
        counts[many] = COUNTS - 1
        # Numbers of two bytes, changed in place: all this is done for each word in each document that matches.
        counts <<= 8
        counts |= lengths
        found: NDArray[np.float64] = table.take(counts)
        found *= weight
        if len(many):
            # The table's last row tells the part that does not depend on the count.
            norms = (COUNTS - 1) * (K1 + 1) / table[-256:][lengths[many]] - (COUNTS - 1)
            found[many] = weight * ((often * (K1 + 1)) / (often + norms))
        return found
