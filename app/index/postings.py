"""The documents of a word over all segments, put together only in the form that is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.facet_arrays import Mask
from app.index.segment_arrays import MOST_COUNTED, Ints

Piece = tuple[int, NDArray[np.integer], NDArray[np.uint16]]
"""Of one segment: the number of its first document, documents, how often the word stands in each."""
SOUGHT, PREPARED = 32, 16_384
"""To search for one document takes as long as to mark so many that hold a word, and so does all that is done once."""
SPARSE = 16
"""A word is frequent when more than one of so many documents holds it."""


@dataclass(frozen=True)
class Postings:
    """The documents of a term, or of several terms taken as one, with how often it stands in each; deleted ones with them."""

    pieces: Sequence[Piece]
    among: int
    """So many documents there are at all."""

    @cached_property
    def size(self) -> int:
        """Return how many documents hold the term."""
        return sum(len(docs) for _, docs, _ in self.pieces)

    @property
    def frequent(self) -> bool:
        """Return whether the term stands in a good part of all documents."""
        return self.size * SPARSE > self.among

    @cached_property
    def docs(self) -> Ints:
        """Return the documents in order."""
        found = np.empty(self.size, np.int64)
        at = 0
        for base, docs, _ in self.pieces:
            found[at : at + len(docs)] = docs
            if base:
                found[at : at + len(docs)] += base
            at += len(docs)
        return found

    @cached_property
    def counts(self) -> NDArray[np.uint16]:
        """Return how often the term stands in each of its documents."""
        return np.concatenate([counts for _, _, counts in self.pieces]) if self.pieces else np.zeros(0, np.uint16)

    @cached_property
    def spread(self) -> NDArray[np.uint16]:
        """Return how often the term stands in each document of all."""
        return self._spread()

    def _spread(self) -> NDArray[np.uint16]:
        if self.size == self.among:
            return self.counts
        found = np.zeros(self.among, np.uint16)
        # Segment by segment: a query of many frequent words must not hold all their documents, at eight bytes each.
        for base, docs, counts in self.pieces:
            found[base:][docs.astype(np.int64, copy=False)] = counts
        return found

    def some(self, count: int) -> Ints:
        """Return about so many of the documents, spread over all, in order; all where there are not many more."""
        step = max(self.size // max(count, 1), 1)
        found = [docs[::step].astype(np.int64) + base for base, docs, _ in self.pieces]
        return np.concatenate([*found, np.zeros(0, np.int64)])

    def counts_in(self, documents: Ints) -> NDArray[np.uint16]:
        """Return how often the term stands in each of some documents, which are in order."""
        if "spread" in self.__dict__ or PREPARED + len(documents) * SOUGHT > self.size:
            # Frequent words are marked by their table; a query of many others must not keep one for each.
            return (self.spread if self.frequent else self._spread()).take(documents)
        found = np.zeros(len(documents), np.uint16)
        for base, docs, counts in (piece for piece in self.pieces if len(piece[1])):
            low, high = np.searchsorted(documents, (base + int(docs[0]), base + int(docs[-1]) + 1)).tolist()
            wanted = (documents[low:high] - base).astype(docs.dtype)
            at = np.searchsorted(docs, wanted)
            found[low:high] = counts.take(at) * (docs.take(at) == wanted)
        return found

    def mark(self, mask: Mask) -> None:
        """Set the mask for the documents of the term; for a frequent one in the form that tells its scores later."""
        if self.frequent:
            mask |= self.spread != 0
        else:
            mask[self.docs] = True


def as_one(pieces: Sequence[Piece], among: int) -> Postings:
    """Return the postings of several terms, taken as one term that stands wherever one of them does."""
    found = Postings(pieces, among)
    if found.frequent:
        summed = np.bincount(found.docs, weights=found.counts, minlength=among)
        docs = summed.nonzero()[0]
        counts = summed.take(docs)
    else:
        # Document and count in one number: sorted, those of one document lie side by side.
        keys = found.docs << 16
        keys |= found.counts
        keys.sort()
        held = keys >> 16
        heads = np.concatenate(([0], (held[1:] != held[:-1]).nonzero()[0] + 1)) if len(held) else np.zeros(0, np.int64)
        docs = held.take(heads)
        counts = np.add.reduceat(keys & 0xFFFF, heads) if len(heads) else heads
    return Postings([(0, docs, np.minimum(counts, MOST_COUNTED).astype(np.uint16))], among)
