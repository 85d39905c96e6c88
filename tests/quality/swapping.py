"""New articles out of annotated ones: every name in one is exchanged for that of somebody else of its kind, so that a model learns what
stands around names and not the names.
"""

import random
from collections.abc import Iterator, Sequence

from tests.annotated.reading import KINDS, Annotated, Marked

Words = tuple[str, ...]


class Swapper:
    """Exchanges names by a seeded choice; `pool` holds the fullest names of all articles by kind and number of words."""

    def __init__(self, articles: Sequence[Annotated], seed: int) -> None:
        self._choice = random.Random(seed)
        self._pool: dict[tuple[str, int], list[Words]] = {}
        for article in articles:
            for kind, names in _names(article).values():
                full = max(names, key=len)
                self._pool.setdefault((kind, len(full)), []).append(full)

    def swapped(self, article: Annotated) -> Annotated:
        """Return the article with other names; one whose short form is no part of its full one keeps its name."""
        forms: dict[tuple[str, str], str] = {}
        for of, (kind, names) in _names(article).items():
            full = max(names, key=len)
            other = self._choice.choice(self._pool[kind, len(full)])
            made = {name: _part(full, other, name) for name in names}
            if all(made.values()):
                forms |= {(of, " ".join(name)): " ".join(new) for name, new in made.items() if new is not None}
        body, marks = _rewritten(article.body, article.marks, forms)
        headline, headline_marks = _rewritten(article.headers["headline"], article.headline_marks, forms)
        return Annotated(article.name, article.headers | {"headline": headline}, body, marks, headline_marks)


def _names(article: Annotated) -> dict[str, tuple[str, set[Words]]]:
    """Return kind and printed names (as words) of each that is named, by its id."""
    found: dict[str, tuple[str, set[Words]]] = {}
    for text, marks in ((article.body, article.marks), (article.headers["headline"], article.headline_marks)):
        for mark in marks:
            if mark.label in KINDS.values():
                found.setdefault(mark.of, (mark.label, set()))[1].add(tuple(text[mark.start : mark.end].split()))
    return found


def _part(full: Words, other: Words, name: Words) -> Words | None:
    """Return that part of the other name which stands where `name` stands in the full one, in capitals if it is."""
    shouted = " ".join(name).isupper() and not " ".join(full).isupper()
    for start in range(len(full) - len(name) + 1):
        piece = full[start : start + len(name)]
        if piece == name or (shouted and tuple(word.upper() for word in piece) == name):
            new = other[start : start + len(name)]
            return tuple(word.upper() for word in new) if shouted else new
    return None


def _rewritten(text: str, marks: Sequence[Marked], forms: dict[tuple[str, str], str]) -> tuple[str, tuple[Marked, ...]]:
    """Return the text with new names and all marks at their new places."""
    edits = [
        (mark.start, mark.end, new)
        for mark in marks
        if (new := forms.get((mark.of, " ".join(text[mark.start : mark.end].split())))) is not None
        and mark.label in KINDS.values()
    ]
    places = dict(_places(text, edits))
    made = "".join(new if isinstance(new, str) else text[new[0] : new[1]] for new in _pieces(text, edits))
    return made, tuple(Marked(places[m.start], places[m.end], m.label, m.of) for m in marks)


def _pieces(text: str, edits: Sequence[tuple[int, int, str]]) -> Iterator[str | tuple[int, int]]:
    at = 0
    for start, end, new in edits:
        yield (at, start)
        yield new
        at = end
    yield (at, len(text))


def _places(text: str, edits: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Yield each place of the old text with that in the new one; inside a name that was exchanged, its end."""
    shift, at = 0, 0
    for start, end, new in edits:
        yield from ((place, place + shift) for place in range(at, start + 1))
        shift += len(new) - (end - start)
        at = end
    yield from ((place, place + shift) for place in range(at, len(text) + 1))
