"""One facet as arrays: which values each document has, made for counting them over many documents at once.

Document n has the values `numbers[offsets[n]:offsets[n + 1]]`. Counting is a `bincount` of the rows of the documents that match; where
few match, or most, it goes other ways. A commit extends the arrays instead of making them again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.array_file import Array
from app.index.counts import Counts
from app.index.growing import Growing
from app.index.segment_arrays import FacetValues, Ints

Mask = NDArray[np.bool_]
Rows = tuple[NDArray[np.int32], Ints, NDArray[np.int32]]
"""A row of values for each document; documents and numbers of the values that no row has place for."""
MOST_COLUMNS, REACH = 8, 0.02
FEW, MOST = 8, 0.55
"""Where there are so many times as many values as entries that match, or such a share of all documents matches, counting goes other ways."""
FREE = 32
"""Entries below this are free places of a row. They take turns: adding to one and the same counter again and again is slow."""


@dataclass(frozen=True)
class Matching:
    """The live documents that match; what is counted for all facets is made once."""

    mask: Mask
    live: Mask

    @cached_property
    def documents(self) -> Ints:
        """Return the documents in order."""
        return self.mask.nonzero()[0]

    @cached_property
    def mostly(self) -> bool:
        """Return whether it is quicker to count the documents that do not match."""
        return len(self.documents) > MOST * len(self.live)

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
        if "_rows" in self.__dict__:
            made.__dict__["_rows"] = self._extended_rows(made, numbers, sizes)
        if "totals" in self.__dict__:
            made.__dict__["totals"] = self._moved_totals(made)
        return made

    def _grown(self, name: str, array: Array) -> Growing:
        return self._growing.setdefault(name, Growing.of(array))

    def _extended_rows(self, made: "FacetArrays", numbers: NDArray[np.int32], sizes: Ints) -> Rows:
        old, documents, left = self._rows
        begins = np.cumsum(sizes) - sizes
        rows, further, rest = _as_rows(numbers, sizes, begins, old.shape[1])
        made._growing["rows"] = self._grown("rows", old).with_more(rows)
        return made._growing["rows"].array, np.concatenate((documents, further + len(old))), np.concatenate((left, rest))

    def _moved_totals(self, made: "FacetArrays") -> Ints:
        """Return the totals with the new documents, and without those that have been deleted since."""
        known = len(self.live)
        totals = np.zeros(len(made.values), np.int64)
        totals[: len(self.totals)] = self.totals
        totals += made._counted(made.live[known:].nonzero()[0] + known)
        return totals - made._counted((self.live & ~made.live[:known]).nonzero()[0])

    @cached_property
    def documents(self) -> Ints:
        """Return the document of each entry."""
        return np.repeat(np.arange(len(self.live)), np.diff(self.offsets))

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
        return _as_rows(self.numbers, sizes, self.offsets[:-1], width)

    @cached_property
    def totals(self) -> Ints:
        """Return how many live documents have each value."""
        return self._counted(np.flatnonzero(self.live))

    @cached_property
    def _by_value(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.numbers, kind="stable")
        sizes = np.bincount(self.numbers, minlength=len(self.values))
        return self.documents[order], np.concatenate(([0], np.cumsum(sizes)))

    def documents_of(self, number: int) -> Ints:
        """Return the documents that have a value."""
        documents, starts = self._by_value
        return documents[int(starts[number]) : int(starts[number + 1])]

    def counts(self, matching: Matching) -> Counts:
        """Return how many matching documents have each value."""
        if len(matching.documents) * self._rows[0].shape[1] * FEW < len(self.values):
            return self._sorted_counts(matching.documents)
        if matching.mostly:
            return Counts(None, self.totals - self._counted(matching.rest))
        return Counts(None, self._counted(matching.documents))

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

    def _standing(self, matching: Ints) -> NDArray[np.int32]:
        """Return all values of some documents, each `FREE` more than its number, and free places."""
        rows, documents, numbers = self._rows
        standing = rows.take(matching, axis=0).ravel()
        if not len(documents):
            return standing
        mask = np.zeros(len(self.live), np.bool_)
        mask[matching] = True
        return np.concatenate((standing, numbers[mask[documents]] + np.int32(FREE)))

    def _counted(self, matching: Ints) -> Ints:
        return np.bincount(self._standing(matching), minlength=len(self.values) + FREE)[FREE:]


def _as_rows(numbers: NDArray[np.int32], sizes: Ints, begins: Ints, width: int) -> Rows:
    documents = np.repeat(np.arange(len(sizes)), sizes)
    nth = np.arange(len(numbers)) - np.repeat(begins, sizes)
    rest = nth >= width
    rows = (np.arange(len(sizes) * width, dtype=np.int32) % FREE).reshape(-1, width)
    rows[documents[~rest], nth[~rest]] = numbers[~rest] + FREE
    return rows, documents[rest], numbers[rest]


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
