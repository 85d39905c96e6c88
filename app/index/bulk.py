"""Segments of many articles: built in this process, or in several at once that each read their own share."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from app.base.errors import Cancelled
from app.base.memory import available_bytes
from app.base.progress import CancelToken, Progress, Report, silent
from app.index.building import SegmentBuilder
from app.index.codec import PressmarkSegment
from app.index.document import IndexDocument
from app.index.store import write_segment

Batch = Callable[[], Iterable[IndexDocument]]
"""Gives the articles of one share; it is carried into another process, and opens there what it needs."""
MOST_WORDS, LEAST_WORDS = 5_000_000, 500_000
"""A segment that is built at once holds so many words at most."""
BYTES_A_WORD = 96
TOLD_EVERY = 50
LOOK_EVERY_S = 0.1
WORKERS = 4


def segments_of(
    folder: Path, documents: Iterable[IndexDocument], *, took: Callable[[int], None], words: int = MOST_WORDS
) -> Iterator[PressmarkSegment]:
    """Give the segments of articles, each written to `folder` when it holds `words` words; `took` is told after some articles.

    `took` may raise to stop. OSError when a segment cannot be written.
    """
    builder, taken = SegmentBuilder(), 0
    for document in documents:
        builder.add(document)
        taken += 1
        if taken == TOLD_EVERY:
            took(taken)
            taken = 0
        if builder.words >= words:
            yield write_segment(folder, builder.arrays())
            builder = SegmentBuilder()
    took(taken)
    if len(builder):
        yield write_segment(folder, builder.arrays())


def segments_of_all(
    folder: Path, batches: Sequence[Batch], *, total: int | None, report: Report = silent, cancel: CancelToken | None = None
) -> Iterator[PressmarkSegment]:
    """Give the segments of all batches in their order, built by as many processes as the machine has use for.

    Cancelled when it was asked to stop; the errors of the batches.
    """
    workers = max(1, min(os.cpu_count() or 1, WORKERS, len(batches)))
    if workers > 1:
        with suppress(BrokenExecutor):
            yield from _by_workers(folder, batches, workers, total=total, report=report, cancel=cancel)
            return
    # One share, one processor, or a machine on which no worker lives: then all is done here.
    took = _teller(total, report, cancel)
    for batch in batches:
        yield from segments_of(folder, batch(), took=took, words=affordable_words(1))


def _by_workers(
    folder: Path, batches: Sequence[Batch], workers: int, *, total: int | None, report: Report, cancel: CancelToken | None
) -> list[PressmarkSegment]:
    spawn = multiprocessing.get_context("spawn")
    done, stop = spawn.Value("q", 0), spawn.Event()
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin, initargs=(done, stop)) as pool:
        work = partial(_work, folder, words=affordable_words(workers))
        try:
            jobs = [pool.submit(work, batch) for batch in batches]
            _watch(jobs, lambda: report(Progress(done.value, total)), cancel)
            return [segment for job in jobs for segment in job.result()]
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)


def affordable_words(workers: int) -> int:
    """Return how many words a segment may hold, so that all workers together take less than half of the memory that is free."""
    free = available_bytes()
    return MOST_WORDS if free is None else max(LEAST_WORDS, min(MOST_WORDS, free // 2 // workers // BYTES_A_WORD))


def _teller(total: int | None, report: Report, cancel: CancelToken | None) -> Callable[[int], None]:
    done = 0

    def took(count: int) -> None:
        nonlocal done
        if cancel is not None:
            cancel.check()
        done += count
        report(Progress(done, total))

    return took


def _watch(jobs: Sequence[Future[list[PressmarkSegment]]], tell: Callable[[], None], cancel: CancelToken | None) -> None:
    waiting: set[Future[list[PressmarkSegment]]] = set(jobs)
    while waiting:
        finished, waiting = wait(waiting, LOOK_EVERY_S, FIRST_EXCEPTION)
        for job in finished:
            job.result()
        tell()
        if cancel is not None:
            cancel.check()


_shared: dict[str, Any] = {}
"""In a worker process: how many articles all have taken, and whether to stop."""


def _begin(done: Any, stop: Any) -> None:
    _shared.update(done=done, stop=stop)


def _work(folder: Path, batch: Batch, *, words: int) -> list[PressmarkSegment]:
    def took(count: int) -> None:
        if _shared["stop"].is_set():
            raise Cancelled
        with _shared["done"].get_lock():
            _shared["done"].value += count

    return list(segments_of(folder, batch(), took=took, words=words))
