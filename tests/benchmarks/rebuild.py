"""Time how the index of an archive is made again from its database, how one changed article is taken in, and how it is opened."""

import argparse
import json
import os
import resource
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from app.archive import Archive
from app.archive.changes import record_change
from app.index import ArticleIndex
from app.index.query import Query
from app.model.tables import Article
from app.workflows import catch_up
from tests.benchmarks.archive import make_archive
from tests.benchmarks.corpus import articles
from tests.benchmarks.peers.pressmark import Names
from tests.benchmarks.search import CACHE

CHANGES, REPEATS = 20, 5


def run(arguments: argparse.Namespace) -> int:
    """Print seconds and articles a second; 0 when the index holds all articles."""
    folder: Path = arguments.folder / f"archive-{arguments.articles}-{arguments.words}"
    if not (folder / "archive.db").exists():
        shutil.rmtree(folder, ignore_errors=True)
        make_archive(folder, articles(arguments.articles, words=arguments.words))
    with Archive.open(folder) as archive:
        shutil.rmtree(catch_up.index_folder(archive), ignore_errors=True)
        began = time.perf_counter()
        index = catch_up.rebuild(archive)
        took = time.perf_counter() - began
        held = index.checkpoint.count
        began = time.perf_counter()
        # In the window this goes on beside, while the index is in use.
        index.merge()
        merged = time.perf_counter() - began
        index.close()
        opened = median(_opened_ms(archive) for _ in range(REPEATS))
        changed = [_changed_ms(archive, number) for number in range(1, CHANGES + 1)]
        found, flushed = (median(times) for times in zip(*changed, strict=True))
        shutil.rmtree(catch_up.index_folder(archive))
    report = {
        "articles": held, "processors": os.cpu_count(), "rebuild_s": round(took, 1), "merging_beside_s": round(merged, 1), "articles_per_second": round(held / took),
        "open_ms": round(opened, 1), "changed_article_found_ms": round(found, 1), "of_which_flush_to_disk_ms": round(flushed, 1),
        "peak_mb_largest_worker": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        "peak_mb_this_process": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip
    print(json.dumps(report, indent=1))
    return 0 if held == arguments.articles else 1


def _opened_ms(archive: Archive) -> float:
    began = time.perf_counter()
    ArticleIndex.open(catch_up.index_folder(archive), archive.uid).close()
    return (time.perf_counter() - began) * 1000


def _changed_ms(archive: Archive, number: int) -> tuple[float, float]:
    """Return how long it takes from a change in the database until the search has it, and how much of that the device takes to flush."""
    with ArticleIndex.open(catch_up.index_folder(archive), archive.uid) as index:
        headline = f"changed{number}{os.getpid()}"
        index.search(Query(""), Names())
        with archive.transaction() as session:
            article = session.get_one(Article, number)
            article.headline = headline
            session.add(article)
            record_change(session, number, "update")
        with _flushes() as flushes:
            began = time.perf_counter()
            catch_up.catch_up(archive, index)
            found = index.search(Query(headline), Names())
            took = (time.perf_counter() - began) * 1000
        if found.total != 1:
            raise RuntimeError(f"{headline} is not found")
        return took, sum(flushes)


@contextmanager
def _flushes() -> Iterator[list[float]]:
    """Give a list that takes the milliseconds of each flush to the device."""
    flush, took = os.fsync, []

    def timed(handle: int) -> None:
        began = time.perf_counter()
        flush(handle)
        took.append((time.perf_counter() - began) * 1000)

    os.fsync = timed
    try:
        yield took
    finally:
        os.fsync = flush


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=458)
    parser.add_argument("--folder", type=Path, default=CACHE, help="where the archive is kept between runs")
