"""Time a faceted search in our index and in others over the same articles, with the same work, and check that they agree."""

import argparse
import gc
import importlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Protocol

from app.base.errors import QueryError
from app.index.document import IndexDocument
from tests.benchmarks.cases import Answer, Case, cases, hard_cases, typed
from tests.benchmarks.corpus import articles

PEERS = ("tantivy", "fts5", "xapian", "stock")
REPEATS, ENOUGH_MS = 5, 4_000
CACHE = Path.home() / ".cache" / "pressmark-benchmarks"


class Engine(Protocol):
    """An index that answers cases."""

    def answer(self, case: Case) -> Answer: ...

    def close(self) -> None: ...


def run(arguments: argparse.Namespace) -> int:
    """Return 0 when all engines agree; print a line a class and engine, or one JSON object."""
    documents = list(articles(arguments.articles, words=arguments.words))
    gc.freeze()
    asked = cases(each=arguments.each)
    reference: dict[Case, Answer] = {}
    report: dict[str, dict[str, Any]] = {}
    differing = 0
    for name in ("pressmark", *[peer for peer in arguments.peers.split(",") if peer]):
        folder = arguments.folder / f"{name}-{arguments.articles}-{arguments.words}"
        engine, report[name] = opened(name, folder, documents)
        usual = timed(engine, asked)
        report[name] |= told(usual)
        if name == "pressmark":
            hard, keys = timed(engine, hard_cases(each=arguments.each)), timed(engine, typed(each=arguments.each))
            report[name]["hard_ms"] = {key: round(median(values), 2) for key, values in hard.times.items()}
            report[name]["typing_p95_ms"] = round(quantiles(keys.times["typing"], n=20)[-1], 2)
            report[name]["too_slow"] = dict(usual.too_slow + hard.too_slow + keys.too_slow)
        engine.close()
        differing += differences(name, reference, usual.answers) if reference else 0
        reference = reference or usual.answers
    show(report, as_json=arguments.json)
    return 1 if differing else 0


def opened(name: str, folder: Path, documents: Sequence[IndexDocument]) -> tuple[Engine, dict[str, Any]]:
    """Return an engine, its index made when there is none, and what is known before it is asked."""
    module = importlib.import_module(f"tests.benchmarks.peers.{name}")
    fresh = not folder.exists()
    began = time.perf_counter()
    engine: Engine = module.Engine(folder, documents)
    took = time.perf_counter() - began
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return engine, {
        "version": module.VERSION, "index_mb": round(size / 1e6, 1), "articles_per_second": round(len(documents) / took) if fresh else None,
    }  # fmt: skip


@dataclass
class Timed:
    """The median time of each query in milliseconds by its class, the first time of each, the answers, and what met its deadline."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    first: list[float] = field(default_factory=list)
    answers: dict[Case, Answer] = field(default_factory=dict)
    too_slow: Counter[str] = field(default_factory=Counter)


def told(found: Timed) -> dict[str, Any]:
    """Return the figures of an engine."""
    times, first = found.times, found.first
    every = [value for values in times.values() for value in values]
    return {
        "classes_ms": {key: round(median(values), 2) for key, values in times.items()}, "worst_ms": {key: round(max(values), 2) for key, values in times.items()},
        "p50_ms": round(median(every), 2), "p95_ms": round(quantiles(every, n=20)[-1], 2),
        "first_p50_ms": round(median(first), 2), "first_p95_ms": round(quantiles(first, n=20)[-1], 2), "memory_mb": own_memory_mb(),
    }  # fmt: skip


def own_memory_mb() -> int | None:
    """Return the memory of this process that is not mapped from files, with the articles themselves; None where it is not told."""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("RssAnon")).split()[1]) // 1024
    return None


def timed(engine: Engine, asked: list[Case]) -> Timed:
    """Return what was measured. An ask that meets its deadline is told apart; where there are answers, it is no part of the median."""
    found = Timed()
    for case in asked:
        took: list[float] = []
        answered: list[float] = []
        while len(took) < REPEATS and sum(took) < ENOUGH_MS:
            began = time.perf_counter()
            answer = in_time(engine, case)
            took.append((time.perf_counter() - began) * 1000)
            if answer is None:
                found.too_slow[f"{case.name}, {'asked again' if took[1:] else 'first time'}"] += 1
            else:
                answered.append(took[-1])
                found.answers[case] = answer
        found.times[case.name].append(median(answered or took))
        found.first.append(took[0])
    return found


def in_time(engine: Engine, case: Case) -> Answer | None:
    """Return the answer, None when the query met its deadline."""
    try:
        return engine.answer(case)
    except QueryError as error:
        if error.code != "query-too-slow":
            raise
        return None


def differences(name: str, expected: dict[Case, Answer], answers: dict[Case, Answer]) -> int:
    """Print and count the cases in which totals or facet counts differ."""
    found = 0
    for case, answer in answers.items():
        if case not in expected:
            continue
        wanted = {"total": [expected[case].total], **expected[case].counts}
        given = {"total": [answer.total], **answer.counts}
        for key in wanted:
            if given.get(key) != wanted[key]:
                found += 1
                print(f"{name} differs in {key} of {case}: {given.get(key)} instead of {wanted[key]}")
    return found


def show(report: dict[str, dict[str, Any]], *, as_json: bool) -> None:
    """Print the report: medians by class, then p50, p95 and how many times as long each peer takes."""
    if as_json:
        print(json.dumps(report, indent=1, ensure_ascii=False))
        return
    ours = report["pressmark"]
    print(f"{'median ms':22}" + "".join(f"{name:>14}" for name in report))
    for key in ours["classes_ms"]:
        print(f"{key:22}" + "".join(f"{values['classes_ms'][key]:>14}" for values in report.values()))
    for key in ("p50_ms", "p95_ms", "first_p50_ms", "first_p95_ms"):
        print(f"{key:22}" + "".join(f"{values[key]:>14}" for values in report.values()))
        print(f"{'  × ours':22}" + "".join(f"{values[key] / ours[key]:>14.2f}" for values in report.values()))
    for key in ("index_mb", "articles_per_second", "memory_mb", "version"):
        print(f"{key:22}" + "".join(f"{values[key]!s:>14}" for values in report.values()))
    for key, value in ours["hard_ms"].items():
        print(f"{key:22}{value:>14}")
    print(f"{'typing, p95':22}{ours['typing_p95_ms']:>14}")
    for key, count in ours["too_slow"].items():
        print(f"met its deadline: {key}, {count} ×")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--articles", type=int, default=21_578)
    parser.add_argument("--words", type=int, default=458)
    parser.add_argument("--each", type=int, default=8, help="queries of each class")
    parser.add_argument("--peers", default="", help="of " + ",".join(PEERS))
    parser.add_argument("--folder", type=Path, default=CACHE, help="where indexes are kept between runs")
    parser.add_argument("--json", action="store_true")
