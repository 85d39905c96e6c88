"""Several segments into one without their deleted documents, and when that is worth it.

A large merge needs little memory: terms are taken in blocks, and what is done is written at once.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.index.array_file import Array, ArrayWriter, Sizes, sizes_of
from app.index.building import begins_of, packed_terms, sums
from app.index.pairs import Places, by_pair, frequent_terms, pair_keys
from app.index.query import FACET_NAMES
from app.index.segment_arrays import FIELDS, FacetValues, FieldArrays, Ints, SegmentArrays, named_facets

Mask = NDArray[np.bool_]
Check = Callable[[], None]
TIER = 8
"""So many segments of one size become one; sizes are powers of it, so that each document is written again only a few times."""
MOST_DOCUMENTS = 2_000_000
"""No segment grows beyond this: places stay below 2 to the power of 32."""
MOST_PLACES = 2**32 - 1
AT_ONCE = 4_000_000
"""So many postings or places are moved together."""


def tier_of(count: int) -> int:
    """Return the size of a segment by its number of live documents."""
    return max(count, 1).bit_length() // 3


def due(counts: Sequence[int], *, most: int = MOST_DOCUMENTS) -> list[int]:
    """Return which segments to merge now, by their live documents; none when all is well or the merge would hold more than `most`."""
    for tier in sorted({tier_of(count) for count in counts}):
        same = [at for at, count in enumerate(counts) if tier_of(count) == tier]
        if len(same) >= TIER and sum(counts[at] for at in same) <= most:
            return same
    return []


def merge_into(path: Path, segments: Sequence[SegmentArrays], live: Sequence[Mask], check: Check = lambda: None) -> int:
    """Write one segment of the live documents of several, in their order, to a new file; return how many documents it holds.

    `check` is called between blocks and may raise to stop. OSError when the file cannot be written.
    """
    bases = np.cumsum([0, *(int(mask.sum()) for mask in live)]).tolist()
    numbering = [np.cumsum(mask) - 1 + base for mask, base in zip(live, bases, strict=False)]
    fields = {name: _FieldMerge([s.fields[name] for s in segments], live, numbering) for name in FIELDS}
    whole = dict(_documents(segments, live))
    sizes = sizes_of(whole)
    for name, field in fields.items():
        sizes |= {f"field.{name}.{part}": size for part, size in field.sizes().items()}
    with ArrayWriter(path, sizes) as file:
        for array_name, array in whole.items():
            file.write(array_name, array)
        for name, field in fields.items():
            for part, array, at in field.blocks():
                check()
                file.write(f"field.{name}.{part}", array, at)
    return int(bases[-1])


def _documents(segments: Sequence[SegmentArrays], live: Sequence[Mask]) -> Iterator[tuple[str, Array]]:
    for part in ("article_ids", "first", "last", "added"):
        yield part, np.concatenate([getattr(s, part)[mask] for s, mask in zip(segments, live, strict=True)])
    for name in FACET_NAMES:
        yield from named_facets(name, _merged_facet([s.facets[name] for s in segments], live))


def _merged_facet(facets: Sequence[FacetValues], live: Sequence[Mask]) -> FacetValues:
    numbers: dict[str, int] = {}
    held, sizes = [], []
    for facet, mask in zip(facets, live, strict=True):
        mapped = np.array([numbers.setdefault(value, len(numbers)) for value in facet.values], np.int32)
        counts = np.diff(facet.offsets)
        kept = facet.numbers[np.repeat(mask, counts)]
        held.append(mapped[kept] if len(kept) else np.zeros(0, np.int32))
        sizes.append(counts[mask])
    return FacetValues(tuple(numbers), sums(np.concatenate(sizes)), np.concatenate(held))


@dataclass(frozen=True)
class _Part:
    """One segment's share in a field: its terms' ranks among all terms, its documents' new numbers and how far places move."""

    field: FieldArrays
    live: Mask
    numbering: Ints
    sizes: Ints
    place_sizes: Ints

    @property
    def whole(self) -> bool:
        return bool(self.live.all())

    @property
    def held(self) -> Ints:
        """Return the numbers of the terms that live documents hold."""
        return np.flatnonzero(self.sizes)


class _FieldMerge:
    """One field of several segments, to be written block by block."""

    def __init__(self, fields: Sequence[FieldArrays], live: Sequence[Mask], numbering: Sequence[Ints]) -> None:
        self._parts = [_part(*each) for each in zip(fields, live, numbering, strict=True)]
        self._lengths = np.concatenate([field.lengths[mask] for field, mask in zip(fields, live, strict=True)])
        self._begins = begins_of(self._lengths)
        if len(self._lengths) and int(self._begins[-1]) + int(self._lengths[-1]) > MOST_PLACES:
            raise ValueError("too many words for one segment")
        texts = [bytes(field.blob).split(b"\n")[:-1] for field in fields]
        held = zip(texts, self._parts, strict=True)
        kept = [[text for text, count in zip(found, part.sizes.tolist(), strict=True) if count] for found, part in held]
        self._terms = sorted(set().union(*kept))
        rank = {term: number for number, term in enumerate(self._terms)}
        # A term that no live document holds takes the place where it would stand, so that ranks ascend.
        self._ranks = [
            np.array([rank[text] if text in rank else bisect_left(self._terms, text) for text in found], np.int64)
            for found in texts
        ]
        self._offsets = self._summed([part.sizes for part in self._parts])
        self._place_offsets = self._summed([part.place_sizes for part in self._parts])
        self._small = dict(self._small_arrays())

    def _summed(self, sizes: Sequence[Ints]) -> Ints:
        totals = np.zeros(len(self._terms) + 1, np.int64)
        for rank, found in zip(self._ranks, sizes, strict=True):
            np.add.at(totals, rank, found)
        return sums(totals[:-1])

    def _small_arrays(self) -> Iterator[tuple[str, Array]]:
        text, starts = packed_terms(self._terms)
        frequent = frequent_terms(np.diff(self._place_offsets))
        keys = [_moved_pairs(part, rank, frequent, self._begins) for part, rank in zip(self._parts, self._ranks, strict=True)]
        pair_offsets, pair_places = by_pair(np.concatenate(keys), len(frequent))
        yield "text", text
        yield "starts", starts
        yield "offsets", self._offsets
        yield "place_offsets", self._place_offsets
        yield "lengths", self._lengths
        yield "begins", self._begins
        yield "frequent", frequent
        yield "pair_offsets", pair_offsets
        yield "pair_places", pair_places

    def sizes(self) -> Sizes:
        """Return types and lengths of all arrays of the merged field."""
        moved = {
            "docs": ("u4", int(self._offsets[-1])),
            "counts": ("u2", int(self._offsets[-1])),
            "places": ("u4", int(self._place_offsets[-1])),
        }
        return {**sizes_of(self._small), **moved}

    def blocks(self) -> Iterator[tuple[str, Array, int]]:
        """Give the arrays, the large ones in pieces, each with where the piece begins."""
        for name, array in self._small.items():
            yield name, array, 0
        for first, last in blocks_of(self._offsets):
            at = int(self._offsets[first])
            yield "docs", self._joined(first, last, self._offsets, _live_docs), at
            yield "counts", self._joined(first, last, self._offsets, _live_counts), at
        for first, last in blocks_of(self._place_offsets):
            places = self._joined(first, last, self._place_offsets, partial(_live_places, begins=self._begins))
            yield "places", places, int(self._place_offsets[first])

    def _joined(self, first: int, last: int, offsets: Ints, moved: "Callable[[_Part, int, int], tuple[Array, Ints]]") -> Array:
        """Return what the terms from `first` to `last` hold: term by term, segment by segment."""
        into: Array | None = None
        free = offsets[first:last] - offsets[first]
        for part, rank in zip(self._parts, self._ranks, strict=True):
            low, high = np.searchsorted(rank, [first, last]).tolist()
            values, sizes = moved(part, low, high)
            if into is None:
                into = np.zeros(int(offsets[last] - offsets[first]), values.dtype)
            if len(values):
                there = rank[low:high] - first
                into[np.repeat(free[there] - sums(sizes)[:-1], sizes) + np.arange(len(values))] = values
                np.add.at(free, there, sizes)
        return into if into is not None else np.zeros(0, np.uint32)


def blocks_of(offsets: Ints) -> Iterator[tuple[int, int]]:
    """Give ranges of terms, each of one term or of not much more than what is moved together."""
    first, terms = 0, len(offsets) - 1
    while first < terms:
        last = max(int(np.searchsorted(offsets, offsets[first] + AT_ONCE, side="right")) - 1, first + 1)
        yield first, min(last, terms)
        first = last


def _part(field: FieldArrays, live: Mask, numbering: Ints) -> _Part:
    part = _Part(field, live, numbering, np.diff(field.offsets), np.diff(field.place_offsets))
    if part.whole:
        return part
    sizes, place_sizes = np.zeros(len(field), np.int64), np.zeros(len(field), np.int64)
    for first, last in blocks_of(field.offsets):
        sizes[first:last] = _kept(live.take(field.docs[_range(field.offsets, first, last)]), field.offsets[first : last + 1])
    for first, last in blocks_of(field.place_offsets):
        places = field.places[_range(field.place_offsets, first, last)]
        place_sizes[first:last] = _kept(live.take(field.documents_at(places)), field.place_offsets[first : last + 1])
    return _Part(field, live, numbering, sizes, place_sizes)


def _range(offsets: Ints, first: int, last: int) -> slice:
    return slice(int(offsets[first]), int(offsets[last]))


def _kept(keep: Mask, offsets: Ints) -> Ints:
    found: Ints = np.diff(sums(keep.view(np.uint8))[offsets - offsets[0]])
    return found


def _live_docs(part: _Part, low: int, high: int) -> tuple[Array, Ints]:
    docs = part.field.docs[_range(part.field.offsets, low, high)]
    if not part.whole:
        docs = docs[part.live.take(docs)]
    return part.numbering.take(docs).astype(np.uint32), part.sizes[low:high]


def _live_counts(part: _Part, low: int, high: int) -> tuple[Array, Ints]:
    held = _range(part.field.offsets, low, high)
    counts = part.field.counts[held]
    return (counts if part.whole else counts[part.live.take(part.field.docs[held])]), part.sizes[low:high]


def _live_places(part: _Part, low: int, high: int, *, begins: NDArray[np.uint32]) -> tuple[Array, Ints]:
    places = part.field.places[_range(part.field.place_offsets, low, high)]
    return _moved(part, places, begins), part.place_sizes[low:high]


def _moved(part: _Part, places: Places, begins: NDArray[np.uint32]) -> Places:
    """Return the places of live documents where the documents' texts now begin."""
    documents = part.field.documents_at(places)
    if not part.whole:
        keep = part.live.take(documents)
        places, documents = places[keep], documents[keep]
    moves = begins.take(part.numbering, mode="clip").astype(np.int64) - part.field.begins
    return (places + moves.take(documents)).astype(np.uint32)


def _moved_pairs(part: _Part, rank: Ints, frequent: NDArray[np.uint32], begins: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Return the keys of a segment's pairs of frequent words, at their new places."""
    field = part.field
    number_of = {rank: number for number, rank in zip(part.held.tolist(), rank[part.held].tolist(), strict=True)}
    numbers = [number_of.get(wanted) for wanted in frequent.tolist()]
    none = field.places[:0]
    standing = [none if n is None else field.places[_range(field.place_offsets, n, n + 1)] for n in numbers]
    keys = pair_keys(standing)
    places = keys.astype(np.uint32)
    if not part.whole:
        keys = keys[part.live.take(field.documents_at(places))]
    return ((keys >> np.uint64(32)) << np.uint64(32)) | _moved(part, places, begins)
