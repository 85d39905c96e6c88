"""Further mentions of persons that the article has already made known: surnames, headline forms, words that open a sentence."""

from collections.abc import Iterable, Iterator, Sequence

from app.base.text import fold
from app.entities.candidates import Candidate
from app.entities.lexicon import Lexicon
from app.entities.tokens import Tokens
from app.model.recognition import Kind

_SHORT = 3


def repeats(
    candidates: Sequence[Candidate],
    texts: tuple[Tokens, ...],
    names: Iterable[str],
    lexicon: Lexicon,
) -> list[Candidate]:
    """Return candidates for persons' names (folded, full ones and surnames) where no candidate stands yet."""
    known = {tuple(_words(name)) for name in names}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=len, reverse=True):
        if words:
            by_first.setdefault(words[0], []).append(words)
    found: list[Candidate] = []
    for index, tokens in enumerate(texts):
        covered = bytearray(len(tokens))
        for candidate in candidates:
            if candidate.text == index:
                covered[candidate.first : candidate.last] = b"\x01" * (candidate.last - candidate.first)
        for first, words in _matches(tokens, covered, by_first, lexicon):
            found.append(Candidate(index, first, first + len(words), Kind.PERSON, "repeat", 0.8))
    return found


def _words(name: str) -> list[str]:
    return name.replace("-", " - ").split()


def _matches(
    tokens: Tokens, covered: bytearray, by_first: dict[str, list[tuple[str, ...]]], lexicon: Lexicon
) -> Iterator[tuple[int, tuple[str, ...]]]:
    at = 0
    size = len(tokens)
    while at < size:
        word = tokens.words[at]
        matched: tuple[str, ...] = ()
        if not covered[at] and len(word) > 1 and (word[0].isupper() or word in lexicon.parts.particles):
            for words in by_first.get(fold(word), ()):
                if _stands(tokens, covered, at, words, lexicon):
                    matched = words
                    break
        if matched:
            yield at, matched
        at += len(matched) or 1


def _stands(tokens: Tokens, covered: bytearray, at: int, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    end = at + len(words)
    if end > len(tokens) or any(covered[at:end]) or not tokens.words[end - 1][0].isupper():
        return False
    if len(words) > 1:
        return all(fold(tokens.words[at + i]) == word for i, word in enumerate(words))
    word = tokens.words[at]
    if len(word) <= _SHORT or word in lexicon.ordinary:
        return False
    everyday = tokens.opens[at] and word.lower() in lexicon.common
    return not everyday or (end < len(tokens) and tokens.words[end] in lexicon.speech.verbs)
