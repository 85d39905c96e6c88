"""Which terms of a field a pattern or a misspelt word means."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.index.segment_arrays import FieldArrays, Ints

Check = Callable[[], None]
"""Called between pieces of work; it may raise to stop."""
AT_ONCE = 50_000
"""So many terms are compared before a search looks whether it is to stop."""


def like(field: FieldArrays, pattern: str, check: Check) -> Ints:
    """Return the numbers of the terms of a pattern in which `*` is any letters and `?` is one."""
    signs = {"*": r"[^\n]*", "?": r"[^\n]"}
    beginning = re.split(r"[*?]", pattern)[0].encode("utf-8", "replace")
    wanted = re.compile("^" + "".join(signs.get(sign) or re.escape(sign) for sign in pattern) + "$", re.MULTILINE)
    # Only terms that begin as the pattern does are looked at, many in one text.
    found = [np.zeros(0, np.int64)]
    for among in _pieces(field.beginning_with(beginning)):
        check()
        low, high = int(field.starts[among[0]]), int(field.starts[among[-1] + 1])
        text = bytes(field.blob[low:high]).decode()
        places = [match.start() for match in wanted.finditer(text)]
        if len(text) < high - low:
            places = _as_bytes(text, places)
        found.append(np.searchsorted(field.starts, np.array(places, np.int64) + low))
    return np.concatenate(found)


def _pieces(among: range) -> Iterable[range]:
    return (among[at : at + AT_ONCE] for at in range(0, len(among), AT_ONCE))


def _as_bytes(text: str, places: list[int]) -> list[int]:
    """Return ascending places in a text as places in its UTF-8."""
    sizes = np.fromiter((len(text[low:high].encode()) for low, high in pairwise((0, *places))), np.int64, len(places))
    found: list[int] = np.cumsum(sizes).tolist()
    return found


def near(field: FieldArrays, word: str, distance: int, check: Check) -> Ints:
    """Return the numbers of the terms that are at most `distance` slips away from `word`."""
    found = [np.zeros(0, np.int64)]
    for among in _pieces(range(len(field))):
        check()
        texts = field.texts[among.start : among.stop]
        slips = process.cdist([word], texts, scorer=OSA.distance, score_cutoff=distance, dtype=np.uint8)[0]
        found.append(np.flatnonzero(slips <= distance) + among.start)
    return np.concatenate(found)
