"""The leading values of a large result are those of a full count, whatever came since the bits were made."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.index import by_value, facet_arrays
from app.index.by_value import ByValue
from app.index.counts import Counts
from app.index.facet_arrays import FacetArrays, Mask, Matching, joined
from app.index.facets import count
from app.index.query import FacetFilter
from app.index.segment_arrays import FacetValues

EASY = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def few_have_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_value, "FREQUENT", 12)
    monkeypatch.setattr(by_value, "AT_ONCE", 4)
    monkeypatch.setattr(ByValue, "work", lambda self, share, wanted: 0)
    monkeypatch.setattr(facet_arrays, "MANY", 0)


def rows_of(rng: np.random.Generator, count: int, values: int) -> list[set[int]]:
    ranks = np.exp(rng.random((count, 4)) * np.log(values)).astype(int) - 1
    return [set(row[: rng.integers(0, 5)].tolist()) for row in ranks]


def facet(rows: list[set[int]], values: int) -> FacetValues:
    sizes = np.cumsum([0, *map(len, rows)])
    return FacetValues(
        tuple(f"v{n}" for n in range(values)), sizes, np.array([n for row in rows for n in sorted(row)], np.int32)
    )


def expected(rows: list[set[int]], mask: Mask) -> Counter[str]:
    return Counter(f"v{n}" for row, matches in zip(rows, mask, strict=True) if matches for n in row)


def check(arrays: FacetArrays, rows: list[set[int]], mask: Mask, limit: int) -> Counts:
    wanted = expected(rows, mask)
    found = arrays.counts(Matching(mask, arrays.live), leading=limit)
    shown = [(c.value, c.count) for c in count(arrays, found, FacetFilter(), limit)]
    assert shown == sorted(wanted.items(), key=lambda item: (-item[1], item[0]))[:limit]
    assert found.size == len(wanted)
    return found


@EASY
@given(
    seed=st.integers(0, 2**32 - 1), documents=st.integers(60, 400), values=st.sampled_from([3, 12, 13, 200]), share=st.sampled_from([0.1, 0.6, 1.0]),
    limit=st.integers(1, 12),
)  # fmt: skip
@pytest.mark.usefixtures("few_have_bits")
def test_leading_values_are_those_of_a_full_count(seed: int, documents: int, values: int, share: float, limit: int) -> None:
    rng = np.random.default_rng(seed)
    rows = rows_of(rng, documents, values)
    live = rng.random(documents) < 0.9
    arrays = joined([facet(rows, values)], live)
    check(arrays, rows, live & (rng.random(documents) < share), limit)


@EASY
@given(seed=st.integers(0, 2**32 - 1), more=st.integers(1, 25), limit=st.integers(1, 6))
@pytest.mark.usefixtures("few_have_bits")
def test_documents_and_values_that_come_later_are_counted_too(seed: int, more: int, limit: int) -> None:
    rng = np.random.default_rng(seed)
    rows = rows_of(rng, 700, 50)
    arrays = joined([facet(rows, 50)], np.ones(len(rows), np.bool_))
    assert arrays.documents_of(1).tolist() == [at for at, row in enumerate(rows) if 1 in row]
    later = [{60, 61} | row for row in rows_of(rng, more, 50)]
    live = rng.random(len(rows) + more) < 0.95
    longer = arrays.extended([facet(later, 62)], live)
    assert longer._by_value is arrays._by_value
    check(longer, rows + later, live & (rng.random(len(live)) < 0.8), limit)
    assert sorted(longer.documents_of(longer.number_of["v60"]).tolist()) == list(range(len(rows), len(rows) + more))
    first = [at for at, row in enumerate(rows + later) if 0 in row]
    assert longer.documents_of(longer.number_of["v0"]).tolist() == first


@pytest.mark.usefixtures("few_have_bits")
def test_only_leading_values_are_counted() -> None:
    rng = np.random.default_rng(5)
    rows = rows_of(rng, 4_000, 500)
    arrays = joined([facet(rows, 500)], np.ones(len(rows), np.bool_))
    mask = rng.random(len(rows)) < 0.8
    assert len(check(arrays, rows, mask, 3).counts) < 500
    assert len(arrays.counts(Matching(mask, arrays.live)).counts) == 500


def test_documents_by_value_are_made_again_when_many_have_come() -> None:
    rows = [{0}] * 64
    arrays = joined([facet(rows, 1)], np.ones(64, np.bool_))
    assert arrays.documents_of(0).tolist() == list(range(64))
    longer = arrays.extended([facet(rows, 1)], np.ones(128, np.bool_))
    assert longer._by_value.covered == 128


def test_values_beyond_two_bytes_are_counted_when_they_come() -> None:
    rows = [{0, 1}, {1}]
    arrays = joined([facet(rows, 2)], np.ones(2, np.bool_))
    assert arrays.totals.tolist() == [1, 2]
    many = facet([set(range(70_000)), {69_999}], 70_000)
    longer = arrays.extended([many], np.ones(4, np.bool_))
    found = longer.counts(Matching(np.array([True, False, False, True]), longer.live))
    assert {longer.values[n]: found.of(n) for n in (0, 1, 69_999)} == {"v0": 1, "v1": 1, "v69999": 1}
