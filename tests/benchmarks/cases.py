"""The classes of queries that every engine answers, and what an answer is."""

import random
from dataclasses import dataclass, field
from typing import Literal

from tests.benchmarks.corpus import FIRST_DAY, word

Kind = Literal["all", "any", "phrase", "prefix", "person", "years", "everything"]
TOP, VALUES, SNIPPETS = 50, 10, 10


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
    """How many articles match, the best of them, the largest counts by person, organisation and year, and pieces of text."""

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
    found.append(Case("stop-word phrase", "phrase", (word(0), word(1))))
    return found
