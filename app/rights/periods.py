"""Dates in terms: since when they hold, and which articles they cover by the day of publication."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.rights.clauses import Clause, words_between

_ISO = r"(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"
_DOTTED = r"(?P<dd>\d{1,2})\.\s?(?P<dm>\d{1,2})\.\s?(?P<dy>(?:19|20)\d\d)"
_NAMED = r"(?:(?P<nd>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s(?:de\s|of\s)?)?(?P<nm>[^\W\d]{3,})\s(?:(?P<ad>\d{1,2}),\s)?(?:de\s)?(?P<ny>(?:19|20)\d\d)"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DATE = re.compile(rf"(?<![\w-])(?:{_ISO}|{_DOTTED}|{_NAMED}|{_YEAR})(?![\w-])", re.IGNORECASE)


class Periods(NamedTuple):
    """Dates as EDTF, None where none is stated."""

    valid_from: str | None = None
    applies_before: str | None = None
    applies_after: str | None = None


def periods(clauses: Sequence[Clause]) -> Periods:
    """Return the dates that the clauses state for the terms ("in force from") and for articles ("published before")."""
    found: dict[str, str] = {}
    for clause in clauses:
        for match in _DATE.finditer(clause.text):
            day, place = _edtf(match, clause)
            name = _named(clause, place) if day else None
            if day and name:
                found.setdefault(name, day)
    return Periods(**found)


def _named(clause: Clause, place: tuple[int, int]) -> str | None:
    """Return which date a place is, by the words just before it; of an article's only where the clause speaks of articles."""
    for concept in Periods._fields:
        near = any(
            end <= place[0] and words_between(clause.text, (start, end), place) == 0 for start, end in clause.places(concept)
        )
        if near and (concept == "valid_from" or clause.states("article")):
            return concept
    return None


def _edtf(match: "re.Match[str]", clause: Clause) -> tuple[str | None, tuple[int, int]]:
    """Return a date and its place; the year alone where the word before it is no month."""
    month = clause.lexicon.month(match["nm"]) if match["nm"] else int(match["im"] or match["dm"] or 0)
    year = match["iy"] or match["dy"] or match["ny"] or match["y"]
    if not month:
        return year, match.span("ny" if match["nm"] else "y")
    day = match["id"] or match["dd"] or match["nd"] or match["ad"]
    if day is None:
        return f"{year}-{month:02d}", match.span()
    try:
        return date(int(year), month, int(day)).isoformat(), match.span()
    except ValueError:
        return None, match.span()
