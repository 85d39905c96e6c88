"""Selecting by the values of a facet, and the counts that are shown.

Records that were merged are counted as the record they were merged into, each article once.
"""

from collections.abc import Iterable
from typing import Literal

import numpy as np

from app.index.facet_arrays import Counts, FacetArrays, Mask
from app.index.names import Names, RecordKind
from app.index.query import FacetFilter, FacetName
from app.index.results import FacetCount

RECORDS: dict[FacetName, tuple[RecordKind, ...]] = {
    "person": ("person",), "organisation": ("organisation",), "place": ("place",), "speaker": ("person", "organisation"), "source": ("source",),
}  # fmt: skip


def with_canonical(arrays: FacetArrays, name: FacetName, names: Names) -> FacetArrays:
    """Return the facet with merged records under the record they became, and without rejected ones."""
    kinds = RECORDS.get(name)
    if kinds is None or not any(names.moved(kind) & arrays.number_of.keys() for kind in kinds):
        return arrays
    targets = [_target(value, kinds, names) for value in arrays.values]
    numbering: dict[str, int] = {}
    mapped = np.array([-1 if target is None else numbering.setdefault(target, len(numbering)) for target in targets], np.int64)
    numbers = mapped[arrays.numbers]
    kept = numbers >= 0
    pairs = np.unique((arrays.documents[kept].astype(np.int64) << 32) | numbers[kept])
    sizes = np.bincount(pairs >> 32, minlength=len(arrays.live))
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    return FacetArrays(tuple(numbering), offsets, pairs & 0xFFFFFFFF, arrays.live)


def _target(value: str, kinds: tuple[RecordKind, ...], names: Names) -> str | None:
    for kind in kinds:
        target = names.canonical(kind, int(value))
        if target is not None:
            return str(target)
    return None


def documents_with(arrays: FacetArrays, values: Iterable[str]) -> Mask:
    """Return which documents have at least one of the values."""
    mask = np.zeros(len(arrays.live), np.bool_)
    for value in values:
        number = arrays.number_of.get(value)
        if number is not None:
            mask[arrays.documents_of(number)] = True
    return mask


def passes(arrays: FacetArrays, chosen: FacetFilter) -> Mask:
    """Return which documents pass the selection in one facet."""
    mask = np.ones(len(arrays.live), np.bool_)
    if chosen.include:
        if chosen.match == "all":
            for value in chosen.include:
                mask &= documents_with(arrays, (value,))
        else:
            mask &= documents_with(arrays, chosen.include)
    if chosen.exclude:
        mask &= ~documents_with(arrays, chosen.exclude)
    return mask


def count(
    arrays: FacetArrays, counted: Counts, chosen: FacetFilter, limit: int, among: frozenset[int] | None = None
) -> tuple[tuple[FacetCount, ...], int]:
    """Return the most frequent of the counted values, selected ones always, and how many values there are at all.

    With `among`, only values of these numbers.
    """
    present, counts = counted
    if among is not None:
        wanted = np.isin(present, np.fromiter(among, np.int64, len(among)))
        present, counts = present[wanted], counts[wanted]
    # One number orders by count, then by value: the values need not be sorted as texts for every search.
    keys = counts * len(arrays.values) + (len(arrays.values) - 1 - arrays.places.take(present))
    if len(keys) > limit:
        best = np.argpartition(keys, len(keys) - limit)[len(keys) - limit :] if limit else np.zeros(0, np.int64)
    else:
        best = np.arange(len(keys))
    best = best[np.argsort(-keys.take(best))]
    values = arrays.values
    shown = [
        FacetCount(values[n], found, _state(values[n], chosen))
        for n, found in zip(present.take(best).tolist(), counts.take(best).tolist(), strict=True)
    ]
    for value in sorted((chosen.include | chosen.exclude) - {row.value for row in shown}):
        number = arrays.number_of.get(value, -1)
        at = int(np.searchsorted(present, number))
        found = int(counts[at]) if at < len(present) and present[at] == number else 0
        shown.append(FacetCount(value, found, _state(value, chosen)))
    return tuple(shown), len(present)


def _state(value: str, chosen: FacetFilter) -> Literal["open", "included", "excluded"]:
    return "included" if value in chosen.include else "excluded" if value in chosen.exclude else "open"
