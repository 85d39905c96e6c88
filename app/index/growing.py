"""Arrays that become longer with each commit, without copying what is there."""

from dataclasses import dataclass

import numpy as np

from app.index.array_file import Array

SPARE = 8
"""A new array has room for one eighth more."""


@dataclass(frozen=True, slots=True)
class Growing:
    """The first `length` items of a buffer. More is written behind them in place, unless somebody else has written there."""

    buffer: Array
    length: int
    used: list[int]

    @classmethod
    def of(cls, array: Array) -> "Growing":
        """Return an array that is to grow."""
        return cls(array, len(array), [len(array)])

    @property
    def array(self) -> Array:
        """Return the items."""
        return self.buffer[: self.length]

    def with_more(self, more: Array) -> "Growing":
        """Return the items with more behind them."""
        total = self.length + len(more)
        buffer, used = self.buffer, self.used
        if used[0] != self.length or total > len(buffer):
            buffer = np.empty((total + total // SPARE + SPARE, *buffer.shape[1:]), buffer.dtype)
            buffer[: self.length] = self.array
            used = [self.length]
        buffer[self.length : total] = more
        used[0] = total
        return Growing(buffer, total, used)
