"""Time how a draft of 5,000 words is checked against an archive: a hundred hidden passages among words of its own."""

import argparse
import json
import random
import time
from pathlib import Path
from statistics import median

from sqlmodel import select

from app.model.draft import Draft
from app.model.tables import Body
from app.workflows.check_draft import check_draft
from app.workflows.library import Library
from tests.benchmarks.archive import make_archive
from tests.benchmarks.corpus import articles
from tests.benchmarks.search import CACHE

PASSAGES, PASSAGE_WORDS, REPEATS = 100, 12, 5


def run(arguments: argparse.Namespace) -> int:
    """Print milliseconds; 0 when every hidden passage was found in its article."""
    folder: Path = arguments.folder / f"archive-{arguments.articles}-{arguments.words}"
    if not (folder / "archive.db").exists():
        make_archive(folder, articles(arguments.articles, words=arguments.words))
    with Library.open(folder) as library:
        text, hidden = _draft(library, arguments)
        times = []
        for _ in range(REPEATS):
            began = time.perf_counter()
            report = check_draft(library, Draft(text))
            times.append((time.perf_counter() - began) * 1000)
        found = {id_ for quote in report.quotes for id_ in (quote.article_id, *quote.also_in)}
    told = {
        "articles": arguments.articles, "draft_words": report.words, "hidden": len(hidden), "found": len(hidden & found),
        "first_ms": round(times[0]), "median_ms": round(median(times)),
    }  # fmt: skip
    print(json.dumps(told, indent=1))
    return 0 if hidden <= found else 1


def _draft(library: Library, arguments: argparse.Namespace) -> tuple[str, set[int]]:
    """Return a draft of the archive's own vocabulary, with passages of it, every other one with a changed word."""
    chance = random.Random(7)
    ids = chance.sample(range(1, arguments.articles + 1), PASSAGES + 20)
    with library.archive.reading() as session:
        bodies = {id_: session.exec(select(Body.text).where(Body.article_id == id_)).one() for id_ in ids}
    own = [word for id_ in ids[PASSAGES:] for word in bodies[id_].split()]
    pieces: list[str] = []
    for at, id_ in enumerate(ids[:PASSAGES]):
        words = bodies[id_].replace("\n", " ").split()
        start = chance.randrange(max(len(words) - PASSAGE_WORDS, 1))
        passage = words[start : start + PASSAGE_WORDS]
        if at % 2:
            passage[PASSAGE_WORDS // 2] = "changed"
        pieces.append("“" + " ".join(passage) + "”")
        pieces.append(" ".join(chance.choices(own, k=arguments.draft // PASSAGES - PASSAGE_WORDS)) + "\n")
    return " ".join(pieces), set(ids[:PASSAGES])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=458)
    parser.add_argument("--draft", type=int, default=5_000, help="words of the draft")
    parser.add_argument("--folder", type=Path, default=CACHE, help="where the archive is kept between runs")
