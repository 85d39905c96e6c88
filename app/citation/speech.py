"""Where speech begins and ends inside a passage, by its quotation marks; apostrophes and inch marks are none.

Marks mean different things in different languages: “ opens in English and closes in German, » closes in French and opens in
Danish. What is open already decides, then what stands beside the mark.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Turn = Literal["open", "close", "again"]
"""`again`: a paragraph of one speech opens with a mark, though the one before it did not close."""

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "'": "'",
    "「": "」",
    "『": "』",
}
"""Marks that open, with those that close what they open."""
_SINGLE = frozenset("‘‚'‹›")
_MARK = re.compile("[“”„«»\"‘’‚‹›'「」『』]")
_AFTER_OPENING = frozenset("([{—–-/“‘„‚«‹「『\"'¿¡")
_ELIDED = re.compile(r".(?:tis|twas|em|til|cause|cos|n|round|bout|nuff)\b", re.IGNORECASE)
_FRENCH_SPACES = "\u00a0\u202f\u2009 "


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that opens or closes speech, `start` to `end` in the passage; the spaces of French stand inside that."""

    start: int
    end: int
    turn: Turn


def marks_in(text: str) -> list[Mark]:
    """Return the marks of speech in a passage, in order; what opens may be left open, what closes may have begun before."""
    reader = _Reader(text)
    for match in _MARK.finditer(text):
        reader.read(match.start())
    return reader.found()


class _Reader:
    """Reads marks from left to right; `_open` are those that wait to be closed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: list[tuple[int, Turn]] = []
        self._open: list[int] = []
        self._never_closed = text.count("“") > text.count("”")
        self._straight = [match.start() for match in re.finditer('"', text)]
        self._single_ends = [match.start() for match in re.finditer("[’']", text) if self._may_close(match.start())]

    def read(self, at: int) -> None:
        """Take in the mark at a place."""
        turn = self._turn(at)
        if turn == "open":
            self._open.append(len(self._marks))
            self._marks.append((at, "open"))
        elif turn == "close":
            self._close(at)
        elif turn == "again":
            self._marks.append((at, "again"))

    def found(self) -> list[Mark]:
        """Return the marks of speech."""
        return [Mark(*self._with_spaces(at, turn), turn) for at, turn in self._marks if at >= 0]

    def _close(self, at: int) -> None:
        single = self._text[at] in "’'" or (self._text[at] in "‘›‹")
        while self._open and not single and self._text[self._marks[self._open[-1]][0]] in _SINGLE and self._closes_below(at):
            # What looked like an opening single mark inside was an apostrophe: ‘tis.
            self._marks[self._open.pop()] = (-1, "open")
        if self._open:
            self._open.pop()
        self._marks.append((at, "close"))

    def _closes_below(self, at: int) -> bool:
        return any(self._text[at] in _PAIRS[self._text[self._marks[mark][0]]] for mark in self._open[-3:])

    def _turn(self, at: int) -> Turn | None:
        match self._text[at]:
            case "„" | "「" | "『":
                return "open"
            case "」" | "』":
                return "close"
            case "‚":
                return "open" if self._may_open(at) else None
            case "«" | "»" | "‹" | "›":
                return self._angled(at)
            case "“" | "”":
                return self._curly(at)
            case '"':
                return self._straight_double(at)
            case _:
                return self._single(at)

    def _angled(self, at: int) -> Turn:
        mark = self._text[at]
        if self._is_open(mark):
            return "close"
        if mark in "«‹":
            return "close" if self._may_close(at) and not self._may_open(at) else "open"
        return "open" if self._may_open(at) and not self._is_space(at + 1) else "close"

    def _curly(self, at: int) -> Turn:
        mark = self._text[at]
        if self._is_open(mark) and not (mark == "“" and self._may_open(at)):
            return "close"
        if mark == "“" and self._goes_on(at):
            return "again"
        if mark == "“":
            return "close" if self._may_close(at) and not self._may_open(at) else "open"
        return "open" if self._may_open(at) else "close"

    def _goes_on(self, at: int) -> bool:
        """Return whether speech that is open goes on in a new paragraph, which English tells by another opening mark."""
        before = self._text[max(at - 2, 0) : at].rstrip()[-1:]
        open_as_such = bool(self._open) and self._text[self._marks[self._open[-1]][0]] == "“"
        return open_as_such and before in ".!?…" and self._never_closed

    def _straight_double(self, at: int) -> Turn | None:
        if at and self._text[at - 1].isdigit():
            following = bisect_right(self._straight, at)
            later = following < len(self._straight) and not self._may_open(self._straight[following])
            # After a digit it is an inch mark, unless it is the last one that can close what is open.
            return "close" if self._is_open('"') and not later else None
        return "open" if self._may_open(at) and not self._is_space(at + 1) else "close"

    def _single(self, at: int) -> Turn | None:
        mark = self._text[at]
        if self._is_letter(at - 1) and self._is_letter(at + 1):
            return None
        if self._is_open(mark) and self._may_close(at):
            possessive = self._text[at - 1] in "sS" and self._is_space(at + 1) and self._ends_again(at)
            return None if possessive else "close"
        if mark == "‘" or (mark == "'" and self._ends_again(at)):
            opens = self._may_open(at) and self._is_letter(at + 1) and not self._text[at + 1].isdigit()
            return "open" if opens and not _ELIDED.match(self._text, at) else None
        # Without anything open a closing one is an apostrophe, but for one after a comma: the passage begins inside of speech.
        return "close" if mark == "’" and at and self._text[at - 1] in ",.!?" and self._may_close(at) else None

    def _ends_again(self, at: int) -> bool:
        """Return whether a single mark stands later that may close."""
        following = bisect_right(self._single_ends, at)
        return following < len(self._single_ends)

    def _is_open(self, closing: str) -> bool:
        return any(closing in _PAIRS[self._text[self._marks[mark][0]]] for mark in self._open[-2:])

    def _may_open(self, at: int) -> bool:
        return at == 0 or self._is_space(at - 1) or self._text[at - 1] in _AFTER_OPENING

    def _may_close(self, at: int) -> bool:
        return at > 0 and not self._is_space(at - 1) and not self._is_letter(at + 1)

    def _is_space(self, at: int) -> bool:
        return not 0 <= at < len(self._text) or self._text[at].isspace()

    def _is_letter(self, at: int) -> bool:
        return 0 <= at < len(self._text) and self._text[at].isalnum()

    def _with_spaces(self, at: int, turn: Turn) -> tuple[int, int]:
        if self._text[at] not in "«»‹›":
            return at, at + 1
        if turn != "close" and at + 1 < len(self._text) and self._text[at + 1] in _FRENCH_SPACES:
            return at, at + 2
        return (at - 1, at + 1) if turn == "close" and at and self._text[at - 1] in _FRENCH_SPACES else (at, at + 1)
