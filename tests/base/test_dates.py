"""Dates as EDTF text with their first and last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.dates import parse_edtf


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022-03-04", date(2022, 3, 4), date(2022, 3, 4), "day"),
        ("2022-03-04T10:15:00+02:00", date(2022, 3, 4), date(2022, 3, 4), "day"),
        ("2022-03-04T10:15Z", date(2022, 3, 4), date(2022, 3, 4), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-XX", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-XX-XX", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-03-XX", date(2022, 3, 1), date(2022, 3, 31), "month"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("2022-01/2022-06", date(2022, 1, 1), date(2022, 6, 30), "interval"),
        ("2022-01/..", date(2022, 1, 1), date.max, "interval"),
        ("2022/", date(2022, 1, 1), date.max, "interval"),
        ("../2022", date.min, date(2022, 12, 31), "interval"),
    ],
)
def test_bounds_and_precision(text: str, first: date, last: date, precision: str) -> None:
    found = parse_edtf(text)
    assert (found.text, found.first, found.last, found.precision) == (text, first, last, precision)
    assert not found.approximate


@pytest.mark.parametrize("text", ["1984~", "1984-06?", "1984-06-02%", "1984~/1986"])
def test_uncertain_dates_say_so(text: str) -> None:
    assert parse_edtf(text).approximate


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2022-13", "2022-02-30", "2022-00-01", "22", "2022-XX-04", "199X-05", "2022-03T10:00", "../..",
     "2023/2022", "0000", "2022-03-04T25:00", "2022-03-04x"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_edtf(text)


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_day_lies_within_every_coarser_form_of_it(day: date, form: str) -> None:
    text = "-".join([f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}"][: form.count("%")])
    found = parse_edtf(text)
    assert found.first <= day <= found.last
    assert found.last - found.first < timedelta(days=366)
