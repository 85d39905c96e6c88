"""One facet as arrays: which values each document has, made for counting them over many documents at once.

Document n has the values `numbers[offsets[n]:offsets[n + 1]]`. Counting is a `bincount` of the rows of the documents that match; where
few match, or many, it goes other ways. A commit extends the arrays instead of making them again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.array_file import Array
from app.index.by_value import Bits, ByValue, as_bits
from app.index.counts import Counts
from app.index.growing import Growing
from app.index.segment_arrays import FacetValues, Ints

Mask = NDArray[np.bool_]
Blocks = tuple[NDArray[np.unsignedinteger], ...]
"""Rows of values, one for each document, cut into blocks of 8, 4, 2 or 1 columns: numpy takes items of such sizes several times as fast."""
Rows = tuple[Blocks, Ints, NDArray[np.int32]]
"""The values of each document; documents and numbers of the values that no row has place for."""
MOST_COLUMNS, REACH = 8, 0.02
SMALL = 2**16
"""Rows of fewer values have numbers of two bytes."""
FEW, MOST = 8, 0.55
"""Where there are so many times as many values as entries that match, or such a share of all documents matches, counting goes other ways."""
MANY = 50_000
"""With fewer entries that match, each is counted; with more, when that takes fewer steps than the other way."""
NEW = 8
"""Documents by value are made again when more than one of so many has come since."""
FREE = 32
"""Entries below this are free places of a row. They take turns: adding to one and the same counter again and again is slow."""


@dataclass(frozen=True)
class Matching:
    """The live documents that match; what is counted for all facets is made once."""

    mask: Mask
    live: Mask

    @cached_property
    def size(self) -> int:
        """Return how many documents match."""
        return int(np.count_nonzero(self.mask))

    @cached_property
    def documents(self) -> Ints:
        """Return the documents in order."""
        return self.mask.nonzero()[0]

    @cached_property
    def bits(self) -> Bits:
        """Return the mask as bits."""
        return as_bits(self.mask)

    @cached_property
    def mostly(self) -> bool:
        """Return whether it is quicker to count the documents that do not match."""
        return self.size > MOST * len(self.live)

    @cached_property
    def rest(self) -> Ints:
        """Return the live documents that do not match."""
        return (self.live > self.mask).nonzero()[0]


@dataclass(frozen=True)
class FacetArrays:
    """One facet of one state of the index."""

    values: tuple[str, ...]
    offsets: Ints
    numbers: NDArray[np.int32]
    live: Mask
    _growing: dict[str, Growing] = field(default_factory=dict)

    def extended(self, parts: Sequence[FacetValues], live: Mask) -> "FacetArrays":
        """Return the facet with further documents behind its own, `live` being those of all.

        What has been made for counting is carried over: a commit of one article must not cost what the whole archive costs.
        """
        number_of = dict(self.number_of)
        more = [
            np.array([number_of.setdefault(v, len(number_of)) for v in part.values], np.int32)[part.numbers]
            for part in parts
            if part.values
        ]
        numbers = np.concatenate([*more, np.zeros(0, np.int32)])
        sizes = np.concatenate([*(np.diff(part.offsets) for part in parts), np.zeros(0, np.int64)])
        grown = {
            "offsets": self._grown("offsets", self.offsets).with_more(self.offsets[-1] + np.cumsum(sizes)),
            "numbers": self._grown("numbers", self.numbers).with_more(numbers),
        }
        values = tuple(number_of) if len(number_of) > len(self.values) else self.values
        made = FacetArrays(values, grown["offsets"].array, grown["numbers"].array, live, grown)
        made.__dict__["number_of"] = number_of
        if "_rows" in self.__dict__ and self._rows[0][0].dtype == made._number:
            made.__dict__["_rows"] = self._extended_rows(made, numbers, sizes)
        by_value: ByValue | None = self.__dict__.get("_by_value")
        if by_value is not None and (len(live) - by_value.covered) * NEW < len(live):
            made.__dict__["_by_value"] = by_value
        if "totals" in self.__dict__:
            made.__dict__["totals"] = self._moved_totals(made)
        return made

    def _grown(self, name: str, array: Array) -> Growing:
        return self._growing.setdefault(name, Growing.of(array))

    def _extended_rows(self, made: "FacetArrays", numbers: NDArray[np.int32], sizes: Ints) -> Rows:
        old, documents, left = self._rows
        begins = np.cumsum(sizes) - sizes
        blocks, further, rest = _as_rows(numbers, sizes, begins, self._width, made._number)
        for name, before, block in zip("abcd", old, blocks, strict=False):
            made._growing[name] = self._grown(name, before).with_more(block)
        grown = tuple(made._growing[name].array for name, _ in zip("abcd", old, strict=False))
        return grown, np.concatenate((documents, further + len(self.live))), np.concatenate((left, rest))

    def _moved_totals(self, made: "FacetArrays") -> Ints:
        """Return the totals with the new documents, and without those that have been deleted since."""
        known = len(self.live)
        totals = np.zeros(len(made.values), np.int64)
        totals[: len(self.totals)] = self.totals
        totals += made._counted(made.live[known:].nonzero()[0] + known)
        return totals - made._counted((self.live & ~made.live[:known]).nonzero()[0])

    @cached_property
    def documents(self) -> NDArray[np.int32]:
        """Return the document of each entry."""
        return np.repeat(np.arange(len(self.live), dtype=np.int32), np.diff(self.offsets))

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Return the number of each value."""
        return {value: number for number, value in enumerate(self.values)}

    @cached_property
    def _rows(self) -> Rows:
        """Return a row of values for each document, `FREE` more than their numbers; then what is left over.

        Rows are as long as most of the documents that have any value at all reach; an article with thousands of names does not
        make thousands of columns.
        """
        sizes = np.diff(self.offsets)
        width = 1
        while width < MOST_COLUMNS and (sizes > width).sum() > REACH * np.count_nonzero(sizes):
            width += 1
        return _as_rows(self.numbers, sizes, self.offsets[:-1], width, self._number)

    @property
    def _number(self) -> "np.dtype[np.unsignedinteger]":
        return np.dtype(np.uint16 if len(self.values) + FREE <= SMALL else np.uint32)

    @cached_property
    def _width(self) -> int:
        return sum(block.shape[1] for block in self._rows[0])

    @cached_property
    def totals(self) -> Ints:
        """Return how many live documents have each value."""
        return self._counted(np.flatnonzero(self.live))

    @cached_property
    def _by_value(self) -> ByValue:
        return ByValue.of(self.offsets, self.numbers, len(self.values))

    def documents_of(self, number: int) -> NDArray[np.int32]:
        """Return the documents that have a value."""
        known = self._by_value.documents_of(number)
        covered = self._by_value.covered
        at = (self.numbers[int(self.offsets[covered]) :] == number).nonzero()[0] + self.offsets[covered]
        return np.append(known, np.searchsorted(self.offsets, at, side="right") - 1) if len(at) else known

    def counts(self, matching: Matching, leading: int = 0) -> Counts:
        """Return how many matching documents have each value; only the leading ones, so many at least, where that is asked for."""
        entries = matching.size * self._width
        if entries * FEW < len(self.values):
            return self._sorted_counts(matching.documents)
        if leading and (found := self._leading(matching, leading)):
            return found
        if matching.mostly:
            return Counts(None, self.totals - self._counted(matching.rest))
        return Counts(None, self._counted(matching.documents))

    def _leading(self, matching: Matching, wanted: int) -> Counts | None:
        """Return the counts of the leading values, None when that takes more steps than there are entries to count."""
        counted = (len(self.live) - matching.size if matching.mostly else matching.size) * self._width
        if counted <= MANY or self._by_value.work(matching.size / len(self.live), wanted) > counted:
            return None
        by_value = self._by_value
        further = self._counted(matching.mask[by_value.covered :].nonzero()[0] + by_value.covered)
        return by_value.leading(matching.mask, matching.bits, further, wanted)

    def _sorted_counts(self, matching: Ints) -> Counts:
        """Return the counts of few documents: their values are sorted, no table of all values is made."""
        standing = self._standing(matching)
        standing.sort()
        standing = standing[np.searchsorted(standing, FREE) :]
        if not len(standing):
            return Counts(np.zeros(0, np.int64), np.zeros(0, np.int64))
        ends = np.append((standing[1:] != standing[:-1]).nonzero()[0], len(standing) - 1)
        counts = ends.copy()
        counts[1:] -= ends[:-1]
        counts[0] += 1
        return Counts(standing.take(ends).astype(np.int64) - FREE, counts)

    def _standing(self, matching: Ints) -> NDArray[np.integer]:
        """Return all values of some documents, each `FREE` more than its number, and free places."""
        blocks, documents, numbers = self._rows
        if len(blocks) == 1 and not len(documents):
            return blocks[0].take(matching, axis=0).ravel()
        standing: list[NDArray[np.integer]] = [block.take(matching, axis=0).ravel() for block in blocks]
        if len(documents):
            mask = np.zeros(len(self.live), np.bool_)
            mask[matching] = True
            standing.append(numbers[mask[documents]] + np.int32(FREE))
        return np.concatenate(standing)

    def _counted(self, matching: Ints) -> Ints:
        return np.bincount(self._standing(matching), minlength=len(self.values) + FREE)[FREE:]


def _as_rows(
    numbers: NDArray[np.int32], sizes: Ints, begins: Ints, width: int, number: "np.dtype[np.unsignedinteger]"
) -> Rows:  # fmt: skip
    documents = np.repeat(np.arange(len(sizes)), sizes)
    nth = np.arange(len(numbers)) - np.repeat(begins, sizes)
    rest = nth >= width
    rows = (np.arange(len(sizes) * width) % FREE).astype(number).reshape(-1, width)
    rows[documents[~rest], nth[~rest]] = numbers[~rest] + FREE
    widths = [columns for columns in (8, 4, 2, 1) if width & columns]
    ends = np.cumsum(widths).tolist()
    blocks = tuple(rows[:, end - columns : end].copy() for columns, end in zip(widths, ends, strict=True))
    return blocks, documents[rest], numbers[rest]


def joined(parts: Sequence[FacetValues], live: Mask) -> FacetArrays:
    """Return a facet over several segments, its values numbered through."""
    numbers: dict[str, int] = {}
    mapped = [
        np.array([numbers.setdefault(v, len(numbers)) for v in part.values], np.int32)[part.numbers]
        for part in parts
        if part.values
    ]
    sizes = [np.diff(part.offsets) for part in parts]
    offsets = np.concatenate(([0], np.cumsum(np.concatenate(sizes)))) if sizes else np.zeros(1, np.int64)
    held = np.concatenate(mapped) if mapped else np.zeros(0, np.int32)
    return FacetArrays(tuple(numbers), offsets, held, live)
