"""The most frequent values are found without sorting all, also among thousands and where many are as frequent."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.index.counts import Counts


@given(
    seed=st.integers(0, 2**32 - 1), size=st.integers(0, 3_000), most=st.sampled_from([0, 1, 3, 1_000]), limit=st.integers(0, 40),
    some=st.booleans(),
)  # fmt: skip
def test_leading_values_are_those_of_a_full_sort(seed: int, size: int, most: int, limit: int, some: bool) -> None:
    rng = np.random.default_rng(seed)
    counts = rng.integers(0, most + 1, size)
    numbers = np.sort(rng.choice(size * 2, size, replace=False)) if some and size else None
    found = dict(zip(*Counts(numbers, counts).leading(limit), strict=True))
    every = {int(numbers[at]) if numbers is not None else at: int(n) for at, n in enumerate(counts) if n}
    least = sorted(every.values(), reverse=True)[limit - 1] if 0 < limit <= len(every) else 0
    assert limit == 0 or found == {number: n for number, n in every.items() if n >= least}
    assert Counts(numbers, counts).size == len(every)
