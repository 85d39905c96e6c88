"""One state of the index: its segments end to end, as if they were one, with what scoring and counting want to know of all."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.index.facet_arrays import FacetArrays, Mask, joined
from app.index.facets import with_canonical
from app.index.lengths import STEPS
from app.index.names import Names
from app.index.phrases import phrase_documents
from app.index.query import FacetName
from app.index.segment_arrays import MOST_COUNTED, OTHER_YEAR, FieldArrays, Ints, SegmentArrays

B, K1 = 0.75, 1.2
"""The free parameters of BM25, those of Whoosh's BM25F."""
Bytes = NDArray[np.uint8]
RARE = 3
"""A word counts as rare in a search that finds so many times as many documents as hold it."""
AT_ONCE = 50_000
"""So many terms are compared before a search looks whether it is to stop."""
Check = Callable[[], None]
FEW = 32
"""Documents are searched for one by one when there are so many times as many in all."""
COUNTS = 64
"""Scores of words that stand less often than this in a text are looked up in a table; the others are computed."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of a term, or of several terms taken as one, with how often it stands in each; deleted ones with them."""

    docs: Ints
    counts: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.docs)


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
        self._scratch = np.zeros(len(self), np.uint16)
        self._facets: dict[FacetName, FacetArrays] = {}
        self._inherited = before._handed_on(self.segments) if before is not None else {}
        self._canonical: tuple[Names | None, dict[FacetName, FacetArrays]] = (None, {})
        self._tables: dict[str, tuple[Bytes, NDArray[np.float64]]] = {}

    def __len__(self) -> int:
        return self.bases[-1]

    def _joined(self, part: Callable[[SegmentArrays], NDArray[np.integer]]) -> Ints:
        found = [part(segment).astype(np.int64) for segment in self.segments]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

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

    # Terms

    def fields(self, name: str) -> list[FieldArrays]:
        """Return a field in every segment."""
        return [segment.fields[name] for segment in self.segments]

    def postings(self, field: str, term: str) -> Postings:
        """Return the documents of a term."""
        raw = term.encode("utf-8", "replace")
        return self._union(field, ([] if (n := f.number_of(raw)) is None else [n] for f in self.fields(field)), several=False)

    def beginning_with(self, field: str, prefix: str) -> Postings:
        """Return the documents of all terms that begin with `prefix`, taken as one term."""
        raw = prefix.encode("utf-8", "replace")
        return self._union(field, [f.beginning_with(raw) for f in self.fields(field)], several=True)

    def like(self, field: str, pattern: str, check: Check) -> Postings:
        """Return the documents of all terms of a pattern in which `*` is any letters and `?` is one, taken as one term.

        `check` is called between pieces of work and may raise to stop.
        """
        signs = {"*": r"[^\n]*", "?": r"[^\n]"}
        beginning = re.split(r"[*?]", pattern)[0].encode("utf-8", "replace")
        wanted = re.compile("^" + "".join(signs.get(sign) or re.escape(sign) for sign in pattern) + "$", re.MULTILINE)
        return self._union(field, [_numbers_of(f, wanted, beginning, check) for f in self.fields(field)], several=True)

    def near(self, field: str, word: str, distance: int, check: Check) -> Postings:
        """Return the documents of all terms that are at most `distance` slips away from `word`, taken as one term.

        `check` is called between pieces of work and may raise to stop.
        """
        return self._union(field, [_near(f, word, distance, check) for f in self.fields(field)], several=True)

    def _union(self, field: str, numbers: Iterable[Sequence[int] | Ints], *, several: bool) -> Postings:
        pieces = [
            (base, arrays, low, high)
            for base, arrays, wanted in zip(self.bases, self.fields(field), numbers, strict=False)
            for low, high in _slices(arrays.offsets, wanted)
        ]
        found = np.empty(sum(high - low for _, _, low, high in pieces), np.int64)
        often = np.empty(len(found), np.uint16)
        at = 0
        for base, arrays, low, high in pieces:
            found[at : at + high - low] = arrays.docs[low:high]
            found[at : at + high - low] += base
            often[at : at + high - low] = arrays.counts[low:high]
            at += high - low
        if not several:
            return Postings(found, often)
        summed = np.bincount(found, weights=often, minlength=len(self))
        held = np.flatnonzero(summed)
        return Postings(held, np.minimum(summed.take(held), MOST_COUNTED).astype(np.uint16))

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
            if len(postings) * RARE < len(documents):
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
            self._scratch[postings.docs] = postings.counts
            scores = self._weighed(part, lengths[part.field], self._scratch.take(documents))
            self._scratch[postings.docs] = 0
            total += scores if part.only is None else np.where(part.only.take(documents), scores, 0.0)
        return total

    def _weighed(self, part: Scored, lengths: Bytes, counts: NDArray[np.uint16]) -> NDArray[np.float64]:
        """Return the score by count and by byte of length, 0 where the count is 0."""
        table = self._table(part.field)[1]
        weight = part.boost * (np.log(len(self) / (len(part.postings) + 1)) + 1)
        found: NDArray[np.float64] = table.take((np.minimum(counts, COUNTS - 1).astype(np.int64) << 8) | lengths)
        found *= weight
        many = (counts >= COUNTS).nonzero()[0]
        if len(many):
            # The table's last row tells the part that does not depend on the count.
            norms = (COUNTS - 1) * (K1 + 1) / table[-256:][lengths[many]] - (COUNTS - 1)
            often = counts[many].astype(np.int64)
            found[many] = weight * ((often * (K1 + 1)) / (often + norms))
        return found


def _slices(offsets: Ints, numbers: Sequence[int] | Ints) -> Iterable[tuple[int, int]]:
    if isinstance(numbers, range):
        if len(numbers):
            yield int(offsets[numbers[0]]), int(offsets[numbers[-1] + 1])
        return
    for number in numbers:
        yield int(offsets[number]), int(offsets[number + 1])


def _numbers_of(field: FieldArrays, pattern: re.Pattern[str], beginning: bytes, check: Check) -> Ints:
    """Return the terms of a pattern; only those that begin as it does are looked at, many in one text."""
    found = [np.zeros(0, np.int64)]
    for among in _pieces(field.beginning_with(beginning)):
        check()
        low, high = int(field.starts[among[0]]), int(field.starts[among[-1] + 1])
        text = bytes(field.blob[low:high]).decode()
        places = [match.start() for match in pattern.finditer(text)]
        if len(text) < high - low:
            places = _as_bytes(text, places)
        found.append(np.searchsorted(field.starts, np.array(places, np.int64) + low))
    return np.concatenate(found)


def _pieces(among: range) -> Iterable[range]:
    return (among[at : at + AT_ONCE] for at in range(0, len(among), AT_ONCE))


def _as_bytes(text: str, places: list[int]) -> list[int]:
    """Return ascending places in a text as places in its UTF-8."""
    sizes = np.fromiter((len(text[low:high].encode()) for low, high in pairwise((0, *places))), np.int64, len(places))
    found: list[int] = np.cumsum(sizes).tolist()
    return found


def _near(field: FieldArrays, word: str, distance: int, check: Check) -> Ints:
    found = [np.zeros(0, np.int64)]
    for among in _pieces(range(len(field))):
        check()
        texts = field.texts[among.start : among.stop]
        slips = process.cdist([word], texts, scorer=OSA.distance, score_cutoff=distance, dtype=np.uint8)[0]
        found.append(np.flatnonzero(slips <= distance) + among.start)
    return np.concatenate(found)
