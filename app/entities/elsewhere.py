"""What an article says of a word elsewhere: a surname after a first name once is one in the whole article."""

from collections import Counter
from collections.abc import Sequence

from app.entities.casing import Reading
from app.entities.lexicon import Lexicon

_MANY = 3
_SIDES = ("given", "title", "firm", "head", "said", "in", "the", "after", "before")
_MOSTLY = ("in", "the", "after", "before")


class Elsewhere:
    """Counts, over all texts of one article, what stands beside each capitalised word; `of` tells it as features."""

    def __init__(
        self, readings: Sequence[Reading], lists: Sequence[list[tuple[str, ...]]], labels: Sequence[list[str]], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._counts: dict[str, Counter[str]] = {}
        self._labels: dict[str, Counter[str]] = {}
        self._lower = {word for reading in readings for word in reading.tokens.words if word.islower()}
        self._told: dict[str, tuple[str, ...]] = {}
        for reading, places, rules in zip(readings, lists, labels, strict=True):
            self._count(reading, places, rules)

    def of(self, word: str) -> tuple[str, ...]:
        """Return what the article says of `word`; nothing for words without a capital."""
        told = self._told.get(word)
        if told is None:
            told = self._told[word] = self._tell(word) if word in self._counts else ()
        return told

    def _count(self, reading: Reading, places: list[tuple[str, ...]], rules: list[str]) -> None:
        words, opens = reading.tokens.words, reading.tokens.opens
        size = len(words)
        for at, word in enumerate(words):
            if not word[0].isupper() or len(word) == 1:
                continue
            counts = self._counts.setdefault(word, Counter())
            before, after = words[at - 1] if at else "\n", words[at + 1] if at + 1 < size else "\n"
            counts["seen"] += 1
            counts["inside"] += not opens[at]
            counts.update(self._beside(before, after, places[at - 1] if at else ()))
            self._labels.setdefault(word, Counter())[rules[at]] += 1

    def _beside(self, before: str, after: str, titled: tuple[str, ...]) -> list[str]:
        lexicon = self._lexicon
        raised = before[0].isupper() and len(before) > 1
        tests = (
            raised and before in lexicon.parts.gender,
            before in lexicon.context.person_before or any(name.startswith(("g=form", "g=role")) for name in titled),
            after in lexicon.organisations.suffixes,
            after in lexicon.organisations.heads,
            after.lower() in lexicon.speech.verbs or before.lower() in lexicon.speech.verbs,
            before in lexicon.context.place_before,
            before in ("the", "The"),
            raised,
            after[0].isupper() and len(after) > 1,
        )
        return [name for name, holds in zip(_SIDES, tests, strict=True) if holds]

    def _tell(self, word: str) -> tuple[str, ...]:
        counts = self._counts[word]
        seen = counts["seen"]
        told = [f"d={side}" for side in _SIDES if counts[side]]
        told += [f"dm={side}" for side in _MOSTLY if counts[side] * 2 > seen]
        if word.lower() in self._lower:
            told.append("d=lower")
        if not counts["inside"]:
            told.append("d=opens")
        if seen > 1:
            told.append("d=many" if seen > _MANY else "d=again")
        labels = self._labels[word]
        named = {label: number for label, number in labels.items() if label != "O"}
        told.append(f"dr={max(named, key=lambda label: (named[label], label)) if named else 'O'}")
        return tuple(told)
