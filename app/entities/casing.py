"""Which words of a text carry the capital of a name: not every capital does."""

from dataclasses import dataclass, replace

from app.entities.lexicon import Lexicon
from app.entities.tokens import Tokens

_MIN_HEADLINE = 4
_MAX_HEADLINE = 24
_HEADLINE_SHARE = 0.6
_FULL_STOPS = frozenset('.,;:”"')


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with, per token, whether its capital may be a name's (`caps`) and whether its line is a headline in capitals."""

    tokens: Tokens
    caps: tuple[bool, ...]
    headline: tuple[bool, ...]


def read_capitals(texts: tuple[Tokens, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the texts with the capitals that count, judged by the words that the article prints in lower case."""
    lower = {word for tokens in texts for word in tokens.words if word.islower()}
    return tuple(_read(tokens, lower, lexicon) for tokens in texts)


def _read(tokens: Tokens, lower: set[str], lexicon: Lexicon) -> Reading:
    words = list(tokens.words)
    caps: list[bool] = []
    headline: list[bool] = []
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end] != "\n":
            end += 1
        style = _style(words[start:end])
        if style == "upper":
            words[start:end] = [_recase(word, lexicon) for word in words[start:end]]
        opens = tokens.opens[start:end]
        if style == "mixed":
            caps.extend(_is_name_like(w, o, lower, lexicon) for w, o in zip(words[start:end], opens, strict=True))
        else:
            caps.extend(_is_rare_capital(w, lower, lexicon) for w in words[start:end])
        headline.extend([style != "mixed"] * (end - start))
        if end < len(words):
            caps.append(False)
            headline.append(False)
        start = end + 1
    return Reading(replace(tokens, words=tuple(words)), tuple(caps), tuple(headline))


def _style(words: list[str]) -> str:
    letters = [w for w in words if w[0].isalpha() and len(w) > 1]
    if len(letters) < _MIN_HEADLINE:
        return "mixed"
    if not any(w[1:].islower() or w.islower() for w in letters):
        return "upper"
    if words[-1] in _FULL_STOPS or len(letters) > _MAX_HEADLINE:
        return "mixed"
    long = [w for w in letters if len(w) > 3]
    raised = sum(w[0].isupper() for w in long)
    return "title" if len(long) >= _MIN_HEADLINE and raised > _HEADLINE_SHARE * len(long) else "mixed"


def _recase(word: str, lexicon: Lexicon) -> str:
    if not word.isupper() or len(word) == 1 or "." in word:
        return word
    if lexicon.phrases.exact((word,)) is not None:
        return word
    return word.lower() if word.lower() in lexicon.function else word.capitalize()


def _is_name_like(word: str, opens: bool, lower: set[str], lexicon: Lexicon) -> bool:
    if not word[0].isupper():
        return False
    if word in lexicon.never and word not in lexicon.parts.gender:
        return False
    folded = word.lower()
    if len(word) == 1 or (folded in lexicon.function and not word.isupper()):
        return False
    return not (opens and folded in lower and folded in lexicon.common and word not in lexicon.parts.gender)


def _is_rare_capital(word: str, lower: set[str], lexicon: Lexicon) -> bool:
    if not word[0].isupper() or word in lexicon.ordinary or len(word) == 1:
        return False
    folded = word.lower()
    if folded in lexicon.function or folded in lower:
        return False
    return folded not in lexicon.common or word in lexicon.organisations.heads or word.isupper()
