"""Passages of a draft compared word by word with the article they are from: the same, cut, added to, or altered."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from app.base.spans import Span
from app.index import SHINGLE, SharedPassage, Word, words

MARGIN = 8
"""Words around what the index found in which a passage may begin and end."""
BRIDGE = 3
"""So many words in a row may be altered inside a passage."""
ALIKE = 0.6
"""A passage of which less is the same is another text."""
_CUT = re.compile(r"…|\.\s?\.\s?\.|\[\s*(?:…|\.\.\.)\s*\]")
_ONLY_CUT = re.compile(r"[\s\"'“”„‘’«»()\[\]]*(?:…|\.\s?\.\s?\.)[\s\"'“”„‘’«»()\[\]]*")
_INSERTION = re.compile(r"\[[^\[\]]{1,80}\]")


@dataclass(frozen=True, slots=True)
class Change:
    """What differs: "cut" (marked by an ellipsis), "added" (in square brackets), "altered" (not marked at all).

    `span` of the draft lies between the words before and after it, with the spaces and marks there.
    """

    how: Literal["cut", "added", "altered"]
    draft: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Repeated:
    """A passage of a draft and of the article that it repeats, in code points; `same` words are the article's own."""

    draft: Span
    article: Span
    same: int
    changes: tuple[Change, ...] = ()

    @property
    def is_altered(self) -> bool:
        """Return whether words differ without a mark that they do."""
        return any(change.how == "altered" for change in self.changes)


class Side:
    """A text and its words; `marked` are the passages that it shows as quotations, in order, without overlaps.

    `mark` tells of each word in which of them it stands, counted from 0; None outside.
    """

    def __init__(self, text: str, marked: Sequence[Span] = ()) -> None:
        self.text = text
        self.words: tuple[Word, ...] = tuple(words(text))
        self.terms = [word.term for word in self.words]
        starts = [span.start for span in marked]
        places = [bisect_right(starts, word.start) - 1 for word in self.words]
        self.mark = [
            place if place >= 0 and word.start < marked[place].end else None
            for word, place in zip(self.words, places, strict=True)
        ]

    def span(self, first: int, last: int) -> Span:
        """Return the span from word `first` to word `last` (exclusive)."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def between(self, first: int, last: int) -> str:
        """Return the text from the end of the word before `first` to the start of the word at `last`."""
        return self.gap(first, last).of(self.text)

    def gap(self, first: int, last: int) -> Span:
        """Return the span of the same."""
        start = self.words[first - 1].end if first else 0
        return Span(start, self.words[last].start if last < len(self.words) else len(self.text))


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
    return tuple(_over_cuts(sorted(best, key=lambda each: each.draft), draft.text, article.text))


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
        if before and block[0] - before[0] - before[2] <= BRIDGE and block[1] - before[1] - before[2] <= BRIDGE:
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
    long = [part for part in parts if sum(size for _, _, size in part) >= SHINGLE]
    return long if long else [list(run)]


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
    (first, at, _), (last, until, size) = run[0], run[-1]
    before = _left_in_mark(draft, first, -1)
    if 0 < before <= min(BRIDGE, at) and first - 1 not in taken:
        run = [(first - before, at - before, 0), *run]
    after = _left_in_mark(draft, last + size - 1, 1)
    if 0 < after <= min(BRIDGE, len(article.words) - until - size) and last + size not in taken:
        run = [*run, (last + size + after, until + size + after, 0)]
    return run


def _left_in_mark(draft: Side, word: int, step: int) -> int:
    """Return how many words of the quotation around a word lie beyond it; more than a few are not counted."""
    mark, left = draft.mark[word], 0
    while mark is not None and left <= BRIDGE and 0 <= word + step < len(draft.mark) and draft.mark[word + step] == mark:
        word, left = word + step, left + 1
    return left


def _made(draft: Side, article: Side, run: Sequence[Block]) -> Repeated | None:
    same = sum(size for _, _, size in run)
    (first, at, _), (last, until, size) = run[0], run[-1]
    longest = max(last + size - first, until + size - at)
    if same < SHINGLE or same < ALIKE * longest:
        return None
    changes = [
        _change(draft, article, (one[0] + one[2], other[0]), (one[1] + one[2], other[1])) for one, other in pairwise(run)
    ]
    return Repeated(draft.span(first, last + size), article.span(at, until + size), same, tuple(changes))


def _change(draft: Side, article: Side, mine: tuple[int, int], theirs: tuple[int, int]) -> Change:
    written, printed = draft.between(*mine), article.between(*theirs)
    bare = _INSERTION.sub("", written)
    if mine[0] == mine[1] and _CUT.search(written):
        how: Literal["cut", "added", "altered"] = "cut"
    elif bare != written and not re.search(r"\w", bare) and theirs[0] == theirs[1]:
        how = "added"
    elif _CUT.search(written) and not re.search(r"\w", _CUT.sub("", written)):
        how = "cut"
    else:
        how = "altered"
    return Change(how, _tidy(written) if how == "altered" else " ".join(written.split()), _tidy(printed), draft.gap(*mine))


def _tidy(text: str) -> str:
    """Return words in one line, without the marks that happen to stand around them."""
    return " ".join(text.split()).strip(" .,:;!?…–—\"'“”„‘’«»()[]")


def _over_cuts(passages: Sequence[Repeated], text: str, printed: str) -> list[Repeated]:
    """Join passages between which the draft has only an ellipsis."""
    joined: list[Repeated] = []
    for passage in passages:
        before = joined[-1] if joined else None
        if (
            before
            and before.article.end <= passage.article.start
            and _ONLY_CUT.fullmatch(text[before.draft.end : passage.draft.start])
        ):
            gap = Span(before.draft.end, passage.draft.start)
            cut = Change("cut", gap.of(text).strip(), _tidy(printed[before.article.end : passage.article.start]), gap)
            joined[-1] = Repeated(
                Span(before.draft.start, passage.draft.end),
                Span(before.article.start, passage.article.end),
                before.same + passage.same,
                (*before.changes, cut, *passage.changes),
            )
        else:
            joined.append(passage)
    return joined
