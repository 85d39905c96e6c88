"""Passages of a draft compared word by word with the article they are from: the same, cut, added to, or altered."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from app.base.spans import Span
from app.index import SHINGLE, SharedPassage
from app.workflows.draft_passages import CUT, INSERTION, Change, Repeated, Side, tidy
from app.workflows.draft_pieces import over_cuts

MARGIN = 8
"""Words around what the index found in which a passage may begin and end."""
BRIDGE = 3
"""So many words in a row may be altered inside a passage."""
ALIKE = 0.6
"""A passage of which less is the same is another text."""


def repeated(draft: Side, article: Side, parts: Iterable[SharedPassage]) -> tuple[Repeated, ...]:
    """Return the passages of at least six of the article's words that a draft repeats, in the draft's order.

    A word of the draft belongs to one passage, the longer one; what is left of the other may still be one.
    """
    runs = [run for first, last, at in _grouped(parts) for run in _compared(draft, article, first, last, at)]
    best: list[Repeated] = []
    taken: set[int] = set()
    for run in sorted(runs, key=lambda each: (-_same(each), each[0])):
        free = _to_marks(draft, article, _free(run, taken), taken)
        passage = _made(draft, article, free) if free else None
        if passage is not None:
            best.append(passage)
            taken.update(range(free[0][0], free[-1][0] + free[-1][2]))
    return tuple(over_cuts(draft, article, best))


def _same(run: "Sequence[Block]") -> int:
    return sum(size for _, _, size in run)


def _free(run: "Sequence[Block]", taken: "set[int]") -> "list[Block]":
    """Return the longest part of a run in which no word of the draft is taken."""
    parts: list[list[Block]] = [[]]
    before = run[0][0]
    for first, at, size in run:
        if any(word in taken for word in range(before, first)):
            parts.append([])
        start = first
        for word in range(first, first + size + 1):
            if word == first + size or word in taken:
                if word > start:
                    parts[-1].append((start, at + start - first, word - start))
                if word < first + size:
                    parts.append([])
                start = word + 1
        before = first + size
    return max(parts, key=_same)


def _grouped(parts: Iterable[SharedPassage]) -> list[tuple[int, int, int]]:
    """Return first and last word and the place in the article of parts that lie near each other in both texts, joined."""
    groups: list[tuple[int, int, int]] = []
    for part in sorted(parts, key=lambda each: (each.first, each.last)):
        for number, (first, last, at) in enumerate(groups):
            drift = (part.at - part.first) - (at - first)
            if part.first <= last + 2 * MARGIN and abs(drift) <= MARGIN:
                groups[number] = (first, max(last, part.last), at)
                break
        else:
            groups.append((part.first, part.last, part.at))
    return groups


def _compared(draft: Side, article: Side, first: int, last: int, at: int) -> "list[list[Block]]":
    low, high = max(first - MARGIN, 0), min(last + 1 + MARGIN, len(draft.words))
    drift = at - first
    start, end = max(low + drift - MARGIN, 0), min(high + drift + MARGIN, len(article.words))
    if start >= end:
        return []
    matcher = SequenceMatcher(None, draft.terms[low:high], article.terms[start:end], autojunk=False)
    blocks = [(low + block.a, start + block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    return [part for run in _runs(draft, blocks) for part in _at_marks(draft, run)]


Block = tuple[int, int, int]
"""First word in the draft, first word in the article, how many are the same."""


def _runs(draft: Side, blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks in runs, between which no more than a few words differ."""
    runs: list[list[Block]] = []
    for block in blocks:
        before = runs[-1][-1] if runs else None
        if before and draft.claimed(before[0] + before[2], block[0]) <= BRIDGE and block[1] - before[1] - before[2] <= BRIDGE:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_trimmed(draft, run) for run in runs]


def _at_marks(draft: Side, run: Sequence[Block]) -> list[list[Block]]:
    """Return a run in parts inside and outside of quotation marks, when one of them is a passage; else whole."""
    parts: list[list[Block]] = []
    for first, at, size in run:
        start = 0
        for word in range(1, size + 1):
            if word == size or draft.mark[first + word] != draft.mark[first + word - 1]:
                piece = (first + start, at + start, word - start)
                if parts and draft.mark[parts[-1][-1][0]] == draft.mark[piece[0]]:
                    parts[-1].append(piece)
                else:
                    parts.append([piece])
                start = word
    if not any(_same(part) >= SHINGLE for part in parts):
        return [list(run)]
    # What is quoted in pieces is one passage; words outside of the marks are one only where there are enough of them.
    kept = [part for part in parts if draft.mark[part[0][0]] is not None or _same(part) >= SHINGLE]
    outside = [draft.mark[part[0][0]] is None for part in kept]
    joined: list[list[Block]] = []
    for number, part in enumerate(kept):
        if number and not outside[number] and not outside[number - 1]:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _trimmed(draft: Side, run: list[Block]) -> list[Block]:
    """Return a run without single words at its ends, which stand there by chance unless one quotation holds them too."""
    while len(run) > 1 and run[0][2] < 2 and not _in_one_mark(draft, run[0], run[1]):
        run = run[1:]
    while len(run) > 1 and run[-1][2] < 2 and not _in_one_mark(draft, run[-1], run[-2]):
        run = run[:-1]
    return run


def _in_one_mark(draft: Side, one: Block, other: Block) -> bool:
    return draft.mark[one[0]] is not None and draft.mark[one[0]] == draft.mark[other[0]]


def _to_marks(draft: Side, article: Side, run: list[Block], taken: set[int]) -> list[Block]:
    """Return a run that goes to the ends of the quotation around it where only few words are left: these are quoted, and differ.

    Words that another passage has `taken` are its own.
    """
    if not run:
        return run
    run = _on_in_mark(draft, article, run, taken)
    (first, at, _), (last, until, size) = run[0], run[-1]
    before = _left_in_mark(draft, first, -1)
    if 0 < before <= min(BRIDGE, at) and first - 1 not in taken:
        run = [(first - before, at - before, 0), *run]
    after = _left_in_mark(draft, last + size - 1, 1)
    if 0 < after <= min(BRIDGE, len(article.words) - until - size) and last + size not in taken:
        run = [*run, (last + size + after, until + size + after, 0)]
    return run


def _on_in_mark(draft: Side, article: Side, run: list[Block], taken: set[int]) -> list[Block]:
    """Return a run that goes on in its quotation as far as the words are the same: what was compared may have ended before."""
    (first, at, size), *others = run
    while _left_in_mark(draft, first, -1) and first - 1 not in taken and at and draft.terms[first - 1] == article.terms[at - 1]:
        first, at, size = first - 1, at - 1, size + 1
    run = [(first, at, size), *others]
    last, until, size = run[-1]
    while (
        _left_in_mark(draft, last + size - 1, 1)
        and last + size not in taken
        and article.terms[until + size : until + size + 1] == [draft.terms[last + size]]
    ):
        size += 1
    return [*run[:-1], (last, until, size)]


def _left_in_mark(draft: Side, word: int, step: int) -> int:
    """Return how many words of the quotation around a word lie beyond it; more than a few are not counted."""
    mark, left = draft.mark[word], 0
    while mark is not None and left <= BRIDGE and 0 <= word + step < len(draft.mark) and _is_beside(draft, word, word + step):
        word, left = word + step, left + 1
    return left


def _is_beside(draft: Side, word: int, other: int) -> bool:
    """Return whether two words stand in one quotation, with no ellipsis between them."""
    return draft.mark[word] == draft.mark[other] and draft.cuts[word] == draft.cuts[other]


def _made(draft: Side, article: Side, run: Sequence[Block]) -> Repeated | None:
    same = _same(run)
    (first, at, _), (last, until, size) = run[0], run[-1]
    gaps = [((one[0] + one[2], other[0]), (one[1] + one[2], other[1])) for one, other in pairwise(run)]
    longest = max(same + sum(draft.claimed(*mine) for mine, _ in gaps), until + size - at)
    if same < SHINGLE or same < ALIKE * longest:
        return None
    changes: list[Change] = []
    pieces, ranges = [first], [at]
    for mine, theirs in gaps:
        interrupted = draft.is_interrupted(*mine) if mine[0] else False
        if not interrupted and _is_same_spelled(draft, article, mine, theirs):
            continue
        change = None if interrupted else _change(draft, article, mine, theirs)
        if change is None:
            pieces += mine
        else:
            changes.append(change)
        if theirs[0] < theirs[1] and (change is None or change.how != "altered"):
            ranges += theirs
    return Repeated(
        draft.span(first, last + size),
        article.span(at, until + size),
        same,
        tuple(changes),
        _spans(article, [*ranges, until + size]),
        _spans(draft, [*pieces, last + size]),
    )


def _is_same_spelled(draft: Side, article: Side, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Return whether the letters are the same and only hyphens or spaces differ: a word broken at a line's end is not altered."""
    written, printed = "".join(draft.terms[slice(*mine)]), "".join(article.terms[slice(*theirs)])
    return bool(written) and written == printed and not any(draft.inserted[slice(*mine)])


def _spans(side: Side, edges: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans between each two edges: first word and the word after the last one."""
    return tuple(side.span(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True) if first < last)


def _change(draft: Side, article: Side, mine: tuple[int, int], theirs: tuple[int, int]) -> Change:
    written, printed = draft.between(*mine), article.between(*theirs)
    bare = INSERTION.sub("", written)
    if not re.search(r"\w", written) and CUT.search(written):
        how: Literal["cut", "added", "altered"] = "cut"
    elif bare != written and not re.search(r"\w", bare):
        how = "added"
    else:
        how = "altered"
    return Change(how, tidy(written) if how == "altered" else " ".join(written.split()), tidy(printed), draft.gap(*mine))
