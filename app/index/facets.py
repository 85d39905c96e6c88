"""Counts by value over all matches, from arrays that are read once per state of the index.

Per facet: one entry for each (document, value), so that counting is one `bincount` over the matching entries. Records that
were merged are counted as the record they were merged into, each article once.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.index.names import Names, RecordKind
from app.index.query import FACET_NAMES, FacetFilter, FacetName
from app.index.results import FacetCount

Mask = NDArray[np.bool_]

RECORDS: dict[FacetName, tuple[RecordKind, ...]] = {
    "person": ("person",), "organisation": ("organisation",), "place": ("place",), "speaker": ("person", "organisation"), "source": ("source",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FacetArrays:
    """One facet: values by number, and the (document, value number) pairs in order of documents."""

    values: tuple[str, ...]
    documents: NDArray[np.int64]
    numbers: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Facts:
    """All facets and dates of one state of the index, by document number; days are proleptic ordinals, 0 for none."""

    live: Mask
    article_ids: NDArray[np.int64]
    facets: dict[FacetName, FacetArrays]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    added: NDArray[np.int64]
    sources: tuple[str, ...]


def read_facts(stored: Iterable[tuple[int, int, str]], size: int) -> Facts:
    """Return the arrays from (document number, article id, stored facts) of the live documents; `size` is all documents."""
    live, ids = np.zeros(size, np.bool_), np.zeros(size, np.int64)
    days = np.zeros((3, size), np.int64)
    sources = [""] * size
    numbers: dict[FacetName, dict[str, int]] = {name: {} for name in FACET_NAMES}
    pairs: dict[FacetName, tuple[list[int], list[int]]] = {name: ([], []) for name in FACET_NAMES}
    for document, article, text in stored:
        values, first, last, added, sources[document] = json.loads(text)
        live[document], ids[document] = True, article
        days[:, document] = first, last, added
        for name in FACET_NAMES:
            documents, ordinals = pairs[name]
            for value in values[name]:
                documents.append(document)
                ordinals.append(numbers[name].setdefault(value, len(numbers[name])))
    facets = {
        name: FacetArrays(tuple(numbers[name]), np.array(pairs[name][0], np.int64), np.array(pairs[name][1], np.int64))
        for name in FACET_NAMES
    }
    return Facts(live, ids, facets, days[0], days[1], days[2], tuple(sources))


def with_canonical(arrays: FacetArrays, name: FacetName, names: Names) -> FacetArrays:
    """Return the facet with merged records under the record they became, and without rejected ones."""
    kinds = RECORDS.get(name)
    if kinds is None or not arrays.values:
        return arrays
    targets = [_target(value, kinds, names) for value in arrays.values]
    if targets == list(arrays.values):
        return arrays
    numbering: dict[str, int] = {}
    mapped = np.array([-1 if target is None else numbering.setdefault(target, len(numbering)) for target in targets], np.int64)
    numbers = mapped[arrays.numbers]
    kept = numbers >= 0
    pairs = np.unique(np.stack((arrays.documents[kept], numbers[kept])), axis=1)
    return FacetArrays(tuple(numbering), pairs[0], pairs[1])


def _target(value: str, kinds: tuple[RecordKind, ...], names: Names) -> str | None:
    for kind in kinds:
        target = names.canonical(kind, int(value))
        if target is not None:
            return str(target)
    return None


def documents_with(arrays: FacetArrays, values: Iterable[str], size: int) -> Mask:
    """Return which documents have at least one of the values."""
    wanted = np.isin(arrays.numbers, [n for n, value in enumerate(arrays.values) if value in set(values)])
    mask = np.zeros(size, np.bool_)
    mask[arrays.documents[wanted]] = True
    return mask


def passes(arrays: FacetArrays, chosen: FacetFilter, size: int) -> Mask:
    """Return which documents pass the selection in one facet."""
    mask = np.ones(size, np.bool_)
    if chosen.include:
        if chosen.match == "all":
            for value in chosen.include:
                mask &= documents_with(arrays, (value,), size)
        else:
            mask &= documents_with(arrays, chosen.include, size)
    if chosen.exclude:
        mask &= ~documents_with(arrays, chosen.exclude, size)
    return mask


def count(arrays: FacetArrays, mask: Mask, chosen: FacetFilter, limit: int) -> tuple[tuple[FacetCount, ...], int]:
    """Return the most frequent values with their counts, selected ones always, and how many values there are at all."""
    counts = (
        np.bincount(arrays.numbers[mask[arrays.documents]], minlength=len(arrays.values))
        if arrays.values
        else np.zeros(0, np.int64)
    )
    present = int((counts > 0).sum())
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda n: (-int(counts[n]), arrays.values[n]))[:limit]
    shown = [arrays.values[n] for n in order]
    by_value = {value: n for n, value in enumerate(arrays.values)}
    shown += sorted((chosen.include | chosen.exclude) - set(shown))
    return tuple(
        FacetCount(value, int(counts[by_value[value]]) if value in by_value else 0, _state(value, chosen)) for value in shown
    ), present


def _state(value: str, chosen: FacetFilter) -> Literal["open", "included", "excluded"]:
    return "included" if value in chosen.include else "excluded" if value in chosen.exclude else "open"
