"""Counting by columns and left-overs: as plain counting would, whatever the number of values of one article."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.index.facet_arrays import Matching, joined
from app.index.facets import count, documents_with, with_canonical
from app.index.query import FacetFilter
from app.index.segment_arrays import FacetValues

VALUES = st.lists(st.sets(st.integers(0, 15), max_size=12), min_size=1, max_size=12)


def facet(rows: list[set[int]]) -> FacetValues:
    sizes = np.cumsum([0, *map(len, rows)])
    return FacetValues(tuple(f"v{n}" for n in range(16)), sizes, np.array([n for row in rows for n in sorted(row)], np.int32))


@given(parts=st.lists(VALUES, min_size=1, max_size=3), data=st.data())
def test_counts_are_those_of_plain_counting(parts: list[list[set[int]]], data: st.DataObject) -> None:
    rows = [row for part in parts for row in part]
    live = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))))
    arrays = joined([facet(part) for part in parts], live)
    wanted = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))) & live
    expected = Counter(f"v{n}" for row, take in zip(rows, wanted, strict=True) if take for n in row)
    counts = arrays.counts(Matching(wanted, live))
    shown = count(arrays, counts, FacetFilter(), 5)
    assert counts.size == len(expected)
    assert [counts.of(n) for n in range(-1, 16)] == [0, *(expected[f"v{n}"] for n in range(16))]
    few = count(arrays, counts.among(frozenset({2, 5, 7})), FacetFilter(), 5)
    assert {c.value: c.count for c in few} == {value: n for value, n in expected.items() if value in ("v2", "v5", "v7")}
    assert [(c.value, c.count) for c in shown] == sorted(expected.items(), key=lambda item: (-item[1], item[0]))[:5]
    assert documents_with(arrays, ("v3", "v4")).tolist() == [bool(row & {3, 4}) for row in rows]


def test_article_with_ten_thousand_names_makes_no_thousands_of_columns() -> None:
    rows = [{0}, {1}, set(range(10_000)), *({n} for n in range(100))]
    sizes = np.cumsum([0, *map(len, rows)])
    values = FacetValues(tuple(map(str, range(10_000))), sizes, np.array([n for row in rows for n in sorted(row)], np.int32))
    live = np.ones(len(rows), np.bool_)
    arrays = joined([values], live)
    assert arrays._width == 1
    counts = arrays.counts(Matching(np.isin(np.arange(len(rows)), [1, 2]), live))
    (shown, _) = count(arrays, counts, FacetFilter(), 2)
    assert (counts.size, shown.value, shown.count) == (10_000, "1", 2)


class Moved:
    """Names of sixteen persons of whom some were merged into others (some of them new), some rejected."""

    def __init__(self, targets: dict[int, int | None]) -> None:
        self._targets = targets

    def moved(self, kind: str) -> frozenset[str]:
        return frozenset(map(str, self._targets)) if kind == "person" else frozenset()

    def canonical(self, kind: str, record: int) -> int | None:
        return self._targets.get(record, record) if kind == "person" else None


@given(
    parts=st.lists(VALUES, min_size=1, max_size=3),
    targets=st.dictionaries(st.integers(0, 15), st.none() | st.integers(16, 18) | st.integers(0, 15), max_size=8),
    data=st.data(),
)
def test_merged_records_count_each_document_once(
    parts: list[list[set[int]]], targets: dict[int, int | None], data: st.DataObject
) -> None:
    stands = {n: t for n, t in targets.items() if t != n and t not in targets}
    rows = [row for part in parts for row in part]
    live = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))))
    as_numbers = [FacetValues(tuple(map(str, range(16))), f.offsets, f.numbers) for f in map(facet, parts)]
    arrays = with_canonical(joined(as_numbers, live), "person", Moved(stands))  # type: ignore[arg-type]
    expected = Counter(
        str(t) for row, take in zip(rows, live, strict=True) if take for t in {stands.get(n, n) for n in row} - {None}
    )
    counts = arrays.counts(Matching(live, live))
    assert {v: counts.of(n) for v, n in arrays.number_of.items() if counts.of(n)} == expected
    for value in expected:
        found = documents_with(arrays, (value,)) & live
        assert found.tolist() == [
            bool(t) and any(str(stands.get(n, n)) == value for n in row) for row, t in zip(rows, live, strict=True)
        ]
