"""Postings of several segments, and of several terms taken as one, are those of plain dictionaries."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index import postings
from app.index.postings import SOUGHT, Piece, Postings, as_one

AMONG = 400
SEGMENTS = (0, 150, 300)
TERMS = st.lists(
    st.tuples(st.sampled_from(SEGMENTS), st.dictionaries(st.integers(0, 99), st.integers(1, 65_535), max_size=60)), max_size=6
)


def pieces(terms: list[tuple[int, dict[int, int]]]) -> list[Piece]:
    return [
        (base, np.array(sorted(held), np.uint32), np.array([held[doc] for doc in sorted(held)], np.uint16))
        for base, held in terms
    ]


@given(segments=st.tuples(*[st.dictionaries(st.integers(0, 99), st.integers(1, 65_535), max_size=40)] * 3))
def test_postings_of_all_segments_are_in_order(segments: tuple[dict[int, int], ...]) -> None:
    found = Postings(pieces(list(zip(SEGMENTS, segments, strict=True))), AMONG)
    expected = {base + doc: n for base, held in zip(SEGMENTS, segments, strict=True) for doc, n in sorted(held.items())}
    assert found.docs.tolist() == sorted(expected)
    assert found.counts.tolist() == list(expected.values())
    assert found.size == len(expected)
    mask = np.zeros(AMONG, np.bool_)
    found.mark(mask)
    assert mask.nonzero()[0].tolist() == sorted(expected)
    assert set(found.some(5).tolist()) <= expected.keys()
    assert min(len(expected), 5) <= len(found.some(5)) <= 5 + 3 + len(expected) // 2
    for asked in (range(0, AMONG, 7), range(AMONG), range(120, 160, 39), ()):
        wanted, counts = np.array(asked, np.int64), [expected.get(doc, 0) for doc in asked]
        assert Postings(found.pieces, AMONG).counts_in(wanted).tolist() == counts
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(postings, "PREPARED", -SOUGHT * AMONG)
            assert Postings(found.pieces, AMONG).counts_in(wanted).tolist() == counts
    assert found.spread.tolist() == [expected.get(doc, 0) for doc in range(AMONG)]


@given(terms=TERMS)
def test_several_terms_count_as_one(terms: list[tuple[int, dict[int, int]]]) -> None:
    found = as_one(pieces(terms), AMONG)
    expected: Counter[int] = Counter()
    for base, held in terms:
        expected.update({base + doc: n for doc, n in held.items()})
    assert dict(zip(found.docs.tolist(), found.counts.tolist(), strict=True)) == {
        d: min(n, 65_535) for d, n in expected.items()
    }
    assert found.docs.tolist() == sorted(expected)
