"""Stretches of capitalised words that may hold names."""

from collections.abc import Iterator

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.entities.person_names import is_initial

_MAX_PARTICLES = 3
_SYLLABLE = 5
_LONGEST = 60
"""Tokens after which a run is cut, so that looking ahead in it costs the same in every text; no name is as long."""


def runs(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) token of each run: capitals joined by single spaces, hyphens or name particles.

    Longer ones are cut after 60 tokens.
    """
    caps = reading.caps
    size = len(caps)
    at = 0
    while at < size:
        if not caps[at]:
            at += 1
            continue
        end = at + 1
        while end < size and end - at < _LONGEST:
            following = _next(reading, end, lexicon)
            if following == end:
                break
            end = following
        yield at, end
        at = end


def _next(reading: Reading, end: int, lexicon: Lexicon) -> int:
    """Return the end of the run when it goes on at token `end`, else `end`."""
    tokens = reading.tokens
    word = tokens.words[end]
    size = len(tokens)
    if reading.caps[end] or is_initial(word):
        return end + 1 if tokens.spaced(end) else end
    if word == "-" and _joins_syllable(reading, end, lexicon):
        return end + 2
    if word in ("-", "–", "&") and end + 1 < size and reading.caps[end + 1]:
        joined = tokens.touching(end) and tokens.touching(end + 1)
        return end + 2 if joined or (word == "&" and tokens.spaced(end) and tokens.spaced(end + 1)) else end
    if word == "'s":
        owner = (
            tokens.words[end - 1] in lexicon.context.owners
            and end + 1 < size
            and reading.caps[end + 1]
            and tokens.spaced(end + 1)
        )
        return end + 2 if owner else end
    if word in lexicon.parts.particles:
        return _over_particles(reading, end, lexicon)
    return end


def _joins_syllable(reading: Reading, end: int, lexicon: Lexicon) -> bool:
    """Return whether a hyphen leads to the small second half of a first name ("Ban Ki-moon", "Kim Jong-un")."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or not (tokens.touching(end) and tokens.touching(end + 1)):
        return False
    half = tokens.words[end + 1]
    if not (half.islower() and len(half) <= _SYLLABLE and len(tokens.words[end - 1]) <= _SYLLABLE):
        return False
    return half not in lexicon.context.not_syllables and (tokens.spaced(end - 1) and reading.caps[end - 2])


def _over_particles(reading: Reading, end: int, lexicon: Lexicon) -> int:
    tokens = reading.tokens
    size = len(tokens)
    at = end
    while at < size and at - end < _MAX_PARTICLES and (tokens.words[at] in lexicon.parts.particles or tokens.words[at] == "-"):
        if not (tokens.spaced(at) or tokens.touching(at)):
            return end
        at += 1
    joined = at < size and reading.caps[at] and (tokens.spaced(at) or tokens.touching(at))
    return at + 1 if joined else end
