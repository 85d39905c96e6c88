"""Where direct speech stands: the stretches between quotation marks, with speech told from scare quotes."""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«"}
_SINGLE = re.compile(r"(?<!\w)‘(?P<speech>[^‘\n]{2,2000}?)’(?!\w)")
_MIN_WORDS = 4
_CLOSING_STOP = re.compile(r"[.,!?…]$")


@dataclass(frozen=True, slots=True)
class Speech:
    """Direct speech from `start` to `end` inside its marks; `goes_on` when it continues that of the paragraph before."""

    start: int
    end: int
    goes_on: bool = False


def find_speech(text: str) -> tuple[Speech, ...]:
    """Return the direct speech of a text in order; time grows with its length only.

    Speech that is not closed by the end of its paragraph goes on in the next when that opens with a mark, else it ends there.
    """
    found: list[Speech] = []
    start = 0
    open_before = False
    has_double = bool(re.search("[“”„«»\"]|''|``", text))
    for paragraph in text.split("\n"):
        stretches, unclosed = _in_paragraph(paragraph) if has_double else (_singles(paragraph), False)
        for at, (first, last) in enumerate(stretches):
            goes_on = at == 0 and open_before and first <= 1
            if goes_on or is_speech(paragraph[first:last]):
                found.append(Speech(start + first, start + last, goes_on))
        open_before = unclosed
        start += len(paragraph) + 1
    return tuple(found)


def is_speech(passage: str) -> bool:
    """Return whether a marked passage is speech: several words, or a whole utterance with its stop inside the marks."""
    words = len(passage.split())
    return words >= _MIN_WORDS or (words >= 2 and bool(_CLOSING_STOP.search(passage.strip())))


def _singles(paragraph: str) -> list[tuple[int, int]]:
    return [match.span("speech") for match in _SINGLE.finditer(paragraph)]


def _in_paragraph(paragraph: str) -> tuple[list[tuple[int, int]], bool]:
    """Return the stretches between double marks, and whether the last was not closed."""
    found: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for at, character in enumerate(paragraph):
        if opened < 0:
            if character in _PAIRS and not (character == "»" and "«" in paragraph[:at]):
                opened, closing = at + 1, _PAIRS[character]
            elif character == '"' and not (at and paragraph[at - 1].isdigit()):
                opened, closing = at + 1, '"'
        elif character in closing or (character in '"”' and closing != "«"):
            found.append((opened, at))
            opened = -1
    if opened >= 0 and opened < len(paragraph):
        found.append((opened, len(paragraph)))
        return found, True
    return found, False
