"""Whom "he" and "she" mean: the person of the nearest sentence that fits, never one named inside a quotation."""

from dataclasses import dataclass

from app.entities.narration import Narration, Subject
from app.model.recognition import Kind

_SENTENCES_BACK = 4
_CHAIN = 6
_INDEFINITE = frozenset({"a", "an", "one", "another", "its", "their", "ein", "eine", "un", "une", "una"})
SURE, LIKELY, OPEN = 0.92, 0.86, 0.6


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means, with a confidence."""

    name: str
    confidence: float


class Pronouns:
    """Resolves pronouns in the order of the text; what was resolved helps with the next."""

    def __init__(self, told: Narration) -> None:
        self._told = told
        self._resolved: dict[int, Meant | None] = {}
        self._genders: dict[str, str] = {}
        for subject in told.names(0, len(told.words)):
            mention = subject.mention
            if mention is not None and mention.kind is Kind.PERSON:
                known = self._gender(mention.name, mention.title) or self._role_gender(subject.first)
                self._genders[mention.name] = known or self._genders.get(mention.name, "")

    def _gender(self, name: str, title: str) -> str:
        lexicon = self._told.lexicon
        by_title = lexicon.title_gender.get(title.split(maxsplit=1)[0], "") if title else ""
        first = lexicon.parts.gender.get(name.split(maxsplit=1)[0], "") if " " in name else ""
        return by_title or (first if first in ("m", "f") else "")

    def _role_gender(self, first: int) -> str:
        """Return the gender of the word before a name ("widow X", "the chairman, X")."""
        words = self._told.words
        before = words[first - 2] if first > 1 and words[first - 1] == "," else words[first - 1] if first else ""
        return self._told.lexicon.speech.roles.get(before.lower(), "")

    def fits(self, name: str, gender: str) -> bool:
        """Return whether a person may be meant by a pronoun of a gender; an unknown gender fits both."""
        return gender == "u" or self._genders.get(name, "") in ("", gender)

    def meaning(self, pronoun: Subject) -> Meant | None:
        """Return whom a pronoun means; None where nobody near fits, or where it stands for somebody without a name."""
        if pronoun.gender not in ("m", "f"):
            return None
        return self._meaning(pronoun.first, pronoun.gender, _CHAIN)

    def _meaning(self, place: int, gender: str, chain: int) -> Meant | None:
        if place in self._resolved or not chain:
            return self._resolved.get(place)
        start: int | None = self._told.sentence(place)
        end = place
        found: Meant | None = None
        for _ in range(_SENTENCES_BACK):
            if start is None:
                break
            found = self._in_sentence(start, end, gender, chain)
            if found is not None or self._opens_with_stranger(start, end):
                break
            end, start = start, self._told.sentence_before(start)
        self._resolved[place] = found
        return found

    def _opens_with_stranger(self, start: int, end: int) -> bool:
        """Return whether a sentence is about somebody without a name ("A brother of the girls laughed.")."""
        words = self._told.words
        while start < end and not words[start][0].isalpha():
            start += 1
        return start + 1 < end and words[start].lower() in _INDEFINITE and words[start + 1].islower()

    def _in_sentence(self, start: int, end: int, gender: str, chain: int) -> Meant | None:
        """Return the person that a sentence speaks of: who acts in it before who is acted upon, known gender before unknown.

        An earlier pronoun of the same gender that stands before all names means the same person as this one.
        """
        people = self._told.people(start, end)
        acting = [s for s in people if self._told.may_speak(s)]
        fitting = [s for s in acting if self.fits(s.name, gender)]
        earlier = self._same_pronoun(start, fitting[0].first if fitting else end, gender)
        if earlier is not None:
            return self._meaning(earlier, gender, chain - 1)
        others = [s for s in people if s not in acting and self.fits(s.name, gender)]
        for group, sure in ((fitting, SURE), (others, LIKELY)):
            names = [s.name for s in group]
            known = [name for name in names if self._genders.get(name, "") == gender] or names
            if known:
                first = bool(fitting) and known[0] == names[0] and self._leads(start, group[0].first)
                return Meant(known[0], sure if len(set(names)) == 1 else LIKELY if first or len(set(known)) == 1 else OPEN)
        return None

    def _same_pronoun(self, start: int, end: int, gender: str) -> int | None:
        told = self._told
        found = (at for at in range(start, end) if not told.spoken[at] and told.pronoun(at) == gender)
        return next(found, None)

    def _leads(self, start: int, name: int) -> bool:
        """Return whether a name is the subject of its sentence: no verb before it."""
        told = self._told
        return not any(told.is_verb(at) or told.words[at] in ("that", "who") for at in range(start, name))
