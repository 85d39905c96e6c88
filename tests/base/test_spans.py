"""Spans and their union."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span, union

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=12)


def test_span_covers_its_passage() -> None:
    assert Span(1, 3).of("abcd") == "bc"
    assert len(Span(1, 3)) == 2


@pytest.mark.parametrize(("start", "end"), [(3, 1), (-1, 2)])
def test_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_overlap_and_containment_need_one_field() -> None:
    assert Span(0, 5).overlaps(Span(4, 9))
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert not Span(0, 5).overlaps(Span(0, 5, "headline"))
    assert Span(0, 5).contains(Span(1, 5))
    assert not Span(0, 5).contains(Span(1, 6))


@given(SPANS)
def test_union_covers_the_same_points_in_order_and_apart(spans: list[Span]) -> None:
    merged = union(spans)
    assert {p for s in merged for p in range(s.start, s.end)} == {p for s in spans for p in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in pairwise(merged))
