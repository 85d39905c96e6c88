"""Which candidates of one article name the same, and what they are: full names give their kind and form to shorter ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.base.spans import Span
from app.base.text import fold
from app.entities.acronyms import introduced
from app.entities.candidates import Candidate
from app.entities.lexicon import Lexicon
from app.entities.people import People, Person
from app.entities.repeats import repeats
from app.entities.tokens import Tokens
from app.model.recognition import Kind, Mention

_FIRM = frozenset({"known", "stated", "slug", "dateline", "title"})
"""What found these is not overruled by the rest of the article."""
_UNSURE = 0.55
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions of an article in order, and its persons."""

    mentions: tuple[Mention, ...]
    persons: tuple[Person, ...]


ALL_NOUNS_CAPITAL = frozenset({"de", "lb"})


def resolve(candidates: Sequence[Candidate], texts: tuple[Tokens, ...], lexicon: Lexicon) -> Resolved:
    """Return the mentions, text by text in order. One string has one kind; for persons the fullest form printed is the name."""
    article = _Article(candidates, texts, lexicon)
    return Resolved(article.mentions(), article.people.persons())


class _Article:
    """What one article as a whole says about its names."""

    def __init__(self, candidates: Sequence[Candidate], texts: tuple[Tokens, ...], lexicon: Lexicon) -> None:
        self._texts = texts
        self._lexicon = lexicon
        self._short = introduced(candidates, texts)
        self._folded: dict[str, str] = {}
        self.people = self._gather(candidates)
        self._votes = self._count(candidates)
        self._heads = self._first_words(candidates)
        more = repeats(candidates, texts, (*self._full_names(), *self.people.surnames()), lexicon)
        self._candidates = sorted((*candidates, *more), key=lambda c: (c.text, c.first))

    def _fold(self, surface: str) -> str:
        found = self._folded.get(surface)
        if found is None:
            found = self._folded[surface] = fold(surface)
        return found

    def _surface(self, candidate: Candidate) -> str:
        tokens = self._texts[candidate.text]
        return tokens.text[tokens.starts[candidate.first] : self._end(tokens, candidate.last)]

    def _end(self, tokens: Tokens, last: int) -> int:
        """Return where a name ends in the text: before the stop of its sentence, which an abbreviation ("Ltd.") has taken in."""
        word, end = tokens.words[last - 1], tokens.ends[last - 1]
        if not (word.endswith(".") and word[:-1].isalpha() and len(word) > _INITIAL):
            return end
        following = tokens.words[last] if last < len(tokens) else "\n"
        closes = following in ("\n", "”", '"', "’") or (following[0].isupper() and following.lower() in self._lexicon.function)
        return end - 1 if closes else end

    def _gather(self, candidates: Sequence[Candidate]) -> People:
        people = People(self._lexicon.parts)
        for candidate in candidates:
            surface = self._surface(candidate)
            if candidate.kind is Kind.PERSON and " " in surface and self._has_given(surface) and candidate.how != "name listed":
                people.add(surface, (candidate.text, candidate.first), self._title_gender(candidate.title))
        return people

    def _has_given(self, surface: str) -> bool:
        return surface.split(maxsplit=1)[0].lower() not in self._lexicon.parts.particles

    def _title_gender(self, title: str) -> str:
        if not title:
            return ""
        genders = self._lexicon.title_gender
        return (
            genders.get(title) or genders.get(title.split(maxsplit=1)[0], "") or genders.get(title.rsplit(maxsplit=1)[-1], "")
        )

    def _count(self, candidates: Sequence[Candidate]) -> dict[str, Counter[Kind]]:
        votes: dict[str, Counter[Kind]] = {}
        for candidate in candidates:
            if candidate.kind is not None:
                folded = self._fold(self._surface(candidate))
                votes.setdefault(folded, Counter())[candidate.kind] += round(candidate.confidence * 100)
        return votes

    def _kind(self, folded: str) -> Kind | None:
        counted = self._votes.get(folded)
        return max(counted, key=counted.__getitem__) if counted else None

    def _full_names(self) -> list[str]:
        """Return the full names of persons to look for again, folded; of other kinds a tagger has seen all it believes in."""
        return [folded for folded in self._votes if " " in folded and self._kind(folded) is Kind.PERSON]

    def _first_words(self, candidates: Sequence[Candidate]) -> dict[str, str]:
        """Return organisations by the first word of their name, by which the article may shorten them."""
        found: dict[str, str] = {}
        for candidate in candidates:
            if candidate.kind is Kind.ORGANISATION and candidate.how == "made of":
                surface = self._surface(candidate)
                first = self._fold(surface).split(maxsplit=1)[0]
                if first not in self._lexicon.common:
                    found.setdefault(first, surface)
        return found

    def mentions(self) -> tuple[Mention, ...]:
        found = [m for candidate in self._candidates if (m := self._mention(candidate)) is not None]
        return _one_form(found)

    def _mention(self, candidate: Candidate) -> Mention | None:
        surface = self._surface(candidate)
        kind, name, how, confidence = self._decide(candidate, surface)
        if kind is None:
            return None
        tokens = self._texts[candidate.text]
        span = Span(tokens.starts[candidate.first], self._end(tokens, candidate.last), tokens.field)
        title = candidate.title if kind is Kind.PERSON else ""
        return Mention(span, kind, surface, name, how, confidence, title)

    def _decide(self, candidate: Candidate, surface: str) -> tuple[Kind | None, str, str, float]:
        folded = self._fold(surface)
        if candidate.how in ("known", "stated"):
            return candidate.kind, candidate.name or surface, candidate.how, candidate.confidence
        if self._is_person(candidate, folded):
            return self._as_person(candidate, surface)
        if folded in self._short:
            return Kind.ORGANISATION, self._short[folded], "acronym", 0.9
        kind = candidate.kind if candidate.how in _FIRM else self._kind(folded)
        if folded in self._heads and (kind is None or (candidate.confidence <= _UNSURE and candidate.how != "repeat")):
            return Kind.ORGANISATION, self._heads[folded], "short form", 0.7
        if kind is Kind.PERSON:
            return self._as_person(candidate, surface)
        return kind, candidate.name or surface, candidate.how, candidate.confidence or 0.6

    def _is_person(self, candidate: Candidate, folded: str) -> bool:
        """Return whether a word is the surname of a person of this article and nothing beside it speaks against it."""
        if candidate.how in ("slug", "dateline") or not self.people.is_surname(folded):
            return False
        if candidate.how == "title":
            return True
        words = self._texts[candidate.text].words
        before = words[candidate.first - 1] if candidate.first else ""
        after = words[candidate.last] if candidate.last < len(words) else ""
        if before in ("the", "The") and after not in self._lexicon.context.of_person:
            return False
        if candidate.kind is None or candidate.kind is Kind.PERSON:
            return True
        if before in self._lexicon.context.place_before or candidate.kind is Kind.ORGANISATION:
            return False
        return len(folded.split()) == 1

    def _as_person(self, candidate: Candidate, surface: str) -> tuple[Kind, str, str, float]:
        found = self.people.named(surface, (candidate.text, candidate.first), self._title_gender(candidate.title))
        how = candidate.how if candidate.kind is Kind.PERSON else "surname"
        confidence = candidate.confidence or 0.8
        if found is None:
            return Kind.PERSON, surface, how, confidence
        person, alone = found
        if not alone:
            return Kind.PERSON, person.name, "surname of several", min(confidence, 0.6)
        return Kind.PERSON, person.name, how, max(confidence, 0.8)


def _one_form(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give mentions of one folded name the form that was printed first."""
    first: dict[tuple[Kind, str], str] = {}
    forms = {m.name: fold(m.name) for m in mentions}
    return tuple(
        Mention(m.span, m.kind, m.surface, first.setdefault((m.kind, forms[m.name]), m.name), m.how, m.confidence, m.title)
        for m in mentions
    )
