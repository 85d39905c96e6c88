"""Several segments into one without their deleted documents, and when that is worth it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.index.building import begins_of, packed_terms, sums
from app.index.query import FACET_NAMES
from app.index.segment_arrays import FIELDS, PLACED, FacetValues, FieldArrays, Ints, SegmentArrays

Mask = NDArray[np.bool_]
TIER = 8
"""So many segments of one size become one; sizes are powers of it, so that each document is written again only a few times."""
MOST_DOCUMENTS = 2_000_000
"""No segment grows beyond this: places stay below 2 to the power of 32."""


def tier_of(count: int) -> int:
    """Return the size of a segment by its number of live documents."""
    return max(count, 1).bit_length() // 3


def due(counts: Sequence[int]) -> list[int]:
    """Return which segments to merge now, by their live documents; none when all is well."""
    for tier in sorted({tier_of(count) for count in counts}):
        same = [at for at, count in enumerate(counts) if tier_of(count) == tier]
        if len(same) >= TIER and sum(counts[at] for at in same) <= MOST_DOCUMENTS:
            return same
    return []


def merged(segments: Sequence[SegmentArrays], live: Sequence[Mask]) -> SegmentArrays:
    """Return one segment of the live documents of several, in their order."""
    places = [np.cumsum(mask) - 1 for mask in live]
    bases = np.cumsum([0, *(int(mask.sum()) for mask in live)]).tolist()
    numbering = [place + base for place, base in zip(places, bases, strict=False)]
    fields = {
        name: _merged_field([s.fields[name] for s in segments], live, numbering, placed=name in PLACED) for name in FIELDS
    }
    facets = {name: _merged_facet([s.facets[name] for s in segments], live) for name in FACET_NAMES}

    def joined(part: str) -> NDArray[np.int64]:
        return np.concatenate([getattr(s, part)[mask] for s, mask in zip(segments, live, strict=True)])

    dates = {part: joined(part).astype(np.int32) for part in ("first", "last", "added")}
    return SegmentArrays(joined("article_ids"), dates["first"], dates["last"], dates["added"], fields, facets)


def _merged_facet(facets: Sequence[FacetValues], live: Sequence[Mask]) -> FacetValues:
    numbers: dict[str, int] = {}
    held, sizes = [], []
    for facet, mask in zip(facets, live, strict=True):
        mapped = np.array([numbers.setdefault(value, len(numbers)) for value in facet.values], np.int32)
        counts = np.diff(facet.offsets)
        kept = facet.numbers[np.repeat(mask, counts)]
        held.append(mapped[kept] if len(kept) else np.zeros(0, np.int32))
        sizes.append(counts[mask])
    return FacetValues(tuple(numbers), sums(np.concatenate(sizes)), np.concatenate(held))


def _merged_field(
    fields: Sequence[FieldArrays], live: Sequence[Mask], numbering: Sequence[Ints], *, placed: bool
) -> FieldArrays:
    lengths = np.concatenate([field.lengths[mask] for field, mask in zip(fields, live, strict=True)])
    begins = begins_of(lengths)
    pieces = [_live_part(*part, begins, placed=placed) for part in zip(fields, live, numbering, strict=True)]
    texts = [[field.term(number) for number in range(len(field))] for field in fields]
    kept = [
        [text for text, count in zip(found, piece[0].tolist(), strict=True) if count]
        for found, piece in zip(texts, pieces, strict=True)
    ]
    terms = sorted(set().union(*kept))
    rank = {term: number for number, term in enumerate(terms)}
    ranks = [np.array([rank.get(text, 0) for text in found], np.int64) for found in texts]
    offsets, (docs, counts) = _joined(ranks, [(p[0], (p[1], p[2])) for p in pieces], len(terms))
    place_offsets, (found_places,) = _joined(ranks, [(p[3], (p[4],)) for p in pieces], len(terms))
    return FieldArrays(
        *packed_terms(terms), offsets, docs.astype(np.uint32), counts.astype(np.uint16), place_offsets,
        found_places.astype(np.uint32), lengths, begins,
    )  # fmt: skip


def _live_part(
    field: FieldArrays, live: Mask, numbering: Ints, begins: NDArray[np.uint32], *, placed: bool
) -> tuple[Ints, NDArray[np.uint32], NDArray[np.uint16], Ints, NDArray[np.uint32]]:
    """Return a field's live postings in the new numbering: sizes by term, documents, counts; sizes by term, places."""
    keep = live[field.docs]
    terms = np.repeat(np.arange(len(field)), np.diff(field.offsets))
    sizes = np.bincount(terms[keep], minlength=len(field))
    docs = numbering[field.docs[keep]].astype(np.uint32)
    if not placed:
        return sizes, docs, field.counts[keep], np.zeros(len(field), np.int64), np.zeros(0, np.uint32)
    document = np.searchsorted(field.begins, field.places, side="right") - 1
    stay = live[document]
    place_terms = np.repeat(np.arange(len(field)), np.diff(field.place_offsets))
    place_sizes = np.bincount(place_terms[stay], minlength=len(field))
    moved = begins[numbering[document[stay]]].astype(np.int64) + field.places[stay] - field.begins[document[stay]]
    return sizes, docs, field.counts[keep], place_sizes, moved.astype(np.uint32)


def _joined(
    ranks: Sequence[Ints], pieces: Sequence[tuple[Ints, tuple[NDArray[np.generic], ...]]], terms: int
) -> tuple[Ints, list[NDArray[np.generic]]]:
    """Return the offsets of the new terms, and the arrays of all segments in their order: term by term, segment by segment."""
    totals = np.zeros(terms, np.int64)
    for rank, (sizes, _) in zip(ranks, pieces, strict=True):
        np.add.at(totals, rank, sizes)
    offsets = sums(totals)
    free = offsets[:-1].copy()
    width = len(pieces[0][1])
    joined = [np.zeros(int(offsets[-1]), pieces[0][1][n].dtype) for n in range(width)]
    for rank, (sizes, arrays) in zip(ranks, pieces, strict=True):
        before = sums(sizes)[:-1]
        target = np.repeat(free[rank] - before, sizes) + np.arange(int(sizes.sum()))
        for into, values in zip(joined, arrays, strict=True):
            into[target] = values
        np.add.at(free, rank, sizes)
    return offsets, joined
