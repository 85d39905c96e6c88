"""Worker processes that read files and texts, so that a hostile one can neither freeze nor crash the program.

Each worker gets one at a time. One that takes too long is killed, one that dies is replaced, and after some hundred items each is
replaced anyhow, as libraries leak. Results come in the order in which the items went in.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Generic, Protocol, TypeVar

from app.base.errors import ItemError
from app.entities import GivenNames
from app.importers import Captured
from app.workflows.prepare import Prepared, prepare

TIME_LIMIT_S = 60.0
FILES_PER_WORKER = 400
AHEAD = 4
"""How many files per worker are read before the first of them has to be ready."""


class Task(Protocol):
    """What a worker gets; `path` names it where it fails."""

    @property
    def path(self) -> str:
        """Return what to call it."""
        ...


T = TypeVar("T")
I = TypeVar("I", bound=Task)  # noqa: E741
O = TypeVar("O")  # noqa: E741
Outcome = Prepared | ItemError


def prepare_all(
    items: Iterable[tuple[T, Captured]], *, jobs: int, time_limit_s: float = TIME_LIMIT_S, known: GivenNames | None = None
) -> Iterator[tuple[T, Outcome]]:
    """Give each item with what its file holds, or with the ItemError that tells why not, in the order of `items`."""
    yield from all_done(items, partial(prepare, known=known or GivenNames()), jobs=jobs, time_limit_s=time_limit_s)


def all_done(
    items: Iterable[tuple[T, I]], work: Callable[[I], O], *, jobs: int, time_limit_s: float = TIME_LIMIT_S
) -> Iterator[tuple[T, O | ItemError]]:
    """Give each item with the result of `work` on it, or with the ItemError that tells why there is none, in the order of `items`.

    `items` is drawn on only as workers get free; `work` is a function of a module. Closing the iterator ends the workers.
    """
    crew = _Crew[T, I, O](work, jobs, time_limit_s)
    try:
        yield from crew.run(iter(items))
    finally:
        crew.close()


@dataclass(slots=True)
class _Worker:
    process: "multiprocessing.process.BaseProcess"
    connection: "Connection[object, object]"
    done: int = 0
    place: int | None = None
    deadline: float = 0.0


class _Crew(Generic[T, I, O]):
    def __init__(self, work: Callable[[I], O], jobs: int, time_limit_s: float) -> None:
        self._work = work
        self._jobs = max(jobs, 1)
        self._time_limit_s = time_limit_s
        self._workers: list[_Worker] = []
        self._waiting: dict[int, tuple[T, I]] = {}
        self._ready: dict[int, O | ItemError] = {}

    def run(self, items: Iterator[tuple[T, I]]) -> Iterator[tuple[T, O | ItemError]]:
        taken = given = 0
        more = True
        while True:
            while more and taken - given < self._jobs * AHEAD and (worker := self._free()):
                item = next(items, None)
                if item is None:
                    more = False
                    break
                self._waiting[taken] = item
                self._start(worker, taken)
                taken += 1
            while given in self._ready:
                yield self._waiting.pop(given)[0], self._ready.pop(given)
                given += 1
            if given == taken and not more:
                return
            if given < taken:
                self._collect()

    def _free(self) -> _Worker | None:
        for worker in self._workers:
            if worker.place is None:
                return worker
        if len(self._workers) < self._jobs:
            worker = _spawn(self._work)
            self._workers.append(worker)
            return worker
        return None

    def _start(self, worker: _Worker, place: int) -> None:
        worker.place, worker.deadline = place, time.monotonic() + self._time_limit_s
        try:
            worker.connection.send(self._waiting[place][1])
        except OSError:
            self._lose(worker, "parser-crashed")

    def _collect(self) -> None:
        """Wait until a worker answers, dies or has used up its time, and note what became of its file."""
        busy = {worker.connection: worker for worker in self._workers if worker.place is not None}
        if not busy:
            return
        patience = min(worker.deadline for worker in busy.values()) - time.monotonic()
        for connection in wait(list(busy), timeout=max(patience, 0)):
            worker = busy[connection]  # type: ignore[index]
            try:
                outcome = worker.connection.recv()
            except (EOFError, OSError):
                self._lose(worker, "parser-crashed")
                continue
            self._finish(worker, outcome)  # type: ignore[arg-type]
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.place is not None and worker.deadline <= now:
                self._lose(worker, "parser-too-slow")

    def _finish(self, worker: _Worker, outcome: O | ItemError) -> None:
        assert worker.place is not None
        self._ready[worker.place] = outcome
        worker.place, worker.done = None, worker.done + 1
        if worker.done >= FILES_PER_WORKER:
            self._workers.remove(worker)
            _end(worker)

    def _lose(self, worker: _Worker, code: str) -> None:
        """Give up on the file in hand and on its worker; a killed process leaves nothing behind."""
        assert worker.place is not None
        name = self._waiting[worker.place][1].path
        self._ready[worker.place] = ItemError(code, path=name, seconds=round(self._time_limit_s))
        self._workers.remove(worker)
        worker.process.kill()
        _end(worker)

    def close(self) -> None:
        for worker in self._workers:
            if worker.place is not None:
                worker.process.kill()
            _end(worker)
        self._workers.clear()


def _spawn(work: Callable[[I], O]) -> _Worker:
    """Start a worker by `spawn`, the one way that is the same on all systems and safe beside threads."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True, name="pressmark-parser")
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.join(timeout=5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()


def _serve(connection: "Connection[object, object]", work: Callable[[I], O]) -> None:
    """Answer each item until the other end is closed, which also happens when the program is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
    while True:
        try:
            item: I = connection.recv()  # type: ignore[assignment]
        except (EOFError, OSError):
            return
        try:
            connection.send(_answer(work, item))
        except OSError:
            return


def _answer(work: Callable[[I], O], item: I) -> O | ItemError:
    try:
        return work(item)
    except ItemError as error:
        return error
    except MemoryError:
        return ItemError("parser-out-of-memory", path=item.path)
    except Exception as error:  # noqa: BLE001  # a fault on one file must not take the batch with it
        return ItemError("parser-failed", path=item.path, reason=f"{type(error).__name__}: {error}"[:200])
