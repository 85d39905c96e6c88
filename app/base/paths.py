"""Where things lie: shipped resources, and the user's folders by each system's custom."""

import os
import sys
from pathlib import Path

APP_FOLDER = "pressmark"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder; FileNotFoundError when it is not there.

    Found beside the package in a source tree, inside it (`app/resources`) in a wheel, and in PyInstaller's folder.
    """
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen) / "resources"] if frozen else [package / "resources", package.parent / "resources"]
    for root in roots:
        found = root.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(("resources", *parts)))


def cache_dir() -> Path:
    """Return the folder for what can be made again (the index); `PRESSMARK_CACHE` names another."""
    return _user_dir("PRESSMARK_CACHE", xdg="XDG_CACHE_HOME", home=".cache", mac="Caches", windows="Cache")


def data_dir() -> Path:
    """Return the folder for the user's own data (the sample archive); `PRESSMARK_DATA` names another."""
    return _user_dir("PRESSMARK_DATA", xdg="XDG_DATA_HOME", home=".local/share", mac="Application Support", windows="Data")


def settings_dir() -> Path:
    """Return the folder for settings and the ledger's remembered heads; `PRESSMARK_SETTINGS` names another."""
    return _user_dir("PRESSMARK_SETTINGS", xdg="XDG_CONFIG_HOME", home=".config", mac="Preferences", windows="Settings")


def _user_dir(variable: str, *, xdg: str, home: str, mac: str, windows: str) -> Path:
    override = os.environ.get(variable)
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / APP_FOLDER / windows
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / APP_FOLDER
    given = os.environ.get(xdg, "")
    # XDG Base Directory Specification 0.8: a relative path is invalid and is to be ignored.
    base_dir = Path(given) if Path(given).is_absolute() else Path.home() / home
    return base_dir / APP_FOLDER
