"""What a segment holds, as arrays: the postings of each text field, the values of each facet, the dates of each document.

Documents are numbered from 0 within a segment. A field's words have *global* places: document after document, with a gap between
them that no loose phrase reaches across, so that a phrase is an intersection of shifted places.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.array_file import Array, read_ahead
from app.index.lengths import length_bytes
from app.index.query import FACET_NAMES, FacetName

Ints = NDArray[np.int64]

GAP = 128
"""Places left free between two documents; more than any phrase may be loose."""
MOST_COUNTED = 65_535
"""How often a word stands in a text is counted up to here."""
OTHER_YEAR = 10_000
STRIDE = 64
"""Each so-manieth term is kept in memory, to find the others by."""
PLACED = ("headline", "deck", "body", "said")
FIELDS = (*PLACED, "stems")
"""Fields with postings; stems are counted but have no places."""
NUMBERED: frozenset[FacetName] = frozenset({"person", "organisation", "place", "speaker", "source"})
"""Facets whose values are record ids; the others' are texts."""


@dataclass(frozen=True)
class FieldArrays:
    """The postings of one field.

    `text` holds the terms as UTF-8 in order of their bytes, each ended by a line feed; term n begins at `starts[n]`. Its documents
    are `docs[offsets[n]:offsets[n + 1]]`, ascending, with `counts` beside them, its places `places[place_offsets[n]:…[n + 1]]`.
    `lengths` are words by document, `begins` the first place of each document. `frequent` are the terms of which pairs are kept:
    the pair of the m-th and the n-th of F stands at `pair_places[pair_offsets[m * F + n]:…[m * F + n + 1]]`.
    """

    text: NDArray[np.uint8]
    starts: NDArray[np.uint32]
    offsets: Ints
    docs: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    place_offsets: Ints
    places: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    begins: NDArray[np.uint32]
    frequent: NDArray[np.uint32]
    pair_offsets: Ints
    pair_places: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def blob(self) -> memoryview:
        """Return the terms with their line feeds."""
        return self.text.data  # numpy's stubs lack the buffer protocol

    @cached_property
    def _starts(self) -> memoryview:
        return self.starts.data

    @cached_property
    def _offsets(self) -> memoryview:
        return self.offsets.data

    def term(self, number: int) -> bytes:
        """Return the term of a number."""
        return bytes(self.blob[self._starts[number] : self._starts[number + 1] - 1])

    @cached_property
    def words(self) -> int:
        """Return how many words the field holds."""
        return int(self.lengths.sum(dtype=np.int64))

    @cached_property
    def length_bytes(self) -> NDArray[np.uint8]:
        """Return the length of each text as it is scored."""
        return length_bytes(self.lengths)

    @cached_property
    def _landmarks(self) -> list[bytes]:
        ends = self.starts[1::STRIDE].tolist()
        text = self.text.tobytes()
        return [text[start : end - 1] for start, end in zip(self.starts[:-1:STRIDE].tolist(), ends, strict=True)]

    def place_of(self, term: bytes) -> int:
        """Return the number of the first term that is not before `term`."""
        low = max(bisect_right(self._landmarks, term) - 1, 0) * STRIDE
        return bisect_left(range(len(self)), term, low, min(low + STRIDE, len(self)), key=self.term)

    def number_of(self, term: bytes) -> int | None:
        """Return the number of a term, None when the field does not hold it."""
        near = bisect_right(self._landmarks, term) - 1
        if near < 0:
            return None
        low, high = near * STRIDE, min(near * STRIDE + STRIDE, len(self))
        # Single numbers are read quicker through a view of memory than through an array.
        starts = self._starts
        # One look through the few terms between two landmarks is quicker than halving them.
        at = (b"\n" + bytes(self.blob[starts[low] : starts[high]])).find(b"\n" + term + b"\n")
        return bisect_left(starts, starts[low] + at, low, high) if at >= 0 else None

    def held_by(self, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """Return documents and counts of the terms from `first` to before `last`, term by term."""
        among = slice(self._offsets[first], self._offsets[last])
        return self.docs[among], self.counts[among]

    def held_by_each(self, numbers: Ints) -> list[tuple[NDArray[np.uint32], NDArray[np.uint16]]]:
        """Return documents and counts of each of some terms, given in order, which may lie far apart."""
        lows, highs = self.offsets.take(numbers), self.offsets.take(numbers + 1)
        read_ahead(self.docs, lows, highs)
        read_ahead(self.counts, lows, highs)
        return [(self.docs[low:high], self.counts[low:high]) for low, high in zip(lows.tolist(), highs.tolist(), strict=True)]

    def beginning_with(self, prefix: bytes) -> range:
        """Return the numbers of the terms that begin with `prefix`; no UTF-8 holds the byte 255."""
        return range(self.place_of(prefix), self.place_of(prefix + b"\xff"))

    @cached_property
    def _blocks(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        ends = np.append(self.begins[1:], np.uint32(0xFFFFFFFF))
        count = (int(self.begins[-1]) + int(self.lengths[-1])) // GAP + 1 if len(self.begins) else 0
        return (np.searchsorted(self.begins, np.arange(count) * GAP, side="right") - 1).astype(np.uint32), ends

    def documents_at(self, places: NDArray[np.integer]) -> NDArray[np.uint32]:
        """Return the document of each place; no two documents begin within one gap, so that one look and one step find it."""
        of_block, ends = self._blocks
        found = of_block.take(places // GAP)
        return found + (ends.take(found) <= places)

    @cached_property
    def places_in_pairs(self) -> dict[int, int]:
        """Return at which place each frequent term stands among them."""
        return {number: at for at, number in enumerate(self.frequent.tolist())}

    def pair(self, first: int, second: int) -> NDArray[np.uint32] | None:
        """Return where one term stands right before another, None when pairs of them are not kept."""
        m, n = self.places_in_pairs.get(first), self.places_in_pairs.get(second)
        if m is None or n is None:
            return None
        at = m * len(self.frequent) + n
        return self.pair_places[int(self.pair_offsets[at]) : int(self.pair_offsets[at + 1])]

    @cached_property
    def texts(self) -> list[str]:
        """Return all terms in order, as texts; made when a search must look through them."""
        return bytes(self.blob).decode("utf-8").split("\n")[:-1]


@dataclass(frozen=True)
class FacetValues:
    """One facet: document n has the values `values[numbers[offsets[n]:offsets[n + 1]]]`, each once."""

    values: tuple[str, ...]
    offsets: Ints
    numbers: NDArray[np.int32]


@cache
def _year_starts() -> Ints:
    return np.array([date(year, 1, 1).toordinal() for year in range(1, OTHER_YEAR)], np.int64)


@dataclass(frozen=True)
class SegmentArrays:
    """All of one segment; days are proleptic ordinals, 0 for none."""

    article_ids: Ints
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    added: NDArray[np.int32]
    fields: dict[str, FieldArrays]
    facets: dict[FacetName, FacetValues]

    def __len__(self) -> int:
        return len(self.article_ids)

    @cached_property
    def years(self) -> NDArray[np.uint16]:
        """Return the year in which all possible days of each document lie, 0 when it is undated, `OTHER_YEAR` when it is not sure."""
        first, last = (days.clip(1, date.max.toordinal()) for days in (self.first, self.last))
        starts = _year_starts()
        year = np.searchsorted(starts, first, side="right")
        whole = (year == np.searchsorted(starts, last, side="right")) & (self.first > 1) & (self.last < date.max.toordinal())
        return np.where(self.first == 0, 0, np.where(whole, year, OTHER_YEAR)).astype(np.uint16)

    def named(self) -> dict[str, Array]:
        """Return the arrays by the names under which a file keeps them."""
        return dict(self._named())

    def _named(self) -> Iterator[tuple[str, Array]]:
        for part in ("article_ids", "first", "last", "added"):
            yield part, getattr(self, part)
        for name, field in self.fields.items():
            for part in FieldArrays.__dataclass_fields__:
                yield f"field.{name}.{part}", getattr(field, part)
        for facet, held in self.facets.items():
            yield from named_facets(facet, held)


def named_facets(facet: FacetName, held: FacetValues) -> Iterator[tuple[str, Array]]:
    """Give the arrays of a facet by the names under which a file keeps them."""
    yield f"facet.{facet}.values", _packed(facet, held.values)
    yield f"facet.{facet}.offsets", held.offsets
    yield f"facet.{facet}.numbers", held.numbers


def from_named(arrays: Mapping[str, Array]) -> SegmentArrays:
    """Return a segment from the arrays of a file; KeyError when one is missing."""
    fields = {
        name: FieldArrays(**{part: arrays[f"field.{name}.{part}"] for part in FieldArrays.__dataclass_fields__})
        for name in FIELDS
    }
    facets = {
        name: FacetValues(
            _unpacked(name, arrays[f"facet.{name}.values"]),
            arrays[f"facet.{name}.offsets"],
            arrays[f"facet.{name}.numbers"],
        )
        for name in FACET_NAMES
    }
    dates = {name: arrays[name] for name in ("article_ids", "first", "last", "added")}
    return SegmentArrays(**dates, fields=fields, facets=facets)


def _packed(facet: FacetName, values: tuple[str, ...]) -> Array:
    if facet in NUMBERED:
        return np.array([int(value) for value in values], np.int64)
    return np.frombuffer("".join(value.replace("\n", " ") + "\n" for value in values).encode("utf-8", "replace"), np.uint8)


def _unpacked(facet: FacetName, packed: Array) -> tuple[str, ...]:
    if facet in NUMBERED:
        return tuple(map(str, packed.tolist()))
    return tuple(packed.tobytes().decode("utf-8").split("\n")[:-1])
