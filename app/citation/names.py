"""Names of authors as styles turn, shorten and list them."""

import re
from collections.abc import Sequence

_CORPORATE = re.compile(
    r"\b(?:press|news\w*|agency|agencies|staff|desk|team|editorial|editors|reporters|correspondents?|office|ministry|institute|university|"
    r"association|committee|council|department|foundation|organi[sz]ation|union|group|gmbh|ltd|inc|ag|s\.a\.|redaktion|agentur|rédaction|"
    r"agence|redacción|agencia|redazione|agenzia|redação|agência|redactie|redakcja|agencja|редакция|агентство|bureau|service|courier|wire)\b",
    re.IGNORECASE,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AGENCY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agenzia|agência|agentur|agencja|агентство|wire service|reuters|associated press|afp|dpa|ansa|tass|xinhua|apa|"
    r"efe|pap|ntb|tt|ritzau|belga|anp|lusa|interfax|ukrinform)\b",
    re.IGNORECASE,
)
_PARTICLES = _set(
    "de del della delle dei degli di da das do dos du des d la las le les lo los van von vom der den ter ten te zu zum zur af av al el bin ibn "
    "abu"
)
"""Small words before a surname that belong to it, also where a name is written with a capital ("De Niro", "Le Pen")."""
_SUFFIX = re.compile(r"^(?:Jr|Sr)\.?$|^(?:II|III|IV)$")


def is_corporate(name: str) -> bool:
    """Return whether a name is an organisation's: one word, capitals only, or with a word that no person is called by."""
    return len(name.split()) < 2 or name.isupper() or name.startswith("The ") or _CORPORATE.search(name) is not None


def is_agency(name: str) -> bool:
    """Return whether an organisation is a wire service."""
    return is_corporate(name) and _AGENCY.search(name) is not None


def inverted(author: str) -> str:
    """Return "Surname, Given", "Surname, Given, Jr."; an organisation's name, or one with a comma already, stays.

    Small words before a surname belong to it ("von der Leyen, Ursula"). So stays a name in a script without capitals, where
    nobody can tell which word is the surname; which one it is in a Hungarian or Korean name in Latin letters is not known here.
    """
    words = author.split()
    if is_corporate(author) or "," in author or author.lower() == author.upper():
        return author
    suffix = f", {words.pop()}" if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    at = len(words) - 1
    while at > 1 and (words[at - 1].islower() or words[at - 1].lower() in _PARTICLES):
        at -= 1
    if words[at] in ("y", "i", "e") and at > 1:
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}{suffix}"


def initials(author: str, *, between: str = " ") -> str:
    """Return "Surname, G. H."; given names with a hyphen keep it ("J.-P."); `between` stands between initials."""
    surname, comma, given = inverted(author).partition(", ")
    given, more, suffix = given.partition(", ")
    words = re.sub(r"\.(?=\w)", ". ", given).split()
    short = between.join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)
    return f"{surname}, {short}{more}{suffix}" if comma else surname


def listed(
    names: Sequence[str], *, last: str, most: int, others: str, before_last: str = ", ", comma_of_two: bool = False
) -> str:
    """Return names with ", " between them and `last` before the last; of more than `most` only the first, with `others`.

    `before_last` stands before `last` where there are more than two (the serial comma), else `last` alone,
    with `comma_of_two` behind a comma: the first of two names is turned.
    """
    if len(names) > most:
        return f"{names[0]}{others}"
    if len(names) < 3:
        return ("," * comma_of_two + last).join(names)
    return f"{', '.join(names[:-1])}{before_last.rstrip() if before_last.strip() else ''}{last}{names[-1]}"
