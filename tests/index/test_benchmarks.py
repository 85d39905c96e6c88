"""The benchmarks in their short form: they run, and FTS5 finds and counts the same."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main


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
