"""Articles to the arrays of a segment: words become numbers once, and everything after that is sorting of numbers."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.index.analysis import LANGUAGES, chunk_words, cut, is_plain, stems, words
from app.index.document import IndexDocument
from app.index.pairs import by_pair, frequent_terms, pair_keys
from app.index.query import FACET_NAMES, FacetName
from app.index.segment_arrays import GAP, MOST_COUNTED, PLACED, FacetValues, FieldArrays, Ints, SegmentArrays

BETWEEN_SPEECHES = "\U000f0000"
"""A word that nobody writes: speech of different people must not form phrases."""
MOST_YEARS = 200
TEXTS = ("headline", "deck", "body")


class SegmentBuilder:
    """Takes articles one by one; `arrays` gives the segment. `words` tells how many words it has taken in."""

    def __init__(self) -> None:
        self.words = 0
        self._numbers = WordNumbers()
        self._texts = {name: array("I") for name in PLACED}
        self._lengths = {name: array("I") for name in PLACED}
        self._facets = {name: _Facet() for name in FACET_NAMES}
        self._languages: list[str] = []
        self._ids, self._dates = array("q"), (array("i"), array("i"), array("i"))

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: IndexDocument) -> None:
        """Take in an article."""
        for name in TEXTS:
            self._add_words(name, getattr(document, name))
        self._add_words("said", f" {BETWEEN_SPEECHES} ".join(passage for _, passage in document.quotations))
        for name, values in facet_values(document).items():
            self._facets[name].add(values)
        self._ids.append(document.article_id)
        self._languages.append(document.language)
        for days, day in zip(self._dates, (document.first, document.last, document.added), strict=True):
            days.append(day.toordinal() if day else 0)

    def _add_words(self, name: str, text: str) -> None:
        found = self._numbers.of(text)
        self.words += len(found)
        self._texts[name].extend(found)
        self._lengths[name].append(len(found))

    def arrays(self) -> SegmentArrays:
        """Return the segment of all articles taken in so far."""
        order = sorted(range(len(self._numbers.terms)), key=self._numbers.terms.__getitem__)
        terms = [self._numbers.terms[number] for number in order]
        rank = np.empty(len(order), np.uint64)
        rank[order] = np.arange(len(order), dtype=np.uint64)
        fields = {
            name: placed_field(terms, rank.take(np.frombuffer(found, np.uint32) if found else np.zeros(0, np.uint32)), np.array(self._lengths[name], np.uint32))
            for name, found in self._texts.items()
        }  # fmt: skip
        fields["stems"] = stem_field([fields[name] for name in TEXTS], self._languages)
        first, last, added = (np.array(days, np.int32) for days in self._dates)
        facets = {name: facet.arrays() for name, facet in self._facets.items()}
        return SegmentArrays(np.array(self._ids, np.int64), first, last, added, fields, facets)


class WordNumbers(dict[bytes, int]):
    """Gives the words of texts as numbers, and knows the term of each number.

    As a dictionary: a chunk of text → the number of its word, -1 when it holds none, and -2 - n when it holds the words `_several[n]`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terms: list[bytes] = []
        self._known: dict[str, int] = {}
        self._several: list[list[int]] = []

    def of(self, text: str) -> list[int]:
        """Return the numbers of a text's words in order."""
        if not is_plain(text):
            return [self._number(word.term) for word in words(text)]
        found = list(map(self.__getitem__, cut(text).split()))
        if found and min(found) < 0:
            return [
                number
                for held in found
                for number in ((held,) if held >= 0 else () if held == -1 else self._several[-2 - held])
            ]
        return found

    def __missing__(self, chunk: bytes) -> int:
        held = [self._number(word.term) for word in chunk_words(chunk)]
        if len(held) > 1:
            self._several.append(held)
        number = held[0] if len(held) == 1 else -1 - len(self._several) if held else -1
        self[chunk] = number
        return number

    def _number(self, term: str) -> int:
        number = self._known.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term.encode())
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


def placed_field(terms: list[bytes], words: NDArray[np.uint64], lengths: NDArray[np.uint32]) -> FieldArrays:
    """Return a field's postings and places from the numbers of its words, document after document, by the terms in their order."""
    begins = begins_of(lengths)
    # One sort of (term, place) pairs brings the places of each term together, in the order in which they stand.
    pairs = words << np.uint64(32)
    pairs |= np.arange(len(words), dtype=np.uint64) + np.repeat(
        np.uint64(GAP) * np.arange(len(lengths), dtype=np.uint64), lengths
    )
    pairs.sort()
    places = pairs.astype(np.uint32)
    pairs >>= np.uint64(32)
    ranks = pairs.view(np.int64)
    sizes = np.bincount(ranks, minlength=len(terms))
    used = np.flatnonzero(sizes)
    documents = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths.astype(np.int64) + GAP).take(places)
    offsets, docs, counts = _postings(ranks, documents, used)
    place_offsets = sums(sizes[used])
    text, starts = packed_terms([terms[n] for n in used.tolist()])
    frequent = frequent_terms(sizes[used])
    standing = [places[place_offsets[n] : place_offsets[n + 1]] for n in frequent.tolist()]
    pair_offsets, pair_places = by_pair(pair_keys(standing), len(frequent))
    return FieldArrays(
        text, starts, offsets, docs, counts, place_offsets, places, lengths, begins, frequent, pair_offsets, pair_places
    )


def stem_field(fields: Sequence[FieldArrays], languages: Sequence[str]) -> FieldArrays:
    """Return the postings of stems: how often the inflected forms of each stem stand in all texts of each document together."""
    held = [held for field in fields for held in _stemmed(field, languages)]
    terms = sorted({text for _, _, texts in held for text in texts})
    rank = {text: number for number, text in enumerate(terms)}
    keys = [np.zeros(0, np.uint64)]
    for numbers, pieces, texts in held:
        stem_of = np.zeros(int(numbers[-1]) + 1, np.uint64)
        stem_of[numbers] = [rank[text] for text in texts]
        # Stem, document and count in one number: sorted, those of one stem and document lie side by side.
        keys.append(
            (stem_of.take(pieces.terms) << np.uint64(40)) | (pieces.docs.astype(np.uint64) << np.uint64(16)) | pieces.counts
        )
    joined = np.concatenate(keys)
    joined.sort()
    spoken = np.isin(languages, sorted(LANGUAGES)) if len(languages) else np.zeros(0, np.bool_)
    return _stem_arrays(
        terms, joined, np.where(spoken, np.sum([field.lengths for field in fields], axis=0), 0).astype(np.uint32)
    )


@dataclass(frozen=True)
class _Pieces:
    terms: Ints
    docs: NDArray[np.uint32]
    counts: NDArray[np.uint16]


def _stemmed(field: FieldArrays, languages: Sequence[str]) -> Iterator[tuple[Ints, _Pieces, list[bytes]]]:
    """Give for each language that has stems: the terms that stand in it, their postings there, and the stem of each."""
    numbering = {language: number for number, language in enumerate(dict.fromkeys(languages))}
    language_of = np.array([numbering[language] for language in languages], np.uint16)
    terms = np.repeat(np.arange(len(field)), np.diff(field.offsets))
    spoken = language_of.take(field.docs)
    for language in LANGUAGES & set(numbering):
        here = np.flatnonzero(spoken == numbering[language])
        if len(here):
            pieces = _Pieces(terms.take(here), field.docs.take(here), field.counts.take(here))
            numbers = np.flatnonzero(np.bincount(pieces.terms))
            yield numbers, pieces, stems([field.term(n).decode() for n in numbers.tolist()], language)


def _stem_arrays(terms: list[bytes], keys: NDArray[np.uint64], lengths: NDArray[np.uint32]) -> FieldArrays:
    ranks, documents = (keys >> np.uint64(40)).view(np.int64), ((keys >> np.uint64(16)) & np.uint64(0xFFFFFF)).astype(np.uint32)
    offsets, docs, counts = _postings(ranks, documents, np.arange(len(terms)), (keys & np.uint64(0xFFFF)).astype(np.int64))
    none = np.zeros(0, np.uint32)
    return FieldArrays(
        *packed_terms(terms), offsets, docs, counts, np.zeros(len(terms) + 1, np.int64), none, lengths, begins_of(lengths),
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
    ranks: Ints, documents: NDArray[np.uint32], used: Ints, often: Ints | None = None
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
