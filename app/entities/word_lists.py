"""The formats of the lists in `resources/entities/`: lines, bars, sections; `#` opens a comment line."""

from collections.abc import Iterator

from app.base.paths import resource


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a list without blank lines and comments."""
    for line in resource("entities", name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def words(name: str) -> frozenset[str]:
    """Return all words of a list that holds several on a line."""
    return frozenset(word for line in lines(name) for word in line.split())


def sections(name: str) -> dict[str, list[str]]:
    """Return the lines of a list by the `[section]` above them."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines(name):
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return found


def section_words(listed: dict[str, list[str]], name: str) -> frozenset[str]:
    """Return all words of one section."""
    return frozenset(word for line in listed.get(name, []) for word in line.split())
