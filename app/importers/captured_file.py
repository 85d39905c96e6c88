"""What importers are given and give."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.model.captured import CapturedArticle, Warning


@dataclass(frozen=True, slots=True)
class Captured:
    """A file as it was captured: its bytes, its name, where it came from, and when it was last changed."""

    content: bytes
    name: str
    path: str = ""
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles of a file in their order, what the file really is, and which encoding its text was read in."""

    articles: tuple[CapturedArticle, ...]
    media_type: str
    encoding: str | None
    warnings: tuple[Warning, ...] = ()


class Importer(Protocol):
    """Reads one kind of file."""

    media_type: str

    def recognises(self, captured: Captured) -> bool:
        """Return whether the content is of this kind, by its bytes first and its name only where bytes do not tell."""
        ...

    def read(self, captured: Captured) -> ReadResult:
        """Return its articles; ItemError when it cannot be read."""
        ...
