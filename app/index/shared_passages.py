"""Where a text and the archive's articles say the same words in the same order.

Words have global places (`segment_arrays`). Where a text repeats an article, the place of a word in the index less its place in the
text is the same number for word after word: a *diagonal*. Of each shingle of the text the three rarest words are looked up in pairs;
where two stand on one diagonal, and most words around them too, is a passage that both share, a changed word notwithstanding.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from app.index.phrases import held
from app.index.segment_arrays import FieldArrays, Ints
from app.index.snapshot import Snapshot

Check = Callable[[], None]

SHINGLE = 6
"""A passage is at least so many words long (specification of rights, "Check my draft")."""
RAREST = 3
"""So many words of each shingle are looked up, two and two."""
REACH = 14
"""Words within which they have to stand."""
MOST_PLACES = 200_000
"""A word that stands more often tells nothing about where a text is from."""
LEAST_SAME = 5
"""So many words within a shingle of each other have to be the same: a shingle with one word changed."""
MOST_WORDS = 1_000_000
"""A longer text is looked at up to here."""
AT_ONCE = 50
"""So many pairs of words are looked up between two looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words `first` to `last` (inclusive) of a text that stand in an article's body from its word `at` on, nearly in the same order."""

    article_id: int
    first: int
    last: int
    at: int
    hits: int


def shared_passages(snapshot: Snapshot, terms: Sequence[str], check: Check) -> list[SharedPassage]:
    """Return the passages that the terms of a text share with bodies of articles; one passage may come in several overlapping parts.

    `check` is called between pieces of work and may raise to stop.
    """
    terms = terms[:MOST_WORDS]
    found: list[SharedPassage] = []
    fields = snapshot.fields("body")
    numbers = [_numbers(field, terms) for field in fields]
    pairs = _pairs(_counts(fields, numbers, len(terms)))
    for base, field, number in zip(snapshot.bases, fields, numbers, strict=False):
        for document, first, last, at, hits in _in_segment(field, pairs, number, check):
            if snapshot.live[base + document]:
                found.append(SharedPassage(int(snapshot.article_ids[base + document]), first, last, at, hits))
    return found


def _numbers(field: FieldArrays, terms: Sequence[str]) -> Ints:
    known = {term: field.number_of(term.encode("utf-8", "replace")) for term in set(terms)}
    return np.array([-1 if (number := known[term]) is None else number for term in terms], np.int64)


def _counts(fields: Sequence[FieldArrays], numbers: Sequence[Ints], length: int) -> Ints:
    """Return how often each word of the text stands in the archive."""
    counts = np.zeros(length, np.int64)
    for field, number in zip(fields, numbers, strict=True):
        if len(field):
            sizes = np.diff(field.place_offsets)
            counts += np.where(number >= 0, sizes.take(np.maximum(number, 0)), 0)
    return counts


def _pairs(counts: Ints) -> list[tuple[int, int]]:
    """Return pairs of places of the text: of each shingle any two of the rarest words. Words the archive lacks count as common."""
    if len(counts) < SHINGLE:
        return []
    common = np.iinfo(np.int64).max
    rarity = np.where((counts == 0) | (counts > MOST_PLACES), common, counts)
    windows = np.lib.stride_tricks.sliding_window_view(rarity, SHINGLE)
    rarest = np.argsort(windows, axis=1, kind="stable")[:, :RAREST] + np.arange(len(windows))[:, None]
    rarest.sort(axis=1)
    pairs = np.concatenate([rarest[:, [one, other]] for one, other in combinations(range(RAREST), 2)])
    pairs = pairs[(rarity[pairs] < common).all(axis=1)]
    return [(one, other) for one, other in np.unique(pairs, axis=0).tolist()]


def _in_segment(
    field: FieldArrays, pairs: Sequence[tuple[int, int]], numbers: Ints, check: Check
) -> list[tuple[int, int, int, int, int]]:
    """Return document, first and last word of the text, the first one's place in the document, and the hits of each shared passage."""
    met: set[tuple[int, int]] = set()
    for at, (one, other) in enumerate(pairs):
        if at % AT_ONCE == 0:
            check()
        met |= {(diagonal, place) for diagonal in _met(field, numbers, one, other) for place in (one, other)}
    passages: list[tuple[int, int, int, int, int]] = []
    for diagonal, first, last, hits in _runs(sorted(met)):
        document = int(field.documents_at(np.array([diagonal + first]))[0])
        passages.append((document, first, last, diagonal + first - int(field.begins[document]), hits))
    return passages


def _met(field: FieldArrays, numbers: Ints, one: int, other: int) -> list[int]:
    """Return the diagonals on which two words of the text stand, and most of the words around them."""
    if numbers[one] < 0 or numbers[other] < 0:
        return []
    mine, theirs = _places(field, int(numbers[one])), _places(field, int(numbers[other]))
    if len(mine) <= len(theirs):
        diagonals = held(mine.astype(np.int64), theirs, other - one) - one
    else:
        diagonals = held(theirs.astype(np.int64), mine, one - other) - other
    return [diagonal for diagonal in diagonals.tolist() if _is_shared(field, numbers, one, other, diagonal)]


def _places(field: FieldArrays, number: int) -> NDArray[np.uint32]:
    return field.places[int(field.place_offsets[number]) : int(field.place_offsets[number + 1])]


def _is_shared(field: FieldArrays, numbers: Ints, one: int, other: int, diagonal: int) -> bool:
    """Return whether most words around a pair stand on its diagonal, frequent ones too: what two rare words alone share is chance."""
    around = range(max(other - SHINGLE + 1, 0), min(one + SHINGLE, len(numbers)))
    misses = len(around) - LEAST_SAME
    for place in around:
        misses -= not _stands(field, int(numbers[place]), place + diagonal)
        if misses < 0:
            return False
    return True


def _stands(field: FieldArrays, number: int, place: int) -> bool:
    if number < 0:
        return False
    low, high = int(field.place_offsets[number]), int(field.place_offsets[number + 1])
    # One place is found sooner by halving than by numpy, which first makes an array of it.
    at = bisect_left(field.places.data, place, low, high)
    return at < high and int(field.places[at]) == place


def _runs(met: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Return diagonal, first word, last word and hits of each run of words near each other on one diagonal."""
    runs: list[tuple[int, int, int, int]] = []
    for diagonal, place in met:
        if runs and runs[-1][0] == diagonal and place - runs[-1][2] <= REACH:
            _, first, _, hits = runs[-1]
            runs[-1] = (diagonal, first, place, hits + 1)
        else:
            runs.append((diagonal, place, place, 1))
    return runs
