"""Which names of different records may be one: by surname, by acronym, by the first word that matters. For a person to judge.

Only names of one block are compared, so that ten thousand take seconds: persons of one surname (or one first name), organisations
and places that begin with one word, short forms with the names whose letters they are.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from app.base.text import fold
from app.entities.lexicon import Lexicon
from app.entities.people import agree, split_name
from app.model.recognition import Kind

Reason = Literal[
    "same-letters", "same-identifier", "typed-variant", "initial", "nickname", "more-given-names", "particle", "surname-alone",
    "spelled-alike", "acronym", "legal-form", "longer-form",
]  # fmt: skip
WORTH: dict[Reason, float] = {
    "same-identifier": 1.0, "typed-variant": 0.98, "same-letters": 0.97, "legal-form": 0.95, "acronym": 0.9, "initial": 0.85, "nickname": 0.85,
    "particle": 0.85, "more-given-names": 0.8, "spelled-alike": 0.7, "surname-alone": 0.6, "longer-form": 0.5,
}  # fmt: skip
"""How likely a reason is to be right, 0..1, to put the likelier ones first."""
MOST_IN_BLOCK = 80
"""Of a surname that hundreds have, so many records are compared, those in most articles first."""
ALIKE_PERSON, ALIKE_OTHER = 88, 93
_SMALL = frozenset([
    "the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "de", "la", "le",
    "les", "des", "du", "der", "die", "das", "und", "et", "y", "e", "di", "del", "von", "van",
])  # fmt: skip
_ACRONYM = re.compile(r"[A-ZÀ-Þ&]{2,8}")


@dataclass(frozen=True, slots=True)
class RecordName:
    """A record as it is compared: `variants` folded, `typed` those of them that a person gave; `weight` its articles."""

    record: int
    kind: Kind
    name: str
    variants: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records that may be one, and why; the first is the one in more articles."""

    one: int
    other: int
    reason: Reason


Compare = Callable[[RecordName, RecordName], Reason | None]


def alike(records: Sequence[RecordName], lexicon: Lexicon) -> list[Likeness]:
    """Return the pairs that may be one, each once with its best reason, the likeliest first."""
    best: dict[tuple[int, int], Reason] = {}
    order = {each.record: place for place, each in enumerate(sorted(records, key=lambda r: (-r.weight, r.record)))}
    for one, other, reason in _pairs(records, lexicon):
        first, second = sorted((one.record, other.record), key=order.__getitem__)
        known = best.get((first, second))
        if known is None or WORTH[reason] > WORTH[known]:
            best[first, second] = reason
    found = [Likeness(one, other, reason) for (one, other), reason in best.items()]
    return sorted(found, key=lambda each: (-WORTH[each.reason], order[each.one], order[each.other]))


def _pairs(records: Sequence[RecordName], lexicon: Lexicon) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    persons = [each for each in records if each.kind is Kind.PERSON]
    others = [each for each in records if each.kind is not Kind.PERSON]
    yield from _same(records)
    yield from _persons(persons, lexicon)
    yield from _others(others, lexicon)
    yield from _acronyms([each for each in records if each.kind is Kind.ORGANISATION])


def _same(records: Sequence[RecordName]) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    """Give records with one identifier, one typed name, or names of the same letters."""
    by_identifier: dict[object, list[RecordName]] = defaultdict(list)
    by_letters: dict[object, list[RecordName]] = defaultdict(list)
    by_name: dict[object, list[RecordName]] = defaultdict(list)
    for each in records:
        for identifier in each.identifiers:
            by_identifier[each.kind, identifier].append(each)
        by_letters[each.kind, "".join(c for c in fold(each.name) if c.isalnum())].append(each)
        by_name[each.kind, fold(each.name)].append(each)
    for block in by_identifier.values():
        yield from ((one, other, "same-identifier") for one, other in _within(block))
    for block in by_letters.values():
        yield from ((one, other, "same-letters") for one, other in _within(block))
    for each in records:
        for variant in each.typed:
            yield from ((each, other, "typed-variant") for other in by_name[each.kind, variant] if other is not each)


def _within(block: Iterable[RecordName]) -> Iterator[tuple[RecordName, RecordName]]:
    heaviest = sorted(block, key=lambda each: (-each.weight, each.record))[:MOST_IN_BLOCK]
    return combinations(heaviest, 2)


def _persons(records: Sequence[RecordName], lexicon: Lexicon) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    split = {each.record: split_name(each.name, lexicon.parts) for each in records}
    by_surname: dict[str, list[RecordName]] = defaultdict(list)
    by_given: dict[tuple[str, str], list[RecordName]] = defaultdict(list)
    for each in records:
        given, family = split[each.record]
        by_surname[family[-1]].append(each)
        if given and len(given[0].rstrip(".")) > 1:
            by_given[given[0], family[-1][:1]].append(each)

    def of_one_surname(one: RecordName, other: RecordName) -> Reason | None:
        return _one_person(split[one.record], split[other.record], lexicon)

    for block in by_surname.values():
        whole = [each for each in block if split[each.record][0]]
        alone = [each for each in block if not split[each.record][0]]
        yield from _compared(whole, of_one_surname)
        if len(whole) == 1:
            yield from ((whole[0], each, "surname-alone") for each in alone)
    for block in by_given.values():
        for one, other in _within(block):
            surname, theirs = " ".join(split[one.record][1]), " ".join(split[other.record][1])
            if surname != theirs and fuzz.ratio(surname, theirs, score_cutoff=ALIKE_PERSON):
                yield one, other, "spelled-alike"


def _one_person(
    one: tuple[tuple[str, ...], tuple[str, ...]], other: tuple[tuple[str, ...], tuple[str, ...]], lexicon: Lexicon
) -> Reason | None:
    (given, family), (others, others_family) = one, other
    if agree(given, others, lexicon.parts):
        sizes = [(len(a.rstrip(".")), len(b.rstrip("."))) for a, b in zip(given, others, strict=False)]
        if any(a != b and 1 in (a, b) for a, b in sizes):
            return "initial"
        if family != others_family:
            return "particle"
        return "more-given-names" if len(given) != len(others) else "nickname"
    return "spelled-alike" if fuzz.ratio(" ".join(given), " ".join(others), score_cutoff=ALIKE_PERSON) else None


def _compared(block: Sequence[RecordName], compare: Compare) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    for one, other in _within(block):
        reason = compare(one, other)
        if reason is not None:
            yield one, other, reason


def _others(records: Sequence[RecordName], lexicon: Lexicon) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    legal = frozenset(fold(word) for word in lexicon.organisations.suffixes)
    core = {each.record: _core(each.name) for each in records}
    blocks: dict[tuple[Kind, str], list[RecordName]] = defaultdict(list)
    for each in records:
        if core[each.record]:
            blocks[each.kind, core[each.record][0]].append(each)

    def of_one_word(one: RecordName, other: RecordName) -> Reason | None:
        return _one_body(core[one.record], core[other.record], legal)

    for block in blocks.values():
        yield from _compared(block, of_one_word)


def _core(name: str) -> tuple[str, ...]:
    words = [word.strip(".,'’\"()") for word in fold(name).replace("-", " ").split()]
    return tuple(word for word in words if word and word not in _SMALL)


def _one_body(one: tuple[str, ...], other: tuple[str, ...], legal: frozenset[str]) -> Reason | None:
    bare, others = tuple(w for w in one if w not in legal), tuple(w for w in other if w not in legal)
    if bare == others and bare:
        return "legal-form" if one != other else "same-letters"
    shorter, longer = sorted((bare, others), key=len)
    if len(shorter) > 1 and longer[: len(shorter)] == shorter:
        return "longer-form"
    return "spelled-alike" if fuzz.ratio(" ".join(bare), " ".join(others), score_cutoff=ALIKE_OTHER) else None


def _acronyms(records: Sequence[RecordName]) -> Iterator[tuple[RecordName, RecordName, Reason]]:
    """Give short forms with what they stand for; two letters are too few unless an article brings the two together itself."""
    full: dict[str, list[RecordName]] = defaultdict(list)
    for each in records:
        if " " in each.name:
            letters = "".join(word[0] for word in _core(each.name))
            for form in {letters if len(letters) > 2 else "", *(v for v in each.variants if " " not in v)} - {""}:
                full[form].append(each)
    for each in records:
        if _ACRONYM.fullmatch(each.name):
            yield from ((other, each, "acronym") for other in full[fold(each.name)][:MOST_IN_BLOCK] if other is not each)
