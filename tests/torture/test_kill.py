"""The short form of the kill test."""

from pathlib import Path

from tests.torture.kill import torture


def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert torture(50, 7, tmp_path) > 0
