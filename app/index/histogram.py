"""Articles by date over all matches."""

import calendar
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.index.facets import Facts, Mask
from app.index.results import Histogram, HistogramBar

MAX_BARS = 400


def histogram(facts: Facts, mask: Mask) -> Histogram:
    """Return bars by year; by month when all lies within two years, by day within two months.

    An article whose date is less precise than a bar counts in each bar that it overlaps, as imprecise.
    """
    dated = mask & (facts.first > 0) & (facts.first > date.min.toordinal()) & (facts.last < date.max.toordinal())
    undated = int((mask & (facts.first == 0)).sum())
    if not dated.any():
        return Histogram("year", (), undated)
    first, last = facts.first[dated], facts.last[dated]
    low, high = date.fromordinal(int(first.min())), date.fromordinal(int(last.max()))
    months = (high.year - low.year) * 12 + high.month - low.month
    step = "day" if (high - low).days <= 62 else "month" if months < 24 else "year"
    periods = {"day": _days, "month": _months, "year": _years}[step](low, high)[:MAX_BARS]
    return Histogram(step, tuple(_bar(a, b, first, last) for a, b in periods), undated)  # type: ignore[arg-type]


def _bar(start: date, end: date, first: NDArray[np.int64], last: NDArray[np.int64]) -> HistogramBar:
    low, high = start.toordinal(), end.toordinal()
    overlaps = (first <= high) & (last >= low)
    inside = (first >= low) & (last <= high)
    return HistogramBar(start, end, int(overlaps.sum()), int((overlaps & ~inside).sum()))


def _years(low: date, high: date) -> list[tuple[date, date]]:
    return [(date(year, 1, 1), date(year, 12, 31)) for year in range(low.year, high.year + 1)]


def _months(low: date, high: date) -> list[tuple[date, date]]:
    found = []
    year, month = low.year, low.month
    while (year, month) <= (high.year, high.month):
        found.append((date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _days(low: date, high: date) -> list[tuple[date, date]]:
    return [(day, day) for day in map(date.fromordinal, range(low.toordinal(), high.toordinal() + 1))]
