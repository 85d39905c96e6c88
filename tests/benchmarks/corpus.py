"""Invented articles in any number, the same for the same seed: words by Zipf's law, a vocabulary that grows, names and dates."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import numpy as np

from app.index.document import IndexDocument

COMMON_WORDS = 45_000
NEW_WORDS = 3
"""So many words of each article stand in no other one."""
PEOPLE, ORGANISATIONS, PLACES, SOURCES = 20_000, 5_000, 3_000, 120
FIRST_DAY, DAYS = date(2004, 1, 1), 7_305
SENTENCE = 18
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@cache
def word(rank: int) -> str:
    """Return the word of a rank, the most frequent being 0; no two are the same."""
    syllables = []
    rank += 70
    while rank:
        rank, at = divmod(rank, 70)
        syllables.append(_CONSONANTS[at // 5] + _VOWELS[at % 5])
    return "".join(syllables)


def articles(count: int, *, seed: int = 1, words: int = 458) -> Iterator[IndexDocument]:
    """Give articles 1 to `count` of about `words` words."""
    rng = np.random.default_rng(seed)
    for number in range(1, count + 1):
        yield _article(number, rng, words)


def _article(number: int, rng: np.random.Generator, words: int) -> IndexDocument:
    length = max(int(rng.normal(words, words / 5)), 20)
    found = [word(rank) for rank in _zipf(rng, COMMON_WORDS, length)]
    for at in rng.integers(0, length, NEW_WORDS).tolist():
        found[at] = word(1_000_000 + number * NEW_WORDS + at % NEW_WORDS)
    sentences = [" ".join(found[at : at + SENTENCE]).capitalize() for at in range(0, length, SENTENCE)]
    people = _zipf(rng, PEOPLE, int(rng.integers(0, 6)))
    day = FIRST_DAY + timedelta(days=int(rng.integers(0, DAYS)))
    return IndexDocument(
        article_id=number,
        headline=" ".join(word(rank) for rank in _zipf(rng, COMMON_WORDS, 8)),
        deck="",
        body=". ".join(sentences) + ".",
        language="en" if number % 10 else "de",
        source_id=1 + number % SOURCES,
        quotations=tuple((1 + person, sentences[0]) for person in people[:1]),
        persons=tuple(1 + person for person in dict.fromkeys(people)),
        organisations=tuple(1 + n for n in dict.fromkeys(_zipf(rng, ORGANISATIONS, int(rng.integers(0, 4))))),
        places=tuple(1 + n for n in dict.fromkeys(_zipf(rng, PLACES, int(rng.integers(0, 3))))),
        speakers=tuple(1 + person for person in people[:1]),
        licence=("≤ 5 %", "CC BY 4.0", "All rights reserved")[number % 3],
        first=day, last=day, precision="day", added=FIRST_DAY + timedelta(days=DAYS),
    )  # fmt: skip


def _zipf(rng: np.random.Generator, size: int, count: int) -> list[int]:
    """Return ranks from 0 on, each about inversely to its place."""
    ranks: list[int] = (np.exp(rng.random(count) * np.log(size)).astype(np.int64) - 1).tolist()
    return ranks
