"""The persons of one article: forms of one name brought together, the fullest printed form on top.

Surname with its particles, then first names that agree: the same, an initial, or a nickname of it.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from app.base.text import fold
from app.entities.lexicon import NameParts

_MARKS = "“”\"‘’'«»„()"
_MOST = 100
"""Persons that one family name, or one first name, is compared with: a list of thousands takes no longer a name than a report."""


@dataclass(slots=True)
class Person:
    """One person of the article: the fullest form, words of first names and family name (folded), m or f where known.

    `seen` tells where full forms are printed (text, token), in order.
    """

    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    gender: str = ""
    seen: list[tuple[int, int]] = field(default_factory=list)


def split_name(name: str, parts: NameParts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return given names and family name of a printed name, folded; a name that begins with a particle is all family."""
    words = [fold(word.strip(_MARKS)) for word in name.split() if word not in parts.suffixes and word.strip(_MARKS)] or [
        fold(name)
    ]
    start = len(words) - 1
    while start > 0 and words[start - 1] in parts.particles:
        start -= 1
    return tuple(words[:start]), tuple(words[start:])


def agree(one: tuple[str, ...], other: tuple[str, ...], parts: NameParts) -> bool:
    """Return whether two sets of first names may be one person's: equal, initial, nickname; second names where both have them."""
    return all(_same_given(a, b, parts) for a, b in zip(one, other, strict=False))


def _same_given(one: str, other: str, parts: NameParts) -> bool:
    if one == other or other in parts.nicknames.get(one, ()):
        return True
    a, b = one.rstrip("."), other.rstrip(".")
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


class People:
    """Finds the person that a printed form means; add full names in the order of the text first."""

    def __init__(self, parts: NameParts) -> None:
        self._parts = parts
        self._persons: list[Person] = []
        self._by_family: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_word: dict[str, list[Person]] = {}

    def add(self, name: str, place: tuple[int, int], gender: str = "") -> Person:
        """Add a full name printed at `place` (text, token); return its person."""
        given, family = split_name(name, self._parts)
        person = self._alike(given, family)
        if person is None:
            person = Person(name, given, family)
            self._persons.append(person)
            for form in {" ".join(family), family[-1]}:
                _enter(self._by_family, form, person)
            for form in given[:1]:
                _enter(self._by_given, form, person)
            for word in {word for part in (*given, *family) for word in (part, *part.split("-"))}:
                _enter(self._by_word, word, person)
        elif (len(given) + len(family), len(name)) > (len(person.given) + len(person.family), len(person.name)):
            person.name, person.given, person.family = name, given, family
        person.seen.append(place)
        person.gender = person.gender or gender or self._first_name_gender(name)
        return person

    def _first_name_gender(self, name: str) -> str:
        known = self._parts.gender.get(name.split(maxsplit=1)[0], "")
        return known if known in ("m", "f") else ""

    def _alike(self, given: tuple[str, ...], family: tuple[str, ...]) -> Person | None:
        for person in self._by_family.get(family[-1], ()):
            if agree(person.given, given, self._parts) or (given and set(given) <= set(person.given)):
                return person
        whole = (*given, *family)
        for person in self._by_given.get(given[0], ()) if given else ():
            theirs = (*person.given, *person.family)
            shorter, longer = sorted((whole, theirs), key=len)
            if len(shorter) > 1 and len(shorter) < len(longer) and longer[: len(shorter)] == shorter:
                return person
        return None

    def named(self, surface: str, place: tuple[int, int], gender: str = "") -> tuple[Person, bool] | None:
        """Return the person that `surface` means at `place`, and whether nobody else may be meant; None when nobody fits.

        Two with one surname: the one that the title's gender fits, else the one named in full last before.
        """
        given, family = split_name(surface, self._parts)
        fitting = self._by_family.get(" ".join(family)) or (self._by_family.get(family[-1], []) if given else [])
        fitting = [p for p in fitting if agree(p.given, given, self._parts) and not _clash(p.gender, gender)]
        if not fitting and not given:
            fitting = [p for p in self._by_given.get(family[-1], []) if not _clash(p.gender, gender)]
        if not fitting:
            fitting = [p for p in self._with_words((*given, *family)) if not _clash(p.gender, gender)]
        if not fitting:
            return None
        if len(fitting) == 1:
            return fitting[0], True
        return max(fitting, key=lambda p: _latest(p, place)), False

    def _with_words(self, words: tuple[str, ...]) -> list[Person]:
        """Return the persons whose name has all these words, or parts of its hyphened ones ("Urrutia" in "Nereida Urrutia Cao")."""
        wanted = [word for word in words if word not in self._parts.particles]
        groups = [self._by_word.get(word, []) for word in wanted]
        return [person for person in groups[0] if all(person in group for group in groups[1:])] if groups else []

    def is_surname(self, word: str) -> bool:
        """Return whether a full name of the article has this folded surname."""
        return word in self._by_family

    def surnames(self) -> list[str]:
        """Return all folded surnames, with and without their particles."""
        return list(self._by_family)

    def persons(self) -> tuple[Person, ...]:
        """Return all persons in order of appearance."""
        return tuple(self._persons)


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _enter(index: dict[str, list[Person]], form: str, person: Person) -> None:
    group = index.setdefault(form, [])
    if len(group) < _MOST:
        group.append(person)


def _latest(person: Person, place: tuple[int, int]) -> tuple[int, int]:
    """Return where a person was last named in full up to a place; for one named only behind it, the earlier the greater."""
    before = bisect_right(person.seen, place)
    return person.seen[before - 1] if before else (-1, -person.seen[0][1])
