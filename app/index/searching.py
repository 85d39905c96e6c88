"""One search: the tree's documents, narrowed by facets and dates, counted, sorted, paged."""

import time
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from whoosh.searching import Searcher

from app.base.progress import CancelToken
from app.index import facets as counting
from app.index.evaluation import Evaluator, overlapping
from app.index.facets import FacetArrays, Facts, Mask
from app.index.histogram import histogram
from app.index.names import Names
from app.index.parsing import parse
from app.index.query import FACET_NAMES, FacetFilter, FacetName, Query
from app.index.results import FacetCount, Histogram, Hit, Results
from app.index.schema import TEXT_FIELDS
from app.index.suggesting import suggest
from app.index.syntax import And, Leaf, Node, Or, leaves

NO_FILTER = FacetFilter()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index: Whoosh's searcher, and the arrays that belong to it."""

    searcher: Searcher
    facts: Facts


def search(snapshot: Snapshot, query: Query, names: Names, *, pending: int, cancel: CancelToken | None) -> Results:
    """Return the answer to a query on one state of the index."""
    began = time.perf_counter()
    job = _Search(snapshot, query, names, cancel or CancelToken())
    tree = as_typed(parse(query.text), typing=query.typing)
    words = job.evaluator.mask(tree)
    mask = job.narrowed(words)
    hits = job.hits(tree, mask)
    counts, sizes = job.counts(words) if query.with_facets else ({}, {})
    bars = histogram(snapshot.facts, job.narrowed(words)) if query.with_facets else Histogram("year", (), 0)
    suggestions = suggest(tree, query.text, snapshot.searcher, names, lambda text: job.total(text)) if not hits else ()
    took = (time.perf_counter() - began) * 1000
    total = int(mask.sum())
    return Results(total, hits, counts, sizes, bars, suggestions, pending, took, tuple(dict.fromkeys(job.evaluator.notes)))


def as_typed(node: Node | None, *, typing: bool) -> Node | None:
    """Return the tree with its last bare word also meant as the beginning of a word, while the person is typing."""
    if not typing or node is None:
        return node
    if isinstance(node, Leaf) and node.form == "word" and node.field in ("", *TEXT_FIELDS) and len(node.text) > 1:
        return Or((node, replace(node, form="prefix")))
    if isinstance(node, And):
        last = as_typed(node.parts[-1], typing=True)
        return And((*node.parts[:-1], last)) if last is not None else node
    return node


def matched_leaves(node: Node | None, *, typing: bool) -> tuple[Leaf, ...]:
    """Return the conditions on words that a match must show."""
    return tuple(leaf for leaf in leaves(as_typed(node, typing=typing)) if leaf.field in ("", "said", *TEXT_FIELDS))


class _Search:
    def __init__(self, snapshot: Snapshot, query: Query, names: Names, cancel: CancelToken) -> None:
        self._facts = snapshot.facts
        self._query = query
        self._names = names
        self._cancel = cancel
        self._canonical: dict[FacetName, FacetArrays] = {}
        today = query.today or date.today()
        self.evaluator = Evaluator(snapshot.searcher, snapshot.facts, names, self.facet, today, [])

    def facet(self, name: FacetName) -> FacetArrays:
        """Return a facet's arrays with merged records as one."""
        if name not in self._canonical:
            self._canonical[name] = counting.with_canonical(self._facts.facets[name], name, self._names)
        return self._canonical[name]

    def narrowed(self, mask: Mask, *, without: FacetName | None = None) -> Mask:
        """Return the mask narrowed by dates and all facets but one."""
        self._cancel.check()
        query, facts = self._query, self._facts
        for name, chosen in query.facets.items():
            if name != without:
                mask = mask & counting.passes(self.facet(name), self._as_canonical(name, chosen), len(facts.live))
        if query.undated:
            undated: Mask = mask & (facts.first == 0)
            return undated
        if query.first is not None or query.last is not None:
            mask = mask & overlapping(facts.live, facts.first, facts.last, query.first or date.min, query.last or date.max)
        return mask

    def _as_canonical(self, name: FacetName, chosen: FacetFilter) -> FacetFilter:
        kinds = counting.RECORDS.get(name)
        if kinds is None:
            return chosen

        def canonical(values: frozenset[str]) -> frozenset[str]:
            found = (next((t for k in kinds if (t := self._names.canonical(k, int(v))) is not None), int(v)) for v in values)
            return frozenset(map(str, found))

        return replace(chosen, include=canonical(chosen.include), exclude=canonical(chosen.exclude))

    def hits(self, tree: Node | None, mask: Mask) -> tuple[Hit, ...]:
        """Return the asked-for page in its order; ties go by article id."""
        documents = np.flatnonzero(mask)
        scores = self.evaluator.scores(tree)[documents]
        order = self._order(documents, scores)
        page = order[self._query.offset : self._query.offset + self._query.limit]
        return tuple(Hit(int(self._facts.article_ids[documents[n]]), float(scores[n])) for n in page)

    def _order(self, documents: NDArray[np.int64], scores: NDArray[np.float64]) -> NDArray[np.int64]:
        ids = self._facts.article_ids[documents]
        first, last = self._facts.first[documents], self._facts.last[documents]
        match self._query.sort:
            case "newest":
                return np.lexsort((ids, -last, first == 0))
            case "oldest":
                return np.lexsort((ids, first, first == 0))
            case "source":
                names = np.array([self._facts.sources[n].casefold() for n in documents])
                return np.lexsort((ids, -last, names)) if len(documents) else np.zeros(0, np.int64)
            case _:
                return np.lexsort((ids, -last, -scores))

    def counts(self, words: Mask) -> tuple[dict[FacetName, tuple[FacetCount, ...]], dict[FacetName, int]]:
        """Return the counts of every facet as they would be after a click; a facet's own selection counts sideways."""
        counts: dict[FacetName, tuple[FacetCount, ...]] = {}
        sizes: dict[FacetName, int] = {}
        for name in FACET_NAMES:
            chosen = self._as_canonical(name, self._query.facets.get(name, NO_FILTER))
            sideways = name if chosen.match == "any" and chosen.include else None
            mask = self.narrowed(words, without=sideways)
            if sideways and chosen.exclude:
                mask = mask & counting.passes(self.facet(name), replace(chosen, include=frozenset()), len(mask))
            counts[name], sizes[name] = counting.count(self.facet(name), mask, chosen, self._query.facet_limit)
        return counts, sizes

    def total(self, text: str) -> int:
        """Return how many articles another text would find with the same selection."""
        return int(self.narrowed(self.evaluator.mask(parse(text))).sum())
