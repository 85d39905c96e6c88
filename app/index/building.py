"""Articles to the arrays of a segment: words become numbers once, and everything after that is sorting of numbers."""

from array import array
from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.index.analysis import raw_words, stem, term_of
from app.index.document import IndexDocument
from app.index.query import FACET_NAMES, FacetName
from app.index.segment_arrays import FIELDS, GAP, PLACED, FacetValues, FieldArrays, Ints, SegmentArrays

BETWEEN_SPEECHES = "\U000f0000"
"""A word that nobody writes: speech of different people must not form phrases."""
MOST_COUNTED = 65_535
MOST_YEARS = 200
TEXTS = ("headline", "deck", "body")


class SegmentBuilder:
    """Takes articles one by one; `arrays` gives the segment. Some 20,000 articles of usual length need about half a gigabyte."""

    def __init__(self) -> None:
        self._terms = _Terms()
        self._stems: dict[str, _Stems] = {}
        self._stem_numbers: dict[str, int] = {}
        self._words = {name: array("I") for name in FIELDS}
        self._lengths = {name: array("I") for name in FIELDS}
        self._facets = {name: _Facet() for name in FACET_NAMES}
        self._ids, self._dates = array("q"), (array("i"), array("i"), array("i"))

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: IndexDocument) -> None:
        """Take in an article."""
        stems = self._stems_of(document.language)
        stemmed: list[int] = []
        for name in TEXTS:
            found = self._add_words(name, getattr(document, name))
            if stems is not None:
                stemmed.extend(map(stems.__getitem__, found))
        self._words["stems"].extend(stemmed)
        self._lengths["stems"].append(len(stemmed))
        self._add_words("said", f" {BETWEEN_SPEECHES} ".join(passage for _, passage in document.quotations))
        for name, values in facet_values(document).items():
            self._facets[name].add(values)
        self._ids.append(document.article_id)
        for days, day in zip(self._dates, (document.first, document.last, document.added), strict=True):
            days.append(day.toordinal() if day else 0)

    def _add_words(self, name: str, text: str) -> list[int]:
        found = list(map(self._terms.__getitem__, raw_words(text)))
        if -1 in found:
            found = [number for number in found if number >= 0]
        self._words[name].extend(found)
        self._lengths[name].append(len(found))
        return found

    def _stems_of(self, language: str) -> "_Stems | None":
        if stem("a", language) is None:
            return None
        if language not in self._stems:
            self._stems[language] = _Stems(language, self._terms.texts, self._stem_numbers)
        return self._stems[language]

    def arrays(self) -> SegmentArrays:
        """Return the segment of all articles taken in so far."""
        terms, stems = self._terms.texts, list(self._stem_numbers)
        fields = {
            name: field_arrays(
                terms if name in PLACED else stems,
                np.frombuffer(self._words[name], np.uint32) if self._words[name] else np.zeros(0, np.uint32),
                np.array(self._lengths[name], np.uint32),
                placed=name in PLACED,
            )
            for name in FIELDS
        }
        first, last, added = (np.array(days, np.int32) for days in self._dates)
        facets = {name: facet.arrays() for name, facet in self._facets.items()}
        return SegmentArrays(np.array(self._ids, np.int64), first, last, added, fields, facets)


class _Terms(dict[str, int]):
    """A word as printed → the number of its term, -1 for what is no term. Looking up a new word gives it a number."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self.texts: list[str] = []

    def __missing__(self, raw: str) -> int:
        term = term_of(raw)
        number = self._numbers.setdefault(term, len(self.texts)) if term else -1
        if number == len(self.texts):
            self.texts.append(term)
        self[raw] = number
        return number


class _Stems(dict[int, int]):
    """The number of a term → the number of its stem in one language."""

    def __init__(self, language: str, texts: list[str], numbers: dict[str, int]) -> None:
        super().__init__()
        self._language = language
        self._texts = texts
        self._numbers = numbers

    def __missing__(self, term: int) -> int:
        text = stem(self._texts[term], self._language) or ""
        number = self._numbers.setdefault(text, len(self._numbers))
        self[term] = number
        return number


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


def field_arrays(terms: list[str], words: NDArray[np.uint32], lengths: NDArray[np.uint32], *, placed: bool) -> FieldArrays:
    """Return a field's postings from the numbers of its words, document after document; `terms` are the texts of the numbers."""
    encoded = [term.encode("utf-8") for term in terms]
    used = np.zeros(len(terms), np.bool_)
    used[words] = True
    order = sorted(np.flatnonzero(used).tolist(), key=encoded.__getitem__)
    rank = np.zeros(len(terms), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    # One sort of (term, word) pairs brings the words of each term together, in the order in which they stand.
    pairs = np.sort((rank[words] << np.uint64(32)) | np.arange(len(words), dtype=np.uint64))
    ranks, at = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    document_of = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)[at]
    begins = begins_of(lengths)
    shift = np.repeat(begins.astype(np.int64) - sums(lengths)[:-1], lengths)
    text, starts = packed_terms([encoded[n] for n in order])
    offsets, docs, counts = _postings(ranks, document_of, len(order))
    place_sizes = np.bincount(ranks, minlength=len(order)) if placed else np.zeros(len(order), np.int64)
    places = (at + shift[at]).astype(np.uint32) if placed else np.zeros(0, np.uint32)
    return FieldArrays(text, starts, offsets, docs, counts, sums(place_sizes), places, lengths, begins)


def begins_of(lengths: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the first place of each document."""
    return (sums(lengths)[:-1] + GAP * np.arange(len(lengths))).astype(np.uint32)


def packed_terms(terms: list[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Return terms in one text with a line feed behind each, and where each begins."""
    text = b"".join(term + b"\n" for term in terms)
    return np.frombuffer(text, np.uint8), sums(np.array([len(t) + 1 for t in terms], np.int64)).astype(np.uint32)


def _postings(ranks: Ints, documents: NDArray[np.uint32], terms: int) -> tuple[Ints, NDArray[np.uint32], NDArray[np.uint16]]:
    if not len(ranks):
        return np.zeros(terms + 1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.uint16)
    new = np.empty(len(ranks), np.bool_)
    new[0] = True
    np.not_equal(ranks[1:], ranks[:-1], out=new[1:])
    new[1:] |= documents[1:] != documents[:-1]
    heads = np.flatnonzero(new)
    counts = np.diff(np.append(heads, len(ranks)))
    offsets = sums(np.bincount(ranks[heads], minlength=terms))
    return offsets, documents[heads], np.minimum(counts, MOST_COUNTED).astype(np.uint16)


def sums(sizes: NDArray[np.integer]) -> Ints:
    """Return the running sums, with the 0 before them."""
    found = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=found[1:])
    return found
