"""Names of authors as styles turn, shorten and list them."""

import re
from collections.abc import Callable, Sequence

_CORPORATE = re.compile(
    r"\b(?:press|news\w*|agency|agencies|staff|desk|team|editorial|editors|reporters|correspondents?|office|ministry|institute|university|"
    r"association|committee|council|department|foundation|organi[sz]ation|union|group|gmbh|ltd|inc|ag|s\.a\.|redaktion|agentur|rédaction|"
    r"agence|redacción|agencia|redazione|agenzia|redação|agência|redactie|redakcja|agencja|редакция|агентство|bureau|service|courier|wire)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:Jr|Sr)\.?$|^(?:II|III|IV)$")


def is_corporate(name: str) -> bool:
    """Return whether a name is an organisation's: one word, capitals only, or with a word that no person is called by."""
    return len(name.split()) < 2 or name.isupper() or name.startswith("The ") or _CORPORATE.search(name) is not None


def inverted(author: str) -> str:
    """Return "Surname, Given", "Surname, Given, Jr."; an organisation's name, or one with a comma already, stays.

    Small words before a surname belong to it ("von der Leyen, Ursula").
    """
    words = author.split()
    if is_corporate(author) or "," in author:
        return author
    suffix = f", {words.pop()}" if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}{suffix}"


def initials(author: str) -> str:
    """Return "Surname, G. H."; given names with a hyphen keep it ("J.-P.")."""
    surname, comma, given = inverted(author).partition(", ")
    given, more, suffix = given.partition(", ")
    short = " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
    return f"{surname}, {short}{more}{suffix}" if comma else surname


def listed(names: Sequence[str], *, last: str, most: int, others: str, before_last: str = ", ") -> str:
    """Return names with ", " between them and `last` before the last; of more than `most` only the first, with `others`.

    `before_last` stands before `last` where there are more than two (the serial comma), else `last` alone.
    """
    if len(names) > most:
        return f"{names[0]}{others}"
    if len(names) < 3:
        return last.join(names)
    return f"{', '.join(names[:-1])}{before_last.rstrip() if before_last.strip() else ''}{last}{names[-1]}"


def turned_first(names: Sequence[str], turn: Callable[[str], str] = inverted) -> list[str]:
    """Return the first name turned, the others as they are: what MLA and Chicago want."""
    return [turn(names[0]), *names[1:]] if names else []
