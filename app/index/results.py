"""What the index answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.base.spans import Span
from app.index.query import FacetName


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that matches; `score` is comparable within one result only."""

    article_id: int
    score: float


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet and how many articles the result would hold after a click on it."""

    value: str
    count: int
    state: Literal["open", "included", "excluded"] = "open"


@dataclass(frozen=True, slots=True)
class HistogramBar:
    """Articles of one year, month or day; `imprecise` of them only overlap it because their date is less precise."""

    first: date
    last: date
    count: int
    imprecise: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Articles by date over all matches, in order, without empty ends; gaps inside are bars of 0."""

    step: Literal["year", "month", "day"]
    bars: tuple[HistogramBar, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another spelling: the whole query as it could be, and how many articles it would find."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text around hits; the spans count inside `text`."""

    text: str
    spans: tuple[Span, ...]
    field: str = "body"


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query. Hits are the asked-for page; all counts are exact and over all matches.

    `pending` changes are not yet in the index. `understood` is the query as it was read, in its own language.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[FacetName, tuple[FacetCount, ...]]
    facet_sizes: dict[FacetName, int]
    histogram: Histogram
    suggestions: tuple[Suggestion, ...]
    pending: int
    took_ms: float
    understood: str
