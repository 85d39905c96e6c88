"""Where a personal name ends within a run of capitals, and the titles before it."""

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon
from app.model.recognition import Kind

_MAX_PARTS = 5


def title_end(reading: Reading, at: int, end: int, lexicon: Lexicon) -> int:
    """Return the token after the titles that begin at `at` ("Former Prime Minister Sir"); `at` where there is none."""
    words = reading.tokens.words
    while at < end:
        title = lexicon.titles.longest(words, at)
        if title is None:
            break
        at += len(title.words)
    return at


def person_end(reading: Reading, at: int, limit: int, lexicon: Lexicon) -> int:
    """Return the token after the personal name that begins at `at`; never past `limit`."""
    words = reading.tokens.words
    parts = lexicon.parts
    end = at
    names = 0
    while end < limit and names < _MAX_PARTS:
        word = words[end]
        if word in parts.particles or word == "-":
            end += 1
            end += word == "-" and end < limit and words[end].islower()
            continue
        if not reading.caps[end] and not is_initial(word):
            break
        if names >= 1 and _stops(reading, end, lexicon, names):
            break
        names += not is_initial(word)
        end += 1
        if word in parts.suffixes and names > 1:
            break
    while end > at and (words[end - 1] == "-" or (words[end - 1] in parts.particles and words[end - 2] != "-")):
        end -= 1
    return end


def _stops(reading: Reading, at: int, lexicon: Lexicon, names: int) -> bool:
    words = reading.tokens.words
    word = words[at]
    if word in lexicon.organisations.suffixes and word not in lexicon.parts.suffixes:
        return True
    if names < 2 and word in lexicon.parts.surnames:
        return False
    phrase = lexicon.phrases.longest(words, at)
    if phrase is not None and phrase.kind is not Kind.PLACE and len(phrase.words) > 1:
        return True
    if names < 2:
        return False
    title = lexicon.titles.longest(words, at)
    return title is not None or word in lexicon.demonyms or (phrase is not None and word not in lexicon.parts.surnames)


def is_initial(word: str) -> bool:
    """Return whether the token is an initial with its dot, or several ("J.", "J.R.")."""
    return len(word) >= 2 and word[1] == "." and word[0].isupper()
