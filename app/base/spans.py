"""A stretch of an article's text, in code points."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start` to `end` (exclusive) in code points of `field`, which is the body unless said."""

    start: int
    end: int
    field: str = "body"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the passage of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one code point of one field."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping and touching ones of one field merged."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.field, s.start, s.end)):
        last = merged[-1] if merged else None
        if last is not None and last.field == span.field and span.start <= last.end:
            merged[-1] = Span(last.start, max(last.end, span.end), last.field)
        else:
            merged.append(span)
    return tuple(merged)
