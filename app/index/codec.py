"""Our arrays as a Whoosh codec: Whoosh's own reader, searcher and table of contents work on the index that ours is.

The module path is part of every index on disk (segments are pickled with their class): it stays.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo

from app.index.array_file import open_arrays
from app.index.lengths import rounded_lengths
from app.index.segment_arrays import FieldArrays, SegmentArrays, from_named

EXTENSION = ".pma"


class PressmarkSegment(base.Segment):  # type: ignore[misc]
    """One segment as the table of contents keeps it: how many documents, which of them are deleted."""

    def __init__(self, indexname: str, count: int = 0) -> None:
        super().__init__(indexname)
        self._count = count
        self._deleted: set[int] = set()
        self.checkpoint: dict[str, Any] | None = None
        """What of the archive the index holds; the last segment of a commit carries it."""

    def codec(self) -> "PressmarkCodec":
        """Return the codec that reads this segment."""
        return PressmarkCodec()

    def path_in(self, folder: Path) -> Path:
        """Return the segment's file."""
        return folder / str(self.make_filename(EXTENSION))

    def should_assemble(self) -> bool:
        """Return False: a mapped file is never packed into another."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Take the number of documents."""
        self._count = count

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones with them."""
        return self._count

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> set[int]:
        """Return the deleted documents."""
        return self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document as deleted, or as not deleted."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def delete_all(self, documents: Iterable[int]) -> None:
        """Mark documents as deleted."""
        self._deleted.update(documents)

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return docnum in self._deleted


class PressmarkCodec(base.Codec):  # type: ignore[misc]
    """Reads segments of arrays for Whoosh. They are written by `store.commit`, under Whoosh's lock."""

    def new_segment(self, storage: Any, indexname: str) -> PressmarkSegment:
        """Return a segment without documents."""
        return PressmarkSegment(indexname)

    def terms_reader(self, storage: Any, segment: PressmarkSegment) -> "ArrayTerms":
        """Return the terms and postings of a segment."""
        return ArrayTerms(_arrays(storage, segment))

    def per_document_reader(self, storage: Any, segment: PressmarkSegment) -> "ArrayDocuments":
        """Return the documents of a segment."""
        return ArrayDocuments(_arrays(storage, segment), segment)


def _arrays(storage: Any, segment: PressmarkSegment) -> SegmentArrays:
    return from_named(open_arrays(segment.path_in(Path(storage.folder))))


class ArrayTerms(base.TermsReader):  # type: ignore[misc]
    """Whoosh's view of the postings."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays
        self._rounded = {name: rounded_lengths(field.lengths) for name, field in arrays.fields.items()}

    def _number(self, fieldname: str, term: bytes) -> int | None:
        field = self._arrays.fields.get(fieldname)
        return field.number_of(term) if field is not None else None

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._number(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """Return the fields that hold any term."""
        return sorted(name for name, field in self._arrays.fields.items() if len(field))

    def cursor(self, fieldname: str, fieldobj: Any) -> "ArrayCursor":
        """Return a cursor over the terms of a field."""
        return ArrayCursor(self._arrays.fields[fieldname])

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Give all terms in order of field and text."""
        for name in self.indexed_field_names():
            yield from self.terms_from(name, b"", only=True)

    def terms_from(self, fieldname: str, prefix: bytes, *, only: bool = False) -> Iterator[tuple[str, bytes]]:
        """Give the terms from `prefix` of a field on, then those of the fields after it."""
        names = self.indexed_field_names()
        if fieldname in names:
            field = self._arrays.fields[fieldname]
            for number in range(field.place_of(prefix), len(field)):
                yield fieldname, field.term(number)
        if not only:
            for name in names:
                if name > fieldname:
                    yield from self.terms_from(name, b"", only=True)

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Give all terms with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Give the terms from `prefix` of a field on, with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, term: bytes) -> TermInfo:
        """Return what is known of a term; KeyError when the segment does not hold it."""
        number = self._number(fieldname, term)
        if number is None:
            raise KeyError((fieldname, term))
        field = self._arrays.fields[fieldname]
        low, high = int(field.offsets[number]), int(field.offsets[number + 1])
        docs, counts = field.docs[low:high], field.counts[low:high]
        lengths = self._rounded[fieldname][docs]
        return TermInfo(
            float(counts.sum()),
            high - low,
            int(lengths.min()),
            int(lengths.max()),
            float(counts.max()),
            int(docs[0]),
            int(docs[-1]),
        )

    def frequency(self, fieldname: str, term: bytes) -> float:
        """Return how often a term stands in all documents."""
        return float(self.term_info(fieldname, term).weight())

    def doc_frequency(self, fieldname: str, term: bytes) -> int:
        """Return in how many documents a term stands."""
        return int(self.term_info(fieldname, term).doc_frequency())

    def matcher(self, fieldname: str, term: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """Return the postings of a term for Whoosh's own evaluation."""
        info = self.term_info(fieldname, term)
        field = self._arrays.fields[fieldname]
        number = field.number_of(term) or 0
        low, high = int(field.offsets[number]), int(field.offsets[number + 1])
        docs, counts = field.docs[low:high].tolist(), field.counts[low:high].tolist()
        values = list(_encoded_places(field, number, docs, format_)) if len(field.places) else None
        weights = [float(count) for count in counts]
        return ListMatcher(docs, weights, values, format_, scorer, term=(fieldname, term), terminfo=info)


def _encoded_places(field: FieldArrays, number: int, docs: list[int], format_: Any) -> Iterator[bytes]:
    places = field.places[int(field.place_offsets[number]) : int(field.place_offsets[number + 1])].astype(np.int64)
    begins = field.begins[docs].astype(np.int64)
    cuts = np.append(np.searchsorted(places, begins), len(places))
    for at, begin in enumerate(begins.tolist()):
        yield format_.encode((places[cuts[at] : cuts[at + 1]] - begin).tolist())


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]
    """A place among the terms of a field."""

    def __init__(self, field: FieldArrays) -> None:
        self._field = field
        self._at = 0

    def first(self) -> str | None:
        """Go to the first term and return it."""
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term that is not before `term` and return it."""
        self._at = self._field.place_of(term.encode("utf-8") if isinstance(term, str) else term)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term and return it."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """Return the term at the place, None behind the last."""
        return self._field.term(self._at).decode("utf-8") if self.is_valid() else None

    def is_valid(self) -> bool:
        """Return whether the place is at a term."""
        return self._at < len(self._field)


class ArrayDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """Whoosh's view of the documents."""

    def __init__(self, arrays: SegmentArrays, segment: PressmarkSegment) -> None:
        self._arrays = arrays
        self._segment = segment
        self._rounded = {name: rounded_lengths(field.lengths) for name, field in arrays.fields.items()}

    def doc_count(self) -> int:
        """Return the number of documents that are not deleted."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones with them."""
        return len(self._arrays)

    def has_deletions(self) -> bool:
        """Return whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> set[int]:
        """Return the deleted documents."""
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of a text as it is scored."""
        found = self._rounded.get(fieldname)
        return int(found[docnum]) if found is not None and found[docnum] else default

    def field_length(self, fieldname: str) -> int:
        """Return the words of a field in all documents."""
        field = self._arrays.fields.get(fieldname)
        return int(field.lengths.sum(dtype=np.int64)) if field is not None else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the length of a field's shortest text."""
        found = self._rounded.get(fieldname)
        return int(found.min()) if found is not None and len(found) else 0

    def max_field_length(self, fieldname: str) -> int:
        """Return the length of a field's longest text."""
        found = self._rounded.get(fieldname)
        return int(found.max()) if found is not None and len(found) else 0

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return what is kept of a document: the article's id. Its texts stay in the database."""
        return {"article_id": int(self._arrays.article_ids[docnum])}
