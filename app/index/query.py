"""What is asked of the index."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Sort = Literal["relevance", "newest", "oldest", "source"]
FacetName = Literal["person", "organisation", "place", "speaker", "source", "author", "licence", "language", "tag", "year"]
FACET_NAMES: tuple[FacetName, ...] = (
    "person", "organisation", "place", "speaker", "source", "author", "licence", "language", "tag", "year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FacetFilter:
    """The selection in one facet.

    Values are record ids as decimal text for person, organisation, place, speaker and source, plain values for the others.
    `match` says whether an article must have any or all of `include`.
    """

    include: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()
    match: Literal["any", "all"] = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """A search: words in the query language, narrowed by facets and dates (both days inclusive).

    With a date range, articles whose possible days overlap it match; `undated` True keeps only articles without a date.
    `typing` makes the last bare word a prefix too. Of the facets in `counted`, `facet_limit` values each are
    returned, selected ones always, and where `within` has words for a facet only values in whose name they begin words; without any, there is no histogram either.
    """

    text: str = ""
    facets: dict[FacetName, FacetFilter] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    undated: bool = False
    sort: Sort = "relevance"
    limit: int = 50
    offset: int = 0
    typing: bool = False
    facet_limit: int = 25
    within: dict[FacetName, str] = field(default_factory=dict)
    counted: tuple[FacetName, ...] = FACET_NAMES
    today: date | None = None
