"""What a segment holds, as arrays: the postings of each text field, the values of each facet, the dates of each document.

Documents are numbered from 0 within a segment. A field's words have *global* places: document after document, with a gap between
them that no loose phrase reaches across, so that a phrase is an intersection of shifted places.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.index.array_file import Array
from app.index.query import FACET_NAMES, FacetName

Ints = NDArray[np.int64]

GAP = 128
"""Places left free between two documents; more than any phrase may be loose."""
PLACED = ("headline", "deck", "body", "said")
FIELDS = (*PLACED, "stems")
"""Fields with postings; stems are counted but have no places."""
NUMBERED: frozenset[FacetName] = frozenset({"person", "organisation", "place", "speaker", "source"})
"""Facets whose values are record ids; the others' are texts."""


@dataclass(frozen=True)
class FieldArrays:
    """The postings of one field.

    `text` holds the terms as UTF-8 in order of their bytes, each ended by a line feed; term n begins at `starts[n]`. Its documents
    are `docs[offsets[n]:offsets[n + 1]]`, ascending, with `counts` beside them, its places `places[place_offsets[n]:…[n + 1]]`.
    `lengths` are words by document, `begins` the first place of each document.
    """

    text: NDArray[np.uint8]
    starts: NDArray[np.uint32]
    offsets: Ints
    docs: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    place_offsets: Ints
    places: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    begins: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def blob(self) -> memoryview:
        """Return the terms with their line feeds."""
        return memoryview(self.text)  # type: ignore[arg-type]  # numpy's stubs lack the buffer protocol

    def term(self, number: int) -> bytes:
        """Return the term of a number."""
        return bytes(self.blob[int(self.starts[number]) : int(self.starts[number + 1]) - 1])

    def place_of(self, term: bytes) -> int:
        """Return the number of the first term that is not before `term`."""
        return bisect_left(range(len(self)), term, key=self.term)

    def number_of(self, term: bytes) -> int | None:
        """Return the number of a term, None when the field does not hold it."""
        at = self.place_of(term)
        return at if at < len(self) and self.term(at) == term else None

    def beginning_with(self, prefix: bytes) -> range:
        """Return the numbers of the terms that begin with `prefix`; no UTF-8 holds the byte 255."""
        return range(self.place_of(prefix), self.place_of(prefix + b"\xff"))

    @cached_property
    def texts(self) -> list[str]:
        """Return all terms in order, as texts; made when a search must look through them."""
        return bytes(self.blob).decode("utf-8").split("\n")[:-1]


@dataclass(frozen=True)
class FacetValues:
    """One facet: document n has the values `values[numbers[offsets[n]:offsets[n + 1]]]`, each once."""

    values: tuple[str, ...]
    offsets: Ints
    numbers: NDArray[np.int32]


@dataclass(frozen=True)
class SegmentArrays:
    """All of one segment; days are proleptic ordinals, 0 for none."""

    article_ids: Ints
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    added: NDArray[np.int32]
    fields: dict[str, FieldArrays]
    facets: dict[FacetName, FacetValues]

    def __len__(self) -> int:
        return len(self.article_ids)

    def named(self) -> dict[str, Array]:
        """Return the arrays by the names under which a file keeps them."""
        return dict(self._named())

    def _named(self) -> Iterator[tuple[str, Array]]:
        for part in ("article_ids", "first", "last", "added"):
            yield part, getattr(self, part)
        for name, field in self.fields.items():
            for part in FieldArrays.__dataclass_fields__:
                yield f"field.{name}.{part}", getattr(field, part)
        for facet, held in self.facets.items():
            yield f"facet.{facet}.values", _packed(facet, held.values)
            yield f"facet.{facet}.offsets", held.offsets
            yield f"facet.{facet}.numbers", held.numbers


def from_named(arrays: Mapping[str, Array]) -> SegmentArrays:
    """Return a segment from the arrays of a file; KeyError when one is missing."""
    fields = {
        name: FieldArrays(**{part: arrays[f"field.{name}.{part}"] for part in FieldArrays.__dataclass_fields__})  # type: ignore[arg-type]
        for name in FIELDS
    }
    facets = {
        name: FacetValues(
            _unpacked(name, arrays[f"facet.{name}.values"]),
            arrays[f"facet.{name}.offsets"],  # type: ignore[arg-type]
            arrays[f"facet.{name}.numbers"],  # type: ignore[arg-type]
        )
        for name in FACET_NAMES
    }
    dates = {name: arrays[name] for name in ("article_ids", "first", "last", "added")}
    return SegmentArrays(**dates, fields=fields, facets=facets)  # type: ignore[arg-type]


def _packed(facet: FacetName, values: tuple[str, ...]) -> Array:
    if facet in NUMBERED:
        return np.array([int(value) for value in values], np.int64)
    return np.frombuffer("".join(value.replace("\n", " ") + "\n" for value in values).encode("utf-8", "replace"), np.uint8)


def _unpacked(facet: FacetName, packed: Array) -> tuple[str, ...]:
    if facet in NUMBERED:
        return tuple(map(str, packed.tolist()))
    return tuple(packed.tobytes().decode("utf-8").split("\n")[:-1])
