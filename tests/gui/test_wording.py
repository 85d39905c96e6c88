"""Values as people read them."""

from datetime import date

import pytest

from app.gui import wording
from app.model.captured import Stated


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2022-03-04", "4 March 2022"), ("2022-03-04T10:00Z", "4 March 2022"), ("2022-03", "March 2022"), ("2022", "2022"),
        ("202X", "2020 – 2029"), ("2022-03~", "≈ March 2022"), ("2021-01/2022-06", "1 January 2021 – 30 June 2022"),
        ("2021-01/..", "since 1 January 2021"), ("../2021-01", "until 31 January 2021"), ("", "undated"), ("last week", "last week"),
    ],
)  # fmt: skip
def test_dates_in_words(edtf: str, shown: str) -> None:
    assert wording.long_date(edtf) == shown


def test_an_inferred_value_says_so() -> None:
    assert wording.long_date("2022", inferred=True) == "≈ 2022"
    assert wording.stated_value(Stated("Wire", "inferred", "slug")) == "≈ Wire"
    assert wording.stated_value(Stated("Wire", "stated", "slug")) == "Wire"


def test_counts_times_and_sizes() -> None:
    assert wording.counted(1, "article", "articles") == "1 article"
    assert wording.counted(1204, "article", "articles") == "1,204 articles"
    assert (wording.seconds(0.2), wording.seconds(20), wording.seconds(1234)) == ("0.001 s", "0.020 s", "1.2 s")
    assert (wording.size(1), wording.size(12_400), wording.size(3_100_000)) == ("1 byte", "12.4 kB", "3.1 MB")


def test_ranges_of_days() -> None:
    assert wording.date_range(date(2021, 1, 1), date(2021, 12, 31)) == "2021"
    assert wording.date_range(date(2021, 3, 4), None) == "since 4 March 2021"
    assert wording.date_range(None, date(2021, 3, 4)) == "until 4 March 2021"
    assert wording.date_range(date(2021, 3, 4), date(2021, 3, 4)) == "4 March 2021"
