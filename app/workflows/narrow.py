"""Names that people type into facet filters over record ids."""

from collections.abc import Iterable

from app.index.query import FacetFilter, FacetName
from app.workflows.find import RECORD_FACETS
from app.workflows.names import ArchiveNames

NO_RECORD = "0"
"""The id that no record ever has: a filter on it matches nothing."""


def filter_by_names(names: ArchiveNames, facet: FacetName, typed: Iterable[str]) -> tuple[FacetFilter, tuple[str, ...]]:
    """Return a filter for articles with any of the typed names, and the names that no record has.

    A name stands for every record of exactly that name or variant (namesakes are all meant), else for every record that has
    all its words. A name that nobody has matches nothing.
    """
    found: set[str] = set()
    unknown: list[str] = []
    for name in typed:
        records = _records(names, facet, name)
        found |= {str(record) for record in records}
        if not records:
            unknown.append(name)
    return FacetFilter(include=frozenset(found or {NO_RECORD})), tuple(unknown)


def _records(names: ArchiveNames, facet: FacetName, name: str) -> frozenset[int]:
    kinds = RECORD_FACETS[facet]
    exact = frozenset[int]().union(*(names.exactly(kind, name) for kind in kinds))
    return exact or frozenset[int]().union(*(names.find(kind, name) for kind in kinds))
