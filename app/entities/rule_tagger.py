"""Find candidates by rules: listed names, titles before names, first names, words that organisations and places are made of."""

from app.entities.candidates import Candidate
from app.entities.casing import Reading, read_capitals
from app.entities.evidence import kind_from_context, names_nothing
from app.entities.lexicon import Lexicon
from app.entities.organisation_names import organisation_end, place_end
from app.entities.person_names import is_initial, person_end, title_end
from app.entities.phrases import Phrase
from app.entities.runs import runs
from app.entities.tokens import Tokens
from app.model.recognition import Kind

_PEOPLE_OF = frozenset(["Ally", "Allies", "Member", "Members", "Forces", "Troops", "Force"])
"""Heads that after a listed body mean its people, not another body."""


class RuleTagger:
    """The tagger of rules and lists."""

    version = "rules-1"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def tag(self, texts: tuple[Tokens, ...]) -> list[Candidate]:
        """Return candidates that do not overlap, text by text in order of appearance."""
        found: list[Candidate] = []
        for index, reading in enumerate(read_capitals(texts, self._lexicon)):
            found += _Pass(index, reading, self._lexicon).candidates()
        return found


class _Pass:
    """One walk through one text."""

    def __init__(self, index: int, reading: Reading, lexicon: Lexicon) -> None:
        self._index = index
        self._reading = reading
        self._lexicon = lexicon
        self._words = reading.tokens.words
        self._run_end = {at: last for first, last in runs(reading, lexicon) for at in range(first, last)}

    def candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        at = 0
        while at < len(self._words):
            candidate, at = self._step(at)
            if candidate is not None:
                found.append(candidate)
        return found

    def _step(self, at: int) -> tuple[Candidate | None, int]:
        """Return what begins at a token, and where to go on."""
        word = self._words[at]
        if not word[0].isupper():
            return None, at + 1
        phrase = self._lexicon.phrases.longest(self._words, at)
        slug = self._slug_end(at)
        if slug > at:
            return self._made(at, slug, Kind.ORGANISATION, "slug", 0.95), slug
        title = title_end(self._reading, at, len(self._words), self._lexicon)
        if title > at and (phrase is None or phrase.kind is None or len(phrase.words) <= title - at):
            return self._after_title(at, title)
        if phrase is not None and not (phrase.kind is Kind.PLACE and self._is_first_name(at)):
            return self._listed(at, phrase)
        return self._unlisted(at)

    def _slug_end(self, at: int) -> int:
        """Return the end of an agency's slug ("NORTHBRIDGE WIRE - ") that opens the text."""
        if at or self._index:
            return at
        end = 0
        while end < min(len(self._words), 5) and self._words[end].isupper() and self._words[end].isalpha():
            end += 1
        dashed = 0 < end < len(self._words) and self._words[end] in "-–—" and self._reading.tokens.spaced(end)
        return end if dashed else 0

    def _after_title(self, at: int, name: int) -> tuple[Candidate | None, int]:
        particles = self._over_particles(name)
        if particles > name and particles in self._run_end:
            end = person_end(self._reading, particles, self._run_end[particles], self._lexicon)
            return self._made(name, end, Kind.PERSON, "title", 0.95, title=self._reading.tokens.surface(at, name)), end
        limit = self._run_end.get(name, name)
        tokens = self._reading.tokens
        if name >= len(self._words) or limit <= name or not tokens.spaced(name):
            return None, name
        phrase = self._lexicon.phrases.longest(self._words, name)
        if phrase is not None and phrase.kind is not None and not self._is_first_name(name) and len(phrase.words) > 1:
            return None, name
        organisation = organisation_end(self._reading, name, limit, self._lexicon)
        if organisation > name:
            return None, name
        end = person_end(self._reading, name, limit, self._lexicon)
        if end <= name:
            return None, name
        return self._made(name, end, Kind.PERSON, "title", 0.95, title=tokens.surface(at, name)), end

    def _over_particles(self, at: int) -> int:
        """Return the token after the particles of a name that begins with them ("President Von der Leyen")."""
        end = at
        while end < len(self._words) and end - at < 3 and self._words[end].lower() in self._lexicon.parts.particles:
            end += 1
        return end

    def _listed(self, at: int, phrase: Phrase) -> tuple[Candidate | None, int]:
        end = at + len(phrase.words)
        limit = self._run_end.get(at, end)
        longer = organisation_end(self._reading, at, limit, self._lexicon)
        if longer > end and self._words[longer - 1] not in _PEOPLE_OF:
            return self._made(at, longer, Kind.ORGANISATION, "made of", 0.85), longer
        if phrase.kind is None:
            return None, end
        if phrase.kind is Kind.PLACE and end < limit and (place := place_end(self._reading, at, limit, self._lexicon)) > end:
            return self._made(at, place, Kind.PLACE, "made of", 0.8), place
        confidence = 0.75 if phrase.source == "cities" else 0.95
        return self._made(at, end, phrase.kind, "listed", confidence, name=phrase.name), end

    def _unlisted(self, at: int) -> tuple[Candidate | None, int]:
        limit = self._run_end.get(at, at)
        if limit <= at:
            return None, at + 1
        if self._words[at] in self._lexicon.demonyms:
            return None, at + 1
        organisation = organisation_end(self._reading, at, limit, self._lexicon)
        if organisation > at:
            return self._made(at, organisation, Kind.ORGANISATION, "made of", 0.85), organisation
        place = place_end(self._reading, at, limit, self._lexicon)
        if place > at:
            return self._made(at, place, Kind.PLACE, "made of", 0.8), place
        end = max(person_end(self._reading, at, limit, self._lexicon), at + 1)
        if end - at > 1 and (self._is_first_name(at) or is_initial(self._words[at])):
            return self._made(at, end, Kind.PERSON, "first name", 0.85), end
        if names_nothing(self._reading, at, self._lexicon):
            return None, end
        kind, confidence = kind_from_context(self._reading, at, end, self._lexicon)
        return self._made(at, end, kind, "context" if kind else "capitals", confidence), end

    def _is_first_name(self, at: int) -> bool:
        """Return whether a first name with a surname behind it begins here ("Charlotte Smith" is not the city)."""
        limit = self._run_end.get(at, at)
        if self._words[at] not in self._lexicon.parts.gender or limit - at < 2:
            return False
        following = self._words[at + 1]
        return (
            following not in self._lexicon.organisations.place_heads
            and self._lexicon.phrases.longest(self._words, at + 1) is None
        )

    def _made(
        self, first: int, last: int, kind: Kind | None, how: str, confidence: float, *, title: str = "", name: str = ""
    ) -> Candidate:
        return Candidate(self._index, first, last, kind, how, confidence, title, name)
