"""Who says a piece of direct speech. Each pattern has its reliability; what is not sure gives no speaker, at most a suggestion.

Wrong attributions are worse than none: "the last speaker" alone is never enough (specification of entities).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.base.spans import Span
from app.entities import subjects
from app.entities.lexicon import Lexicon
from app.entities.narration import Narration, Subject
from app.entities.pronouns import Pronouns
from app.entities.speech_marks import Speech
from app.entities.tokens import Tokens
from app.model.recognition import Mention, Quotation

RELIABLE = 0.8
_FAR = 40
_BEHIND_VERB = 14
_SIGNATURE = 40
_DASHES = frozenset("―—–-~")


@dataclass(frozen=True, slots=True)
class Said:
    """Who said it: a name, or None where the words name nobody or nobody surely; by which pattern; and the words that say it."""

    name: str | None
    how: str
    confidence: float
    words: Subject | None = None


@dataclass(slots=True)
class _Place:
    """A piece of speech in tokens: its first and last (exclusive) token inside the marks, and its paragraph."""

    first: int
    last: int
    start: int
    end: int


class SpeakerFinder:
    """Finds the speakers of one article; pieces are looked at in their order."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], speech: Sequence[Speech], lexicon: Lexicon) -> None:
        self._text = tokens.text
        self._told = Narration(tokens, mentions, speech, lexicon)
        self._pronouns = Pronouns(self._told)
        self._speech = list(speech)
        self._places = [self._locate(piece) for piece in speech]
        self._said: list[Said] = []
        self._last_name: str | None = None

    def _locate(self, piece: Speech) -> _Place:
        told = self._told
        first, last = told.place(piece.start), told.place(piece.end)
        return _Place(first, last, told.paragraph(first)[0], told.paragraph(last)[1])

    def quotations(self) -> tuple[Quotation, ...]:
        """Return all direct speech with its speakers, in order."""
        found: list[Quotation] = []
        for at, piece in enumerate(self._speech):
            said = self._find(at, piece)
            self._said.append(said)
            self._last_name = said.name or self._last_name
            sure = said.name is not None and said.confidence >= RELIABLE
            suggestion = None if sure else self._last_name
            passage = self._text[piece.start : piece.end]
            source = self._told.span(said.words.first, said.words.last) if said.words is not None else None
            found.append(
                Quotation(
                    Span(piece.start, piece.end),
                    passage,
                    said.name if sure else None,
                    said.how,
                    said.confidence,
                    suggestion,
                    source,
                )
            )
        return tuple(found)

    def _find(self, at: int, piece: Speech) -> Said:
        if piece.goes_on and self._said:
            last = self._said[-1]
            return Said(last.name, "next paragraph", last.confidence, last.words)
        asking = self._text[piece.start : piece.end].rstrip()[-1:] in "?!"
        patterns = (self._before, self._after) if asking else (self._after, self._before)
        for pattern in (*patterns, self._signature, self._same_paragraph, self._lead_in):
            said = pattern(at)
            if said is not None:
                return said
        return Said(None, "none", 0.0)

    def _after(self, at: int) -> Said | None:
        """“…,” said X · “…,” X said · “…,” he told Y · “…,” according to X"""
        told, place = self._told, self._places[at]
        first = place.last + 1
        limit = min(place.end, self._next_speech(at), self._clause_end(first, place.end))
        while first < limit and told.words[first] in (",", "”", '"', "’"):
            first += 1
        if first >= limit or self._opens_sentence(at, first):
            return None
        if told.words[first].lower() in told.lexicon.speech.according:
            return self._according(first, limit)
        verb = next((i for i in range(first, min(limit, first + _FAR)) if told.is_verb(i)), None)
        if verb is None:
            return None
        if verb - first <= 1 and not told.pronoun(first) and told.name_at(first) is None:
            subject = subjects.behind(told, verb + 1, min(limit, verb + 1 + _BEHIND_VERB * 2))
            if subject is not None:
                return self._by(subject, "after-inverted", 0.95)
        if any(self._is_subordinate(i) for i in range(first, verb)) and told.name_at(first) is None and not told.pronoun(first):
            return None
        subject = subjects.before(told, first, verb)
        return self._by(subject, "after", 0.95) if subject is not None else None

    def _is_subordinate(self, at: int) -> bool:
        return self._told.words[at] in ("that", "when", "while", "because", "if")

    def _opens_sentence(self, at: int, first: int) -> bool:
        """Return whether the words behind speech begin a sentence of their own ("“We go.” Then X left")."""
        told = self._told
        ended = self._text[: self._speech[at].end].rstrip()[-1:] in (".", "…")
        word = told.words[first]
        return ended and word[0].isupper() and not (told.name_at(first) is not None and self._speaks_at_once(first))

    def _speaks_at_once(self, first: int) -> bool:
        """Return whether a name is followed by its verb and the sentence's end ("“We go.” X said.")."""
        told = self._told
        found = told.name_at(first)
        end = found[1] if found is not None else first
        return end + 1 < len(told.words) and told.is_verb(end) and told.words[end + 1] in (".", "\n")

    def _according(self, first: int, limit: int) -> Said | None:
        start = first + 1
        if start < limit and self._told.words[start] in ("to", "an", "a"):
            start += 1
        subject = subjects.behind(self._told, start, limit)
        return self._by(subject, "according-to", 0.92) if subject is not None else None

    def _before(self, at: int) -> Said | None:
        """X said: “…” · X, who said, “…” · he added that “…” · according to X, “…” · X: “…”"""
        told, place = self._told, self._places[at]
        floor = max(place.start, self._places[at - 1].last + 1 if at else 0)
        first = max(told.sentence(max(place.first - 2, 0)), floor)
        limit = place.first - 1
        while first < limit and told.words[first] in (",", "”", '"', "’", "»", "“", ".", "—", "–"):
            first += 1
        if first >= limit:
            return self._colon_above(place) if limit <= place.start else None
        if told.words[first].lower() in told.lexicon.speech.according and (said := self._according(first, limit)) is not None:
            return said
        verb = next((i for i in range(limit - 1, first - 1, -1) if told.is_verb(i)), None)
        colon = told.words[limit - 1] == ":"
        if verb is None:
            return self._bare_colon(first, limit) if colon else None
        subject = subjects.before(told, first, verb) if verb > first else None
        if subject is None:
            subject = subjects.behind(told, verb + 1, limit) if verb <= first + 1 and colon else None
        if subject is None or (subject.mention is None and not subject.gender and self._goes_on(at, first)):
            return self._same_subject(at, first)
        return self._by(subject, "colon" if colon else "before", 0.93)

    def _goes_on(self, at: int, first: int) -> bool:
        return at > 0 and self._told.sentence(self._places[at].first) <= self._places[at - 1].last

    def _same_subject(self, at: int, first: int) -> Said | None:
        """“…,” X said, adding “…”: the verb has no subject of its own in a sentence whose speaker is known."""
        if not self._goes_on(at, first) or not self._said:
            return None
        last = self._said[at - 1]
        return Said(last.name, "same subject", min(last.confidence, 0.9), last.words)

    def _bare_colon(self, first: int, limit: int) -> Said | None:
        """X’s answer was plain: “…” · X: “…”"""
        names = [n for n in self._told.names(first, limit) if self._told.may_speak(n) or n.last == limit - 1]
        persons = [n for n in names if n.is_person]
        gender = self._told.pronoun(first)
        if gender and (not persons or persons[0].first > first):
            return self._by(Subject(first, first + 1, None, gender), "colon", 0.85)
        return self._by(persons[0], "colon", 0.85) if persons else None

    def _colon_above(self, place: _Place) -> Said | None:
        """A paragraph that ends with a colon introduces the one behind it, all of it speech."""
        told = self._told
        end = place.start - 1
        while end > 0 and told.words[end] == "\n":
            end -= 1
        if end <= 0 or told.words[end] != ":" or told.spoken[end]:
            return None
        first = told.sentence(end)
        verb = next((i for i in range(end - 1, first - 1, -1) if told.is_verb(i)), None)
        subject = subjects.before(told, first, verb) if verb is not None else None
        if subject is not None:
            return self._by(subject, "lead-in", 0.9)
        return self._bare_colon(first, end + 1)

    def _signature(self, at: int) -> Said | None:
        """“…” — X at the end of its line."""
        told, place = self._told, self._places[at]
        first = place.last + 1
        while first < place.end and told.words[first] in ("”", '"', "’", "»"):
            first += 1
        if first + 1 >= place.end or told.words[first] not in _DASHES or place.end - first > _SIGNATURE:
            return None
        subject = subjects.behind(told, first + 1, place.end)
        named = subject is not None and subject.mention is not None
        return self._by(subject, "signature", 0.93) if subject is not None and named else None

    def _same_paragraph(self, at: int) -> Said | None:
        """“…,” said X. “…”: speech that follows in the paragraph, with nobody else acting between."""
        if not at or self._places[at - 1].start != self._places[at].start:
            return None
        last, told = self._said[at - 1], self._told
        begin = told.sentence_end(self._places[at - 1].last) if last.words is not None else self._places[at - 1].last
        others = [n for n in told.names(begin, self._places[at].first) if told.may_speak(n)]
        acting = [n for n in others if n.is_person and n.name != last.name]
        if acting or self._places[at].first - self._places[at - 1].last > _FAR * 2:
            return None
        if last.name is None and last.words is None:
            return None
        return Said(last.name, "same paragraph", min(last.confidence, 0.9), last.words)

    def _lead_in(self, at: int) -> Said | None:
        """X was not convinced. “…”: the sentence before, in the same paragraph, has one person who acts."""
        told, place = self._told, self._places[at]
        end = place.first - 1
        if end <= place.start or told.words[end - 1] not in (".", "!", "?"):
            return None
        first = max(told.sentence(end - 1), place.start)
        names = [n for n in told.names(first, end) if told.may_speak(n)]
        people = [n for n in names if n.is_person]
        if people:
            alone = len({n.name for n in people}) == 1
            return self._by(people[0], "lead-in", 0.85 if alone else 0.6)
        pronoun = next((i for i in range(first, min(end, first + 6)) if told.pronoun(i)), None)
        if pronoun is not None:
            return self._by(Subject(pronoun, pronoun + 1, None, told.pronoun(pronoun)), "lead-in", 0.85)
        return None

    def _by(self, subject: Subject, how: str, confidence: float) -> Said:
        if subject.mention is not None:
            return Said(subject.mention.name, how, confidence, subject)
        if subject.gender:
            meant = self._pronouns.meaning(subject)
            if meant is None:
                return Said(None, how, 0.0, subject)
            return Said(meant.name, how, min(confidence, meant.confidence), subject)
        return Said(None, how, confidence, subject)

    def _next_speech(self, at: int) -> int:
        return self._places[at + 1].first - 1 if at + 1 < len(self._places) else len(self._told.words)

    def _clause_end(self, first: int, limit: int) -> int:
        """Return the end of the sentence that begins at `first`, by its own stop."""
        told = self._told
        far = min(limit, first + _FAR * 4)
        ends = (at for at in range(first, far) if told.words[at] in (".", "!", "?", "\n", ";") and not told.spoken[at])
        return next(ends, far)
