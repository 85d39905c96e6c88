"""Find the files that an import is to read: in name order, each once, nothing but regular files."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.base.errors import ItemError

MAX_FILE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to import, as it stood when it was found: size in bytes, modification time in nanoseconds since the epoch."""

    path: Path
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something on the way that cannot be imported, and why."""

    path: Path
    error: ItemError


Discovered = Candidate | Refused


def discover(paths: Sequence[Path]) -> Iterator[Discovered]:
    """Give each file among `paths` and below the folders among them.

    Hidden files and the attachments of saved pages (`page_files/` beside `page.html`) are left out below a folder, as they
    are no articles; a file that is named outright is always given. What cannot be read is given as Refused, never skipped.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _visit(path, seen)


def _visit(path: Path, seen: set[tuple[int, int]]) -> Iterator[Discovered]:
    try:
        facts = path.stat()
    except OSError as error:
        yield Refused(path, ItemError("file-unreadable", path=str(path), reason=error.strerror or str(error)))
        return
    if (facts.st_dev, facts.st_ino) in seen:
        return
    seen.add((facts.st_dev, facts.st_ino))
    if stat.S_ISDIR(facts.st_mode):
        yield from _below(path, seen)
    elif not stat.S_ISREG(facts.st_mode):
        yield Refused(path, ItemError("not-a-file", path=str(path)))
    elif facts.st_size > MAX_FILE_BYTES:
        yield Refused(path, ItemError("file-too-large", path=str(path), megabytes=MAX_FILE_BYTES // 1_000_000))
    else:
        yield Candidate(path, facts.st_size, facts.st_mtime_ns)


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Discovered]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield Refused(folder, ItemError("file-unreadable", path=str(folder), reason=error.strerror or str(error)))
        return
    present = set(names)
    for name in names:
        if not name.startswith(".") and not _is_attachments(name, present):
            yield from _visit(folder / name, seen)


def _is_attachments(name: str, present: set[str]) -> bool:
    """Return whether a folder belongs to a page saved as "complete" (browsers' `_files`, and `.files` of older ones)."""
    for ending in ("_files", ".files", "-Dateien", "_fichiers", "_archivos"):
        if name.endswith(ending):
            page = name.removesuffix(ending)
            return not present.isdisjoint({f"{page}.html", f"{page}.htm", f"{page}.xhtml"})
    return False
