"""Whom "he" and "she" mean: the person of the nearest sentence that fits, never one named inside a quotation."""

from dataclasses import dataclass

from app.entities.narration import Narration, Subject
from app.model.recognition import Kind

_SENTENCES_BACK = 4
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
        self._resolved: list[tuple[int, str]] = []
        self._genders: dict[str, str] = {}
        for subject in told.names(0, len(told.words)):
            mention = subject.mention
            if mention is not None and mention.kind is Kind.PERSON:
                known = self._gender(mention.name, mention.title)
                self._genders[mention.name] = known or self._genders.get(mention.name, "")

    def _gender(self, name: str, title: str) -> str:
        lexicon = self._told.lexicon
        by_title = lexicon.title_gender.get(title.split()[0], "") if title else ""
        first = lexicon.parts.gender.get(name.split()[0], "") if " " in name else ""
        return by_title or (first if first in ("m", "f") else "")

    def fits(self, name: str, gender: str) -> bool:
        """Return whether a person may be meant by a pronoun of a gender; an unknown gender fits both."""
        return gender == "u" or self._genders.get(name, "") in ("", gender)

    def meaning(self, pronoun: Subject) -> Meant | None:
        """Return whom a pronoun means; None where nobody near fits."""
        start: int | None = self._told.sentence(pronoun.first)
        end = pronoun.first
        for _ in range(_SENTENCES_BACK):
            if start is None:
                return None
            if (found := self._in_sentence(start, end, pronoun.gender)) is not None:
                return self._keep(pronoun, found)
            end, start = start, self._told.sentence_before(start)
        return None

    def _keep(self, pronoun: Subject, found: Meant) -> Meant:
        self._resolved.append((pronoun.first, found.name))
        return found

    def _in_sentence(self, start: int, end: int, gender: str) -> Meant | None:
        """Return the person that a sentence speaks of: who acts in it before who is acted upon, known gender before unknown."""
        people = [s for s in self._told.names(start, end) if s.mention is not None and s.mention.kind is Kind.PERSON]
        acting = [s.mention.name for s in people if s.mention is not None and self._told.may_speak(s)]
        acting += [name for at, name in self._resolved if start <= at < end]
        others = [s.mention.name for s in people if s.mention is not None and s.mention.name not in acting]
        for group, sure in ((acting, SURE), (others, LIKELY)):
            fitting = [name for name in group if self.fits(name, gender)]
            known = [name for name in fitting if self._genders.get(name, "") == gender] or fitting
            if known:
                alone = len(set(fitting)) == 1
                return Meant(known[0], sure if alone else LIKELY if len(set(known)) == 1 else OPEN)
        return None
