"""The reporter's own words of an article, outside speech: sentences, and the names, pronouns and descriptions in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.base.spans import Span
from app.entities.lexicon import Lexicon
from app.entities.speech_marks import Speech
from app.entities.tokens import Tokens
from app.model.recognition import Kind, Mention

_ENDS = frozenset({".", "!", "?", "\n"})
_AFTER_END = frozenset("”’\"')]»“")
_STEPS_BACK = 4
_LONGEST = 250
"""Tokens of a sentence that are looked at, so that time grows with the length of a text only."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that say who speaks, tokens `first` to `last` (exclusive): a name, a pronoun (`gender`), or neither: a
    description that names nobody ("a spokesman")."""

    first: int
    last: int
    mention: Mention | None = None
    gender: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the words are the name of a person."""
        return self.mention is not None and self.mention.kind is Kind.PERSON

    @property
    def name(self) -> str:
        """The name that is meant, in full; "" for other words."""
        return self.mention.name if self.mention is not None else ""


class Narration:
    """Tokens of the body with what is known of them; places are token numbers."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], speech: Sequence[Speech], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lexicon = lexicon
        self.spoken = bytearray(len(tokens))
        for piece in speech:
            first, last = self.place(piece.start), self.place(piece.end)
            self.spoken[first:last] = b"\1" * (last - first)
        self._names: dict[int, tuple[Mention, int]] = {}
        for mention in mentions:
            first = self.place(mention.span.start)
            if mention.span.field == "body" and first < len(tokens) and not self.spoken[first]:
                self._names[first] = (mention, self.place(mention.span.end))
        self._starts = sorted(self._names)
        self._sentences = self._boundaries()
        self._breaks = [at for at, word in enumerate(self.words) if word == "\n"]

    def _boundaries(self) -> list[int]:
        """Return the first token of each sentence outside speech; an end inside a quotation ends only the quotation's."""
        found = [0]
        ended = False
        for at, word in enumerate(self.words):
            if ended and not (word in _AFTER_END or word == "\n"):
                found.append(at)
                ended = False
            if word == "\n" or (word in _ENDS and not self.spoken[at]):
                ended = True
        return found

    def place(self, offset: int) -> int:
        """Return the first token that starts at or behind a place of the text."""
        return bisect_left(self.tokens.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Return where tokens `first` to `last` (exclusive) stand in the body."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def sentence(self, at: int) -> int:
        """Return the first token of the sentence that token `at` stands in; of a very long one, a place not far before."""
        return max(self._sentences[max(bisect_right(self._sentences, at) - 1, 0)], at - _LONGEST)

    def sentence_before(self, at: int) -> int | None:
        """Return the first token of the sentence before that of token `at`."""
        index = bisect_right(self._sentences, at) - 2
        return max(self._sentences[index], at - _LONGEST * 2) if index >= 0 else None

    def sentence_end(self, at: int) -> int:
        """Return the token behind the sentence that token `at` stands in."""
        index = bisect_right(self._sentences, at)
        return min(self._sentences[index] if index < len(self._sentences) else len(self.words), at + _LONGEST)

    def paragraph(self, at: int) -> tuple[int, int]:
        """Return the first token of the paragraph that token `at` stands in, and the token behind it."""
        index = bisect_left(self._breaks, at)
        return self._breaks[index - 1] + 1 if index else 0, self._breaks[index] if index < len(self._breaks) else len(
            self.words
        )

    def name_at(self, place: int) -> tuple[Mention, int] | None:
        """Return the name that begins at a token, and the token behind it; places are none."""
        found = self._names.get(place)
        return found if found is not None and found[0].kind is not Kind.PLACE else None

    def name_or_place_end(self, place: int) -> int:
        """Return the token behind the name or place that begins at a token; the token itself where none does."""
        found = self._names.get(place)
        return found[1] if found is not None else place

    def names(self, first: int, last: int) -> list[Subject]:
        """Return the names (no places) that begin from token `first` up to `last` (exclusive), in order."""
        found = []
        for start in self._starts[bisect_left(self._starts, first) : bisect_left(self._starts, last)]:
            mention, end = self._names[start]
            if mention.kind is not Kind.PLACE:
                found.append(Subject(start, end, mention))
        return found

    def people(self, first: int, last: int) -> list[Subject]:
        """Return the persons named from token `first` up to `last` (exclusive), in order."""
        return [name for name in self.names(first, last) if name.is_person]

    def may_speak(self, subject: Subject) -> bool:
        """Return whether a name can be the subject of its clause: no preposition before it, not an owner, no mere attribute."""
        words, speech = self.words, self.lexicon.speech
        after = words[subject.last] if subject.last < len(words) else "\n"
        if after == "'s" or (after in ("'", "’") and words[subject.last - 1].endswith("s")):
            return False
        mention = subject.mention
        if mention is not None and mention.kind is Kind.ORGANISATION and not self._closes(subject.last):
            return False
        beside = subject.last < len(words) and words[subject.last] in speech.verbs
        at = subject.first - 1
        steps = 0
        while at >= 0 and steps < _STEPS_BACK:
            word = words[at].lower()
            if word in speech.prepositions:
                if not self._in_title(at, subject.first):
                    return beside and steps > 0 and not self._titled(at + 1, subject.first)
                at -= 1
            if not (word.isalpha() or word.endswith(".")) or self.spoken[at] or word in speech.verbs or word in speech.links:
                break
            at -= 1
            steps += 1
        return True

    def _in_title(self, preposition: int, name: int) -> bool:
        """Return whether a preposition stands inside a title before a name ("Superintendent of Police X")."""
        between = self.words[preposition + 1 : name]
        return preposition > 0 and bool(between) and all(w[0].isupper() for w in (self.words[preposition - 1], *between))

    def _titled(self, first: int, name: int) -> bool:
        """Return whether only titles and articles stand between a preposition and a name ("of the Mayor X")."""
        titles = self.lexicon.titles
        return all(
            w.lower() in ("the", "then") or titles.longest(self.words, first + i) is not None
            for i, w in enumerate(self.words[first:name])
        )

    def _closes(self, at: int) -> bool:
        """Return whether a name ends its noun phrase before token `at`: no noun follows that it would only describe."""
        if at >= len(self.words):
            return True
        word = self.words[at]
        speech = self.lexicon.speech
        known = word.lower() in speech.verbs or word.lower() in speech.helpers or word.lower() in speech.prepositions
        return known or not word[0].isalpha() or self.spoken[at] > 0 or word.endswith(("ly", "ed"))

    def pronoun(self, at: int) -> str:
        """Return the gender of the pronoun at a token, "" for another word."""
        return self.lexicon.speech.pronouns.get(self.words[at].lower(), "")

    def is_verb(self, at: int) -> bool:
        """Return whether a token is a verb of speech in the reporter's words."""
        word = self.words[at]
        return not self.spoken[at] and (
            word in self.lexicon.speech.verbs or (self.tokens.opens[at] and word.lower() in self.lexicon.speech.verbs)
        )
