"""To which medium, or which purpose, each amount of a sentence belongs: "100 words online and 250 in print".

Parts between commas and "and" hold a name and its amounts; where they do not, names and amounts that take turns belong together.
What takes no turns is in doubt, and belongs nowhere.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

import regex as re

Place = tuple[int, int]
Named = tuple[int, int, str]
JOINED = re.compile(
    r"[,;،、，:]|\b(?:and|und|et|y|e|en|i|и|і|й|та|og|och|ja|ve|és|și|şi|και|un|ir|a|oraz|sowie|או|ו|و|및|и)\b|以及|および|及",
    re.IGNORECASE,
)
"""What parts one rule from the next inside a sentence."""


def owners(text: str, amounts: Sequence[Place], named: Sequence[Named]) -> dict[int, str]:
    """Return the name to which the amounts belong, by the start of each; an amount in doubt, or of no name, is left out."""
    items = sorted([(*place, None) for place in amounts] + list(named), key=lambda item: item[:2])
    found = _by_parts(text, items)
    return _by_turns(items) if found is None else found


def _by_parts(text: str, items: Sequence[tuple[int, int, str | None]]) -> dict[int, str] | None:
    """Return the owners by the parts of the sentence; None where a part names two, or has a name and no amount."""
    parts: list[list[tuple[int, int, str | None]]] = [list(items[:1])]
    for one, other in pairwise(items):
        if JOINED.search(text, one[1], other[0]):
            parts.append([])
        parts[-1].append(other)
    found: dict[int, str] = {}
    for part in parts:
        names = {name for _, _, name in part if name}
        amounts = [start for start, _, name in part if name is None]
        if len(names) > 1 or (names and not amounts):
            return None
        found |= {start: name for name in names for start in amounts}
    return found


def _by_turns(items: Sequence[tuple[int, int, str | None]]) -> dict[int, str]:
    runs = [(is_amount, list(run)) for is_amount, run in groupby(items, key=lambda item: item[2] is None)]
    if len(runs) < 2 or len(runs) % 2:
        return {}
    found: dict[int, str] = {}
    for first, second in zip(runs[::2], runs[1::2], strict=True):
        (_, amounts), (_, names) = sorted((first, second), key=lambda run: not run[0])
        distinct = {name for _, _, name in names if name}
        if len(distinct) == 1:
            found |= {start: distinct.copy().pop() for start, _, _ in amounts}
    return found
