"""Where the name of an organisation or a place ends, known by the words it is made of."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon

_MAX_TAIL = 5
_MAX_PLACE = 4
_MIN_TEAM = 4
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
    if at + 1 >= size or not (words[at] in context.links or (head in context.many and words[at] in context.far_links)):
        return at
    end = at + 1
    if words[end] in context.articles and end + 1 < size:
        end += 1
    first = end
    while end < size and end - first < _MAX_TAIL and caps[end] and not (end > first and _new_name(reading, end, lexicon)):
        end += 1
        joins = end + 1 < size and words[end] in _JOINS and caps[end + 1]
        if joins and (head in context.many or words[end] == "&"):
            end += 1
    return end if end > first else at


def _new_name(reading: Reading, index: int, lexicon: Lexicon) -> bool:
    """Return whether a role or a first name with a surname begins here: no part of the tail."""
    if _is_role(reading, index, lexicon):
        return True
    words = reading.tokens.words
    follows = index + 1 < len(words) and reading.caps[index + 1] and reading.tokens.spaced(index + 1)
    return follows and words[index] in lexicon.parts.gender and words[index - 1] not in lexicon.context.links


def event_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after an event, prize or treaty that a run names ("Boston Film Festival"), `at` where it is none.

    A listed name with the year before it and a vote behind it is one as well ("the 1997 New Zealand general election").
    """
    words = reading.tokens.words
    for index in range(limit - 1, at, -1):
        if words[index] in lexicon.organisations.events:
            return index + 1
    if at and words[at - 1].isdigit() and len(words[at - 1]) == 4 and limit < len(words):
        after = words[limit : limit + 3]
        if after[0] in lexicon.context.vote or (after[0] in lexicon.context.vote_before and lexicon.context.vote & set(after)):
            return limit
    return at


def team_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after a team named by its town ("Northport Pirates"), given the end of the town; `at` for none."""
    words = reading.tokens.words
    if limit != at + 1 or not words[at].endswith("s") or words[at].endswith("ss") or len(words[at]) < _MIN_TEAM:
        return at
    word = words[at]
    named = word in lexicon.demonyms or word[:-1] in lexicon.demonyms or word in lexicon.ordinary
    return at if named or word in lexicon.organisations.place_heads else limit


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
