"""A pasted passage is found where it stands."""

import pytest

from app.base.spans import Span
from app.workflows.allowance import map_span
from app.workflows.passages import find_passage

TEXT = "He said: “It’s late.”\nThen he left. It was late – too late."


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("Then he left.", ["Then he left."]),
        ("late.”\n Then   he", ["late.”\nThen he"]),
        ('"It\'s late."', ["“It’s late.”"]),
        ("late - too", ["late – too"]),
        ("late", ["late", "late", "late"]),
        ("Late", []),
        ("", []),
        (" \n ", []),
        ("left.* late", []),
    ],
)
def test_passage_is_found(passage: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in find_passage(TEXT, passage)] == found


def test_span_is_mapped_onto_a_copy_by_words() -> None:
    old, new = "One two  three four.", "ONE two\nthree four."
    assert map_span(Span(4, 14), old, new).of(new) == "two\nthree"
    assert map_span(Span(3, 4), old, new) == Span(0, 0)
    assert map_span(Span(4, 7), old, "another text that is longer") == Span(0, 27)
