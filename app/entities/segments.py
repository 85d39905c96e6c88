"""Cut a text into candidates from left to right, each rule at the token where it applies."""

from app.entities.candidates import Candidate
from app.entities.casing import Reading
from app.entities.evidence import after_place_word, kind_from_context, names_nothing
from app.entities.lexicon import Lexicon
from app.entities.organisation_names import event_end, organisation_end, place_end, team_end
from app.entities.person_names import is_initial, person_end, title_end
from app.entities.phrases import Phrase
from app.entities.runs import runs
from app.model.recognition import Kind

_MAX_SLUG = 5
_ACRONYM = range(2, 7)
_NOUNS_RAISED = frozenset({"de", "lb"})
"""Languages that print every noun with a capital: there a capital says nothing."""
_OF = frozenset({"of", "de", "di", "da", "do", "du", "von", "aus", "nach", "från", "på", "av", "le", "la"})
"""Words before a bare surname that make a place at least as likely: it is not taken for a person."""
_DASHES = frozenset("-–—")
_DIRECTIONS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Latin"})
_AGENCIES = frozenset(
    {"NEWS", "PRESS", "WIRE", "NEWSWIRE", "AGENCY", "SERVICE", "MEDIA", "REUTERS", "XINHUA", "KYODO", "YONHAP"}
)
_MIN_CITY = 6
"""Shorter ones in capitals are short forms more often than places."""


class Segmenter:
    """One walk through one text; `step` adds what begins at a token and returns where to go on."""

    def __init__(self, index: int, reading: Reading, lexicon: Lexicon, *, language: str = "en") -> None:
        self._index = index
        self._reading = reading
        self._lexicon = lexicon
        self._words = reading.tokens.words
        self._nouns_raised = language.partition("-")[0].lower() in _NOUNS_RAISED
        self._limit = [0] * len(self._words)
        for first, last in runs(reading, lexicon):
            self._limit[first:last] = [last] * (last - first)

    def slug(self, found: list[Candidate]) -> int:
        """Add an agency's slug ("NORTHBRIDGE WIRE - ") that opens the body; return the token after it."""
        words = self._words
        end = 0
        while end < min(len(words), _MAX_SLUG) and words[end].isupper() and words[end].isalpha():
            end += 1
        dashed = 0 < end < len(words) and words[end] in _DASHES and self._reading.tokens.spaced(end)
        if self._index or not dashed:
            return 0
        self._add(found, 0, end, self._slug_kind(words[:end]), "slug", 0.95)
        return end

    def _slug_kind(self, words: tuple[str, ...]) -> Kind:
        """Return what opens a report: a listed name's kind, in capitals or not, an agency by its words, else the place it comes from."""
        spelled = tuple(word.capitalize() for word in words)
        lists = self._lexicon.phrases
        phrase = lists.exact(words) or lists.exact(spelled) or self._lexicon.wide.exact(spelled)
        if phrase is not None and phrase.kind is not None:
            return phrase.kind
        known = any(word in self._lexicon.organisations.heads for word in spelled) or any(w in _AGENCIES for w in words)
        return Kind.ORGANISATION if known or len(words) > 1 or len(words[0]) < _MIN_CITY else Kind.PLACE

    def step(self, at: int, found: list[Candidate]) -> int:
        """Add what begins at token `at`; return the token to go on from."""
        word = self._words[at]
        if not word[0].isupper():
            return self._lower(at, word, found)
        phrase = self._lexicon.phrases.longest(self._words, at)
        limit = self._limit[at]
        title = title_end(self._reading, at, len(self._words), self._lexicon)
        if title > at and (phrase is None or len(phrase.words) <= title - at) and self._is_title(at, title, limit):
            return self._after_title(at, title, found)
        if not limit:
            return self._listed(at, phrase, found) if phrase is not None else at + 1
        if (event := event_end(self._reading, at, limit, self._lexicon)) > at and not (
            phrase and len(phrase.words) > event - at
        ):
            return event
        if phrase is not None and not self._is_person(at, phrase):
            return self._listed(at, phrase, found)
        return self._unlisted(at, limit, found)

    def _lower(self, at: int, word: str, found: list[Candidate]) -> int:
        if not word[0].islower():
            return at + 1
        phrase = self._lexicon.phrases.longest(self._words, at)
        if phrase is None or phrase.kind is None:
            return at + 1
        return self._emit(at, phrase, found)

    def _is_title(self, at: int, title: int, limit: int) -> bool:
        """Return whether the title words are a title here and not the start of a name ("Queen Mary University", "King County")."""
        if title >= limit:
            return True
        source = self._lexicon.titles.longest(self._words, at)
        if source is not None and source.source == "roles":
            return True
        whole = max(
            organisation_end(self._reading, at, limit, self._lexicon), place_end(self._reading, at, limit, self._lexicon)
        )
        return whole <= title

    def _after_title(self, at: int, name: int, found: list[Candidate]) -> int:
        tokens = self._reading.tokens
        start = name
        while name < len(self._words) and name - start < 3 and self._words[name].lower() in self._lexicon.parts.particles:
            name += 1
        if name >= len(self._words) or not self._limit[name] or not (tokens.spaced(name) or tokens.touching(name)):
            return start
        phrase = self._lexicon.phrases.longest(self._words, name)
        if phrase is not None and not self._may_be_surname(name, phrase):
            return start
        if (
            self._words[name] in self._lexicon.demonyms
            or organisation_end(self._reading, name, self._limit[name], self._lexicon) > name
        ):
            return start
        end = person_end(self._reading, name, self._limit[name], self._lexicon)
        if end <= name:
            return start
        self._add(found, start, end, Kind.PERSON, "title", 0.95, title=tokens.surface(at, start))
        return end

    def _may_be_surname(self, at: int, phrase: Phrase) -> bool:
        if len(phrase.words) > 1 and phrase.source != "cities":
            return False
        return self._words[at] in self._lexicon.parts.surnames or self._words[at] in self._lexicon.parts.gender

    def _is_person(self, at: int, phrase: Phrase) -> bool:
        """Return whether a listed word is a first name here, with a surname behind it ("Charlotte Smith")."""
        limit = self._limit[at]
        word = self._words[at]
        following = at + len(phrase.words)
        if len(phrase.words) > 1 or word not in self._lexicon.parts.gender or limit <= following:
            return False
        if after_place_word(self._reading, at, self._lexicon):
            return False
        second = self._words[following]
        if is_initial(second):
            return True
        return second in self._lexicon.parts.surnames and self._lexicon.titles.longest(self._words, following) is None

    def _listed(self, at: int, phrase: Phrase, found: list[Candidate]) -> int:
        end = at + len(phrase.words)
        limit = max(self._limit[at], end)
        longer = organisation_end(self._reading, at, limit, self._lexicon)
        if longer > end and self._words[longer - 1] not in self._lexicon.context.people_of:
            self._add(found, at, longer, Kind.ORGANISATION, "made of", 0.85)
            return longer
        if phrase.kind is None:
            return end
        if phrase.kind is Kind.PLACE and end < limit and (place := place_end(self._reading, at, limit, self._lexicon)) > end:
            self._add(found, at, place, Kind.PLACE, "made of", 0.8)
            return place
        if phrase.kind is Kind.PLACE and end < limit and (team := team_end(self._reading, end, limit, self._lexicon)) > end:
            self._add(found, at, team, Kind.ORGANISATION, "team", 0.75)
            return team
        return self._emit(at, phrase, found)

    def _emit(self, at: int, phrase: Phrase, found: list[Candidate]) -> int:
        end = at + len(phrase.words)
        word = self._words[at]
        doubtful = len(phrase.words) == 1 and word.lower() in self._lexicon.common and not word.isupper()
        if doubtful and (
            self._reading.tokens.opens[at] or self._reading.headline[at] or names_nothing(self._reading, at, self._lexicon)
        ):
            self._add(found, at, end, None, "ambiguous", 0.0, name=phrase.name)
            return end
        if phrase.kind is not None:
            confidence = 0.75 if phrase.source == "cities" or doubtful else 0.95
            self._add(found, at, end, phrase.kind, "listed", confidence, name=phrase.name)
        return end

    def _unlisted(self, at: int, limit: int, found: list[Candidate]) -> int:
        words, lexicon = self._words, self._lexicon
        organisation = organisation_end(self._reading, at, limit, lexicon)
        if organisation > at:
            self._add(found, at, organisation, Kind.ORGANISATION, "made of", 0.85)
            return organisation
        if words[at] in lexicon.demonyms:
            return at + 1
        if words[at] in _DIRECTIONS and at + 1 < limit and words[at + 1] in lexicon.demonyms:
            return at + 2
        if words[at] in lexicon.context.prefixes and at + 1 < limit and words[at + 1] == "-":
            return at + 2
        place = place_end(self._reading, at, limit, lexicon)
        if place > at:
            self._add(found, at, place, Kind.PLACE, "made of", 0.8)
            return place
        if self._is_ordinary(at, limit):
            return at + 1
        return self._unknown(at, limit, found)

    def _is_ordinary(self, at: int, limit: int) -> bool:
        """Return whether a word that opens a sentence is an everyday one with no name's shape behind it."""
        word = self._words[at]
        if word in self._lexicon.ordinary:
            return True
        if not (self._reading.tokens.opens[at] and word.lower() in self._lexicon.common):
            return False
        return word not in self._lexicon.parts.gender or limit == at + 1

    def _unknown(self, at: int, limit: int, found: list[Candidate]) -> int:
        end = max(person_end(self._reading, at, limit, self._lexicon), at + 1)
        if self._reading.tokens.words[end - 1] == "-":
            end -= 1
        if is_initial(self._words[at]) and end == at + 1:
            return end
        kind, confidence, how = self._guess(at, end)
        if names_nothing(self._reading, at, self._lexicon) and kind is not Kind.ORGANISATION and end == at + 1:
            return end
        self._add(found, at, end, kind, how, confidence)
        return end

    def _guess(self, at: int, end: int) -> tuple[Kind | None, float, str]:
        words, lexicon = self._words, self._lexicon
        word = words[at]
        if end - at > 1 and (word in lexicon.parts.gender or is_initial(word)) and self._has_surname(at, end):
            return Kind.PERSON, 0.85, "first name"
        if self._nouns_raised:
            return None, 0.0, "capitals"
        kind, confidence = kind_from_context(self._reading, at, end, lexicon)
        if kind is not None:
            return kind, confidence, "context"
        if end - at > 1:
            return self._guess_several(at, end)
        if word.isupper() and word.isalpha() and len(word) in _ACRONYM and not self._reading.headline[at]:
            return Kind.ORGANISATION, 0.6, "acronym"
        before = words[at - 1].lower() if at else ""
        plain = word.lower() not in lexicon.common and before not in _OF and not after_place_word(self._reading, at, lexicon)
        if plain and (word in lexicon.parts.surnames or word in lexicon.parts.gender) and not self._reading.tokens.opens[at]:
            return Kind.PERSON, 0.5, "name listed"
        return None, 0.0, "capitals"

    def _has_surname(self, at: int, end: int) -> bool:
        """Return whether what follows a first name may be a surname: not everyday words as in "Art Deco" or "Silver Clouds"."""
        parts, common = self._lexicon.parts, self._lexicon.common
        last = self._words[end - 1]
        if last in parts.surnames or last in parts.suffixes or is_initial(self._words[at]):
            return True
        return last.lower() not in common and self._words[at].lower() not in common

    def _guess_several(self, at: int, end: int) -> tuple[Kind | None, float, str]:
        words, lexicon = self._words, self._lexicon
        names = [w for w in words[at:end] if w[0].isupper()]
        before = words[at - 1].lower() if at else ""
        everyday = any(w.lower() in lexicon.common for w in names)
        if before == "the" or everyday or not 2 <= len(names) <= 4 or self._reading.headline[at]:
            return None, 0.0, "capitals"
        known = names[-1] in lexicon.parts.surnames
        return Kind.PERSON, 0.7 if known else 0.55, "shape"

    def _add(
        self,
        found: list[Candidate],
        first: int,
        last: int,
        kind: Kind | None,
        how: str,
        confidence: float,
        *,
        title: str = "",
        name: str = "",
    ) -> None:
        found.append(Candidate(self._index, first, last, kind, how, confidence, title, name))
