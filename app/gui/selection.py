"""What is searched for, as it is built up by typing and clicking: a value, and each click makes the next one."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from app.index.query import FACET_NAMES, FacetFilter, FacetName, Query, Sort

OPEN = FacetFilter()


@dataclass(frozen=True, slots=True)
class Selection:
    """Words, facets and dates; without any it means all articles."""

    text: str = ""
    facets: dict[FacetName, FacetFilter] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    undated: bool = False
    sort: Sort = "relevance"

    def query(
        self, *, typing: bool = False, limit: int = 50, offset: int = 0, counted: tuple[FacetName, ...] = FACET_NAMES
    ) -> Query:
        """Return the query for one page of results. Without words, relevance says nothing and the newest come first."""
        sort: Sort = "newest" if self.sort == "relevance" and not self.text.strip() else self.sort
        return Query(self.text, self.facets, self.first, self.last, self.undated, sort, limit, offset, typing, counted=counted)

    def clicked(self, facet: FacetName, value: str) -> "Selection":
        """Return the selection after a click on a value: the first includes it, the second excludes it, the third lets go."""
        chosen = self.facets.get(facet, OPEN)
        if value in chosen.include:
            return self._with(facet, replace(chosen, include=chosen.include - {value}, exclude=chosen.exclude | {value}))
        if value in chosen.exclude:
            return self.without(facet, value)
        return self._with(facet, replace(chosen, include=chosen.include | {value}))

    def only(self, facet: FacetName, value: str) -> "Selection":
        """Return the selection with that value as the only one of its facet."""
        return self._with(facet, FacetFilter(include=frozenset({value})))

    def hiding(self, facet: FacetName, value: str) -> "Selection":
        """Return the selection without articles of that value."""
        chosen = self.facets.get(facet, OPEN)
        return self._with(facet, replace(chosen, include=chosen.include - {value}, exclude=chosen.exclude | {value}))

    def without(self, facet: FacetName, value: str) -> "Selection":
        """Return the selection with that value neither included nor excluded."""
        chosen = self.facets.get(facet, OPEN)
        return self._with(facet, replace(chosen, include=chosen.include - {value}, exclude=chosen.exclude - {value}))

    def matching(self, facet: FacetName, match: Literal["any", "all"]) -> "Selection":
        """Return the selection with articles that have any, or all, of the chosen values of a facet."""
        return self._with(facet, replace(self.facets.get(facet, OPEN), match=match))

    def cleared(self, facet: FacetName) -> "Selection":
        """Return the selection with nothing chosen in a facet."""
        return self._with(facet, OPEN)

    def dated(self, first: date | None, last: date | None) -> "Selection":
        """Return the selection within days, both inclusive and either open."""
        return replace(self, first=first, last=last, undated=False)

    def only_undated(self, wanted: bool) -> "Selection":
        """Return the selection of articles without a date, or of all again."""
        return replace(self, first=None, last=None, undated=wanted)

    def bare(self) -> "Selection":
        """Return the words alone, narrowed by nothing."""
        return Selection(text=self.text, sort=self.sort)

    @property
    def narrowed(self) -> bool:
        """Return whether anything but words was chosen."""
        return bool(self.chosen() or self.first or self.last or self.undated)

    def chosen(self) -> tuple[tuple[FacetName, str, bool], ...]:
        """Return (facet, value, whether it is included) of all that was chosen, in a steady order."""
        found = [(name, value, True) for name, chosen in self.facets.items() for value in sorted(chosen.include)]
        found += [(name, value, False) for name, chosen in self.facets.items() for value in sorted(chosen.exclude)]
        return tuple(found)

    def _with(self, facet: FacetName, chosen: FacetFilter) -> "Selection":
        facets = {name: kept for name, kept in self.facets.items() if name != facet}
        if chosen.include or chosen.exclude or chosen.match == "all":
            facets[facet] = chosen
        return replace(self, facets=facets)
