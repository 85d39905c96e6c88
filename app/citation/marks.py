"""Quotation marks by language: outer ones around a passage, inner ones for the speech inside it.

Sources: Unicode CLDR, delimiters, and the tables of Wikipedia's "Quotation mark"; where they differ, what newspapers print.
"""

from dataclasses import dataclass

from app.citation.speech import Mark, marks_in
from app.citation.words import in_language


@dataclass(frozen=True, slots=True)
class Marks:
    """Outer and inner opening and closing marks; `space` stands inside the outer ones (French)."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    space: str = ""

    def at(self, depth: int) -> tuple[str, str]:
        """Return what opens and what closes speech inside speech, 0 being the passage itself; outer and inner ones take turns."""
        if depth % 2:
            return self.inner_opening, self.inner_closing
        return self.opening + self.space, self.space + self.closing


_ENGLISH = Marks("“", "”", "‘", "’")
_BRITISH = Marks("‘", "’", "“", "”")
_GERMAN = Marks("„", "“", "‚", "‘")
_SWISS = Marks("«", "»", "‹", "›")
_GUILLEMETS = Marks("«", "»", "“", "”")
_RUSSIAN = Marks("«", "»", "„", "“")
_POLISH = Marks("„", "”", "«", "»")
_CROATIAN = Marks("„", "”", "‘", "’")
_SWEDISH = Marks("”", "”", "’", "’")
_NORWEGIAN = Marks("«", "»", "‘", "’")
_CORNERS = Marks("「", "」", "『", "』")

MARKS: dict[str, Marks] = {
    **dict.fromkeys(("en", "pt-br", "tr", "ko", "zh", "vi", "th", "id", "hi", "az", "lv", "af"), _ENGLISH),
    **dict.fromkeys(("es-419", "es-ar", "es-cl", "es-co", "es-mx", "es-pe", "es-us", "es-ve"), _ENGLISH),
    **dict.fromkeys(("en-gb", "nl", "cy"), _BRITISH),
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lb", "lt", "mk"), _GERMAN),
    **dict.fromkeys(("de-ch", "de-li", "it-ch", "fa"), _SWISS),
    "fr": Marks("«", "»", "“", "”", "\u202f"), "fr-ch": Marks("«", "»", "‹", "›", "\u202f"),
    **dict.fromkeys(("es", "it", "pt", "ca", "gl", "el", "hy", "kk"), _GUILLEMETS),
    **dict.fromkeys(("ru", "uk", "be"), _RUSSIAN), **dict.fromkeys(("pl", "ro"), _POLISH), **dict.fromkeys(("hr", "bs"), _CROATIAN),
    "sr": Marks("„", "”", "’", "’"), "bg": Marks("„", "“", "’", "’"), "et": Marks("„", "“", "«", "»"), "hu": Marks("„", "”", "»", "«"),
    "da": Marks("»", "«", "›", "‹"), **dict.fromkeys(("no", "nb", "nn"), _NORWEGIAN), **dict.fromkeys(("sv", "fi", "he"), _SWEDISH),
    **dict.fromkeys(("ja", "yue", "zh-hant", "zh-tw", "zh-hk", "zh-mo"), _CORNERS),
    "ar": Marks("«", "»", "”", "“"), "ur": Marks("”", "“", "’", "‘"), "eu": Marks("«", "»", "“", "”"), "ka": Marks("„", "“", "«", "»"),
}  # fmt: skip
"""By language tag in lower case."""


def marks_of(language: str) -> Marks:
    """Return the marks of a language tag (`de-AT` falls back to `de`), English ones for a language we do not know."""
    return in_language(MARKS, language) or _ENGLISH


def nest(text: str, language: str) -> str:
    """Return the passage in outer marks, with the marks of the speech inside it as inner ones, and speech that was cut closed.

    Inch marks and apostrophes stay. The text between the marks is otherwise unchanged.
    """
    opening, closing = marks_of(language).at(0)
    return f"{opening}{nested(text, language)}{closing}"


def nested(text: str, language: str) -> str:
    """Return a text as it stands between outer marks: see `nest`."""
    text = text.strip()
    marks, found = marks_of(language), marks_in(text)
    depth = begun = _begun_before(found)
    pieces: list[str] = []
    last = 0
    for mark in found:
        depth += mark.turn == "open"
        opening, closing = marks.at(depth)
        pieces += (text[last : mark.start], closing if mark.turn == "close" else opening)
        depth -= mark.turn == "close"
        last = mark.end
    pieces.append(text[last:])
    pieces += (marks.at(level)[1] for level in range(depth, 0, -1))
    return "".join([*(marks.at(level)[0] for level in range(1, begun + 1)), *pieces])


def _begun_before(found: list[Mark]) -> int:
    """Return how much speech is closed that the passage did not open."""
    depth = lowest = 0
    for mark in found:
        depth += {"open": 1, "again": 0, "close": -1}[mark.turn]
        lowest = min(lowest, depth)
    return -lowest
