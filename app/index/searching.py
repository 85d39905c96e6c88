"""One search: the tree's documents, narrowed by facets and dates, counted, sorted, paged."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.base.errors import QueryError
from app.base.progress import CancelToken
from app.index import facets as counting
from app.index.completing import with_beginning
from app.index.contenders import FROM_DOCUMENTS, WORTH, by_order
from app.index.evaluation import Evaluator, overlapping
from app.index.facet_arrays import FacetArrays, Mask, Matching
from app.index.histogram import histogram
from app.index.names import Names
from app.index.parsing import parse
from app.index.query import FacetFilter, FacetName, Query
from app.index.results import FacetCount, Histogram, Hit, Results
from app.index.schema import TEXT_FIELDS
from app.index.segment_arrays import Ints
from app.index.snapshot import Snapshot
from app.index.suggesting import suggest
from app.index.syntax import And, Leaf, Node, Or, leaves
from app.index.writing import as_text

DEADLINE_S = 1.5
"""A query that would take longer is refused."""
NO_FILTER = FacetFilter()
Key = Callable[[Ints | None], NDArray[np.number]]
"""By what documents are put in order, the larger first: for all that match, or those at some places among them."""
SAMPLED = 1024
FROM_LETTERS = 3


def search(snapshot: Snapshot, query: Query, names: Names, *, pending: int, cancel: CancelToken | None) -> Results:
    """Return the answer to a query on one state of the index."""
    began = time.perf_counter()
    job = _Search(snapshot, query, names, cancel or CancelToken())
    parsed = parse(query.text)
    tree = as_typed(parsed, typing=query.typing)
    words = job.evaluator.mask(tree)
    mask = job.narrowed(words)
    matching = Matching(mask, snapshot.live)
    hits = job.hits(tree, matching)
    counts, sizes = job.counts(words, matching) if query.counted else ({}, {})
    bars = histogram(snapshot, matching) if query.counted else Histogram("year", (), 0)
    suggestions = suggest(tree, query.text, snapshot, names, job.total, typing=query.typing) if not hits else ()
    took = (time.perf_counter() - began) * 1000
    return Results(matching.size, hits, counts, sizes, bars, suggestions, pending, took, as_text(parsed))


def as_typed(node: Node | None, *, typing: bool) -> Node | None:
    """Return the tree with its last bare word also meant as the beginning of a word, while the person is typing.

    Two letters are not yet a beginning: nearly every article holds such a word.
    """
    if not typing or node is None:
        return node
    if isinstance(node, Leaf) and node.form == "word" and node.field in ("", *TEXT_FIELDS) and len(node.text) >= FROM_LETTERS:
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
        self._snapshot = snapshot
        self._query = query
        self._names = names
        self._cancel = cancel
        today = query.today or date.today()
        self._until = time.monotonic() + DEADLINE_S
        self.evaluator = Evaluator(snapshot, names, self.facet, today, self._check)

    def _check(self, leaf: Leaf) -> None:
        self._cancel.check()
        if time.monotonic() > self._until:
            raise QueryError("query-too-slow", position=leaf.position, text=leaf.text, seconds=DEADLINE_S)

    def facet(self, name: FacetName) -> FacetArrays:
        """Return a facet's arrays with merged records as one."""
        return self._snapshot.facet(name, self._names)

    def narrowed(self, mask: Mask, *, without: FacetName | None = None) -> Mask:
        """Return the mask narrowed by dates and all facets but one."""
        self._cancel.check()
        query, snapshot = self._query, self._snapshot
        for name, chosen in query.facets.items():
            if name != without:
                mask = mask & counting.passes(self.facet(name), self._as_canonical(name, chosen))
        if query.undated:
            undated: Mask = mask & (snapshot.first == 0)
            return undated
        if query.first is not None or query.last is not None:
            mask = mask & overlapping(
                snapshot.live, snapshot.first, snapshot.last, query.first or date.min, query.last or date.max
            )
        return mask

    def _as_canonical(self, name: FacetName, chosen: FacetFilter) -> FacetFilter:
        kinds = counting.RECORDS.get(name)
        if kinds is None or chosen is NO_FILTER:
            return chosen

        def canonical(values: frozenset[str]) -> frozenset[str]:
            found = (next((t for k in kinds if (t := self._names.canonical(k, int(v))) is not None), int(v)) for v in values)
            return frozenset(map(str, found))

        return replace(chosen, include=canonical(chosen.include), exclude=canonical(chosen.exclude))

    def hits(self, tree: Node | None, matching: Matching) -> tuple[Hit, ...]:
        """Return the asked-for page of what matches in its order; ties go to the newer article, then by id."""
        query, ids = self._query, self._snapshot.article_ids
        wanted = query.offset + query.limit
        chosen = self._contenders(tree, matching, max(wanted, 1))
        mask, documents = (matching.mask, matching.documents) if chosen is None else (chosen, chosen.nonzero()[0])
        scores = self.evaluator.scores(tree, mask, documents)
        keys = self._keys(documents, scores)
        best = _best(keys, None, wanted)
        order = np.lexsort([ids.take(documents.take(best)), *(-key(best) for key in reversed(keys))])
        page = best[order][query.offset : wanted]
        return tuple(map(Hit, ids.take(documents.take(page)).tolist(), scores.take(page).tolist()))

    def _contenders(self, tree: Node | None, matching: Matching, wanted: int) -> Mask | None:
        """Return the documents among which the first of the order are, None for all that match."""
        snapshot, sort = self._snapshot, self._query.sort
        if matching.size < max(FROM_DOCUMENTS, WORTH * wanted):
            return None
        if sort == "relevance" and self.evaluator.has_words(tree):
            return self.evaluator.contenders(tree, matching, wanted)
        order = {"relevance": snapshot.newest, "newest": snapshot.newest, "oldest": snapshot.oldest}.get(sort)
        return None if order is None else by_order(order, matching, wanted)

    def _keys(self, documents: Ints, scores: NDArray[np.float64]) -> list[Key]:
        """Return by what documents are put in order, the first key first."""
        snapshot = self._snapshot

        def held(at: Ints | None) -> Ints:
            return documents if at is None else documents.take(at)

        def newest(at: Ints | None) -> NDArray[np.number]:
            return snapshot.newest.take(held(at))

        match self._query.sort:
            case "newest":
                return [newest]
            case "oldest":
                return [lambda at: snapshot.oldest.take(held(at))]
            case "source":
                places = self._source_places()
                return [lambda at: -places.take(held(at)), newest]
            case _:
                by_score: Key = lambda at: scores if at is None else scores.take(at)  # noqa: E731
                return [by_score, newest] if scores.any() else [newest]

    def _source_places(self) -> Ints:
        """Return the place of each document's source among all sources in order of their names; without one comes last."""
        arrays = self.facet("source")
        names = [self._names.name("source", int(value)).casefold() for value in arrays.values]
        places = np.empty(len(names), np.int64)
        places[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        found = np.full(len(self._snapshot), len(names), np.int64)
        found[arrays.documents] = places[arrays.numbers]
        return found

    def counts(self, words: Mask, matching: Matching) -> tuple[dict[FacetName, tuple[FacetCount, ...]], dict[FacetName, int]]:
        """Return the counts of every facet as they would be after a click; a facet's own selection counts sideways."""
        counts: dict[FacetName, tuple[FacetCount, ...]] = {}
        sizes: dict[FacetName, int] = {}
        for name in self._query.counted:
            chosen = self._as_canonical(name, self._query.facets.get(name, NO_FILTER))
            arrays = self.facet(name)
            sideways = chosen.match == "any" and chosen.include
            among = self._among(name)
            # A value that was chosen, or looked for, is perhaps not among the leading ones.
            leading = self._query.facet_limit if among is None and not (chosen.include or chosen.exclude) else 0
            found = arrays.counts(self._sideways(name, chosen, words) if sideways else matching, leading)
            found = found if among is None else found.among(among)
            counts[name], sizes[name] = counting.count(arrays, found, chosen, self._query.facet_limit), found.size
        return counts, sizes

    def _sideways(self, name: FacetName, chosen: FacetFilter, words: Mask) -> Matching:
        """Return what would match if nothing were included in one facet."""
        mask = self.narrowed(words, without=name)
        if chosen.exclude:
            mask = mask & counting.passes(self.facet(name), replace(chosen, include=frozenset()))
        return Matching(mask, self._snapshot.live)

    def _among(self, name: FacetName) -> frozenset[int] | None:
        typed = self._query.within.get(name, "").strip()
        return with_beginning(name, typed, self.facet(name).values, self._names) if typed else None

    def total(self, text: str) -> int:
        """Return how many articles another text would find with the same selection."""
        return int(self.narrowed(self.evaluator.mask(parse(text))).sum())


def _best(keys: Sequence[Key], at: Ints | None, wanted: int) -> Ints:
    """Return the places that may be among the `wanted` best: of those that tie for the last one, the best by the next key."""
    found = keys[0](at)
    if len(found) <= wanted:
        return np.arange(len(found)) if at is None else at
    least = _least(found, wanted)
    reached = (found >= least).nonzero()[0]
    places = reached if at is None else at.take(reached)
    if len(reached) == wanted or not keys[1:]:
        return places
    tied = found.take(reached) == least
    return np.concatenate((places[~tied], _best(keys[1:], places[tied], wanted - int(np.count_nonzero(~tied)))))


def _least(found: NDArray[np.number], wanted: int) -> float:
    """Return the `wanted` largest number; a sample tells first what cannot be among them."""
    wanted = max(wanted, 1)
    if len(found) > SAMPLED * 8:
        sample = found[:: len(found) // SAMPLED]
        few = min(len(sample), 2 * wanted * len(sample) // len(found) + 8)
        likely = found[found >= np.partition(sample, len(sample) - few)[len(sample) - few]]
        if wanted <= len(likely) < len(found):
            found = likely
    return float(np.partition(found, len(found) - wanted)[len(found) - wanted])
