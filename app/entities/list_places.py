"""Where listed names and titles stand in a text, token by token: what the lists alone would say."""

from app.entities.lexicon import Lexicon
from app.entities.phrases import Phrase, PhraseIndex

_MOST = 3
_SHOUTED = 4


def list_places(words: tuple[str, ...], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Return for each token the lists of whose entries it is part, with its place in the entry and the entry's length."""
    words = tuple(_as_listed(word, lexicon) for word in words)
    found: list[tuple[str, ...]] = [()] * len(words)
    _mark(words, lexicon.phrases, lexicon.titles, found, prefix="g")
    _mark(words, lexicon.wide, None, found, prefix="v")
    return found


def _as_listed(word: str, lexicon: Lexicon) -> str:
    """Return "LAHORE" as "Lahore", short forms that are listed in capitals as they are."""
    if len(word) < _SHOUTED or not word.isupper() or lexicon.phrases.exact((word,)) is not None:
        return word
    return word.capitalize()


def _mark(
    words: tuple[str, ...], phrases: PhraseIndex, titles: PhraseIndex | None, found: list[tuple[str, ...]], *, prefix: str
) -> None:
    at, size = 0, len(words)
    while at < size:
        word = words[at]
        phrase = phrases.longest(words, at) if word[0].isupper() else None
        if phrase is None and titles is not None and word[0].isalpha():
            phrase = titles.longest(words, at)
        if phrase is None:
            at += 1
            continue
        for place in range(at, min(size, at + len(phrase.words))):
            found[place] = (*found[place], _name(phrase, place - at, prefix))
        at += len(phrase.words)


def _name(phrase: Phrase, offset: int, prefix: str) -> str:
    return f"{prefix}={phrase.source[:4]}{'I' if offset else 'B'}{min(len(phrase.words), _MOST)}"
