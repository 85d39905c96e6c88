"""Who says a piece of direct speech. Each pattern has its reliability; what is not sure gives no speaker, at most a suggestion.

Wrong attributions are worse than none: "the last speaker" alone is never enough (specification of entities).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.base.spans import Span
from app.entities.lexicon import Lexicon
from app.entities.speech_marks import Speech
from app.model.recognition import Kind, Mention, Quotation

_WINDOW = 220
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?](?=\s+[A-ZÀ-Þ“„«\"]|\s*$)")
RELIABLE = 0.8


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker with the pattern that found them and its confidence; a name of None means: by nobody sure."""

    name: str | None
    how: str
    confidence: float


class SpeakerFinder:
    """Finds the speakers of one article; speech must be asked for in order."""

    def __init__(self, text: str, mentions: Sequence[Mention], speech: Sequence[Speech], lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        inside = [(piece.start, piece.end) for piece in speech]
        named = [m for m in mentions if m.span.field == "body" and m.kind is not Kind.PLACE]
        self._mentions = [m for m in named if not _within(m.span.start, inside)]
        self._starts = [m.span.start for m in self._mentions]
        self._speech = list(speech)
        self._last: Said | None = None
        self._last_end = 0

    def quotations(self) -> tuple[Quotation, ...]:
        """Return all direct speech with its speakers, in order."""
        found: list[Quotation] = []
        for at, piece in enumerate(self._speech):
            said = self._said(at, piece)
            suggestion = None
            if said.name is None and self._last is not None:
                suggestion = self._last.name
            passage = self._text[piece.start : piece.end]
            found.append(Quotation(Span(piece.start, piece.end), passage, said.name, said.how, said.confidence, suggestion))
            if said.name is not None:
                self._last = said
            self._last_end = piece.end
        return tuple(found)

    def _said(self, at: int, piece: Speech) -> Said:
        if piece.goes_on and self._last is not None:
            return Said(self._last.name, "next paragraph", 0.95)
        after = self._after(at, piece)
        before = self._before(at, piece)
        for said in (after, before, self._split(at, piece), self._same_paragraph(piece)):
            if said is not None and said.confidence >= RELIABLE:
                return said
        return Said(None, "none", 0.0)

    def _after(self, at: int, piece: Speech) -> Said | None:
        """“…,” said X · “…,” X said · “…,” he said"""
        start = piece.end + 1
        limit = min(self._speech[at + 1].start - 1 if at + 1 < len(self._speech) else len(self._text), start + _WINDOW)
        segment = self._text[start : max(limit, start)].split("\n")[0]
        stop = _SENTENCE_END.search(segment)
        segment = segment[: stop.start()] if stop else segment
        verb = self._verb(segment)
        if verb is None or len(segment[: verb[0]].split()) > 12:
            return None
        pronoun = self._pronoun(segment, verb)
        if pronoun is not None:
            return self._by_pronoun(pronoun, piece.start)
        names = self._between(start, start + len(segment))
        following = [m for m in names if m.span.start >= start + verb[1]]
        leading = [m for m in names if m.span.end <= start + verb[0]]
        if leading and len(self._text[leading[-1].span.end : start + verb[0]].split()) <= 2:
            return Said(self._nearest_person(leading, first=False).name, "after", 0.95)
        if following and len(self._text[start + verb[1] : following[0].span.start].split()) <= 8:
            return Said(self._nearest_person(following, first=True).name, "after-inverted", 0.95)
        if leading:
            return Said(self._nearest_person(leading, first=False).name, "after", 0.95)
        return None

    def _before(self, at: int, piece: Speech) -> Said | None:
        """X said: “…” · X, who said, “…” · according to X, “…”"""
        floor = max(self._speech[at - 1].end + 1 if at else 0, piece.start - 1 - _WINDOW)
        segment = self._text[floor : piece.start - 1]
        segment = segment[segment.rfind("\n") + 1 :]
        cut = [match.end() for match in _SENTENCE_END.finditer(segment) if match.end() < len(segment.rstrip())]
        segment = segment[cut[-1] :] if cut else segment
        start = piece.start - 1 - len(segment)
        verb = self._verb(segment, last=True)
        introduces = segment.rstrip().endswith((":", ",", "that", "dass", "que", "che", "dat"))
        if verb is None or not (introduces or verb[1] >= len(segment.rstrip()) - 1):
            return None
        pronoun = self._pronoun(segment, verb)
        names = self._between(start, start + verb[0])
        if pronoun is not None and not names:
            return self._by_pronoun(pronoun, piece.start)
        if names:
            how = "colon" if segment.rstrip().endswith(":") else "before"
            return Said(self._nearest_person(names, first=False).name, how, 0.92)
        behind = self._between(start + verb[1], start + len(segment))
        if behind and segment[: verb[0]].strip() == "":
            return Said(behind[0].name, "according-to", 0.9)
        continued = self._last is not None and "\n" not in self._text[self._last_end : piece.start]
        if continued and self._last is not None and len(segment[: verb[0]].split()) <= 2:
            return Said(self._last.name, "same subject", 0.85)
        return None

    def _split(self, at: int, piece: Speech) -> Said | None:
        """“…,” she added, “…”: both parts are hers."""
        if not at or self._last is None or self._last_end != self._speech[at - 1].end:
            return None
        between = self._text[self._last_end + 1 : piece.start - 1]
        if "\n" not in between and between.rstrip().endswith(",") and len(between.split()) <= 25 and self._verb(between):
            return Said(self._last.name, "split", 0.95)
        return None

    def _same_paragraph(self, piece: Speech) -> Said | None:
        """“…,” said X. “…”: speech that follows in the paragraph, with nobody else named between."""
        if self._last is None:
            return None
        between = self._text[self._last_end : piece.start]
        others = {m.name for m in self._between(self._last_end, piece.start)} - {self._last.name}
        if "\n" in between or others or len(between.split()) > 40:
            return None
        return Said(self._last.name, "same paragraph", 0.88)

    def _by_pronoun(self, gender: str, at: int) -> Said | None:
        """Return the last speaker when the pronoun fits, else the one person of the paragraph before that it fits."""
        if self._last is not None and self._last.name and self._fits(self._last.name, gender):
            nearby = "\n" not in self._text[self._last_end : at] or self._text[self._last_end : at].count("\n") <= 1
            if nearby:
                return Said(self._last.name, "pronoun", 0.9)
        start = self._text.rfind("\n", 0, max(self._text.rfind("\n", 0, at), 0)) + 1
        people = [m.name for m in self._between(start, at) if m.kind is Kind.PERSON and self._fits(m.name, gender)]
        if people:
            return Said(people[-1], "pronoun", 0.82 if len(set(people)) == 1 else 0.7)
        return None

    def _fits(self, name: str, gender: str) -> bool:
        first = name.split(maxsplit=1)[0]
        known = self._lexicon.parts.gender.get(first, "u")
        titles = {self._lexicon.title_gender.get(m.title.split()[0]) for m in self._mentions if m.name == name and m.title}
        return known in ("u", gender) and not titles & ({"m", "f"} - {gender})

    def _verb(self, segment: str, *, last: bool = False) -> tuple[int, int] | None:
        """Return the place of the first (or last) verb of speech, or word of source, in a segment."""
        speech = self._lexicon.speech
        places = [m.span() for m in _WORD.finditer(segment) if m[0] in speech.verbs or m[0].lower() in speech.according]
        return (places[-1] if last else places[0]) if places else None

    def _pronoun(self, segment: str, verb: tuple[int, int]) -> str | None:
        """Return the gender of a pronoun that stands right beside the verb."""
        before = _WORD.findall(segment[: verb[0]])[-2:]
        after = _WORD.findall(segment[verb[1] :])[:1]
        for word in (*reversed(before), *after):
            gender = self._lexicon.speech.pronouns.get(word.lower())
            if gender is not None:
                return gender
        return None

    def _between(self, start: int, end: int) -> list[Mention]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._mentions[low:high]

    @staticmethod
    def _nearest_person(mentions: Sequence[Mention], *, first: bool) -> Mention:
        """Return the person nearest to the verb, an organisation only where no person stands there."""
        ordered = list(mentions) if first else list(reversed(mentions))
        return next((m for m in ordered if m.kind is Kind.PERSON), ordered[0])


def _within(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(stretches, (at + 1, 0)) - 1
    return place >= 0 and stretches[place][0] <= at < stretches[place][1]
