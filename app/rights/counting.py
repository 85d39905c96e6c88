"""Counting text by `pressmark-count/1` (specification of rights, §2).

The canonical form is NFC without invisible characters, each run of white space one space, trimmed. Nothing is rewritten for it:
the text is cut once into *units* (one extended grapheme cluster, or one run of white space), each with its place in the
text without invisible characters, and counts of any range are differences of running sums.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

import regex

from app.base.spans import Span
from app.base.text import INVISIBLE
from app.rights.sentences import paragraph_ends, sentence_ends

COUNTING = "pressmark-count/1"

UNSPACED_SHARE = 0.2
"""From this share of such letters on, a text has no word measure: its script sets no spaces between words."""

KEPT_TEXTS = 4
"""So many texts stay counted: the one that is read, its copy, and those read just before."""

_UNIT = regex.compile(r"[\s\x1c-\x1f]+|\X")
_NOT_ONE_BY_ONE = regex.compile(r"[\s\x1c-\x1f]{2}|[^\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}]")
"""Where a unit may be more than one character."""
_TOKEN_WITH_LETTER = regex.compile(r"[\p{L}\p{N}](?:[^\s\x1c-\x1f]*[\p{L}\p{N}])?")
"""A word, from its first letter or digit to its last."""
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED_LETTER = regex.compile(rf"[{_UNSPACED}]")
_WORD = regex.compile(
    rf"(?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}\u200c\u200d])+(?:['’\-‐‑](?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}\u200c\u200d])+)*"
)
"""What a selection is never cut inside of: letters and digits, joined by apostrophes and hyphens."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Sizes of a text or passage: `words` None where its script has no spaces, `chars` grapheme clusters with single spaces,
    `solid` the same without spaces, `points` NFC code points."""

    words: int | None
    chars: int
    solid: int
    points: int


def count(text: str) -> Totals:
    """Return the sizes of a text."""
    return CountedText(text).totals


@lru_cache(maxsize=KEPT_TEXTS)
def counted_text(text: str, struck: tuple[Span, ...] = ()) -> "CountedText":
    """Return the text counted, the same object again while it is asked for: a meter asks at each change of a selection."""
    return CountedText(text, struck)


class CountedText:
    """A text that is counted once, so that any ranges of it are measured in microseconds; safe to share between threads.

    `struck` are paragraphs that are no part of what limits are shares of; ranges of them count as any other.
    """

    def __init__(self, text: str, struck: Sequence[Span] = ()) -> None:
        self.text, self.struck = text, tuple(struck)
        self._kept, self._places = _visible(text)
        self._edges = _edges(self._kept)
        firsts = self._kept if isinstance(self._edges, range) else (self._kept[at] for at in self._edges[:-1])
        self._spaces = array("L", accumulate(map(str.isspace, firsts), initial=0))
        self._cores = _Runs(_WORD, self._kept)
        canonical = unicodedata.normalize("NFC", self._kept)
        letters = len(regex.findall(r"\p{L}", canonical))
        self.has_words = letters == 0 or len(_UNSPACED_LETTER.findall(canonical)) < UNSPACED_SHARE * letters
        self.totals = self.used((Span(0, len(text)),))

    @cached_property
    def entire(self) -> "CountedText":
        """Return the text that limits are shares of, "the entire text": this one, but for what is struck out."""
        return CountedText("\n".join(span.of(self.text) for span in self.unstruck(len(self.text)))) if self.struck else self

    def unstruck(self, end: int) -> tuple[Span, ...]:
        """Return what lies before `end` and is not struck out, in order."""
        borders = [0, *(place for span in self.struck for place in (min(span.start, end), min(span.end, end))), end]
        return tuple(Span(low, high) for low, high in zip(borders[::2], borders[1::2], strict=True) if low < high)

    def snap(self, ranges: Iterable[Span]) -> tuple[Span, ...]:
        """Return the ranges grown outward to whole graphemes and words, without white space at their ends, in order.

        Ranges that touch, or have only white space between them, become one.
        """
        return tuple(Span(self._places[start], self._places[end - 1] + 1) for start, end in self._stretches(ranges))

    def used(self, ranges: Iterable[Span]) -> Totals:
        """Return the sizes of the union of the ranges after snapping."""
        joined = self._joined(ranges)
        chars = sum(last - first for first, last in joined)
        solid = sum(self._solid(first, last) for first, last in joined)
        points = sum(self._points[last] - self._points[first] for first, last in joined)
        return Totals(self._word_count(joined) if self.has_words else None, chars, solid, points)

    def sentences(self, ranges: Iterable[Span]) -> int:
        """Return how many sentences the ranges touch; sentences end at their marks and at paragraph ends."""
        return _touched(self._sentence_ends, self._stretches(ranges))

    def paragraphs(self, ranges: Iterable[Span]) -> int:
        """Return how many paragraphs the ranges touch."""
        return _touched(self._paragraph_ends, self._stretches(ranges))

    @cached_property
    def _sentence_ends(self) -> "array[int]":
        return sentence_ends(self._kept)

    @cached_property
    def _paragraph_ends(self) -> "array[int]":
        return paragraph_ends(self._kept)

    @cached_property
    def _points(self) -> Sequence[int]:
        """How many NFC code points stand before each unit; normalising never reaches over the edge of a grapheme cluster."""
        if isinstance(self._edges, range) and unicodedata.is_normalized("NFC", self._kept):
            return self._edges
        units = (self._kept[start:end] for start, end in pairwise(self._edges))
        sizes = (1 if unit.isspace() else len(unicodedata.normalize("NFC", unit)) for unit in units)
        return array("L", accumulate(sizes, initial=0))

    @cached_property
    def _words(self) -> "_Runs":
        return _Runs(_TOKEN_WITH_LETTER, self._kept)

    def _stretches(self, ranges: Iterable[Span]) -> list[tuple[int, int]]:
        """Return the joined ranges as places in the text without invisible characters."""
        return [(self._edges[first], self._edges[last]) for first, last in self._joined(ranges)]

    def _joined(self, ranges: Iterable[Span]) -> list[tuple[int, int]]:
        """Return the units from..to (exclusive) of the ranges after snapping, those with nothing but white space between as one."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(units for span in ranges if (units := self._snapped(span))):
            if joined and self._solid(joined[-1][1], first) <= 0:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return joined

    def _snapped(self, span: Span) -> tuple[int, int] | None:
        """Return the units of a span, or None when it holds nothing but white space."""
        start, end = bisect_left(self._places, span.start), bisect_left(self._places, span.end)
        while start < end:
            first, last = self._trimmed(bisect_right(self._edges, start) - 1, bisect_left(self._edges, end))
            if first == last:
                return None
            start, end = self._cores.widened(self._edges[first], self._edges[last])
            # A word may begin inside a grapheme cluster, whose other half is then inside another word.
            if (start, end) == (self._edges[first], self._edges[last]):
                return first, last
        return None

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while first < last and not self._solid(first, first + 1):
            first += 1
        while last > first and not self._solid(last - 1, last):
            last -= 1
        return first, last

    def _solid(self, first: int, last: int) -> int:
        """Return how many of the units from..to are no white space; negative or 0 when there are none between."""
        return last - first - (self._spaces[last] - self._spaces[first])

    def _word_count(self, joined: Sequence[tuple[int, int]]) -> int:
        total, counted_to = 0, 0
        for first, last in joined:
            low, high = self._words.touched(self._edges[first], self._edges[last])
            total += max(high - max(low, counted_to), 0)
            counted_to = max(high, counted_to)
        return total


class _Runs:
    """The matches of a pattern in a text, to be looked up by places."""

    def __init__(self, pattern: "regex.Pattern[str]", text: str) -> None:
        spans = [match.span() for match in pattern.finditer(text)]
        self._starts, self._ends = array("L", (start for start, _ in spans)), array("L", (end for _, end in spans))

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers from..to (exclusive) of the runs that share a character with start..end."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """Return start..end grown so that it cuts no run."""
        low, high = self.touched(start, end)
        return (min(start, self._starts[low]), max(end, self._ends[high - 1])) if low < high else (start, end)


def _touched(ends: Sequence[int], stretches: Iterable[tuple[int, int]]) -> int:
    """Return how many of the pieces that end at `ends` the stretches touch, each counted once."""
    total, counted_to = 0, 0
    for start, end in stretches:
        low, high = bisect_right(ends, start), bisect_left(ends, end) + 1
        total += max(high - max(low, counted_to), 0)
        counted_to = max(high, counted_to)
    return total


def _visible(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without invisible characters, and where each remaining one stands in the original."""
    if not INVISIBLE.search(text):
        return text, range(len(text))
    hidden = {match.start() for match in INVISIBLE.finditer(text)}
    return INVISIBLE.sub("", text), array("L", (at for at in range(len(text)) if at not in hidden))


def _edges(kept: str) -> Sequence[int]:
    """Return where units begin, and the end of the text."""
    if not _NOT_ONE_BY_ONE.search(kept):
        return range(len(kept) + 1)
    return array("L", (*(match.start() for match in _UNIT.finditer(kept)), len(kept)))
