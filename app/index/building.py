"""Articles to the arrays of a segment: words become numbers once, and everything after that is sorting of numbers."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.index.analysis import BETWEEN_SPEECHES, LANGUAGES, stems
from app.index.document import IndexDocument
from app.index.pairs import frequent_terms, pairs_in
from app.index.query import FACET_NAMES, FacetName
from app.index.segment_arrays import GAP, MOST_COUNTED, PLACED, FacetValues, FieldArrays, Ints, SegmentArrays
from app.index.word_numbers import WordNumbers

MOST_YEARS = 200
TEXTS = ("headline", "deck", "body")
SPOKEN = {language: number for number, language in enumerate(sorted(LANGUAGES), 1)}
"""Numbers of the languages that have stems; 0 is any other."""
CHARS_AT_ONCE = 1_000_000
"""Texts of so many letters become numbers together."""


class SegmentBuilder:
    """Takes articles one by one; `arrays` gives the segment. `words` tells about how many words it has taken in."""

    def __init__(self) -> None:
        self.words = 0
        self._numbers = WordNumbers()
        self._waiting: dict[str, list[str]] = {name: [] for name in PLACED}
        self._chars = 0
        self._texts: dict[str, list[NDArray[np.int32]]] = {name: [] for name in PLACED}
        self._lengths: dict[str, list[Ints]] = {name: [] for name in PLACED}
        self._facets = {name: _Facet() for name in FACET_NAMES}
        self._languages: list[str] = []
        self._ids, self._dates = array("q"), (array("i"), array("i"), array("i"))

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: IndexDocument) -> None:
        """Take in an article."""
        for name in TEXTS:
            self._waiting[name].append(getattr(document, name))
        self._waiting["said"].append(f" {BETWEEN_SPEECHES} ".join(passage for _, passage in document.quotations))
        self._chars += len(document.body)
        for name, values in facet_values(document).items():
            self._facets[name].add(values)
        self._ids.append(document.article_id)
        self._languages.append(document.language)
        for days, day in zip(self._dates, (document.first, document.last, document.added), strict=True):
            days.append(day.toordinal() if day else 0)
        if self._chars >= CHARS_AT_ONCE:
            self._take_waiting()

    def _take_waiting(self) -> None:
        for name, texts in self._waiting.items():
            numbers, lengths = self._numbers.of(texts)
            self._texts[name].append(numbers)
            self._lengths[name].append(lengths)
            self.words += len(numbers)
            texts.clear()
        self._chars = 0

    def arrays(self) -> SegmentArrays:
        """Return the segment of all articles taken in so far."""
        self._take_waiting()
        order = sorted(range(len(self._numbers.terms)), key=self._numbers.terms.__getitem__)
        terms = [self._numbers.terms[number] for number in order]
        rank = np.empty(len(order), np.uint32)
        rank[order] = np.arange(len(order), dtype=np.uint32)
        words = {name: rank.take(np.concatenate(found)) for name, found in self._texts.items()}
        fields = {
            name: placed_field(terms, words[name], np.concatenate(self._lengths[name]).astype(np.uint32)) for name in PLACED
        }
        texts = [(fields[name], np.bincount(words[name]).nonzero()[0]) for name in TEXTS]
        fields["stems"] = stem_field(terms, texts, self._languages)
        first, last, added = (np.array(days, np.int32) for days in self._dates)
        facets = {name: facet.arrays() for name, facet in self._facets.items()}
        return SegmentArrays(np.array(self._ids, np.int64), first, last, added, fields, facets)


class _Facet:
    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._held, self._sizes = array("i"), array("q", [0])

    def add(self, values: Iterable[str]) -> None:
        """Take in the values of the next article."""
        self._held.extend(self._numbers.setdefault(value, len(self._numbers)) for value in dict.fromkeys(values))
        self._sizes.append(len(self._held))

    def arrays(self) -> FacetValues:
        return FacetValues(tuple(self._numbers), np.array(self._sizes, np.int64), np.array(self._held, np.int32))


def facet_values(document: IndexDocument) -> dict[FacetName, list[str]]:
    """Return an article's values in every facet."""
    return {
        "person": [str(r) for r in document.persons], "organisation": [str(r) for r in document.organisations],
        "place": [str(r) for r in document.places], "speaker": [str(r) for r in document.speakers],
        "source": [str(document.source_id)] if document.source_id is not None else [],
        "author": [" ".join(a.split()) for a in document.authors], "licence": [document.licence] if document.licence else [],
        "language": [document.language] if document.language else [], "tag": [" ".join(t.split()) for t in document.tags],
        "year": _years(document),
    }  # fmt: skip


def _years(document: IndexDocument) -> list[str]:
    if document.first is None or document.last is None or document.last == date.max or document.first == date.min:
        return []
    return [str(year) for year in range(document.first.year, min(document.last.year, document.first.year + MOST_YEARS) + 1)]


def placed_field(terms: list[bytes], words: NDArray[np.uint32], lengths: NDArray[np.uint32]) -> FieldArrays:
    """Return a field's postings and places from the numbers of its words, document after document, by the terms in their order."""
    begins = begins_of(lengths)
    standing = np.arange(len(words), dtype=np.uint32)
    standing += np.repeat(np.uint32(GAP) * np.arange(len(lengths), dtype=np.uint32), lengths)
    # In this order the places of each term stand together, ascending.
    order = order_of(words, len(terms))
    documents = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths).take(order)
    sizes = np.bincount(words, minlength=len(terms))
    used = np.flatnonzero(sizes)
    offsets, docs, counts = _postings(words.take(order), documents, used)
    place_offsets = sums(sizes[used])
    text, starts = packed_terms([terms[n] for n in used.tolist()])
    frequent = frequent_terms(sizes[used])
    pair_offsets, pair_places = pairs_in(words, standing, used.take(frequent))
    return FieldArrays(
        text, starts, offsets, docs, counts, place_offsets, standing.take(order), lengths, begins, frequent, pair_offsets, pair_places
    )  # fmt: skip


def order_of(numbers: NDArray[np.uint32], end: int) -> Ints:
    """Return where numbers below `end` stand, in ascending order of the numbers, equal ones as they stand.

    Two bytes at a time: numpy puts such numbers in order without comparing them, several times as fast as larger ones.
    """
    order = numbers.astype(np.uint16).argsort(kind="stable")
    if end > 2**16:
        order = order.take((numbers >> np.uint32(16)).astype(np.uint16).take(order).argsort(kind="stable"))
    return order


def stem_field(terms: list[bytes], texts: Sequence[tuple[FieldArrays, Ints]], languages: Sequence[str]) -> FieldArrays:
    """Return the postings of stems: how often the inflected forms of each stem stand in all texts of each document together.

    `texts` are fields, each with the numbers of its terms among `terms`.
    """
    numbers = np.concatenate([used.repeat(np.diff(field.offsets)) for field, used in texts])
    documents = np.concatenate([field.docs for field, _ in texts])
    counts = np.concatenate([field.counts for field, _ in texts])
    spoken = np.array([SPOKEN.get(language, 0) for language in languages], np.uint8)
    tongues = spoken.take(documents)
    ranks = np.zeros(len(numbers), np.uint32)
    stemmed: list[bytes] = []
    # A stem begins with its language: those of one language stand together, behind those of the languages before it.
    for language, tongue in SPOKEN.items():
        here = (tongues == tongue).nonzero()[0]
        if len(here):
            meant = numbers.take(here)
            used = np.bincount(meant).nonzero()[0]
            found = stems([terms[n].decode() for n in used.tolist()], language)
            rank = {text: len(stemmed) + number for number, text in enumerate(sorted(set(found)))}
            stem_of = np.zeros(len(terms), np.uint32)
            stem_of[used] = [rank[text] for text in found]
            ranks[here] = stem_of.take(meant)
            stemmed += rank
    kept = tongues.nonzero()[0]
    lengths = np.where(spoken, np.sum([field.lengths for field, _ in texts], axis=0), 0).astype(np.uint32)
    return _stem_arrays(stemmed, ranks.take(kept), documents.take(kept), counts.take(kept), lengths)


def _stem_arrays(
    terms: list[bytes], ranks: NDArray[np.uint32], documents: NDArray[np.uint32], counts: NDArray[np.uint16],
    lengths: NDArray[np.uint32],
) -> FieldArrays:  # fmt: skip
    """Return a field without places from postings in any order; those of one stem and document are one."""
    order = order_of(documents, len(lengths))
    order = order.take(order_of(ranks.take(order), len(terms)))
    offsets, docs, often = _postings(
        ranks.take(order), documents.take(order), np.arange(len(terms)), counts.take(order).astype(np.int64)
    )
    none = np.zeros(0, np.uint32)
    return FieldArrays(
        *packed_terms(terms), offsets, docs, often, np.zeros(len(terms) + 1, np.int64), none, lengths, begins_of(lengths),
        none, sums(none), none,
    )  # fmt: skip


def begins_of(lengths: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the first place of each document."""
    return (sums(lengths)[:-1] + GAP * np.arange(len(lengths))).astype(np.uint32)


def packed_terms(terms: list[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Return terms in one text with a line feed behind each, and where each begins."""
    text = b"".join(term + b"\n" for term in terms)
    return np.frombuffer(text, np.uint8), sums(np.array([len(t) + 1 for t in terms], np.int64)).astype(np.uint32)


def _postings(
    ranks: NDArray[np.uint32], documents: NDArray[np.uint32], used: Ints, often: Ints | None = None
) -> tuple[Ints, NDArray[np.uint32], NDArray[np.uint16]]:
    """Return offsets by used term, documents and counts of sorted (term, document) pairs, each standing once, or as `often` as given."""
    if not len(ranks):
        return np.zeros(len(used) + 1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.uint16)
    new = np.empty(len(ranks), np.bool_)
    new[0] = True
    np.not_equal(ranks[1:], ranks[:-1], out=new[1:])
    new[1:] |= documents[1:] != documents[:-1]
    heads = np.flatnonzero(new)
    counts = np.diff(np.append(heads, len(ranks))) if often is None else np.add.reduceat(often, heads)
    offsets = sums(np.bincount(ranks.take(heads)).take(used))
    return offsets, documents.take(heads), np.minimum(counts, MOST_COUNTED).astype(np.uint16)


def sums(sizes: NDArray[np.integer]) -> Ints:
    """Return the running sums, with the 0 before them."""
    found = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=found[1:], dtype=np.int64)
    return found
