"""A segment that another codec wrote, read into arrays once: its words are found like all others; facets and dates it has none."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from app.index.building import begins_of, packed_terms, sums
from app.index.query import FACET_NAMES
from app.index.segment_arrays import FIELDS, MOST_COUNTED, PLACED, FacetValues, FieldArrays, SegmentArrays

Posting = tuple[int, int, list[int]]
"""A document, how often the term stands in it, and where."""


def foreign_arrays(storage: Any, segment: Any, schema: Any) -> SegmentArrays:
    """Return a segment of any Whoosh codec as arrays; the errors of Whoosh when it cannot be read."""
    from whoosh.reading import SegmentReader

    reader = SegmentReader(storage, schema, segment)
    try:
        count = reader.doc_count_all()
        ids = [int(reader.stored_fields(n).get("article_id", -1)) if not reader.is_deleted(n) else -1 for n in range(count)]
        fields = {name: _field(reader, name, count) for name in FIELDS}
    finally:
        reader.close()
    none = FacetValues((), np.zeros(count + 1, np.int64), np.zeros(0, np.int32))
    undated = np.zeros(count, np.int32)
    return SegmentArrays(np.array(ids, np.int64), undated, undated, undated, fields, dict.fromkeys(FACET_NAMES, none))


def _field(reader: Any, name: str, count: int) -> FieldArrays:
    lengths = np.array([reader.doc_field_length(n, name, 0) or 0 for n in range(count)], np.uint32)
    terms = sorted(text for field, text in reader.all_terms() if field == name)
    postings = [list(_postings(reader, name, term)) for term in terms]
    for doc, _, standing in (posting for held in postings for posting in held):
        # Whoosh keeps lengths rounded; no place may lie beyond its text.
        lengths[doc] = max(int(lengths[doc]), max(standing, default=-1) + 1)
    begins = begins_of(lengths)
    docs = [doc for held in postings for doc, _, _ in held]
    places = (
        [int(begins[doc]) + at for held in postings for doc, _, standing in held for at in standing] if name in PLACED else []
    )
    place_sizes = [sum(len(standing) for _, _, standing in held) if name in PLACED else 0 for held in postings]
    none = np.zeros(0, np.uint32)
    return FieldArrays(
        *packed_terms(terms), sums(np.array([len(held) for held in postings], np.int64)), np.array(docs, np.uint32),
        np.array([min(often, MOST_COUNTED) for held in postings for _, often, _ in held], np.uint16),
        sums(np.array(place_sizes, np.int64)), np.array(places, np.uint32), lengths, begins, none, sums(none), none,
    )  # fmt: skip


def _postings(reader: Any, name: str, term: bytes) -> Iterator[Posting]:
    matcher = reader.postings(name, term)
    while matcher.is_active():
        standing = matcher.value_as("positions") if matcher.supports("positions") else []
        yield int(matcher.id()), int(matcher.weight()), list(standing)
        matcher.next()
