"""The benchmarks in their short form: they run, and FTS5 finds and counts the same."""

import json
from pathlib import Path

import pytest

from app.base.errors import QueryError
from tests.benchmarks.__main__ import main
from tests.benchmarks.cases import Answer, Case
from tests.benchmarks.search import timed


def test_search_benchmark_agrees_with_fts5(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [
        "search",
        "--articles",
        "400",
        "--words",
        "60",
        "--each",
        "1",
        "--peers",
        "fts5",
        "--folder",
        str(tmp_path),
        "--json",
    ]
    monkeypatch.setattr("sys.argv", ["benchmarks", *given])
    assert main() == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {"pressmark", "fts5"}
    assert report["pressmark"]["p50_ms"] > 0


def test_query_that_meets_its_deadline_is_told_and_the_run_goes_on() -> None:
    class Slow:
        asked = 0

        def answer(self, case: Case) -> Answer:
            self.asked += 1
            if self.asked == 1:
                raise QueryError("query-too-slow", position=0, text="", seconds=0)
            return Answer(7, [])

        def close(self) -> None: ...

    cases = [Case("fuzzy 2", "ours", ("word~2",)), Case("near", "ours", ("words",))]
    found = timed(Slow(), cases)
    assert dict(found.too_slow) == {"fuzzy 2, first time": 1}
    assert {case: answer.total for case, answer in found.answers.items()} == dict.fromkeys(cases, 7)
    assert [len(found.times["fuzzy 2"]), len(found.times["near"]), len(found.first)] == [1, 1, 2]


def test_query_that_cannot_be_understood_stops_the_run() -> None:
    class Wrong:
        def answer(self, case: Case) -> Answer:
            raise QueryError("query-too-wide", position=0, text="a")

        def close(self) -> None: ...

    with pytest.raises(QueryError):
        timed(Wrong(), [Case("near", "ours")])


def test_rebuild_benchmark_finds_what_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", "rebuild", "--articles", "300", "--words", "40", "--folder", str(tmp_path)])
    assert main() == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 300


def test_meter_benchmark_counts_what_was_handed_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", "meter", "--words", "2000", "--changes", "20"])
    assert main() == 0
    report = json.loads(capsys.readouterr().out)
    assert report["before_words"] > 0
    assert report["p95_ms"] > 0
