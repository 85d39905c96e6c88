"""Two frequent words side by side, kept as postings of their own: the phrases that would cost most are the cheapest.

The most frequent words of a field are few but take a large part of its places. Where two of them stand together, the place of the
first is kept by pair; a phrase of them then needs no place of either.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Places = NDArray[np.uint32]
Keys = NDArray[np.uint64]

FREQUENT = 64
FROM_PLACES = 50_000
"""A field with fewer words has no pairs: its phrases are quick without."""
NONE = 255
"""The number of a word that is not frequent."""
AT_ONCE = 4_000_000
"""So many places are looked at together, which bounds the memory."""


def frequent_terms(sizes: Ints) -> NDArray[np.uint32]:
    """Return the numbers of the most frequent terms in ascending order, by how many places each takes; none in a small field."""
    if int(sizes.sum()) < FROM_PLACES:
        return np.zeros(0, np.uint32)
    return np.sort(np.argsort(-sizes, kind="stable")[:FREQUENT]).astype(np.uint32)


def pairs_in(words: NDArray[np.uint32], standing: Places, frequent: Ints) -> tuple[Ints, Places]:
    """Return where the places of each pair begin and end, and all places, pair by pair, from a text's words and where they stand.

    `frequent` are the numbers of the words of which pairs are kept, ascending.
    """
    count = len(frequent)
    if not count:
        return np.zeros(1, np.int64), np.zeros(0, np.uint32)
    numbers = np.full(int(words.max()) + 1, NONE, np.uint8)
    numbers[frequent] = np.arange(count)
    held = numbers.take(words)
    kept = held < NONE
    at = (kept[:-1] & kept[1:] & (standing[1:] - standing[:-1] == 1)).nonzero()[0]
    pairs = held.take(at).astype(np.uint16) * np.uint16(count) + held.take(at + 1)
    offsets = np.zeros(count * count + 1, np.int64)
    np.cumsum(np.bincount(pairs, minlength=count * count), out=offsets[1:])
    return offsets, standing.take(at.take(pairs.argsort(kind="stable")))


def pair_keys(words: Sequence[Places]) -> Keys:
    """Return where frequent words stand side by side: the number of the pair in the high half, the place of the first in the low.

    `words` are the places of each frequent word in order; the pair of words m and n has the number m * len(words) + n.
    """
    end = max((int(places[-1]) for places in words if len(places)), default=-1) + 1
    found = [np.zeros(0, np.uint64)]
    for low in range(0, end, AT_ONCE):
        found.append(_keys_between(words, low, low + AT_ONCE))
    return np.concatenate(found)


def _keys_between(words: Sequence[Places], low: int, high: int) -> Keys:
    parts = []
    for number, places in enumerate(words):
        # One place beyond the end: the second word of the last pair.
        first, last = np.searchsorted(places, [low, high + 1])
        parts.append((places[first:last].astype(np.uint64) << np.uint64(8)) | np.uint64(number))
    standing = np.sort(np.concatenate(parts))
    places, numbers = standing >> np.uint64(8), standing & np.uint64(255)
    at = np.flatnonzero((places[1:] == places[:-1] + np.uint64(1)) & (places[:-1] < np.uint64(high)))
    return ((numbers[at] * np.uint64(len(words)) + numbers[at + 1]) << np.uint64(32)) | places[at]


def by_pair(keys: Keys, words: int) -> tuple[Ints, Places]:
    """Return where the places of each pair begin and end, and all places, pair by pair."""
    keys = np.sort(keys)
    offsets = np.zeros(words * words + 1, np.int64)
    np.cumsum(np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=words * words), out=offsets[1:])
    return offsets, keys.astype(np.uint32)
