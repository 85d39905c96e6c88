"""Quotation marks by language: outer ones around a passage, inner ones for the speech inside it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """Outer and inner opening and closing marks; `space` stands inside the outer ones (French)."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    space: str = ""


_ENGLISH = Marks("“", "”", "‘", "’")
_GERMAN = Marks("„", "“", "‚", "‘")
_GUILLEMETS = Marks("«", "»", "“", "”")
_RUSSIAN = Marks("«", "»", "„", "“")
_POLISH = Marks("„", "”", "«", "»")
_JAPANESE = Marks("「", "」", "『", "』")
_SWEDISH = Marks("”", "”", "’", "’")

MARKS: dict[str, Marks] = {
    "en": _ENGLISH, "en-GB": Marks("‘", "’", "“", "”"), "de": _GERMAN, "de-CH": Marks("«", "»", "‹", "›"),
    "fr": Marks("«", "»", "“", "”", "\u202f"), "es": _GUILLEMETS, "it": _GUILLEMETS, "pt": _GUILLEMETS, "pt-BR": _ENGLISH, "nl": _ENGLISH,
    "ru": _RUSSIAN, "uk": _RUSSIAN, "be": _RUSSIAN, "pl": _POLISH, "cs": _GERMAN, "sk": _GERMAN, "da": Marks("»", "«", "›", "‹"),
    "no": _GUILLEMETS, "nb": _GUILLEMETS, "sv": _SWEDISH, "fi": _SWEDISH, "hu": Marks("„", "”", "»", "«"), "el": _GUILLEMETS,
    "tr": _ENGLISH, "zh": _ENGLISH, "ja": _JAPANESE, "ro": _POLISH, "ar": _GUILLEMETS,
}  # fmt: skip

_DOUBLE_OPENING = "“„«"
_DOUBLE_CLOSING = "”»"
_STRAIGHT = re.compile(r'(?<!\d)"')
"""A straight double mark that is no inch mark."""


def marks_of(language: str) -> Marks:
    """Return the marks of a language tag (`de-AT` falls back to `de`), English ones for a language we do not know."""
    return MARKS.get(language) or MARKS.get(language.split("-", maxsplit=1)[0].lower()) or _ENGLISH


def nest(text: str, language: str) -> str:
    """Return the passage in outer marks, double marks inside it as inner ones, and speech that was cut open or closed again.

    Inch marks and apostrophes stay. The text between the marks is otherwise unchanged.
    """
    marks = marks_of(language)
    body = _balanced(_inner(_directed(text.strip()), marks), marks)
    space = marks.space
    return f"{marks.opening}{space}{body}{space}{marks.closing}"


def _directed(text: str) -> str:
    """Turn straight double marks into opening and closing ones, by what stands before them."""

    def turn(match: "re.Match[str]") -> str:
        before = text[match.start() - 1] if match.start() else " "
        return "“" if before.isspace() or before in "([—–" else "”"

    return _STRAIGHT.sub(turn, text)


def _inner(text: str, marks: Marks) -> str:
    pieces: list[str] = []
    depth = 0
    german = "„" in text
    for character in text:
        if character in _DOUBLE_OPENING and not (character == "“" and german and depth):
            depth += 1
            pieces.append(marks.inner_opening)
        elif character in _DOUBLE_CLOSING or character == "“":
            depth = max(depth - 1, 0)
            pieces.append(marks.inner_closing)
        else:
            pieces.append(character)
    return "".join(pieces)


def _balanced(text: str, marks: Marks) -> str:
    """Close speech that the passage leaves open, and open what it begins inside of."""
    if marks.inner_opening == marks.inner_closing:
        return text
    depth = missing = 0
    for at, character in enumerate(text):
        if character == marks.inner_opening:
            depth += 1
        elif character == marks.inner_closing and not _is_apostrophe(text, at):
            if depth:
                depth -= 1
            else:
                missing += 1
    return marks.inner_opening * missing + text + marks.inner_closing * depth


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
