"""Segments that were merged are as if they had been built at once, and merging comes when it is worth it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.index import merging, pairs
from app.index.array_file import open_arrays
from app.index.building import SegmentBuilder
from app.index.document import IndexDocument
from app.index.merging import TIER, Mask, due, merge_into
from app.index.segment_arrays import NUMBERED, SegmentArrays, from_named
from tests.benchmarks.corpus import articles

DOCUMENTS = list(articles(40, seed=4, words=25))


def built(documents: list[IndexDocument]) -> SegmentArrays:
    builder = SegmentBuilder()
    for document in documents:
        builder.add(document)
    return builder.arrays()


def merged(segments: list[SegmentArrays], live: list[Mask]) -> SegmentArrays:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "merged.pma"
        merge_into(path, segments, live)
        return from_named(open_arrays(path))


def assert_same(found: SegmentArrays, expected: SegmentArrays) -> None:
    arrays = found.named()
    for name, array in expected.named().items():
        if name.startswith("facet.") and not name.endswith(".offsets"):
            continue  # the numbers of values may differ: the values are compared below
        assert arrays[name].dtype == array.dtype, name
        assert np.array_equal(arrays[name], array), name
    for facet, held in expected.facets.items():
        other = found.facets[facet]
        assert [other.values[n] for n in other.numbers] == [held.values[n] for n in held.numbers]
        assert facet not in NUMBERED or all(value.isdigit() for value in held.values)


@pytest.fixture(params=["one block", "many blocks"], autouse=True)
def block_sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small collections take the ways of large ones: pairs are kept, and moved in blocks."""
    monkeypatch.setattr(pairs, "FROM_PLACES", 100)
    if request.param == "many blocks":
        monkeypatch.setattr(pairs, "AT_ONCE", 97)
        monkeypatch.setattr(merging, "AT_ONCE", 23)


@hypothesis_settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.sets(st.integers(1, 39), max_size=5), gone=st.sets(st.integers(0, 39)))
def test_merged_segments_are_as_if_built_at_once(cuts: set[int], gone: set[int]) -> None:
    edges = [0, *sorted(cuts), 40]
    spans = list(pairwise(edges))
    segments = [built(DOCUMENTS[low:high]) for low, high in spans]
    live = [np.array([n not in gone for n in range(low, high)]) for low, high in spans]
    assert_same(merged(segments, live), built([d for n, d in enumerate(DOCUMENTS) if n not in gone]))


def test_words_in_thousands_of_one_text_are_kept() -> None:
    long = replace(DOCUMENTS[0], body="crane " * 70_000 + "harbour")
    field = merged([built([long]), built(DOCUMENTS[1:3])], [np.ones(1, np.bool_), np.ones(2, np.bool_)]).fields["body"]
    number = field.number_of(b"crane")
    assert number is not None
    assert field.counts[field.offsets[number]] == 65_535
    assert field.place_offsets[number + 1] - field.place_offsets[number] == 70_000


def test_small_segments_are_merged_when_there_are_many() -> None:
    assert due([1] * (TIER - 1)) == []
    assert due([1] * TIER) == list(range(TIER))
    assert due([5_000, *[1] * TIER]) == list(range(1, TIER + 1))
    assert due([100_000] * 3 + [1] * 3) == []


def test_each_document_is_written_again_only_a_few_times() -> None:
    counts: list[int] = []
    written = 0
    for _ in range(2_000):
        counts.append(1)
        while chosen := due(counts):
            together = sum(counts[n] for n in chosen)
            written += together
            counts = [count for n, count in enumerate(counts) if n not in chosen] + [together]
    assert sum(counts) == 2_000
    assert written <= 6 * 2_000
    assert len(counts) <= 4 * TIER
