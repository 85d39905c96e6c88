"""The classes of queries that every engine answers, and what an answer is."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from app.index.document import IndexDocument
from tests.benchmarks.corpus import FIRST_DAY, word

Kind = Literal["all", "any", "phrase", "prefix", "person", "years", "everything", "ours", "typing"]
TOP, VALUES, SNIPPETS = 50, 10, 10
LICENCES = ("≤ 5 %", "CC BY 4.0", "All rights reserved")
FACETS: dict[str, Callable[[IndexDocument], tuple[int, ...]]] = {
    "person": lambda d: d.persons, "organisation": lambda d: d.organisations, "place": lambda d: d.places, "speaker": lambda d: d.speakers,
    "source": lambda d: (d.source_id or 0,), "licence": lambda d: (LICENCES.index(d.licence),), "year": lambda d: (d.first.year,) if d.first else (),
}  # fmt: skip
"""What every engine counts over all matches; the years of all articles are the histogram."""
MOST_VALUES = 5


@dataclass(frozen=True)
class Case:
    """One query: words that all must stand in headline or body, any of them, as a phrase, or as the beginning of one."""

    name: str
    kind: Kind
    words: tuple[str, ...] = ()
    person: int = 0
    years: tuple[int, int] = (0, 0)


@dataclass
class Answer:
    """How many articles match, the best of them, the largest counts by facet, those by year, and pieces of text."""

    total: int
    best: list[int]
    counts: dict[str, list[int]] = field(default_factory=dict)
    snippets: int = 0


def cases(seed: int = 9, each: int = 8) -> list[Case]:
    """Return `each` queries of every class, the same for the same seed."""
    rng = random.Random(seed)

    def rank(low: int, high: int) -> str:
        return word(int(low * (high / low) ** rng.random()))

    found: list[Case] = []
    for _ in range(each):
        found += [
            Case("rare word", "all", (rank(5_000, 40_000),)),
            Case("common word", "all", (rank(20, 120),)),
            Case("2 words AND", "all", (rank(20, 400), rank(20, 400))),
            Case("3 words AND", "all", (rank(10, 200), rank(10, 200), rank(10, 200))),
            Case("3 words OR", "any", (rank(50, 800), rank(50, 800), rank(50, 800))),
            Case("phrase", "phrase", (rank(2, 60), rank(2, 60))),
            Case("prefix", "prefix", (rank(300, 3_000)[:4],)),
            Case("person + word", "person", (rank(5, 100),), person=rng.randint(1, 40)),
            Case("date + word", "years", (rank(5, 100),), years=(FIRST_DAY.year + 6, FIRST_DAY.year + 8)),
        ]
    found.append(Case("everything", "everything"))
    return found


def hard_cases(seed: int = 9, each: int = 8) -> list[Case]:
    """Return queries that only some engines answer, in our query language, and the worst phrase."""
    rng = random.Random(seed)
    found = [Case("stop-word phrase", "phrase", (word(0), word(1)))]
    for _ in range(each):
        found += [
            Case(
                "stop-word phrase of 3", "phrase", (word(rng.randint(0, 9)), word(rng.randint(0, 9)), word(rng.randint(0, 9)))
            ),
            Case("fuzzy 2", "ours", (f"{word(rng.randint(500, 30_000))}~2",)),
            Case("pattern inside", "ours", (f"{word(rng.randint(500, 30_000))[:2]}*{word(rng.randint(0, 69))[-2:]}",)),
            Case("near", "ours", (f'"{word(rng.randint(10, 300))} {word(rng.randint(10, 300))}"~5',)),
            Case("bare words", "ours", (f"{word(rng.randint(20, 400))} {word(rng.randint(20, 400))}",)),
        ]
    return found


def typed(seed: int = 9, each: int = 8) -> list[Case]:
    """Return a word of some twelve letters at each of its letters, as it is typed."""
    rng = random.Random(seed)
    long = [word(rng.randint(70**5, 70**5 * 40)) for _ in range(each)]
    short = [word(rng.randint(300, 4_000)) for _ in range(each)]
    # No frequent word is that long here: the first letters are those of one, so that each key finds something for long.
    texts = [(common + rare)[:12] for common, rare in zip(short, long, strict=True)]
    return [Case("typing", "typing", (text[:length],)) for text in texts for length in range(2, len(text) + 1)]
