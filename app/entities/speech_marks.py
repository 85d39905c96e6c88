"""Where direct speech stands: the stretches between quotation marks, with speech told from scare quotes."""

import re
from collections.abc import Set
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
_SINGLE_OPENS = re.compile(r"(?<![\w’])‘(?=\w|…)")
_DOUBLE_OPENS = re.compile(r"[“„«»\"「『]|``|''")
_SINGLE_CLOSES = re.compile(r"’(?!\w)")
_DIALOGUE = re.compile(r"—[^\W\d_]|—[¿¡]")
_MIN_WORDS = 4
_CLOSING_STOP = re.compile(r"[.,!?…]$")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR_WORDS = 4
_LONGEST_INSIDE = 2000
"""Characters in which a quotation within a quotation closes; further on nothing is looked for."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Direct speech from `start` to `end` inside its marks; `goes_on` when it continues that of the paragraph before."""

    start: int
    end: int
    goes_on: bool = False


def find_speech(text: str, verbs: Set[str] = frozenset()) -> tuple[Speech, ...]:
    """Return the direct speech of a text in order; time grows with its length only.

    Speech that is not closed by the end of its paragraph goes on in the next when that opens with a mark, else it ends there. A
    text that opens more single marks than double ones speaks in single marks. One word is speech beside one of the `verbs`.
    """
    found: list[Speech] = []
    start = 0
    open_before = False
    single = len(_SINGLE_OPENS.findall(text)) > len(_DOUBLE_OPENS.findall(text)) // 2
    for paragraph in text.split("\n"):
        if _DIALOGUE.match(paragraph):
            stretches, unclosed = _dialogue(paragraph), False
        else:
            stretches, unclosed = _singles(paragraph) if single else _doubles(paragraph)
        for at, (first, last) in enumerate(stretches):
            goes_on = at == 0 and open_before and first <= 1
            if goes_on or is_speech(paragraph[first:last]) or _is_word_said(paragraph, first, last, verbs):
                found.append(Speech(start + first, start + last, goes_on))
        open_before = unclosed
        start += len(paragraph) + 1
    return tuple(found)


def is_speech(passage: str) -> bool:
    """Return whether a marked passage is speech: several words, or a whole utterance with its stop inside the marks."""
    words = len(passage.split())
    return words >= _MIN_WORDS or (words >= 2 and bool(_CLOSING_STOP.search(passage.strip())))


def _is_word_said(paragraph: str, first: int, last: int, verbs: Set[str]) -> bool:
    """Return whether a short passage with its stop inside has a verb of speech beside it ("“Yes,” she told them")."""
    if not _CLOSING_STOP.search(paragraph[first:last].strip()):
        return False
    behind = paragraph[last + 1 : last + 60].split(".", maxsplit=1)[0]
    before = paragraph[max(0, first - 60) : max(first - 1, 0)].rstrip()
    near = _WORD.findall(behind)[:_NEAR_WORDS]
    if before.endswith((":", ",")):
        near += _WORD.findall(before.rsplit(".", 1)[-1])[-_NEAR_WORDS:]
    return any(word in verbs for word in near)


def _dialogue(paragraph: str) -> list[tuple[int, int]]:
    """Return the speech of a paragraph that opens with a dash (Spanish raya): "—No hubo suerte —dijo Ana—. Mañana sí."."""
    found: list[tuple[int, int]] = []
    at = 1
    while at < len(paragraph):
        aside = paragraph.find(" —", at)
        end = aside if aside >= 0 else len(paragraph)
        if paragraph[at:end].strip():
            found.append((at, end))
        if aside < 0:
            break
        back = paragraph.find("—", aside + 2)
        if back < 0:
            break
        at = back + 1
        while at < len(paragraph) and paragraph[at] in ".,;:! ?":
            at += 1
    return found


def _singles(paragraph: str) -> tuple[list[tuple[int, int]], bool]:
    """Return the stretches between single marks, and whether the last was not closed."""
    found: list[tuple[int, int]] = []
    at = 0
    while (opening := _SINGLE_OPENS.search(paragraph, at)) is not None:
        first = opening.end()
        following = _SINGLE_OPENS.search(paragraph, first)
        limit = following.start() if following else len(paragraph)
        last = _single_close(paragraph, first, limit)
        if last is None:
            found.append((first, limit if following else len(paragraph)))
            if not following:
                return found, True
            at = limit
            continue
        found.append((first, last))
        at = last + 1
    return found, False


def _single_close(paragraph: str, first: int, limit: int) -> int | None:
    """Return where speech in single marks closes: behind a stop before anywhere else, since ’ is an apostrophe too."""
    places = [match.start() for match in _SINGLE_CLOSES.finditer(paragraph, first, limit)]
    for place in places:
        if paragraph[place - 1] in ".,!?…—" or paragraph[place + 1 : place + 2] in tuple(",.;:)"):
            return place
    return next((place for place in places if paragraph[place - 1] != "s"), places[-1] if places else None)


def _closes_as(paragraph: str, at: int, closing: str) -> bool:
    """Return whether another mark closes speech, by a slip of the pen or of a program ("“Yes“")."""
    if closing in ("«", "」", "』"):
        return False
    behind = paragraph[at + 1 : at + 2]
    return paragraph[at] in '"”' or (paragraph[at] == "“" and not paragraph[at - 1].isspace() and not behind.isalnum())


def _marks_only_curved(paragraph: str, at: int) -> bool:
    """Return whether a straight mark that nothing closes stands before speech in curved marks: the paragraph of a longer extract."""
    return paragraph.find('"', at + 1) < 0 and 0 < paragraph.find("“", at) < paragraph.find("”", at)


def _closes_inside(paragraph: str, at: int) -> bool:
    """Return whether curved marks open at `at` and close before the next straight mark: a quotation within one."""
    end = at + _LONGEST_INSIDE
    closing = paragraph.find("”", at, end)
    return closing > 0 and '"' not in paragraph[at:closing] and '"' in paragraph[closing:end]


def _doubles(paragraph: str) -> tuple[list[tuple[int, int]], bool]:
    """Return the stretches between double marks, and whether the last was not closed."""
    found: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    inner = 0
    never = "»" if 0 <= paragraph.find("«") < paragraph.find("»") else "«" if "»" in paragraph else ""
    for at, character in enumerate(paragraph):
        if opened >= 0 and closing == '"' and (inner or (character == "“" and _closes_inside(paragraph, at))):
            inner = 0 if character == "”" else 1
        elif opened < 0:
            if character in _PAIRS and character != never:
                opened, closing = at + 1, _PAIRS[character]
            elif character == '"' and not (at and paragraph[at - 1].isdigit()) and not _marks_only_curved(paragraph, at):
                opened, closing = at + 1, '"'
        elif character in closing or _closes_as(paragraph, at, closing):
            found.append((opened, at))
            opened = -1
    if opened >= 0 and opened < len(paragraph):
        found.append((opened, len(paragraph)))
        return found, True
    return found, False
