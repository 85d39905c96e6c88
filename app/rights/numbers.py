"""Limits on quoting, read from the words of a notice: "no more than 5% of the entire text", "höchstens 75 Wörter"."""

import re
from fractions import Fraction
from typing import Literal

from app.model.rights import Cap, CapUnit

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "ein": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4,
    "fünf": 5, "zehn": 10, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10, "dos": 2, "tres": 3, "cuatro": 4,
    "cinco": 5, "due": 2, "tre": 3, "três": 3, "dois": 2, "twee": 2, "drie": 3,
}  # fmt: skip
_NUMBER = r"(?P<n>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?|" + "|".join(_NUMBER_WORDS) + ")"
_UNITS: tuple[tuple[CapUnit, str], ...] = (
    ("percent", r"(?:%|per\s?cent|percent|prozent|pour\s?cent|por\s?ciento|per\s?cento|procent|процент\w*)"),
    ("words", r"(?:words?|wörter\w*|worte\w*|mots?|palabras?|parole|palavras?|woorden|слов\w*)"),
    ("chars", r"(?:(?:printed\s)?characters?|zeichen|caractères?|caracteres?|caratteri|tekens|знак\w*|символ\w*)"),
    ("sentences", r"(?:sentences?|sätze\w*|satz|phrases|frases?|frasi|zinnen|предложени\w*)"),
    ("paragraphs", r"(?:paragraphs?|absätze\w*|paragraphes?|párrafos?|paragrafi|parágrafos?|alinea\S?s|абзац\w*)"),
)
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS)
_AMOUNT = re.compile(rf"(?<![\w.,]){_NUMBER}\s?-?(?:{_UNIT})(?!\w)", re.IGNORECASE)

_AT_MOST = re.compile(
    r"no more than|not more than|not exceed\w*|(?:at|a) (?:most|maximum of)|up to|maximum|limited to|within|less than|fewer than|"
    r"first|only the|a limit of|höchstens|maximal\w*|nicht mehr als|bis zu|weniger als|ersten|als grenze|"
    r"pas plus de|au plus|au maximum|jusqu'à|moins de|ne dépass\w*|no más del?|como máximo|hasta|menos del?|máximo|"
    r"non più (?:di|del)|al massimo|fino al?|não mais (?:de|do) que|no máximo|até|niet meer dan|hoogstens|maximaal|"
    r"не более|не превыша\w*|до",
    re.IGNORECASE,
)
_BELOW = re.compile(r"less than|fewer than|weniger als|moins de|menos del?|meno d[ie]l?|minder dan|менее", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:only the first|the first|first|ersten|premi\w+|primer\w*|prim[ei]|eerste|первы\w+)\s*$", re.IGNORECASE
)
_ANY_PLACE = re.compile(r"from the middle|any part|beliebige", re.IGNORECASE)
_OF_CHARS = re.compile(r"characters?|zeichen|caract|знак|символ", re.IGNORECASE)
_OF_WORDS = re.compile(
    r"words? count|of (?:the|its|all) words|number of words|der wörter|des mots|de las palabras", re.IGNORECASE
)
_PURPOSES = (
    ("noncommercial_website", re.compile(r"non-?commercial (?:\w+ ){0,3}(?:sites?|websites?|blogs?)|personal (?:\S+ ){0,3}blogs?", re.I)),
    ("quotation", re.compile(r"short quotation|as a quotation", re.I)),
)  # fmt: skip


def find_caps(text: str) -> tuple[Cap, ...]:
    """Return the limits that a notice sets, in order, each once; a number without a limiting word beside it sets none."""
    found: list[Cap] = []
    for sentence in re.split(r"(?<=[.!?;])\s+(?=[A-ZÄÖÜ„«“А-Я])", text):
        for match in _AMOUNT.finditer(sentence):
            cap = _cap(sentence, match, text)
            if cap is not None and not any((c.n, c.unit, c.purpose) == (cap.n, cap.unit, cap.purpose) for c in found):
                found.append(cap)
    return tuple(_without_totals(found, text))


def _cap(sentence: str, match: "re.Match[str]", text: str) -> Cap | None:
    before, after = sentence[: match.start()], sentence[match.end() :]
    near = before[-60:]
    if not (_AT_MOST.search(near) or _AT_MOST.search(after[:60]) or re.search(r"\bor\s*$|\boder\s*$|\bou\s*$", before)):
        return None
    unit = next(name for name, _ in _UNITS if match[name])
    number = _value(match["n"])
    if number is None or (unit == "percent" and number > 100):
        return None
    position: Literal["any", "leading"] = "leading" if _FIRST.search(before) and not _ANY_PLACE.search(text) else "any"
    return Cap(
        n=number,
        unit=unit,
        of=_of(before, after) if unit == "percent" else None,
        op="lt" if _BELOW.search(near) else "le",
        position=position,
        purpose=_purpose(sentence, match),
        media="website" if position == "leading" and re.search(r"\bonline\b", before, re.I) else None,
    )


def _value(text: str) -> Fraction | None:
    word = _NUMBER_WORDS.get(text.lower())
    if word is not None:
        return Fraction(word)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return Fraction(int(re.sub(r"[.,]", "", text)))
    value = Fraction(text.replace(",", "."))
    return value if value > 0 else None


def _of(before: str, after: str) -> Literal["words", "chars"] | None:
    """Return the measure that a percentage names; "of the text" names none."""
    if _OF_CHARS.search(before[-80:]) or _OF_CHARS.search(after[:50]):
        return "chars"
    return "words" if _OF_WORDS.search(before[-80:]) or _OF_WORDS.search(after[:50]) else None


def _purpose(sentence: str, match: "re.Match[str]") -> str | None:
    """Return the purpose nearest before a limit, so that two limits of one sentence keep their own."""
    piece = sentence[: match.start()].rsplit(";", 1)[-1]
    found = [(max(m.start() for m in pattern.finditer(piece)), name) for name, pattern in _PURPOSES if pattern.search(piece)]
    return max(found)[1] if found else None


def _without_totals(caps: list[Cap], text: str) -> list[Cap]:
    """Leave out a limit that only repeats another of the same unit without its own purpose."""
    several = {cap.unit for cap in caps if sum(c.unit == cap.unit for c in caps) > 1}
    return [cap for cap in caps if cap.unit not in several or cap.purpose or cap is next(c for c in caps if c.unit == cap.unit)]
