"""The small map of authority records and sources that search applies at query time.

The index stores record ids only, so that a rename or a merge is right at once, before the index has caught up.
"""

from typing import Literal, Protocol

RecordKind = Literal["person", "organisation", "place", "source"]


class Names(Protocol):
    """Names of records, by id; all calls are cheap and touch no disk."""

    def find(self, kind: RecordKind, text: str) -> frozenset[int]:
        """Return the live records of `kind` with a name or variant that holds every word of `text`, folded."""

    def beginning(self, kind: RecordKind, text: str) -> frozenset[int]:
        """Return the live records of `kind` in one of whose names each word of `text` begins a word, folded."""

    def spelled(self, kind: RecordKind, text: str) -> tuple[str, ...]:
        """Return other spellings of `text` under which `find` has records, the likeliest first; few."""

    def canonical(self, kind: RecordKind, record: int) -> int | None:
        """Return the record that `record` was merged into (itself when it was not), None when it is rejected."""

    def moved(self, kind: RecordKind) -> frozenset[str]:
        """Return the records, as decimal texts, that do not stand for themselves: merged into another, rejected, or of another kind now."""

    def members(self, kind: RecordKind, record: int) -> frozenset[int]:
        """Return the record and all that were merged into it."""

    def name(self, kind: RecordKind, record: int) -> str:
        """Return the preferred form; "" for an unknown record."""
