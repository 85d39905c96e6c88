"""Dates as archivists write them: EDTF text with its first and last day.

Extended Date/Time Format, ISO 8601-2:2019, the part that newspapers need: `2022`, `2022-03`, `2022-03-04`, an optional
time with zone, unspecified digits (`202X`, `2022-XX`), `~` approximate, `?` uncertain, `%` both, and closed or open
intervals (`2022-01/2022-06`, `2022-01/..`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Precision = Literal["day", "month", "year", "decade", "interval"]

_POINT = re.compile(
    r"(?P<y>\d{4}|\d{3}X)(?:-(?P<m>\d{2}|XX)(?:-(?P<d>\d{2}|XX))?)?"
    r"(?P<t>T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?P<q>[~?%])?"
)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as it is known: its EDTF text, the first and last day it can be, and how precise it is."""

    text: str
    first: date
    last: date
    precision: Precision
    approximate: bool = False


def parse_edtf(text: str) -> EdtfDate:
    """Return the date that an EDTF text means; ValueError when it is none or no such day exists.

    An open interval ends on the first or last day that `datetime.date` knows.
    """
    text = text.strip()
    if "/" in text:
        return _interval(text)
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    first, last, precision = _bounds(match["y"], match["m"], match["d"])
    if match["t"]:
        if precision != "day":
            raise ValueError(f"a time needs a whole day: {text!r}")
        datetime.fromisoformat(text.rstrip("~?%"))
    return EdtfDate(text, first, last, precision, bool(match["q"]))


def _interval(text: str) -> EdtfDate:
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        raise ValueError("an interval needs at least one end")
    first = date.min if start in ("", "..") else parse_edtf(start).first
    last = date.max if end in ("", "..") else parse_edtf(end).last
    if last < first:
        raise ValueError(f"an interval ends before it starts: {text!r}")
    return EdtfDate(text, first, last, "interval", any(mark in text for mark in "~?%"))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if year.endswith("X"):
        if month not in (None, "XX"):
            raise ValueError("a decade has no month")
        tens = int(year[:3]) * 10
        return date(max(tens, 1), 1, 1), date(tens + 9, 12, 31), "decade"
    y = int(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a day needs its month")
        return date(y, 1, 1), date(y, 12, 31), "year"
    m = int(month or 0)
    if day in (None, "XX"):
        return date(y, m, 1), date(y, m, _days(y, m)), "month"
    whole = date(y, m, int(day or 0))
    return whole, whole, "day"


def _days(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return calendar.monthrange(year, month)[1]
