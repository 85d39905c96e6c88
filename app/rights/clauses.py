"""A notice cut into clauses that state terms; what is reported, or stands in quotation marks, states none.

Evidence counts (specification of rights, §1): an article may *talk about* a limit on quoting.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from re import Pattern

import regex as re

from app.base.text import INVISIBLE
from app.rights.lexicon import Lexicon, lexicon_of

LONGEST = 4_000
"""Characters of a notice that is read as a whole; of a longer one, which is a whole contract, the paragraphs that tell of quoting."""

_LONGEST_PADDED = 200_000
"""Characters of a notice with empty lines, which are left out first."""
_BLANK = re.compile(r"\n\s+")
_LONGEST_SENTENCE = 700
_MOST_SENTENCES = 40
_MENTIONS = 8
"""So many places of one concept are looked at in a sentence; more are an enumeration, and add nothing."""

_NEXT = r"(?=[\p{Lu}\p{Lo}©„«“\"])"
_END = re.compile(rf"(?<=\p{{Ll}}[.!?;])\s+{_NEXT}|(?<=[)\]”\"»%\d][.!?])(?<!\s\d{{1,2}}\.)\s+{_NEXT}|(?<=[。！？])|\n+")
_QUOTED = re.compile(
    r"「[^」「]{0,600}」|『[^』『]{0,600}』|“[^”“]{0,600}[”“]|„[^“”„]{0,600}[“”]|«[^»«]{0,600}»|\"[^\"]{0,600}\"|»[^«»]{0,600}«"
)
_COUNT = re.compile(r"(?<![\d.,])(?:[1-9]\d{1,2}|\d{1,3}(?:[.,\s]\d{3})+|\d{4,})\s(?=\p{L})")
_SPOKEN_WORDS = 7
"""Quotation marks around that many words hold speech; around fewer, a name or the wording of a credit."""
_MARKS = str.maketrans(dict.fromkeys(".,;:!?()[]/-–—'’%+&،؛。、，；：（）「」『』《》", " "))
_UNSPACED = re.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_LETTERS_OF_A_WORD = 2
"""Letters of a script without spaces that count as one word."""
_BROKEN = re.compile(r"[\ud800-\udfff\x00-\x08\x0b-\x1f]")
_DIGITS = {0x0660: 10, 0x06F0: 10, 0x0966: 10, 0x09E6: 10, 0xFF10: 10}
_PLAIN = {
    **{first + digit: str(digit) for first, count in _DIGITS.items() for digit in range(count)},
    **{0xFF01 + at: chr(0x21 + at) for at in range(94)},
    **{ord(odd): plain for odd, plain in zip("٪﹪٫٬\u3000\u202f\u00a0", "%%.,   ", strict=True)},
}
"""Digits and signs of other scripts, one character for one, so that places stay."""
_OPENING = '“„«"»「『'


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a notice, and the words of its language.

    `text` is what is read: in `raw`, which is as long, stand the names and wordings in quotation marks that are blanked in `text`.
    """

    text: str
    raw: str
    lexicon: Lexicon
    _known: dict[str, list[tuple[int, int]]] = field(default_factory=dict, repr=False, compare=False)
    """Places that were looked for before: rules ask for the same ones again and again."""
    _segments: "list[Clause]" = field(default_factory=list, repr=False, compare=False)

    def states(self, concept: str) -> bool:
        """Return whether the clause names a concept."""
        return bool(self.places(concept))

    def places(self, concept: str) -> list[tuple[int, int]]:
        """Return where a concept is named, the first eight places."""
        found = self._known.get(concept)
        if found is None:
            matches = islice(self.lexicon[concept].finditer(self.text), _MENTIONS)
            found = self._known[concept] = [match.span() for match in matches]
        return found

    def amounts(self) -> list[tuple[int, int]]:
        """Return where amounts stand."""
        found = self._known.get("")
        if found is None:
            found = self._known[""] = [match.span() for match in self.lexicon.amount.finditer(self.text)]
        return found

    def asked_wordings(self) -> list[tuple[int, int]]:
        """Return where wordings stand, with their quotation marks, that the clause asks others to print."""
        asking = self.places("credit_words")
        found = [match.span() for match in islice(_QUOTED.finditer(self.raw), _MENTIONS)]
        return [at for at in found if any(end <= at[0] and words_between(self.text, (0, end), at) <= 3 for _, end in asking)]

    def part(self, start: int, end: int) -> "Clause":
        """Return a part of the clause as a clause."""
        return Clause(self.text[start:end], self.raw[start:end], self.lexicon)

    def near(self, first: str, second: str, *, words: int = 6) -> bool:
        """Return whether two concepts are named with at most so many words between them, in any order."""
        return any(words_between(self.text, one, other) <= words for one in self.places(first) for other in self.places(second))

    def precedes(self, first: str, second: str, *, words: int) -> bool:
        """Return whether one concept stands before another, with at most so many words between them."""
        return any(
            one[1] <= other[0] and words_between(self.text, one, other) <= words
            for one in self.places(first)
            for other in self.places(second)
        )

    def segments(self) -> "tuple[Clause, ...]":
        """Return the parts between semicolons and dashes, and before a "but"."""
        if not self._segments:
            parts = self.lexicon.parts
            self._segments.extend((self,) if parts.search(self.text) is None else self.split(parts))
        return tuple(self._segments)

    def split(self, at: "Pattern[str] | re.Pattern[str]") -> "tuple[Clause, ...]":
        """Return the parts between the matches of a pattern, none that is blank."""
        cuts = [(0, 0), *(match.span() for match in at.finditer(self.text)), (len(self.text), len(self.text))]
        parts = [self.part(before, after) for (_, before), (after, _) in pairwise(cuts)]
        return tuple(part for part in parts if part.text.strip())


def words_between(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many words stand between two places; 0 where they touch or overlap."""
    (_, end), (start, _) = sorted((one, other))
    return words_in(text[end:start]) if start > end else 0


def words_in(text: str) -> int:
    """Return how many words a text has; in a script without spaces two letters count as one."""
    words = len(text.translate(_MARKS).split())
    if text.isascii():
        return words
    unspaced = len(_UNSPACED.findall(text))
    return max(words, -(-unspaced // _LETTERS_OF_A_WORD)) if unspaced else words


def readable(notice: str) -> str:
    """Return a notice as it is read and kept: NFC, without characters that nobody sees, each line trimmed, no empty ones."""
    if LONGEST < len(notice) <= _LONGEST_PADDED:
        notice = _BLANK.sub("\n", notice)
    if len(notice) > LONGEST:
        return notice
    return INVISIBLE.sub("", unicodedata.normalize("NFC", _BROKEN.sub("\ufffd", notice))).strip()


def is_long(notice: str) -> bool:
    """Return whether a readable notice is a whole contract: of more than 4,000 characters, or of more than 40 sentences."""
    return len(notice) > LONGEST or sum(1 for _ in islice(_END.finditer(notice), _MOST_SENTENCES)) == _MOST_SENTENCES


def clauses(notice: str, language: str | None) -> tuple[Clause, ...]:
    """Return the clauses of a readable notice that state terms, in order; none for a long one.

    A sentence of more than 700 characters is no sentence that could be read, and is left out.
    """
    if is_long(notice):
        return ()
    whole = lexicon_of(notice, language)
    return tuple(clause for clause in _sentences(notice, whole) if not _is_reported(clause))


def _sentences(notice: str, whole: Lexicon) -> Iterator[Clause]:
    for sentence in _END.split(notice):
        raw = sentence.strip()
        if raw and len(raw) <= _LONGEST_SENTENCE:
            text = _QUOTED.sub(lambda match: " " * len(match[0]), raw.translate(_PLAIN))
            yield Clause(text, raw, lexicon_of(raw, whole.language))


def _is_reported(clause: Clause) -> bool:
    asked = clause.asked_wordings()
    spoken = any(words_in(match[0]) >= _SPOKEN_WORDS and match.span() not in asked for match in _QUOTED.finditer(clause.raw))
    asks = clause.raw.endswith("?")
    return spoken or asks or clause.raw[:1] in _OPENING or _reports(clause) or clause.states("prose") or _is_told(clause)


def _reports(clause: Clause) -> bool:
    """Return whether words of saying stand in a clause; "according to the terms of the licence" is none."""
    terms = [start for concept in ("terms", "licence") for start, _ in clause.places(concept)]
    return any(
        not any(end <= start and words_between(clause.text, (end, end), (start, start)) <= 2 for start in terms)
        for _, end in clause.places("reported")
    )


def _is_told(clause: Clause) -> bool:
    """Return whether the clause tells what happened: terms are in the present, but for "was first published" and the like.

    Nor do terms count works: "300 photographs under Creative Commons" is news.
    """
    made = clause.places("made")
    past = [at for at in clause.places("narrated") if not any(words_between(clause.text, at, place) <= 3 for place in made)]
    counted = [match.end() for match in islice(_COUNT.finditer(clause.text), _MENTIONS)]
    works = [start for concept in ("photos", "article", "book") for start, _ in clause.places(concept)]
    return bool(past) or any(end == start for end in counted for start in works)
