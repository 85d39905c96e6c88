"""Passages of a draft as they stand in an article, and the texts of both as words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.base.spans import Span
from app.index import Word, words

_DOTS = r"(?:[…⋯]+|\[\s*\.\s?\.\s*\]|\(\s*\.\s?\.\s*\)|\.(?:\s?\.){2,})"
_AROUND = r"[\s\"'“”„‘’«»‹›「」『』()\[\]]*"
CUT = re.compile(_DOTS)
"""An ellipsis, in brackets or not; two points are one in brackets only."""
ONLY_CUT = re.compile(f"{_AROUND}{_DOTS}{_AROUND}[.,;:]?{_AROUND}")
INSERTION = re.compile(r"\[[^\[\]]{1,80}\]")


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
    """A passage of a draft and of the article that it repeats, in code points; `same` words are the article's own.

    `ranges` of the article are what is quoted: words that the draft leaves out with a sign are not. `pieces` of the draft hold it:
    between them stand the writer's own words, outside of the marks. Each is the whole passage where nothing else is given.
    """

    draft: Span
    article: Span
    same: int
    changes: tuple[Change, ...] = ()
    ranges: tuple[Span, ...] = ()
    pieces: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "ranges", self.ranges or (self.article,))
        object.__setattr__(self, "pieces", self.pieces or (self.draft,))

    @property
    def is_altered(self) -> bool:
        """Return whether words differ without a mark that they do."""
        return any(change.how == "altered" for change in self.changes)


class Side:
    """A text and its words; `marked` are the passages that it shows as quotations, in order, without overlaps.

    `mark` tells of each word in which of them it stands, counted from 0; None outside. `cuts` tells after how many ellipses it stands.
    """

    def __init__(self, text: str, marked: Sequence[Span] = ()) -> None:
        self.text = text
        self.words: tuple[Word, ...] = tuple(words(text))
        self.terms = [word.term for word in self.words]
        self.starts = [word.start for word in self.words]
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

    @cached_property
    def cuts(self) -> list[int]:
        """Return after how many ellipses each word stands."""
        places = [match.start() for match in CUT.finditer(self.text)]
        return [bisect_right(places, word.start) for word in self.words]

    @cached_property
    def inserted(self) -> list[bool]:
        """Return of each word whether it stands in square brackets: the writer put it in."""
        spans = [Span(*match.span()) for match in INSERTION.finditer(self.text)]
        starts = [span.start for span in spans]
        places = [bisect_right(starts, word.start) - 1 for word in self.words]
        return [place >= 0 and word.start < spans[place].end for word, place in zip(self.words, places, strict=True)]

    def is_interrupted(self, first: int, last: int) -> bool:
        """Return whether a quotation is closed before word `first` and the next opened before `last`, all words between outside."""
        before, after = self.mark[first - 1], self.mark[last]
        return None not in (before, after) and before != after and all(mark is None for mark in self.mark[first:last])

    def claimed(self, first: int, last: int) -> int:
        """Return how many words from `first` to `last` (exclusive) are given as the article's: not in brackets, nor between marks."""
        if first >= last or (last < len(self.words) and first and self.is_interrupted(first, last)):
            return 0
        return (last - first) - sum(self.inserted[first:last])

    def place(self, at: int) -> int:
        """Return the number of the first word that starts at a code point or after it."""
        return bisect_left(self.starts, at)

    def count(self, spans: Iterable[Span]) -> int:
        """Return how many words the spans hold, which do not overlap."""
        return sum(self.place(span.end) - self.place(span.start) for span in spans)


def tidy(text: str) -> str:
    """Return words in one line, without the marks that happen to stand around them."""
    return " ".join(text.split()).strip(" .,:;!?…–—\"'“”„‘’«»()[]")
