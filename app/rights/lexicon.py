"""The words in which terms are written, by language: `resources/rights/words/*.toml`, whose README tells the form.

A phrase is written as words; `word*` stands for any ending, `a|b` for one of several words, `~` for up to three words in
between (`~6`: up to six).
"""

import re
import tomllib
from fractions import Fraction
from functools import cache, cached_property

from app.base.paths import resource
from app.model.rights import CapUnit

UNITS: tuple[CapUnit, ...] = ("percent", "words", "chars", "sentences", "paragraphs")
_NOTHING = re.compile(r"(?!)")
_GAP = 3


class Lexicon:
    """One language's words: patterns of concepts, and the values of number words. Patterns are made when first asked for."""

    def __init__(self, language: str, document: dict[str, dict[str, object]]) -> None:
        self.language = language
        self.common = frozenset(document["common"])
        self._concepts = document["is"]
        self._units = document["unit"]
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.numbers = {word.lower(): Fraction(str(value)) for word, value in document["number"].items()}
        self.fractions = {word.lower(): Fraction(str(value)) for word, value in document["fraction"].items()}

    def __getitem__(self, concept: str) -> "re.Pattern[str]":
        """Return the pattern of a concept; one that matches nothing where the language has no word for it."""
        found = self._patterns.get(concept)
        if found is None:
            found = self._patterns[concept] = phrases(self._concepts.get(concept, ()))  # type: ignore[arg-type]
        return found

    @cached_property
    def amount(self) -> "re.Pattern[str]":
        """A number and its unit, at most one word between them; groups `n` and the unit's name."""
        units = "|".join(f"(?P<{name}>{_alternatives(self._units[name])})" for name in UNITS)  # type: ignore[arg-type]
        number = r"\d{1,3}(?:[.,   ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|" + _words(self.numbers)
        return re.compile(
            rf"(?<![\w.,])(?P<n>{number})(?:\s?-?\s?|\s[^\W\d]+\s)(?:{units})(?!\w)|(?<!\w)(?P<part>{_words(self.fractions)})(?!\w)",
            re.IGNORECASE,
        )

    @cached_property
    def unit_words(self) -> "dict[str, re.Pattern[str]]":
        """The words of the units that a percentage can be of."""
        return {name: phrases(self._units[name]) for name in ("words", "chars")}  # type: ignore[arg-type]

    @cached_property
    def days(self) -> "re.Pattern[str]":
        """A number of days; group `n`."""
        unit = _alternatives(self._units["days"])  # type: ignore[arg-type]
        return re.compile(rf"(?<![\w.,])(?P<n>\d+|{_words(self.numbers)})\s(?:{unit})(?!\w)", re.IGNORECASE)


def phrases(written: "list[str] | tuple[str, ...]") -> "re.Pattern[str]":
    """Return the pattern of any of the phrases, whole words only."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(written)})(?!\w)", re.IGNORECASE) if written else _NOTHING


@cache
def lexicons() -> dict[str, Lexicon]:
    """Return all lexicons by language code; FileNotFoundError when the installation is damaged."""
    folder = resource("rights", "words")
    return {
        path.stem: Lexicon(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))
    }


@cache
def everywhere(concept: str) -> "re.Pattern[str]":
    """Return the pattern of a concept in all languages together: for formulas that nobody mistakes for another language's."""
    patterns = [lexicon[concept].pattern for lexicon in lexicons().values() if lexicon[concept] is not _NOTHING]
    return re.compile("|".join(patterns), re.IGNORECASE)


def lexicon_of(text: str, hint: str | None) -> Lexicon:
    """Return the lexicon of a text's language, told by its most frequent short words; where none is told, the hint's, else English."""
    words = re.findall(r"\w+", text.lower())
    shares = {code: sum(word in lexicon.common for word in words) for code, lexicon in lexicons().items()}
    hinted = (hint or "").split("-", maxsplit=1)[0].lower()
    best = max(shares, key=lambda code: (shares[code], code == hinted, code == "en"))
    if shares[best] < 2 and hinted in shares:
        best = hinted
    return lexicons()[best if shares[best] or best == hinted else "en"]


def _words(values: "dict[str, Fraction]") -> str:
    return "|".join(re.escape(word) for word in sorted(values, key=len, reverse=True))


def _alternatives(written: "list[str] | tuple[str, ...]") -> str:
    """Return the phrases as alternatives, those of most words first, so that the longest that fits is found."""
    return "|".join(
        _phrase(phrase) for phrase in sorted(written, key=lambda phrase: (len(phrase.split()), len(phrase)), reverse=True)
    )


def _phrase(phrase: str) -> str:
    pieces: list[str] = []
    for token in phrase.split():
        if token.startswith("~"):
            pieces.append(rf"(?:\W+\w+){{0,{int(token[1:] or _GAP)}}}?")
            continue
        if pieces:
            pieces.append(r"[\s,]+")
        pieces.append(_token(token))
    return "".join(pieces)


def _token(token: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*").replace("'", "['’ʼ`]") for word in token.split("|")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
