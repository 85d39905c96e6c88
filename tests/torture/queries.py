"""Ask an index what could take for ever: `python -m tests.torture.queries --articles 100000 --random 2000`.

Each query must be answered or refused with its place, and a search that is asked to stop must stop soon. The longest times are printed.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.base.errors import Cancelled, QueryError
from app.base.progress import CancelToken
from app.index import ArticleIndex
from app.index.query import Query
from tests.benchmarks.corpus import articles, word
from tests.benchmarks.peers.pressmark import Names

DEADLY = (
    "a*", "*a", "**", "?" * 40, "*" * 200, "a?*?*?*?*", "*a*e*i*o*u*", "??*??*??*", "*" + "a*" * 60, "zz~2", "bababababababa~2",
    " OR ".join(f"{word(n)[:2]}*" for n in range(64)), " ".join(f"{word(n)}~2" for n in range(64)), " OR ".join(f"*{word(n)[-2:]}" for n in range(64)),
    '"' + " ".join(word(n % 3) for n in range(60)) + '"', '"' + " ".join(word(n % 3) for n in range(60)) + '"~50', "(" * 31 + "ba" + ")" * 31,
    "(" * 500, "-" * 900 + "a", " ".join(f"-{word(n)}" for n in range(64)), "date:0000..9999", "added:..9999", "x" * 1001, "\x00\x01", "\ud800",
    "person:" * 40, "said:" + "ba* said:" * 30 + "bu", "🦄*", "e" + "\u0301" * 400, "AND OR NOT", '"""', "~2", "body:*~2*",
)  # fmt: skip
PIECES = [
    "*",
    "?",
    "~2",
    '"',
    "(",
    ")",
    " OR ",
    " ",
    " -",
    "NOT ",
    "person:",
    "said:",
    "date:",
    "2022",
    "..",
    "\u0301",
    "新",
    "ba",
    "bu*",
    "??",
    "'",
    "\\",
    "\n",
]


@dataclass
class Told:
    """How long the longest answer took, the longest way to a stop, and how many queries were refused."""

    longest_s: float = 0.0
    slowest: str = ""
    longest_stop_s: float = 0.0
    slowest_stop: str = ""
    refused: int = 0


def torture(index: ArticleIndex, queries: Iterable[str]) -> Told:
    """Ask all queries, each once to the end and once with a stop; what is neither answered nor refused raises."""
    told = Told()
    for text in queries:
        began = time.perf_counter()
        try:
            index.search(Query(text, typing=True), Names())
        except QueryError as error:
            told.refused += 1
            if not 0 <= int(error.params["position"]) <= len(text):
                raise ValueError(f"{error.code} at {error.params['position']} of {text!r}") from error
        took = time.perf_counter() - began
        if took > told.longest_s:
            told.longest_s, told.slowest = took, text
        if took > 0.02:
            stop = stopping(index, text, after=took / 3)
            if stop > told.longest_stop_s:
                told.longest_stop_s, told.slowest_stop = stop, text
    return told


def stopping(index: ArticleIndex, text: str, *, after: float) -> float:
    """Return how long a search goes on after it was asked to stop; 0 when it ended before."""
    token, ended = CancelToken(), []

    def search() -> None:
        with suppress(Cancelled, QueryError):
            index.search(Query(text, typing=True), Names(), cancel=token)
        ended.append(time.perf_counter())

    thread = threading.Thread(target=search)
    thread.start()
    time.sleep(after)
    asked = time.perf_counter()
    token.cancel()
    thread.join()
    return max(0.0, ended[0] - asked)


def random_queries(count: int, seed: int) -> list[str]:
    """Return nonsense made of the language's signs and of frequent words."""
    rng = random.Random(seed)
    return ["".join(rng.choice([*PIECES, word(rng.randint(0, 50))]) for _ in range(rng.randint(1, 24))) for _ in range(count)]


def main() -> int:
    """Print the longest times; 1 when a search went on for more than twice its deadline, or 0.1 s after it was asked to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--random", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        ArticleIndex.build(Path(folder), "torture", articles(given.articles), seq=1) as index,
    ):
        index.search(Query("warm"), Names())
        told = torture(index, [*DEADLY, *random_queries(given.random, given.seed)])
    print(
        f"{told.refused} of {len(DEADLY) + given.random} refused; longest {told.longest_s:.2f} s ({told.slowest[:60]!r}); longest stop {told.longest_stop_s * 1000:.0f} ms ({told.slowest_stop[:60]!r})"
    )
    return int(told.longest_s > 3 or told.longest_stop_s > 0.1)


if __name__ == "__main__":
    sys.exit(main())
