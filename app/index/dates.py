"""Dates in queries."""

import re
from datetime import date, timedelta

from app.base.dates import parse_edtf
from app.base.errors import QueryError

Range = tuple[date, date]


def date_range(text: str, *, position: int, today: date) -> Range | None:
    """Return first and last day of `2022-03`, `2022-01..2022-06`, `2022..`, `today`, `yesterday`, `7d`; None for `undated`.

    QueryError for what is none.
    """
    word = text.strip().lower()
    if word == "undated":
        return None
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return day, day
    if match := re.fullmatch(r"(\d{1,4})d", word):
        return today - timedelta(days=int(match[1]) - 1), today
    start, dots, end = word.partition("..")
    try:
        first = parse_edtf(start).first if start else date.min
        last = parse_edtf(end or (start if not dots else "")).last if (end or not dots) else date.max
    except ValueError:
        raise QueryError("query-date", position=position, text=text) from None
    if last < first or not (start or end):
        raise QueryError("query-date", position=position, text=text)
    return first, last
