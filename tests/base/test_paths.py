"""Where things lie."""

import sys
from pathlib import Path

import pytest

from app.base import paths

FOLDERS = (paths.cache_dir, paths.data_dir, paths.settings_dir)


def test_shipped_file_is_found() -> None:
    assert paths.resource("migrations", "0001.sql").is_file()


def test_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="resources/nothing"):
        paths.resource("nothing")


def test_frozen_program_looks_in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "x").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("x") == tmp_path / "resources" / "x"


@pytest.mark.parametrize(
    ("platform", "parts"),
    [("linux", (".cache", ".local/share", ".config")), ("darwin", ("Library/Caches", "Library/Application Support", "Library")),
     ("win32", ("AppData/Local", "AppData/Local", "AppData/Local"))],
)  # fmt: skip
def test_each_system_has_its_custom(
    platform: str, parts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CACHE", "DATA", "SETTINGS"):
        monkeypatch.delenv(f"PRESSMARK_{name}")
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", platform)
    found = [folder() for folder in FOLDERS]
    assert len(set(found)) == 3
    for folder, part in zip(found, parts, strict=True):
        assert folder.is_relative_to(tmp_path / part)
        assert "pressmark" in folder.parts


def test_relative_xdg_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESSMARK_CACHE")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert paths.cache_dir() == tmp_path / ".cache" / "pressmark"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert paths.cache_dir() == tmp_path / "elsewhere" / "pressmark"
