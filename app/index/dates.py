"""Dates in queries."""

import re
from calendar import monthrange
from datetime import date, timedelta

from app.base.dates import parse_edtf
from app.base.errors import QueryError

Range = tuple[date, date]


def date_range(text: str, *, position: int, today: date) -> Range | None:
    """Return the first and last day that a text means, both inclusive; None for `undated`. QueryError for what is none.

    `2022`, `2022-03`, `2022-01..2022-06`, `2022..`; `today`, `yesterday`; `7d`, `2w`, `6m`, `1y`: so many days, weeks, months or
    years up to today; `this-week` (from Monday), `last-month`, `last-year` …: whole ones of the calendar.
    """
    word = text.strip().lower()
    if word == "undated":
        return None
    found = _relative(word, today)
    if found is not None:
        return found
    start, dots, end = word.partition("..")
    try:
        first = _day(start, today)[0] if start else date.min
        last = _day(end or (start if not dots else ""), today)[1] if (end or not dots) else date.max
    except (ValueError, OverflowError):
        raise QueryError("query-date", position=position, text=text) from None
    if last < first or not (start or end):
        raise QueryError("query-date", position=position, text=text)
    return first, last


def _day(text: str, today: date) -> Range:
    relative = _relative(text, today)
    if relative is not None:
        return relative
    found = parse_edtf(text)
    return found.first, found.last


def _relative(word: str, today: date) -> Range | None:
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return day, day
    if match := re.fullmatch(r"(\d{1,4})([dwmy])", word):
        return _back(today, int(match[1]), match[2]), today
    if match := re.fullmatch(r"(this|last)-(week|month|year)", word):
        return _period(today, match[2], back=match[1] == "last")
    return None


def _back(today: date, count: int, unit: str) -> date:
    """Return the day after the one that lies so many units back; the oldest day there is when that is before it."""
    try:
        if unit in "dw":
            return today - timedelta(days=count * (7 if unit == "w" else 1) - 1)
        return _months_before(today, count * (12 if unit == "y" else 1)) + timedelta(days=1)
    except (OverflowError, ValueError):
        return date.min


def _months_before(day: date, count: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _period(today: date, unit: str, *, back: bool) -> Range:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        first = _months_before(today.replace(day=1), int(back))
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    year = today.year - back
    return date(year, 1, 1), date(year, 12, 31)
