"""Terms that sources state on their own pages, in our words: `resources/rights/profiles/*.toml`, one file a source.

A profile is used where the article itself states no terms. It gives no licence before the user has confirmed it once for the source.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from app.base.paths import resource
from app.base.text import fold
from app.model.rights import RightsStatement
from app.rights.telling import from_document

CONFIDENCE = 0.6
"""What a page said when the profile was written may have changed since."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A source's name, hosts and other names, the address of its terms, and the statement read from them."""

    name: str
    hosts: tuple[str, ...]
    names: tuple[str, ...]
    source: str
    statement: RightsStatement


@cache
def profiles() -> tuple[Profile, ...]:
    """Return all profiles by file name; FileNotFoundError when the installation is damaged."""
    folder = resource("rights", "profiles")
    return tuple(_read(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml")))


def profile_of(url: str | None, source_name: str | None) -> Profile | None:
    """Return the profile of an article by its host, or by its source's name where it has no address; None without one."""
    host = _host(url)
    if host:
        return next((profile for profile in profiles() if any(_within(host, known) for known in profile.hosts)), None)
    wanted = fold(source_name or "")
    return next((profile for profile in profiles() if wanted and wanted in map(fold, (profile.name, *profile.names))), None)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def _within(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")


def _read(document: Mapping[str, Any]) -> Profile:
    stated = {"origin": "profile", "confidence": CONFIDENCE, "statement_text": document["terms"], **document["statement"]}
    names = (document["name"], tuple(document["hosts"]), tuple(document["names"]), document["source"])
    return Profile(*names, from_document(stated))
