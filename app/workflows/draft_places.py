"""Where a passage of a draft's text stands in the text that it was read from, which has signs of Markdown between its words."""

import re

from app.base.spans import Span

_WORD = re.compile(r"\w+")
AHEAD = 400
"""So many words further on a word is looked for: the length of an address, with room."""


class Places:
    """Words of one text, found again in order in another that holds them all."""

    def __init__(self, read: str, written: str) -> None:
        self._same = read == written
        self._words = [] if self._same else [Span(*match.span()) for match in _WORD.finditer(read)]
        self._found = [] if self._same else _found(read, self._words, written)

    def of(self, span: Span) -> Span | None:
        """Return where a passage was written; None where none of its words was found."""
        if self._same:
            return span
        inside = [
            found for word, found in zip(self._words, self._found, strict=True) if found is not None and span.contains(word)
        ]
        return Span(inside[0].start, inside[-1].end) if inside else None


def _found(read: str, words: list[Span], written: str) -> list[Span | None]:
    there = [Span(*match.span()) for match in _WORD.finditer(written)]
    terms = [span.of(written) for span in there]
    found: list[Span | None] = []
    at = 0
    for number, word in enumerate(words):
        following = words[number + 1].of(read) if number + 1 < len(words) else None
        place = _next(terms, at, word.of(read), following)
        found.append(there[place] if place is not None else None)
        at = place + 1 if place is not None else at
    return found


def _next(terms: list[str], at: int, term: str, following: str | None) -> int | None:
    """Return the next place of a term: here, else where the following term follows it, else anywhere near."""
    if at < len(terms) and terms[at] == term:
        return at
    near = [place for place in range(at, min(at + AHEAD, len(terms))) if terms[place] == term]
    sure = (place for place in near if place + 1 < len(terms) and terms[place + 1] == following)
    return next(sure, near[0] if near else None)
