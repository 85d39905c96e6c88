"""How a browser finds a passage by a text directive: the algorithm of the WICG specification, step by step, for tests.

The page is given as its paragraphs. Letters are compared without case and accents; a word's edge is where a regular expression
for words says so, which is what Unicode UAX #29 says of the texts that the tests use.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

_WORDS = re.compile(r"\w+(?:['’.]\w+)*")


@dataclass(frozen=True)
class Parsed:
    """The four items of a directive, None for those that it has not."""

    prefix: str | None
    start: str
    end: str | None
    suffix: str | None


def parse(directive: str) -> Parsed:
    """Return the items of `text=[prefix-,]start[,end][,-suffix]`, percent-decoded."""
    assert directive.startswith("text=")
    tokens = directive.removeprefix("text=").split(",")
    assert 1 <= len(tokens) <= 4
    prefix = unquote(tokens.pop(0)[:-1]) if tokens[0].endswith("-") else None
    suffix = unquote(tokens.pop()[1:]) if tokens[-1].startswith("-") else None
    assert 1 <= len(tokens) <= 2
    assert all(tokens)
    return Parsed(prefix, unquote(tokens[0]), unquote(tokens[1]) if len(tokens) == 2 else None, suffix)


class Page:
    """A page of paragraphs; positions are those of the text with a newline between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        blocks = [match.span() for match in re.finditer(r"[^\n]+", text)]
        self._blocks = blocks
        self._edges = {edge for start, end in blocks for edge in (start, end)}
        for start, end in blocks:
            words = [match.span() for match in _WORDS.finditer(text, start, end)]
            covered = {at for first, last in words for at in range(first + 1, last)}
            self._edges |= set(range(start, end)) - covered

    def find(self, directive: str) -> tuple[int, int] | None:
        """Return what the browser shows, or None."""
        wanted, at = parse(directive), 0
        bounded = wanted.end is not None or wanted.suffix is None
        while True:
            if wanted.prefix is not None:
                prefix = self._string(wanted.prefix, at, opens=True, closes=False)
                if prefix is None:
                    return None
                at = prefix[0] + 1
                begins = self._visible(prefix[1])
                start = self._string(wanted.start, begins, opens=False, closes=bounded)
                if start is None:
                    return None
                if start[0] != begins:
                    continue
            else:
                start = self._string(wanted.start, at, opens=True, closes=bounded)
                if start is None:
                    return None
                at = start[0] + 1
            found, again = self._ended(wanted, start)
            if not again:
                return found

    def _ended(self, wanted: Parsed, start: tuple[int, int]) -> tuple[tuple[int, int] | None, bool]:
        """Return the range and False, or None and whether another start is to be tried."""
        after = start[1]
        while True:
            if wanted.end is not None:
                end = self._string(wanted.end, after, opens=True, closes=wanted.suffix is None)
                if end is None:
                    return None, False
                after = end[1]
            if wanted.suffix is None:
                return (start[0], after), False
            begins = self._visible(after)
            suffix = self._string(wanted.suffix, begins, opens=False, closes=True)
            if suffix is None:
                return None, False
            if suffix[0] == begins:
                return (start[0], after), False
            if wanted.end is None:
                return None, True

    def _string(self, wanted: str, at: int, *, opens: bool, closes: bool) -> tuple[int, int] | None:
        """Return the first place from `at` on that holds the string inside one block, at edges of words where it must be."""
        needle = _bare(wanted)
        for first, last in self._blocks:
            for start in range(max(first, at), last):
                if opens and start not in self._edges:
                    continue
                for end in range(start + 1, min(start + len(wanted) * 2 + 9, last) + 1):
                    if (
                        _bare(self.text[start:end]) == needle
                        and not self.text[start].isspace()
                        and not self.text[end - 1].isspace()
                    ):
                        if end < last and unicodedata.combining(self.text[end]):
                            continue
                        if not closes or end in self._edges:
                            return start, end
        return None

    def _visible(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).casefold()
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
