"""The words in which terms are written, by language: `resources/rights/words/*.toml`, whose README tells the form."""

import re
import tomllib
from collections import Counter
from fractions import Fraction
from functools import cache, cached_property

from app.base.paths import resource
from app.base.phrases import NOTHING, alternatives, phrases
from app.model.rights import CapUnit

UNITS: tuple[CapUnit, ...] = ("percent", "words", "chars", "sentences", "paragraphs")
_TELLING = 2
"""So many frequent words more tell a language against the hint."""
_DEFAULT = "en"
_OWN_LETTERS = 0.15
"""From this share of a text on, letters that one language alone has tell it."""
_SIGN = "[½⅓⅔¼¾⅕⅖⅗⅘⅛]"
_STROKE = r"(?<![\w/.,])(?:1/[2-9]|1/[1-9]\d|2/[35]|3/[45])(?![\w/.,]\d|\w)"
"""Fractions of a text; 17/3 and 3/12/2024 are none."""
_JOINT = r"[\s-]?(?:(?:and|und|et|y|e|en|och|og|и|i|ja)\s?)?"
"""What may stand between the words of one number, nothing in "dreihundertfünfzig"."""


class Lexicon:
    """One language's words: patterns of concepts, and the values of number words. Patterns are made when first asked for."""

    def __init__(self, language: str, document: dict[str, dict[str, object]]) -> None:
        self.language = language
        self.common = frozenset(document["common"])
        self.spaced = bool(document.get("spaced", True))
        self.letters = re.compile(f"[{document['letters']}]") if "letters" in document else NOTHING
        self._months = tuple(phrases((str(name),)) for name in document.get("months", ()))
        self._concepts = document["is"]
        self._units = document["unit"]
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.numbers = {word.lower(): Fraction(str(value)) for word, value in document["number"].items()}
        self.fractions = {word.lower(): Fraction(str(value)) for word, value in document["fraction"].items()}

    def __getitem__(self, concept: str) -> "re.Pattern[str]":
        """Return the pattern of a concept; one that matches nothing where the language has no word for it."""
        found = self._patterns.get(concept)
        if found is None:
            found = self._patterns[concept] = phrases(self._concepts.get(concept, ()), spaced=self.spaced)  # type: ignore[arg-type]
        return found

    def month(self, name: str) -> int | None:
        """Return the number of a month (1 to 12) by its name, None when it is none."""
        return next((number for number, month in enumerate(self._months, start=1) if month.fullmatch(name)), None)

    @cached_property
    def amount(self) -> "re.Pattern[str]":
        """A number and its unit, at most one word between them, or a fraction; groups `n` and the unit's name, or `part`.

        "The first paragraph" is one too: groups `first_…`; and a percentage whose unit stands first: group `percent_n`.
        """
        units = "|".join(f"(?P<{name}>{self._unit(name)})" for name in UNITS)
        number = self._number()
        fraction = rf"{self._whole_words(_words(self.fractions))}|(?<![\w½]){_SIGN}(?!\w)|{_STROKE}"
        joint = r"(?:\s?-?\s?|\s[^\W\d]+\s)" if self.spaced else r"\s?[個个]?\s?"
        start = r"(?<![\w.,/])" if self.spaced else r"(?<![\d.,/])"
        counted = rf"{start}(?P<n>{number}){joint}(?:{units}){self._end}"
        return re.compile(f"{counted}|{self._percent_first(number)}(?P<part>{fraction})|{self._firsts()}", re.IGNORECASE)

    @cached_property
    def bare_number(self) -> "re.Pattern[str]":
        """A number by itself."""
        start = r"(?<![\w.,/])" if self.spaced else r"(?<![\d.,/])"
        return re.compile(rf"{start}(?:{self._number()}){self._end}(?![.,/]\d)", re.IGNORECASE)

    @property
    def _end(self) -> str:
        return r"(?!\w)" if self.spaced else ""

    def _number(self) -> str:
        word = _words(self.numbers)
        return rf"\d{{1,3}}(?:[.,   ]\d{{3}})+(?!\d)|\d*{_SIGN}|\d+(?:[.,]\d+)?|(?:{word})(?:{_JOINT}(?:{word})){{0,5}}"

    def _percent_first(self, number: str) -> str:
        written = self._units.get("percent_first", ())
        if not written:
            return ""
        before = alternatives(written, spaced=self.spaced)  # type: ignore[arg-type]
        start = r"(?<![\w%])" if self.spaced else ""
        return rf"{start}(?:{before})\s?(?P<percent_n>{number})(?!\d)|"

    def _whole_words(self, pattern: str) -> str:
        return rf"(?<!\w)(?:{pattern})(?!\w)" if self.spaced else f"(?:{pattern})"

    def _unit(self, name: str) -> str:
        return alternatives(self._units[name], spaced=self.spaced)  # type: ignore[arg-type]

    def _firsts(self) -> str:
        """Return what finds a first sentence or paragraph, one without a number; groups `first_sentences` and `first_paragraphs`."""
        first = alternatives(self._concepts.get("first", ("first",)), spaced=self.spaced)  # type: ignore[arg-type]
        start, space = (r"(?<!\w)", r"\s") if self.spaced else ("", "の?")
        return "|".join(
            rf"{start}(?P<first_{name}>(?:{first}){space}(?:{self._unit(name)})){self._end}"
            for name in ("sentences", "paragraphs")
        )

    @cached_property
    def number_word(self) -> "re.Pattern[str]":
        """One word of a number that may be composed of several."""
        return re.compile(_words(self.numbers), re.IGNORECASE)

    @cached_property
    def parts(self) -> "re.Pattern[str]":
        """What parts a sentence: semicolons, dashes, and the comma before a "but"."""
        but = alternatives(self._concepts.get("but", ("but",)), spaced=self.spaced)  # type: ignore[arg-type]
        if not self.spaced:
            return re.compile(rf"[;；]\s*|——|[,，、]\s*(?=(?:{but}))", re.IGNORECASE)
        return re.compile(rf"[;؛]\s+|\s[–—]\s|[,،]\s+(?=(?:{but})\s)", re.IGNORECASE)

    @cached_property
    def unit_words(self) -> "dict[str, re.Pattern[str]]":
        """The words of the units that a percentage can be of."""
        return {name: phrases(self._units[name], spaced=self.spaced) for name in ("words", "chars")}  # type: ignore[arg-type]

    @cached_property
    def counted_units(self) -> "re.Pattern[str]":
        """The words of all units of limits but percentages."""
        return phrases([word for name in UNITS[1:] for word in self._units[name]], spaced=self.spaced)  # type: ignore[attr-defined]

    @cached_property
    def days(self) -> "re.Pattern[str]":
        """A number of days; group `n`."""
        space = r"\s" if self.spaced else r"\s?"
        return re.compile(
            rf"(?<![\d.,])(?<![\w.,])(?P<n>\d+|{_words(self.numbers)}){space}(?:{self._unit('days')}){self._end}", re.IGNORECASE
        )


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
    patterns = [lexicon[concept].pattern for lexicon in lexicons().values() if lexicon[concept] is not NOTHING]
    return re.compile("|".join(patterns), re.IGNORECASE)


def lexicon_of(text: str, hint: str | None) -> Lexicon:
    """Return the lexicon of a text's language, told by its script, else by its most frequent short words.

    Where several languages have as many of them, or nearly so, the hint decides, then the words of terms; where no word tells, the
    hint, else English.
    """
    script = _script_of(text)
    if script is not None:
        return script
    shares = Counter(code for word in set(re.findall(r"\w+", text.lower())) for code in _languages().get(word, ()))
    hinted = (hint or "").split("-", maxsplit=1)[0].lower()
    most = max(shares.values(), default=0)
    if hinted in lexicons() and most - shares[hinted] < _TELLING:
        return lexicons()[hinted]
    near = [code for code, share in shares.items() if most - share < _TELLING] or [_DEFAULT]
    scores = {code: shares[code] + _terms(text, code) for code in (*near, hinted) if code in lexicons()}
    chosen = max(near, key=lambda code: (scores[code], code == _DEFAULT))
    return lexicons()[hinted if scores[chosen] - scores.get(hinted, -_TELLING) < _TELLING else chosen]


def _script_of(text: str) -> Lexicon | None:
    """Return the lexicon whose own letters are a good part of the text, None where no language has its letters alone."""
    if text.isascii():
        return None
    for lexicon in lexicons().values():
        if lexicon.letters is not NOTHING and len(lexicon.letters.findall(text)) >= len(text) * _OWN_LETTERS:
            return lexicon
    return None


@cache
def _languages() -> dict[str, list[str]]:
    """Return the languages of each frequent word."""
    found: dict[str, list[str]] = {}
    for code, lexicon in lexicons().items():
        for word in lexicon.common:
            found.setdefault(word, []).append(code)
    return found


def _terms(text: str, code: str) -> int:
    lexicon = lexicons()[code]
    return sum(
        1 for concept in ("may", "quote", "reuse", "article", "source", "permission") for _ in lexicon[concept].finditer(text)
    )


def _words(values: "dict[str, Fraction]") -> str:
    return "|".join(re.escape(word) for word in sorted(values, key=len, reverse=True))
