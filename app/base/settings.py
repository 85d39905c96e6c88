"""The user's settings: typed, with defaults, one JSON file, written whole."""

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from app.base.paths import settings_dir

FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between two runs, for this user on this machine."""

    last_archive: str = ""
    recent_archives: tuple[str, ...] = ()
    publication: str = ""
    citation_style: str = "dash"
    theme: str = "system"
    index_folder: str = ""
    user_name: str = ""
    window_state: str = ""


def load(folder: Path | None = None) -> Settings:
    """Return the settings of `folder`; defaults for what is missing, unknown or unreadable."""
    path = (folder or settings_dir()) / FILE_NAME
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _typed(stored) if isinstance(stored, dict) else Settings()


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings: a new file beside, then renamed, so that a crash leaves the old one."""
    path = (folder or settings_dir()) / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{FILE_NAME}.{os.getpid()}.new")
    beside.write_text(json.dumps(asdict(settings), indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(beside, path)


def remember_archive(settings: Settings, archive: Path) -> Settings:
    """Return the settings with `archive` as the last opened one, at the head of the recent ones (at most 10)."""
    name = str(archive)
    recent = (name, *(r for r in settings.recent_archives if r != name))[:10]
    return replace(settings, last_archive=name, recent_archives=recent)


def _typed(stored: dict[str, object]) -> Settings:
    known: dict[str, object] = {}
    for field in fields(Settings):
        value = stored.get(field.name)
        if isinstance(field.default, str) and isinstance(value, str):
            known[field.name] = value
        elif isinstance(field.default, tuple) and isinstance(value, list):
            known[field.name] = tuple(str(v) for v in value)
    return replace(Settings(), **known)  # type: ignore[arg-type]
