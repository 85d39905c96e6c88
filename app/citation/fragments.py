"""Links to the exact passage: text directives that a browser finds as its specification says.

WICG URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/: letters are compared without case and accents,
each part inside one block and at the edges of words (but not where it touches its context); the first match wins.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

import regex

from app.base.spans import Span
from app.base.text import INVISIBLE

_KEPT = "!$'()*+./:;=?@_~"
"""What stands unencoded in a text directive, beside letters and digits; notably not `-`, `,` and `&`, which have a meaning."""

CONTEXT_WORDS = (3, 6)
"""Words around a passage that is not the only one of its kind: the fewest that tell it apart."""
SHORT_WORDS = 4
SHORT_SIGNS = 8
"""As many as four words, in a script without spaces."""
EXACT_LIMIT = 300
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(rf"[{_UNSPACED}]{{1,{SHORT_SIGNS // SHORT_WORDS}}}[^\s\p{{L}}\p{{N}}]*|(?:(?![{_UNSPACED}])\S)+")
"""A word with its marks; two signs of a script without spaces."""
_UNSPACED_SIGN = regex.compile(rf"[{_UNSPACED}]")
_JOINED = regex.compile(r"[\p{L}\p{N}\p{M}_]")
_INSIDE = frozenset(".,'’:·")
"""Marks that do not part letters or digits on both sides of them (Unicode UAX #29, WB6 to WB12)."""


@dataclass(frozen=True, slots=True)
class Directive:
    """The parts of a text directive; "" for those that it has not."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = (
            f"{encode(self.prefix)}-" if self.prefix else "", encode(self.start), encode(self.end),
            f"-{encode(self.suffix)}" if self.suffix else "",
        )  # fmt: skip
        return "text=" + ",".join(part for part in parts if part)


def encode(text: str) -> str:
    """Return a piece of a text directive, percent-encoded."""
    return quote(text, safe=_KEPT, errors="replace").replace("-", "%2D")


def text_fragment(text: str, span: Span, *, limit: int = EXACT_LIMIT) -> str:
    """Return the text directive that leads to a passage of `text` (paragraphs separated by newlines).

    A passage of at most `limit` characters inside one paragraph stands there whole; a longer one by its first and last four
    words, so that the link does not hand the passage out a second time. Where a browser would not find it so, words around it
    are added; where even those do not lead there, the page is linked with what was tried first.
    """
    page = _Page(text)
    tried = tuple(_directives(page, text, span, limit))
    return str(next((directive for directive in tried if page.leads_to(directive, span)), tried[-len(CONTEXT_WORDS)]))


def _directives(page: "_Page", text: str, span: Span, limit: int) -> Iterator[Directive]:
    start, end = _ends(span.of(text), limit)
    if page.is_unique(start) and (not end or page.is_unique(end)):
        yield Directive(start, end)
    for words in CONTEXT_WORDS:
        prefix, suffix = _context(text, span, words)
        yield Directive(start, end, prefix, suffix)


def _ends(passage: str, limit: int) -> tuple[str, str]:
    """Return the whole passage and "", or how it begins and ends."""
    tokens = [match.span() for match in _TOKEN.finditer(passage)]
    if len(tokens) <= 1 or ("\n" not in passage and len(passage) <= limit):
        return " ".join(passage.split()), ""
    # Without a common word, and never across a paragraph's end: a browser matches each part inside one block.
    half = SHORT_WORDS if "\n" in passage else min(SHORT_WORDS, len(tokens) // 2)
    first, last = passage.partition("\n")[0], passage.rpartition("\n")[2]
    return _first_words(first, half), _last_words(last, half)


def _context(text: str, span: Span, words: int) -> tuple[str, str]:
    """Return up to so many words on each side, none from another paragraph."""
    before = text[: span.start].rsplit("\n", 1)[-1]
    after = text[span.end :].split("\n", 1)[0]
    return _last_words(before, words), _first_words(after, words)


def _first_words(text: str, words: int) -> str:
    ends = [match.end() for match, _ in zip(_TOKEN.finditer(text), range(words), strict=False)]
    return " ".join(text[: ends[-1]].split()) if ends else ""


def _last_words(text: str, words: int) -> str:
    starts = [match.start() for match in _TOKEN.finditer(text)][-words:]
    return " ".join(text[starts[0] :].split()) if starts else ""


def fold(text: str) -> str:
    """Return a text as a browser compares it: without case and accents, each run of spaces as one, paragraphs apart."""
    visible = INVISIBLE.sub("", text)
    bare = (sign for sign in unicodedata.normalize("NFD", visible).casefold() if not unicodedata.combining(sign))
    return re.sub(r"[^\S\n]+", " ", "".join(bare))


class _Page:
    """A page's text as a browser searches it."""

    def __init__(self, text: str) -> None:
        signs, self._places = _folded(text)
        self._text = "".join(signs)

    def is_unique(self, words: str) -> bool:
        """Return whether the words stand there at most once."""
        return len([*islice(self._matches(fold(words).strip(), 0, opens=True, closes=True), 2)]) < 2

    def leads_to(self, directive: Directive, span: Span) -> bool:
        """Return whether a browser that follows the directive shows this passage."""
        wanted = (bisect_left(self._places, span.start), bisect_left(self._places, span.end))
        start, end, prefix, suffix = (
            fold(part).strip() for part in (directive.start, directive.end, directive.prefix, directive.suffix)
        )
        for first, last in self._starts(start, prefix, bounded=bool(end) or not suffix):
            found = self._end(last, end, suffix)
            if found is not None:
                return self._trimmed(*wanted) == (first, found)
        return False

    def _starts(self, start: str, prefix: str, *, bounded: bool) -> Iterator[tuple[int, int]]:
        """Give where a passage may begin: after the prefix, where there is one."""
        if not prefix:
            yield from self._matches(start, 0, opens=True, closes=bounded)
            return
        for _, after in self._matches(prefix, 0, opens=True, closes=False):
            at = self._next_sign(after)
            if self._text.startswith(start, at) and (not bounded or self._parts(at + len(start))):
                yield at, at + len(start)

    def _end(self, after: int, end: str, suffix: str) -> int | None:
        """Return where a passage ends of which the start ends at `after`; None when the suffix does not follow."""
        ends = self._matches(end, after, opens=True, closes=not suffix) if end else iter([(after, after)])
        return next((last for _, last in ends if self._followed(last, suffix)), None)

    def _followed(self, at: int, suffix: str) -> bool:
        after = self._next_sign(at)
        return not suffix or (self._text.startswith(suffix, after) and self._parts(after + len(suffix)))

    def _matches(self, wanted: str, at: int, *, opens: bool, closes: bool) -> Iterator[tuple[int, int]]:
        while wanted and (at := self._text.find(wanted, at)) >= 0:
            if (not opens or self._parts(at)) and (not closes or self._parts(at + len(wanted))):
                yield at, at + len(wanted)
            at += 1

    def _next_sign(self, at: int) -> int:
        while at < len(self._text) and self._text[at].isspace():
            at += 1
        return at

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        first = self._next_sign(first)
        while last > first and self._text[last - 1].isspace():
            last -= 1
        return first, last

    def _parts(self, at: int) -> bool:
        """Return whether a place is the edge of a word."""
        around = self._text[max(at - 2, 0) : at], self._text[at : at + 2]
        before, after = around
        if not before or not after or _UNSPACED_SIGN.match(before[-1]) or _UNSPACED_SIGN.match(after[0]):
            return True
        left, right = _JOINED.match(before[-1]) is not None, _JOINED.match(after[0]) is not None
        if left and right:
            return False
        if left and after[0] in _INSIDE:
            return len(after) < 2 or not _JOINED.match(after[1])
        return not (right and before[-1] in _INSIDE and len(before) > 1 and _JOINED.match(before[0]))


def _folded(text: str) -> tuple[list[str], Sequence[int]]:
    """Return the signs of a text as a browser compares them, and where each stands in it."""
    known: dict[str, str] = {}
    signs: list[str] = []
    places = array("L")
    for at, sign in enumerate(text):
        bare = known.get(sign)
        if bare is None:
            bare = known[sign] = " " if sign.isspace() and sign != "\n" else fold(sign)
        if bare == " " and signs and signs[-1] == " ":
            continue
        signs += bare
        places.extend([at] * len(bare))
    return signs, places
