"""Counting text by `pressmark-count/1` (specification of rights, §2).

The canonical form is NFC without invisible characters, each run of white space one space, trimmed. Nothing is rewritten for it:
the text is cut once into *units* (one extended grapheme cluster, or one run of white space), each with its place in the
original, and counts of any range are differences of running sums.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from app.base.spans import Span
from app.base.text import INVISIBLE

COUNTING = "pressmark-count/1"

UNSPACED_SHARE = 0.2
"""From this share of such letters on, a text has no word measure: its script sets no spaces between words."""

_UNIT = regex.compile(r"\s+|\X")
_COUNTS = regex.compile(r"[\p{L}\p{N}]")
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED_LETTER = regex.compile(rf"[{_UNSPACED}]")
_WORD = regex.compile(
    rf"(?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])+(?:['’\-‐‑](?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])+)*"
)
"""What a selection is never cut inside of: letters and digits, joined by apostrophes and hyphens."""

_SENTENCE_END = regex.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|\n+")


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


class CountedText:
    """A text that is counted once, so that any ranges of it are measured in microseconds; safe to share between threads."""

    def __init__(self, text: str) -> None:
        self.text = text
        kept, places = _visible(text)
        units = [match.span() for match in _UNIT.finditer(kept)]
        self._starts = [places[start] for start, _ in units]
        self._ends = [places[end - 1] + 1 for _, end in units]
        solid = [not kept[start].isspace() for start, _ in units]
        self._solid = [0, *accumulate(solid)]
        self._words_at, self._word_of = _words(kept, units, solid)
        self._cores = _cores(kept, places)
        letters = len(regex.findall(r"\p{L}", kept))
        self.has_words = letters == 0 or len(_UNSPACED_LETTER.findall(kept)) < UNSPACED_SHARE * letters
        self.totals = self.used((Span(0, len(text)),))

    def snap(self, ranges: Iterable[Span]) -> tuple[Span, ...]:
        """Return the ranges grown outward to whole graphemes and words, without white space at their ends, in order.

        Ranges that touch, or have only white space between them, become one.
        """
        grown = sorted(unit_range for span in ranges if (unit_range := self._grown(span)) is not None)
        return tuple(Span(self._starts[first], self._ends[last - 1]) for first, last in self._joined(grown))

    def used(self, ranges: Iterable[Span]) -> Totals:
        """Return the sizes of the union of the ranges after snapping."""
        grown = sorted(unit_range for span in ranges if (unit_range := self._grown(span)) is not None)
        joined = self._joined(grown)
        chars = sum(last - first for first, last in joined)
        solid = sum(self._solid[last] - self._solid[first] for first, last in joined)
        points = sum(self._points(first, last) for first, last in joined)
        return Totals(self._word_count(joined) if self.has_words else None, chars, solid, points)

    def sentences(self, ranges: Iterable[Span]) -> int:
        """Return how many sentences the ranges touch; sentences end at their marks and at paragraph ends."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        return len({bisect_right(ends, at) for span in self.snap(ranges) for at in self._steps(span, ends)})

    def paragraphs(self, ranges: Iterable[Span]) -> int:
        """Return how many paragraphs the ranges touch."""
        ends = [at for at, character in enumerate(self.text) if character == "\n"]
        return len({bisect_left(ends, at) for span in self.snap(ranges) for at in self._steps(span, ends)})

    @staticmethod
    def _steps(span: Span, ends: Sequence[int]) -> list[int]:
        """Return one place in each piece that a snapped span touches; `ends` are where pieces end."""
        inside = [end for end in ends if span.start < end < span.end]
        return [span.start, *(min(end + 1, span.end - 1) for end in inside), span.end - 1]

    def _grown(self, span: Span) -> tuple[int, int] | None:
        """Return the units from..to (exclusive) of a span, or None when it holds nothing but white space."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        first, last = self._trimmed(first, last)
        if first >= last:
            return None
        start, end = self._widened(self._starts[first], self._ends[last - 1])
        return self._trimmed(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while first < last and self._is_space(first):
            first += 1
        while last > first and self._is_space(last - 1):
            last -= 1
        return first, last

    def _widened(self, start: int, end: int) -> tuple[int, int]:
        at = bisect_right(self._cores, (start, len(self.text) + 1)) - 1
        if at >= 0 and self._cores[at][0] < start < self._cores[at][1]:
            start = self._cores[at][0]
        at = bisect_right(self._cores, (end - 1, len(self.text) + 1)) - 1
        if at >= 0 and self._cores[at][0] < end < self._cores[at][1]:
            end = self._cores[at][1]
        return start, end

    def _joined(self, grown: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        joined: list[tuple[int, int]] = []
        for first, last in grown:
            if joined and self._solid[first] <= self._solid[joined[-1][1]]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return joined

    def _is_space(self, unit: int) -> bool:
        return self._solid[unit + 1] == self._solid[unit]

    def _word_count(self, joined: Sequence[tuple[int, int]]) -> int:
        total, previous = 0, -1
        for first, last in joined:
            low, high = bisect_left(self._words_at, first), bisect_left(self._words_at, last)
            if low == high:
                continue
            first_word, last_word = self._word_of[low], self._word_of[high - 1]
            total += last_word - first_word + (first_word != previous)
            previous = last_word
        return total

    def _points(self, first: int, last: int) -> int:
        passage = INVISIBLE.sub("", self.text[self._starts[first] : self._ends[last - 1]])
        return len(regex.sub(r"\s+", " ", unicodedata.normalize("NFC", passage)))


def _visible(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without invisible characters, and where each remaining one stands in the original."""
    if not INVISIBLE.search(text):
        return text, range(len(text))
    kept = [(at, character) for at, character in enumerate(text) if not INVISIBLE.match(character)]
    return "".join(character for _, character in kept), [at for at, _ in kept]


def _words(kept: str, units: Sequence[tuple[int, int]], solid: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return the units that hold a letter or digit, and beside each the number of its white-space token among such tokens."""
    at: list[int] = []
    word_of: list[int] = []
    word, fresh = -1, True
    for unit, (start, end) in enumerate(units):
        if not solid[unit]:
            fresh = True
        elif _COUNTS.search(kept, start, end):
            if fresh:
                word, fresh = word + 1, False
            at.append(unit)
            word_of.append(word)
    return at, word_of


def _cores(kept: str, places: Sequence[int]) -> list[tuple[int, int]]:
    return [(places[match.start()], places[match.end() - 1] + 1) for match in _WORD.finditer(kept)]
