"""Amounts in a clause: figures, words and fractions, as exact values with their unit."""

import re
import unicodedata
from fractions import Fraction

from app.model.rights import CapUnit
from app.rights.clauses import Clause, words_between
from app.rights.lexicon import UNITS, Lexicon

_RANGE = re.compile(r"(?<![\w.,])(?P<n>\d{1,4}(?:[.,]\d+)?)\s?%?\s?[-–]\s?$")
_NEGATIVE = re.compile(r"(?:(?:^|[\s(])[-−–]|\b(?:minus|miinus|mínus|mínusz|минус|мінус|eksi|negative))\s?$", re.IGNORECASE)
_TO_ITS_LINK = 8
"""Words that may stand between a link and the paragraph in which it belongs."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,   ]\d{3})+")
_MIXED = re.compile(r"(?P<whole>\d*)(?P<part>[½⅓⅔¼¾⅕⅖⅗⅘⅛])")


def amount_of(clause: Clause, match: "re.Match[str]") -> tuple[Fraction | None, CapUnit]:
    """Return the value and unit of a match of the lexicon's amounts; value None where it cannot be: over 100 %, or below nothing.

    Of a range ("5–10 %") the smaller end counts.
    """
    lexicon = clause.lexicon
    if match["part"]:
        return fraction_of(match["part"], lexicon) * 100, "percent"
    if match["first_sentences"] or match["first_paragraphs"]:
        return Fraction(1), "sentences" if match["first_sentences"] else "paragraphs"
    unit: CapUnit = "percent" if percent_first(match) else next(name for name in UNITS if match[name])
    number = value_of(percent_first(match) or match["n"], lexicon)
    before = clause.text[: match.start()]
    if number is None or (unit == "percent" and number > 100) or _NEGATIVE.search(before):
        return None, unit
    lower = _RANGE.search(before)
    return (min(number, value_of(lower["n"], lexicon) or number) if lower else number), unit


def percent_first(match: "re.Match[str]") -> str | None:
    """Return the number of a percentage whose unit stands before it ("百分之五", "%5"), None for any other amount."""
    return match.groupdict().get("percent_n")


def is_first_unit(match: "re.Match[str]") -> bool:
    """Return whether a match of the lexicon's amounts is a first sentence or paragraph, one without a number."""
    return bool(match["first_sentences"] or match["first_paragraphs"])


def is_a_place(clause: Clause, unit: tuple[int, int]) -> bool:
    """Return whether a first sentence or paragraph is where a link belongs ("a link in the first paragraph"), not what is taken."""
    near = (("inside", 1), ("link", _TO_ITS_LINK))
    return any(
        end <= unit[0] and words_between(clause.text, (start, end), unit) <= words
        for concept, words in near
        for start, end in clause.places(concept)
    )


def fraction_of(written: str, lexicon: Lexicon) -> Fraction:
    """Return the value of a fraction in words, as a sign (½), or with a stroke (1/20)."""
    if written.lower() in lexicon.fractions:
        return lexicon.fractions[written.lower()]
    return Fraction(written) if "/" in written else _sign(written)


def value_of(written: str, lexicon: Lexicon) -> Fraction | None:
    """Return the value of figures ("1,000", "12,5", "1 500", "2½") or of a number in words; None when it is neither."""
    words = lexicon.number_word.findall(written)
    if words:
        return _composed([lexicon.numbers[word.lower()] for word in words])
    if _THOUSANDS.fullmatch(written):
        return Fraction(int(re.sub(r"\D", "", written)))
    if mixed := _MIXED.fullmatch(written):
        return Fraction(mixed["whole"] or 0) + _sign(mixed["part"])
    try:
        return Fraction(written.replace(",", "."))
    except ValueError:
        return None


def _sign(character: str) -> Fraction:
    return Fraction(unicodedata.numeric(character)).limit_denominator(100)


def _composed(values: "list[Fraction]") -> Fraction:
    """Return the value of number words that stand together: three, hundred, fifty are 350; 五, 十 are 50."""
    total = last = Fraction(0)
    for value in values:
        smaller = total % 1000
        if value == 10 and 1 <= last < 10:
            total += last * value - last  # 五十 is fifty, 十五 fifteen
        elif value >= 100 and 0 < smaller < value:
            total += smaller * value - smaller
        else:
            total += value
        last = value
    return total
