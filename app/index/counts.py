"""How many documents have each value of a facet, and which values most documents have."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.segment_arrays import Ints

ROUNDS = 64
"""Of so many counts the largest stands for all of them when it is guessed what the most frequent values have."""


@dataclass(frozen=True)
class Counts:
    """`counts` of the values with these `numbers`, ascending; None stands for all values in order.

    `known` is how many values any document has, where only some of them were counted.
    """

    numbers: Ints | None
    counts: Ints
    known: int | None = None

    @cached_property
    def size(self) -> int:
        """Return how many values any document has."""
        return int(np.count_nonzero(self.counts)) if self.known is None else self.known

    def of(self, number: int) -> int:
        """Return how many documents have a value; 0 for a number below 0."""
        at = number if self.numbers is None else int(np.searchsorted(self.numbers, number))
        known = 0 <= at < len(self.counts) and (self.numbers is None or self.numbers[at] == number)
        return int(self.counts[at]) if known else 0

    def among(self, numbers: frozenset[int]) -> "Counts":
        """Return the counts of these values only."""
        wanted = np.array(sorted(numbers), np.int64)
        if self.numbers is None:
            return Counts(wanted, self.counts.take(wanted))
        kept = np.isin(self.numbers, wanted)
        return Counts(self.numbers[kept], self.counts[kept])

    def leading(self, limit: int) -> tuple[list[int], list[int]]:
        """Return numbers and counts of the `limit` most frequent values, and of all that are as frequent as the last of them."""
        at = (self.counts >= max(self._guess(limit), 1)).nonzero()[0]
        found = self.counts.take(at)
        if 0 < limit < len(found):
            best = (found >= nth_largest(found, limit)).nonzero()[0]
            at, found = at.take(best), found.take(best)
        return (at if self.numbers is None else self.numbers.take(at)).tolist(), found.tolist()

    def _guess(self, limit: int) -> float:
        """Return a count that at least `limit` values reach, 0 when there are not many.

        Each of `limit` largest counts of different groups is reached by a value of its own. Neighbours are in different groups, as frequent values
        have been met, and numbered, early.
        """
        groups = len(self.counts) // ROUNDS
        if limit < 1 or groups <= limit:
            return 0
        return nth_largest(self.counts[: groups * ROUNDS].reshape(ROUNDS, groups).max(axis=0), limit)


def nth_largest(numbers: NDArray[np.number], nth: int) -> float:
    """Return the nth largest of some numbers."""
    ordered = numbers.copy()
    ordered.partition(len(numbers) - nth)
    return float(ordered[len(numbers) - nth])
