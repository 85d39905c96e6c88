"""Putting numbers in order two bytes at a time, and pairs from a text's words, give what plain ways give."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index.building import order_of
from app.index.pairs import pairs_in


@pytest.mark.parametrize("end", [10, 2**16, 2**16 + 1, 3_000_000])
@given(data=st.data())
def test_order_is_that_of_a_stable_sort(end: int, data: st.DataObject) -> None:
    numbers = np.array(data.draw(st.lists(st.integers(0, end - 1), max_size=50)), np.uint32)
    assert order_of(numbers, end).tolist() == sorted(range(len(numbers)), key=numbers.__getitem__)


@given(words=st.lists(st.integers(0, 6), max_size=60), gaps=st.sets(st.integers(0, 59)), frequent=st.sets(st.integers(0, 6)))
def test_pairs_are_neighbours_that_are_both_frequent(words: list[int], gaps: set[int], frequent: set[int]) -> None:
    standing = np.array([at + 200 * sum(gap < at for gap in gaps) for at in range(len(words))], np.uint32)
    wanted = sorted(frequent & set(words))
    expected: dict[tuple[int, int], list[int]] = {(m, n): [] for m in wanted for n in wanted}
    for (at, first), (_, second) in pairwise(enumerate(words)):
        if at not in gaps and {first, second} <= frequent:
            expected[first, second].append(int(standing[at]))
    offsets, places = pairs_in(np.array(words, np.uint32), standing, np.array(wanted, np.int64))
    assert [places[low:high].tolist() for low, high in pairwise(offsets.tolist())] == list(expected.values())
