"""Names that are given from outside, by a person or by the document itself: found wherever they are printed, the longest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.base.spans import Span
from app.base.text import fold
from app.entities.candidates import Candidate
from app.entities.tokens import Tokens, tokenise, words_of
from app.model.recognition import Kind


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that a person confirmed; it is matched first and overrides what rules find."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Given:
    words: tuple[str, ...]
    name: str
    kind: Kind
    how: str
    confidence: float


class GivenNames:
    """Given names by their first word, so that thousands cost no more than a few. Of the same words the name given first counts."""

    def __init__(self, known: Iterable[KnownName] = ()) -> None:
        self._by_first: dict[str, list[_Given]] = {}
        self._add((entry.name, entry.kind) for entry in known)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def _add(self, names: Iterable[tuple[str, Kind]], how: str = "known", confidence: float = 1.0) -> None:
        for name, kind in names:
            if words := tuple(map(_folded, words_of(name))):
                self._by_first.setdefault(words[0], []).append(_Given(words, name, kind, how, confidence))
        for listed in self._by_first.values():
            listed.sort(key=lambda given: -len(given.words))

    def with_stated(self, names: Iterable[tuple[str, Kind]]) -> "GivenNames":
        """Return these and the names that a document states, which give way to those that a person confirmed."""
        added = list(names)
        if not added:
            return self
        made = GivenNames()
        made._by_first = {first: list(listed) for first, listed in self._by_first.items()}
        made._add(added, "stated", 0.98)
        return made

    def candidates(self, texts: Sequence[Tokens], found: Sequence[Candidate]) -> list[Candidate]:
        """Return what was found with the given names put in their places, in order.

        A given name of one word is left to a longer name that was found around it: Paris does not cut Paris Hilton.
        """
        if not self:
            return list(found)
        longer = {(c.text, at) for c in found if c.last - c.first > 1 and c.kind is not None for at in range(c.first, c.last)}
        added = [
            Candidate(index, at, at + len(given.words), given.kind, given.how, given.confidence, name=given.name)
            for index, tokens in enumerate(texts)
            for at, given in self._standing(tokens)
            if len(given.words) > 1 or (index, at) not in longer
        ]
        taken = {(c.text, at) for c in added for at in range(c.first, c.last)}
        kept = [c for c in found if not any((c.text, at) in taken for at in range(c.first, c.last))]
        return sorted((*kept, *added), key=lambda c: (c.text, c.first))

    def spans(self, text: str, field: str = "body") -> list[tuple[Span, str]]:
        """Return where the names stand in a text, in order, with the name as it was given."""
        tokens = tokenise(text, field)
        return [
            (Span(tokens.starts[at], tokens.ends[at + len(given.words) - 1], field), given.name)
            for at, given in self._standing(tokens)
        ]

    def _standing(self, tokens: Tokens) -> Iterator[tuple[int, _Given]]:
        """Give each place, the longest names first of those that overlap."""
        folded = [_folded(word) for word in tokens.words]
        places = [
            (at, given)
            for at, word in enumerate(folded)
            if tokens.words[at][0].isupper()
            for given in self._by_first.get(word, ())
            if tuple(folded[at : at + len(given.words)]) == given.words
        ]
        taken: set[int] = set()
        kept: list[tuple[int, _Given]] = []
        for at, given in sorted(places, key=lambda place: (-len(place[1].words), place[0])):
            covered = range(at, at + len(given.words))
            if taken.isdisjoint(covered):
                taken.update(covered)
                kept.append((at, given))
        yield from sorted(kept, key=lambda place: place[0])


@lru_cache(100_000)
def _folded(word: str) -> str:
    return fold(word)
