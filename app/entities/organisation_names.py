"""Where the name of an organisation or a place ends, known by the words it is made of."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon

_LINKS = frozenset(
    [
        "of",
        "for",
        "on",
        "de",
        "du",
        "des",
        "der",
        "für",
        "di",
        "do",
        "da",
        "dos",
        "van",
        "voor",
        "del",
        "della",
        "against",
        "to",
    ]
)
_ARTICLES = frozenset(["the", "la", "les", "le", "los", "las", "den", "der", "die", "das", "het"])
_MANY = frozenset(
    [
        "Ministry",
        "Department",
        "Committee",
        "Commission",
        "Centre",
        "Center",
        "Centers",
        "Institute",
        "Office",
        "Agency",
        "Council",
        "Court",
        "Bureau",
        "Administration",
    ]
)
_MAX_TAIL = 5


def organisation_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the organisation that begins at `at` in a run up to `limit`; `at` where there is none."""
    words = reading.tokens.words
    own = lexicon.organisations
    if words[at] in own.starts:
        end = _tail(reading, at + 1, words[at], lexicon)
        if end > at + 1:
            return end
    last = at
    for index in range(at, limit):
        word = words[index]
        if (word in own.heads and index > at) or (word in own.suffixes and index > at):
            last = index + 1
        elif index > at and _breaks(reading, index, lexicon):
            break
    if last == at:
        return at
    if all(words[i] in own.generic or words[i] in lexicon.ordinary for i in range(at, last)):
        return at
    return _tail(reading, last, words[last - 1], lexicon) if words[last - 1] in own.starts else last


def _breaks(reading: Reading, index: int, lexicon: Lexicon) -> bool:
    title = lexicon.titles.longest(reading.tokens.words, index)
    return title is not None and title.source == "roles"


def _tail(reading: Reading, at: int, head: str, lexicon: Lexicon) -> int:
    """Return the end of "of (the) X and Y" after a head; `at` where none follows."""
    words, caps = reading.tokens.words, reading.caps
    size = len(words)
    if at + 1 >= size or words[at] not in _LINKS:
        return at
    end = at + 1
    if words[end] in _ARTICLES and end + 1 < size:
        end += 1
    first = end
    while end < size and end - first < _MAX_TAIL and caps[end] and not (end > first and _breaks(reading, end, lexicon)):
        end += 1
        if (
            end + 1 < size
            and words[end] in ("and", "&", "of", "for")
            and caps[end + 1]
            and (head in _MANY or words[end] == "&")
        ):
            end += 1
    return end if end > first else at


def place_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the place that begins at `at` ("Kent County", "Lake Louise"); `at` where there is none."""
    words = reading.tokens.words
    own = lexicon.organisations
    for index in range(min(limit, at + 4) - 1, at, -1):
        if words[index] in own.place_heads:
            return index + 1
    if words[at] in own.place_starts and at + 1 < limit and words[at + 1] not in own.place_heads:
        return at + 2
    return at
