"""Selecting by the values of a facet, and the counts that are shown.

Records that were merged are counted as the record they were merged into, each article once.
"""

from collections.abc import Iterable
from typing import Literal

import numpy as np

from app.index.counts import Counts
from app.index.facet_arrays import FacetArrays, Mask
from app.index.names import Names, RecordKind
from app.index.query import FacetFilter, FacetName
from app.index.results import FacetCount
from app.index.segment_arrays import Ints

RECORDS: dict[FacetName, tuple[RecordKind, ...]] = {
    "person": ("person",), "organisation": ("organisation",), "place": ("place",), "speaker": ("person", "organisation"), "source": ("source",),
}  # fmt: skip


def with_canonical(arrays: FacetArrays, name: FacetName, names: Names) -> FacetArrays:
    """Return the facet with merged records under the record they became, and without rejected ones.

    Only the documents of such records are looked at: a merge must not cost what the whole archive costs.
    """
    kinds = RECORDS.get(name)
    moved = frozenset[str]().union(*(names.moved(kind) for kind in kinds or ())) & arrays.number_of.keys()
    standing = [value for value in moved if arrays.totals[arrays.number_of[value]]]
    if kinds is None or not standing:
        return arrays
    numbering = dict(arrays.number_of)
    mapped = np.arange(len(numbering), dtype=np.int64)
    for value in standing:
        target = _target(value, kinds, names)
        mapped[arrays.number_of[value]] = -1 if target is None else numbering.setdefault(target, len(numbering))
    numbers = mapped[arrays.numbers]
    kept = numbers >= 0
    kept[_repeated(arrays, numbers)] = False
    sizes = np.bincount(arrays.documents[kept], minlength=len(arrays.live))
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    return FacetArrays(tuple(numbering), offsets, numbers[kept].astype(np.int32), arrays.live)


def _repeated(arrays: FacetArrays, numbers: Ints) -> Ints:
    """Return the entries that say of a document again what another entry says, now that some have other numbers."""
    changed = np.zeros(len(arrays.live), np.bool_)
    changed[arrays.documents[numbers != arrays.numbers]] = True
    entries = changed[arrays.documents].nonzero()[0]
    said = (arrays.documents[entries].astype(np.int64) << 32) | (numbers[entries] & 0xFFFFFFFF)
    _, first = np.unique(said, return_index=True)
    return np.delete(entries, first)


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


def count(arrays: FacetArrays, counted: Counts, chosen: FacetFilter, limit: int) -> tuple[FacetCount, ...]:
    """Return the most frequent of the counted values, those that tie in order of their texts, and selected ones always."""
    numbers, counts = counted.leading(limit)
    found = {arrays.values[number]: count for number, count in zip(numbers, counts, strict=True)}
    order = sorted(found)
    order.sort(key=found.__getitem__, reverse=True)
    del order[limit:]
    selected = chosen.include | chosen.exclude
    if not selected:
        return tuple(FacetCount(value, found[value]) for value in order)
    for value in sorted(selected.difference(order)):
        order.append(value)
        found[value] = counted.of(arrays.number_of.get(value, -1))
    return tuple(FacetCount(value, found[value], _state(value, chosen)) for value in order)


def _state(value: str, chosen: FacetFilter) -> Literal["open", "included", "excluded"]:
    return "included" if value in chosen.include else "excluded" if value in chosen.exclude else "open"
