"""Longest match of listed names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.entities.tokens import words_of
from app.model.recognition import Kind


@dataclass(frozen=True, slots=True)
class Phrase:
    """A listed name: its tokens, its kind (None for an expression that is no name), its preferred form, its list."""

    words: tuple[str, ...]
    kind: Kind | None
    name: str
    source: str


class PhraseIndex:
    """Listed names by their first token, longest first; a name listed twice keeps its first entry."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        self._whole: dict[tuple[str, ...], Phrase] = {}
        for phrase in phrases:
            if phrase.words and phrase.words not in self._whole:
                self._whole[phrase.words] = phrase
                self._by_first.setdefault(phrase.words[0], []).append(phrase)
        for group in self._by_first.values():
            group.sort(key=lambda p: -len(p.words))

    def __len__(self) -> int:
        return len(self._whole)

    def longest(self, words: Sequence[str], at: int) -> Phrase | None:
        """Return the longest listed name that begins at token `at`."""
        for phrase in self._by_first.get(words[at], ()):
            size = len(phrase.words)
            if size == 1 or tuple(words[at : at + size]) == phrase.words:
                return phrase
        return None

    def exact(self, words: tuple[str, ...]) -> Phrase | None:
        """Return the listed name of exactly these tokens."""
        return self._whole.get(words)

    def named(self, text: str) -> Phrase | None:
        """Return the listed name that `text` spells."""
        return self._whole.get(words_of(text))
