"""Where the name of an organisation or a place ends, known by the words it is made of."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon

_MAX_TAIL = 5
_MAX_PLACE = 4
_JOINS = frozenset({"and", "&", "of", "for"})


def organisation_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the organisation that begins at `at` in a run up to `limit`; `at` where there is none."""
    words = reading.tokens.words
    own = lexicon.organisations
    if words[at] in own.starts:
        end = _tail(reading, at + 1, words[at], lexicon)
        if end > at + 1:
            return end
    if words[at] in own.prefixes and limit > at + 1:
        return limit
    last = _last_head(reading, at, limit, lexicon)
    if last == at or all(words[i] in own.generic or words[i] in lexicon.ordinary for i in range(at, last)):
        return at
    return _tail(reading, last, words[last - 1], lexicon) if words[last - 1] in own.starts else last


def _last_head(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the last head or suffix before the next role ("European Council" before "President")."""
    words = reading.tokens.words
    own = lexicon.organisations
    last = at
    for index in range(at + 1, limit):
        if words[index] in own.heads or words[index] in own.suffixes:
            last = index + 1
        elif _is_role(reading, index, lexicon):
            break
    return last


def _is_role(reading: Reading, index: int, lexicon: Lexicon) -> bool:
    title = lexicon.titles.longest(reading.tokens.words, index)
    return title is not None and title.source == "roles"


def _tail(reading: Reading, at: int, head: str, lexicon: Lexicon) -> int:
    """Return the end of "of (the) X and Y" after a head; `at` where none follows."""
    words, caps = reading.tokens.words, reading.caps
    context = lexicon.context
    size = len(words)
    if at + 1 >= size or words[at] not in context.links:
        return at
    end = at + 1
    if words[end] in context.articles and end + 1 < size:
        end += 1
    first = end
    while end < size and end - first < _MAX_TAIL and caps[end] and not (end > first and _is_role(reading, end, lexicon)):
        end += 1
        joins = end + 1 < size and words[end] in _JOINS and caps[end + 1]
        if joins and (head in context.many or words[end] == "&"):
            end += 1
    return end if end > first else at


def place_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the place that begins at `at` ("Kent County", "Lake Louise"); `at` where there is none."""
    words = reading.tokens.words
    own = lexicon.organisations
    for index in range(min(limit, at + _MAX_PLACE) - 1, at, -1):
        if words[index] in own.place_heads:
            return index + 1
    if words[at] in own.place_starts and at + 1 < limit and words[at + 1] not in own.place_heads:
        return at + 2
    return at
