"""How text becomes terms: folded words with their places, stems by language, bigrams where a script has no spaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex
import Stemmer
from whoosh.analysis import Token, Tokenizer

from app.base.text import fold

ANALYSIS = 3
"""The version of this module's output: a change makes every index anew."""

LANGUAGES = frozenset(
    [
        "ar",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "eo",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fr",
        "ga",
        "hi",
        "hu",
        "hy",
        "id",
        "it",
        "lt",
        "ne",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sr",
        "sv",
        "ta",
        "tr",
        "yi",
    ]
)
"""Languages whose inflected forms are found, by ISO 639-1."""
BETWEEN_SPEECHES = "\U000f0000"
"""A word that nobody writes: what different people say must not form phrases."""
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = regex.compile(
    rf"(?P<run>[{_UNSPACED}]+)|(?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])+(?:['’](?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])+)*|{BETWEEN_SPEECHES}"
)
_RARE = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u2e80-\U000effff\U000f0001-\U0010ffff]"
)
"""Scripts without spaces, marks that stand alone, and all that is not looked at here."""
_CUT = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte == ord("'") else ord(" ") for byte in range(256)).lower()
_POSSESSIVE = regex.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A term and the place it was read from, in code points."""

    term: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Give the words of a text in order; a possessive ending is no part of a word, an unspaced run is given as its bigrams."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if match["run"]:
            run = match["run"]
            for at in range(max(len(run) - 1, 1)):
                yield Word(fold(run[at : at + 2]), start + at, start + min(at + 2, len(run)))
            continue
        term = _POSSESSIVE.sub("", fold(match[0]))
        if term:
            yield Word(term, start, end)


@lru_cache(maxsize=1024)
def terms_of(text: str) -> tuple[str, ...]:
    """Return the terms of a short text in order, such as a query's."""
    return tuple(word.term for word in words(text))


def is_plain(text: str) -> bool:
    """Return whether a text is read chunk by chunk: its script has spaces, so that chunks are short and come again."""
    return text.isascii() or not _RARE.search(text)


def cut(text: str) -> bytes:
    """Return a text as UTF-8 of the same length, with a space for each ASCII sign but the apostrophe, and ASCII letters in lower case.

    No word lies across a space: what lies between two is a chunk.
    """
    return text.encode("utf-8", "replace").translate(_CUT)


def chunk_words(chunk: bytes) -> list[Word]:
    """Return the words of a chunk, as `words` gives them; mostly one."""
    if chunk.isalnum():
        return [Word(chunk.decode(), 0, len(chunk))]
    return list(words(chunk.decode()))


def stem(term: str, language: str) -> str | None:
    """Return `<language>:<stem>` of a folded word, None for a language without a stemmer."""
    return stems([term], language)[0].decode() if language in LANGUAGES else None


def stems(terms: Sequence[str], language: str) -> list[bytes]:
    """Return `<language>:<stem>` of each folded word as UTF-8; KeyError for a language without a stemmer."""
    found = _stemmer(language).stemWords(terms)
    return [f"{language}:{text if text.isascii() else fold(text)}".encode() for text in found]


@cache
def _stemmer(language: str) -> "Stemmer.Stemmer":
    made = Stemmer.Stemmer(language)
    made.maxCacheSize = 0
    return made


class WordTokenizer(Tokenizer):  # type: ignore[misc]
    """Whoosh's view of `words`."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __call__(
        self, value: str, positions: bool = False, chars: bool = False, keeporiginal: bool = False, removestops: bool = True,
        start_pos: int = 0, start_char: int = 0, tokenize: bool = True, mode: str = "", **options: Any,
    ) -> Iterator[Token]:  # fmt: skip
        """Give the value's words as Whoosh tokens."""
        token = Token(positions, chars, removestops=removestops, mode=mode, **options)
        for place, word in enumerate(words(value)):
            token.text, token.boost, token.stopped = word.term, 1.0, False
            if positions:
                token.pos = start_pos + place
            if chars:
                token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token
