"""Words that stand together: places shifted and intersected."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.index.segment_arrays import FieldArrays, Ints

SPARSE = 64
"""A word stands often when it takes more than one of so many places."""


def phrase_documents(field: FieldArrays, terms: Sequence[bytes], slop: int) -> Ints:
    """Return the documents of one segment in which the terms stand in order, each at most `slop` places behind the one before.

    A document comes as often as the phrase stands in it.
    """
    places: list[NDArray[np.uint32]] = []
    for term in terms:
        number = field.number_of(term)
        if number is None:
            return np.zeros(0, np.int64)
        places.append(field.places[int(field.place_offsets[number]) : int(field.place_offsets[number + 1])])
    found = _together(places) if slop <= 1 else _loosely(places, slop)
    # The gap between documents keeps a phrase inside one.
    return np.searchsorted(field.begins, found, side="right") - 1


def _together(places: Sequence[NDArray[np.uint32]]) -> Ints:
    """Return where phrases begin; the rarest word goes first, so that little is left for the frequent ones."""
    order = sorted(range(len(places)), key=lambda n: len(places[n]))
    found: Ints = places[order[0]].astype(np.int64) - order[0]
    for n in order[1:]:
        found = _held(found, places[n], n)
    return found


def _held(starts: Ints, places: NDArray[np.uint32], shift: int) -> Ints:
    """Return the starts for which `places` holds a word `shift` further on."""
    if not len(places) or not len(starts):
        return starts[:0]
    starts = starts[starts >= max(0, int(places[0]) - shift)]
    wanted = starts + shift
    span = int(places[-1]) + 1
    if len(starts) > span / SPARSE:
        # Two frequent words: marking all places of one is quicker than searching for each place of the other.
        marked = np.zeros(max(span, int(wanted[-1]) + 1), np.bool_)
        marked[places] = True
        kept: Ints = starts[marked[wanted]]
        return kept
    at = np.minimum(np.searchsorted(places, wanted.astype(np.uint32)), len(places) - 1)
    found: Ints = starts[places[at] == wanted]
    return found


def _loosely(places: Sequence[NDArray[np.uint32]], slop: int) -> Ints:
    """Return where loose phrases end: each word that lies at most `slop` places behind one that ends the phrase before it."""
    ends = places[0].astype(np.int64)
    for following in places[1:]:
        wanted = following.astype(np.int64)
        if not len(ends):
            break
        before = np.searchsorted(ends, wanted) - 1
        near = (before >= 0) & (wanted - ends[np.maximum(before, 0)] <= slop)
        ends = wanted[near]
    return ends
