"""Settings survive crashes, nonsense and unknown fields."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.base import paths, settings
from app.base.settings import Settings


def test_settings_come_back() -> None:
    changed = replace(Settings(), last_archive="/a", recent_archives=("/a", "/b"), theme="dark")
    settings.save(changed)
    assert settings.load() == changed


@pytest.mark.parametrize("content", ["", "not json", "[]", '{"last_archive": 5, "recent_archives": "x", "from_the_future": 1}'])
def test_unreadable_settings_are_the_defaults(content: str) -> None:
    path = paths.settings_dir() / settings.FILE_NAME
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    assert settings.load() == Settings()


def test_no_half_written_file_stays(tmp_path: Path) -> None:
    settings.save(Settings(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [settings.FILE_NAME]
    assert json.loads((tmp_path / settings.FILE_NAME).read_text(encoding="utf-8"))["theme"] == "system"


def test_last_archive_heads_the_recent_ones_once() -> None:
    known = Settings()
    for name in ("a", "b", "a", *map(str, range(12))):
        known = settings.remember_archive(known, Path(name))
    assert known.last_archive == "11"
    assert known.recent_archives == tuple(str(n) for n in range(11, 1, -1))
