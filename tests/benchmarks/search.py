"""Time a faceted search in our index and in others over the same articles, with the same work, and check that they agree."""

import argparse
import importlib
import json
import resource
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Protocol

from tests.benchmarks.cases import Answer, Case, cases
from tests.benchmarks.corpus import articles

PEERS = ("tantivy", "fts5")
REPEATS = 5
CACHE = Path.home() / ".cache" / "pressmark-benchmarks"


class Engine(Protocol):
    """An index that answers cases."""

    def answer(self, case: Case) -> Answer: ...

    def close(self) -> None: ...


def run(arguments: argparse.Namespace) -> int:
    """Return 0 when all engines agree; print a line a class and engine, or one JSON object."""
    documents = list(articles(arguments.articles, words=arguments.words))
    asked = cases(each=arguments.each)
    reference: dict[Case, Answer] = {}
    report: dict[str, dict[str, object]] = {}
    differing = 0
    for name in ("pressmark", *[peer for peer in arguments.peers.split(",") if peer]):
        module = importlib.import_module(f"tests.benchmarks.peers.{name}")
        folder = arguments.folder / f"{name}-{arguments.articles}-{arguments.words}"
        fresh = not folder.exists()
        began = time.perf_counter()
        engine: Engine = module.Engine(folder, documents)
        built = time.perf_counter() - began
        times, answers = timed(engine, asked)
        engine.close()
        if reference:
            differing += differences(name, reference, answers)
        reference = reference or answers
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        report[name] = {
            "index_mb": round(size / 1e6, 1), "articles_per_second": round(len(documents) / built) if fresh else None,
            "classes_ms": {key: round(median(values), 2) for key, values in times.items()},
            "p50_ms": round(median(every := [v for values in times.values() for v in values]), 2), "p95_ms": round(quantiles(every, n=20)[-1], 2),
        }  # fmt: skip
    show(report, as_json=arguments.json)
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 1 if differing else 0


def timed(engine: Engine, asked: list[Case]) -> tuple[dict[str, list[float]], dict[Case, Answer]]:
    """Return the median time of each query in milliseconds by its class, and the answers."""
    times: dict[str, list[float]] = defaultdict(list)
    answers: dict[Case, Answer] = {}
    for case in asked:
        took = []
        for _ in range(REPEATS):
            began = time.perf_counter()
            answers[case] = engine.answer(case)
            took.append((time.perf_counter() - began) * 1000)
        times[case.name].append(median(took))
    return dict(times), answers


def differences(name: str, expected: dict[Case, Answer], answers: dict[Case, Answer]) -> int:
    """Print and count the cases in which totals or facet counts differ."""
    found = 0
    for case, answer in answers.items():
        if (answer.total, answer.counts) != (expected[case].total, expected[case].counts):
            found += 1
            print(
                f"{name} differs: {case}: {answer.total} instead of {expected[case].total}, {answer.counts} instead of {expected[case].counts}"
            )
    return found


def show(report: dict[str, dict[str, object]], *, as_json: bool) -> None:
    """Print the report."""
    if as_json:
        print(json.dumps(report, indent=1))
        return
    classes = report["pressmark"]["classes_ms"]
    assert isinstance(classes, dict)
    print(f"{'median ms':18}" + "".join(f"{name:>12}" for name in report))
    for key in (*classes, "p50_ms", "p95_ms", "index_mb", "articles_per_second"):
        row = [values.get(key, values["classes_ms"].get(key)) for values in report.values()]  # type: ignore[attr-defined]
        print(f"{key:18}" + "".join(f"{value!s:>12}" for value in row))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--articles", type=int, default=21_578)
    parser.add_argument("--words", type=int, default=458)
    parser.add_argument("--each", type=int, default=8, help="queries of each class")
    parser.add_argument("--peers", default="", help="of " + ",".join(PEERS))
    parser.add_argument("--folder", type=Path, default=CACHE, help="where indexes are kept between runs")
    parser.add_argument("--json", action="store_true")
