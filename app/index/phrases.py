"""Words that stand together: places shifted and intersected."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.index.analysis import BETWEEN_SPEECHES
from app.index.segment_arrays import FieldArrays, Ints

Check = Callable[[], None]
Piece = tuple[int, NDArray[np.uint32]]
"""How far from the phrase's first word something stands, and its places."""
SPARSE = 64
"""A word stands often when it takes more than one of so many places."""


def phrase_documents(field: FieldArrays, terms: Sequence[bytes], slop: int, check: Check) -> NDArray[np.uint32]:
    """Return the documents of one segment in which the terms stand in order, each at most `slop` places behind the one before.

    A document comes as often as the phrase stands in it. `check` is called between pieces of work and may raise to stop.
    """
    numbers = [number for term in terms if (number := field.number_of(term)) is not None]
    if len(numbers) < len(terms):
        return np.zeros(0, np.uint32)
    if slop <= 1:
        found = _together(_pieces(field, numbers), check)
    else:
        between = field.number_of(BETWEEN_SPEECHES.encode())
        ends = _places(field, between) if between is not None else field.places[:0]
        found = _loosely([_places(field, number) for number in numbers], slop, check, ends)
    # The gap between documents keeps a phrase inside one.
    return field.documents_at(found)


def _places(field: FieldArrays, number: int) -> NDArray[np.uint32]:
    return field.places[int(field.place_offsets[number]) : int(field.place_offsets[number + 1])]


def _pieces(field: FieldArrays, numbers: Sequence[int]) -> list[Piece]:
    """Return what must stand together: pairs of frequent words, and each word that is in none."""
    found: list[Piece] = []
    paired: set[int] = set()
    for at, (first, second) in enumerate(pairwise(numbers)):
        pair = field.pair(first, second)
        if pair is not None:
            found.append((at, pair))
            paired |= {at, at + 1}
    return found + [(at, _places(field, number)) for at, number in enumerate(numbers) if at not in paired]


def _together(pieces: Sequence[Piece], check: Check) -> Ints:
    """Return where phrases begin; the rarest piece goes first, so that little is left for the frequent ones."""
    (shift, places), *others = sorted(pieces, key=lambda piece: len(piece[1]))
    found: Ints = places.astype(np.int64) - shift
    for at, following in others:
        check()
        found = held(found, following, at)
    return found


def held(starts: Ints, places: NDArray[np.uint32], shift: int) -> Ints:
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


def _loosely(places: Sequence[NDArray[np.uint32]], slop: int, check: Check, between: NDArray[np.uint32]) -> Ints:
    """Return where loose phrases end: each word that lies at most `slop` places behind one that ends the phrase before it.

    No phrase reaches across one of the places `between`.
    """
    ends = places[0].astype(np.int64)
    for following in places[1:]:
        check()
        wanted = following.astype(np.int64)
        if not len(ends):
            break
        before = np.searchsorted(ends, wanted) - 1
        last = ends[np.maximum(before, 0)]
        near = (before >= 0) & (wanted - last <= slop)
        if len(between):
            near &= np.searchsorted(between, last) == np.searchsorted(between, wanted)
        ends = wanted[near]
    return ends
