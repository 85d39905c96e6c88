"""A facet the other way round: the documents of each value. The most frequent values keep theirs as bits, to count large results by.

Of a large result only the leading values are shown. They are among the most frequent of all: these are counted one after the other,
64 documents at once, until no other value can have as many.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.building import order_of
from app.index.counts import Counts, nth_largest
from app.index.segment_arrays import Ints

Bits = NDArray[np.uint64]
Mask = NDArray[np.bool_]
WORD = 64
FREQUENT = 128
"""So many values of a facet have bits."""
AT_ONCE = 16
"""So many values are counted before it is looked whether that is enough."""
A_LOOK, PREPARED = 8, 50_000
"""To look whether one document matches takes as long as so many steps of counting, and so does all that is done once."""
PROBED = (0.0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875)
"""Where among the documents of a value it is looked first whether one matches; neighbours match together too often."""


@dataclass(frozen=True)
class ByValue:
    """Value n stands in `documents[starts[n]:starts[n + 1]]`, in order; only documents below `covered`, a multiple of 64, are known."""

    documents: NDArray[np.int32]
    starts: Ints
    covered: int

    @classmethod
    def of(cls, offsets: Ints, numbers: NDArray[np.int32], values: int) -> "ByValue":
        """Return documents by value, from the numbers `numbers[offsets[n]:offsets[n + 1]]` of document n, each below `values`."""
        covered = (len(offsets) - 1) // WORD * WORD
        held = numbers[: int(offsets[covered])]
        documents = np.repeat(np.arange(covered, dtype=np.int32), np.diff(offsets[: covered + 1]))
        starts = np.concatenate(([0], np.cumsum(np.bincount(held, minlength=values))))
        return cls(documents.take(order_of(held.astype(np.uint32), values)), starts, covered)

    def documents_of(self, number: int) -> NDArray[np.int32]:
        """Return the documents of a value; none for one that came later."""
        among = self.starts[number : number + 2].tolist()
        return self.documents[slice(*among)] if len(among) == 2 else self.documents[:0]

    @cached_property
    def _sizes(self) -> Ints:
        return np.diff(self.starts)

    @cached_property
    def _frequent(self) -> tuple[Ints, Ints]:
        """Return the most frequent values, the first being the most frequent, and how many documents have each and the one behind."""
        order = np.argsort(-self._sizes, kind="stable")[: FREQUENT + 1]
        sizes = np.append(self._sizes.take(order), 0)[: FREQUENT + 1]
        return order[:FREQUENT], sizes

    @cached_property
    def _bits(self) -> Bits:
        """Return a row of bits for each frequent value, a bit for each document."""
        numbers = self._frequent[0].tolist()
        found = np.zeros((len(numbers), self.covered // WORD), np.uint64)
        for row, number in zip(found, numbers, strict=True):
            mask = np.zeros(self.covered, np.bool_)
            mask[self.documents_of(number)] = True
            row[:] = as_bits(mask)
        return found

    def work(self, share: float, wanted: int) -> float:
        """Return about how many steps `leading` takes when this share of all documents matches; infinity when it would not end."""
        order, sizes = self._frequent
        if not wanted > 0 or not len(order):
            return float("inf")
        least = share * float(sizes[min(wanted, len(order)) - 1])
        counted = int(np.count_nonzero(sizes >= least)) if wanted < len(order) else len(order)
        if counted > len(order):
            return float("inf")
        if counted == len(self._sizes):
            return counted * self.covered / WORD
        probes = len(PROBED)
        looks = len(self._sizes) * min(1 / share, probes) + len(self.documents) * (1 - share) ** probes
        return counted * self.covered / WORD + A_LOOK * looks + PREPARED

    def leading(self, mask: Mask, bits: Bits, further: Ints, wanted: int) -> Counts | None:
        """Return how many documents of a mask have each of the leading values, and perhaps of others; None when it cannot be told.

        `bits` are those of the mask; `further` is how many documents from `covered` on have each value.
        """
        order, sizes = self._frequent
        highest = int(further.max(initial=0))
        counts = np.zeros(0, np.int64)
        for counted in self._counted(bits[: self.covered // WORD]):
            counts = np.concatenate((counts, counted))
            counts[-len(counted) :] += further.take(order[len(counts) - len(counted) : len(counts)])
            if len(counts) == len(further):
                return Counts(None, counts.take(np.argsort(order)))
            beyond = int(sizes[len(counts)]) + highest
            if wanted <= len(counts) and nth_largest(counts, wanted) > beyond:
                numbers = order[: len(counts)]
                by_number = np.argsort(numbers)
                return Counts(numbers.take(by_number), counts.take(by_number), self._present(mask, further))
        return None

    def _counted(self, bits: Bits) -> Iterator[Ints]:
        """Give how many documents of the bits have each frequent value, some values at once."""
        for at in range(0, len(self._bits), AT_ONCE):
            yield np.bitwise_count(self._bits[at : at + AT_ONCE] & bits).sum(axis=1, dtype=np.int64)

    def _present(self, mask: Mask, further: Ints) -> int:
        """Return how many values any document has: one that matches is found soon where many match."""
        values = (further[: len(self._sizes)] == 0).nonzero()[0]
        values = values[self._sizes.take(values) > 0]
        found = int(np.count_nonzero(further))
        for share in PROBED:
            at = self.starts.take(values) + (self._sizes.take(values) * share).astype(np.int64)
            missed = ~mask.take(self.documents.take(at))
            found += len(values) - int(np.count_nonzero(missed))
            values = values[missed]
        if not len(values):
            return found
        sizes = self._sizes.take(values)
        begins = np.cumsum(sizes) - sizes
        every = np.repeat(self.starts.take(values) - begins, sizes) + np.arange(int(sizes.sum()))
        return found + int(np.count_nonzero(np.logical_or.reduceat(mask.take(self.documents.take(every)), begins)))


def as_bits(mask: Mask) -> Bits:
    """Return a mask as bits, without what is left of it behind the last multiple of 64."""
    return np.packbits(mask[: len(mask) // WORD * WORD]).view(np.uint64)
