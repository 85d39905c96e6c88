"""Which documents of a large result can be among the best, so that only they are scored, or put in order, to the end.

A word can add only so much to a score, however often it stands in a text. Some documents are scored first; words that cannot reach what
the best of them have, not even all together, need not be looked at: the best hold another one (as in "MaxScore", H. Turtle and J. Flood,
Query evaluation: strategies and optimizations, 1995).
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from app.index.counts import nth_largest
from app.index.facet_arrays import Mask, Matching
from app.index.snapshot import Scored, Snapshot

FROM_DOCUMENTS, FROM_POSTINGS = 16_384, 49_152
"""Of a smaller result, or where its words have fewer postings, all documents are looked at."""
SAMPLED, TRIED = 1_024, 16
"""So many documents are scored first; so many times as many are looked at for some that match."""
WORTH = 4
"""It is worth the trouble when no more than one of so many documents can be among the best."""
ROUNDING = 1e-9
Parts = Callable[[], Iterable[Scored]]
"""Gives what counts for the score, each time that it is asked; it may raise to stop."""


def by_score(snapshot: Snapshot, parts: Parts, matching: Matching, wanted: int) -> Mask | None:
    """Return matching documents with the `wanted` best scores for all parts among them, with all that tie; None when it is not worth it."""
    if sum(part.postings.size for part in parts()) < FROM_POSTINGS:
        return None
    least = _reached(snapshot, parts, matching.mask, wanted)
    needed = _needed(snapshot, parts, least * (1 - ROUNDING))
    if sum(part.postings.size for part in needed if part.only is None) > matching.size:
        return None
    found = np.zeros(len(matching.mask), np.bool_)
    for part in needed:
        if part.only is None:
            part.postings.mark(found)
        else:
            found |= part.only
    found &= matching.mask
    return found if np.count_nonzero(found) * WORTH <= matching.size else None


def _reached(snapshot: Snapshot, parts: Parts, mask: Mask, wanted: int) -> float:
    """Return a score that the `wanted` best reach: what so many of some documents have that hold the words of most weight."""
    some = np.zeros(len(mask), np.bool_)
    left = max(SAMPLED, 2 * wanted)
    for part in sorted(parts(), key=snapshot.most, reverse=True):
        docs = part.postings.some(left * TRIED) if part.only is None else part.only.nonzero()[0]
        docs = docs[mask.take(docs)]
        docs = docs[:: max(len(docs) // left, 1)]
        some[docs] = True
        left -= len(docs)
        if left <= 0:
            break
    documents = some.nonzero()[0]
    return float(nth_largest(snapshot.summed(parts(), some, documents), wanted)) if len(documents) >= wanted else 0.0


def _needed(snapshot: Snapshot, parts: Parts, least: float) -> list[Scored]:
    """Return parts of which each document with this score holds at least one; as few documents as can be hold them."""
    needed: list[Scored] = []
    passed = 0.0
    for part in sorted(parts(), key=lambda part: part.postings.size, reverse=True):
        most = snapshot.most(part)
        if passed + most < least:
            passed += most
        else:
            needed.append(part)
    return needed


def by_order(order: NDArray[np.int32], matching: Matching, wanted: int) -> Mask | None:
    """Return matching documents with the `wanted` largest of some numbers among them, with all that tie; None when it is not worth it."""
    step = max(len(order) // (SAMPLED * 4), 1)
    sample = order[::step][matching.mask[::step]]
    few = 2 * wanted * len(sample) // matching.size + 8
    if few > len(sample):
        return None
    found = (order >= nth_largest(sample, few)) & matching.mask
    return found if wanted <= np.count_nonzero(found) <= matching.size // WORTH else None
