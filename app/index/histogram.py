"""Articles by date over all matches."""

import calendar
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.index.facet_arrays import Matching
from app.index.results import Histogram, HistogramBar
from app.index.segment_arrays import Ints
from app.index.snapshot import Snapshot, Years

MAX_BARS = 400
Days = NDArray[np.int32]
Step = Literal["year", "month", "day"]


def histogram(snapshot: Snapshot, matching: Matching) -> Histogram:
    """Return bars of the matching documents by year; by month when all lies within two years, by day within two months.

    An article whose date is less precise than a bar counts in each bar that it overlaps, as imprecise.
    """
    years = snapshot.years
    if matching.mostly:
        counts = (years.totals - years.counted(matching.rest)).tolist()
    else:
        counts = years.counted(matching.documents).tolist()
    dated = [at for at in range(Years.FIRST, len(counts)) if counts[at]]
    if not counts[1] and dated and dated[-1] - dated[0] > 2:
        return _of_years(counts, dated, years)
    first, last = snapshot.first.take(matching.documents), snapshot.last.take(matching.documents)
    undated = int(np.count_nonzero(first == 0))
    bounded = (first > date.min.toordinal()) & (last < date.max.toordinal())
    if not bounded.all():
        first, last = first[bounded], last[bounded]
    if not len(first):
        return Histogram("year", (), undated)
    low, high = date.fromordinal(int(first.min())), date.fromordinal(int(last.max()))
    months = (high.year - low.year) * 12 + high.month - low.month
    step: Step = "day" if (high - low).days <= 62 else "month" if months < 24 else "year"
    if step == "year" and not counts[1]:
        return _of_years(counts, dated, years)
    periods = {"day": _days, "month": _months, "year": _years}[step](low, high)[:MAX_BARS]
    return Histogram(step, _bars(periods, first, last), undated)


def _of_years(counts: Sequence[int], dated: Sequence[int], years: Years) -> Histogram:
    """Return bars by year where all dates lie in one: the usual case of a large result."""
    numbered = range(dated[0], min(dated[-1] + 1, dated[0] + MAX_BARS))
    bars = (HistogramBar(*_year(years.before + at), counts[at], 0) for at in numbered)
    return Histogram("year", tuple(bars), counts[0])


def _bars(periods: list[tuple[date, date]], first: Days, last: Days) -> tuple[HistogramBar, ...]:
    starts = np.array([start.toordinal() for start, _ in periods])
    count = len(periods)
    begins = _period_of(starts, first)
    ends = begins.copy() if np.array_equal(first, last) else _period_of(starts, last)
    if periods[-1][1].toordinal() < int(last.max()):
        # Beyond the most bars that are shown.
        begins[first > periods[-1][1].toordinal()] = count
        ends[last > periods[-1][1].toordinal()] = count
    overlapping = np.cumsum(np.bincount(begins, minlength=count + 2) - np.bincount(ends + 1, minlength=count + 2))[:count]
    inside = np.bincount(begins[begins == ends], minlength=count + 1)[:count]
    return tuple(
        HistogramBar(start, end, int(overlapping[n]), int(overlapping[n] - inside[n])) for n, (start, end) in enumerate(periods)
    )


def _period_of(starts: Ints, days: Days) -> Ints:
    """Return in which period each day lies; looked up in a table of days, which is quicker than searching."""
    low = int(starts[0])
    table = np.searchsorted(starts, np.arange(low, int(days.max()) + 1), side="right") - 1
    return table[days - low]


@lru_cache(maxsize=1024)
def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _years(low: date, high: date) -> list[tuple[date, date]]:
    return [_year(year) for year in range(low.year, high.year + 1)]


def _months(low: date, high: date) -> list[tuple[date, date]]:
    found = []
    year, month = low.year, low.month
    while (year, month) <= (high.year, high.month):
        found.append((date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _days(low: date, high: date) -> list[tuple[date, date]]:
    return [(day, day) for day in map(date.fromordinal, range(low.toordinal(), high.toordinal() + 1))]
