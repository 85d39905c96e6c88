"""A small library of invented articles, imported for real."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workflows.ingest import ingest
from app.workflows.library import Library
from tests.articles import GARDEN, HARBOUR, OPEN


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with three invented articles."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in (("harbour.txt", HARBOUR), ("garden.md", GARDEN), ("river.md", OPEN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, files: Path) -> Iterator[Library]:
    """An archive that holds the three articles: 1 garden, 2 harbour, 3 river."""
    with Library.open(tmp_path / "archive", create=True) as opened:
        batch = ingest(opened.archive, [files], jobs=1)
        assert [item.code for item in batch.items if item.status == "failed"] == []
        opened.refresh()
        yield opened
