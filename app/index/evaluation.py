"""Which documents match a tree of conditions, and how well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from whoosh import query as wq
from whoosh.searching import Searcher

from app.base.errors import QueryError
from app.base.text import fold
from app.index.analysis import LANGUAGES, stem, words
from app.index.dates import date_range
from app.index.facets import RECORDS, FacetArrays, Facts, Mask, documents_with
from app.index.names import Names
from app.index.query import FacetName
from app.index.schema import BOOSTS, TEXT_FIELDS
from app.index.syntax import And, Leaf, Node, Not, Or, leaves

MAX_EXPANSION = 2_000
MIN_LITERAL = 2


@dataclass(slots=True)
class Evaluator:
    """Evaluates trees on one state of the index; `notes` collects what the person should know."""

    searcher: Searcher
    facts: Facts
    names: Names
    facet: Callable[[FacetName], FacetArrays]
    today: date
    notes: list[str]

    def mask(self, node: Node | None) -> Mask:
        """Return which live documents match the tree; all for None."""
        match node:
            case None:
                return self.facts.live.copy()
            case And(parts):
                return reduce(np.logical_and, (self.mask(part) for part in parts))
            case Or(parts):
                return reduce(np.logical_or, (self.mask(part) for part in parts))
            case Not(part):
                return self.facts.live & ~self.mask(part)
            case Leaf():
                return self._leaf(node)

    def scores(self, node: Node | None) -> NDArray[np.float64]:
        """Return the BM25F score of each document for the words that the tree wants."""
        found = np.zeros(len(self.facts.live))
        queries = [query for leaf in leaves(node) if (query := self._text_query(leaf)) is not None]
        if queries:
            results = self.searcher.search(wq.Or(queries), limit=None)
            for score, document in results.top_n:
                found[document] = score
        return found

    def _leaf(self, leaf: Leaf) -> Mask:
        size = len(self.facts.live)
        if leaf.field in ("date", "added"):
            return self._dates(leaf)
        if leaf.field in RECORDS or leaf.field in ("author", "licence", "language", "tag"):
            name: FacetName = leaf.field  # type: ignore[assignment]
            return self.facts.live & documents_with(self.facet(name), self._values(name, leaf), size)
        query = self._text_query(leaf)
        mask = np.zeros(size, np.bool_)
        if query is not None:
            mask[np.fromiter(self.searcher.docs_for_query(query), np.int64)] = True
        return mask & self.facts.live

    def _values(self, name: FacetName, leaf: Leaf) -> list[str]:
        kinds = RECORDS.get(name)
        if kinds is not None:
            return [str(record) for kind in kinds for record in self.names.find(kind, leaf.text)]
        wanted = fold(leaf.text)
        values = self.facet(name).values
        if leaf.form == "prefix":
            return [value for value in values if fold(value).startswith(wanted)]
        return [
            value
            for value in values
            if fold(value) == wanted or (name != "language" and set(wanted.split()) <= set(fold(value).split()))
        ]

    def _dates(self, leaf: Leaf) -> Mask:
        found = date_range(leaf.text, position=leaf.position, today=self.today)
        first, last = (self.facts.added, self.facts.added) if leaf.field == "added" else (self.facts.first, self.facts.last)
        if found is None:
            undated: Mask = self.facts.live & (first == 0)
            return undated
        return overlapping(self.facts.live, first, last, *found)

    def _text_query(self, leaf: Leaf) -> wq.Query | None:
        if leaf.field not in ("", "said", *TEXT_FIELDS):
            return None
        fields = TEXT_FIELDS if leaf.field == "" else (leaf.field,)
        terms = [word.term for word in words(leaf.text)]
        match leaf.form:
            case "phrase":
                return (
                    self._any(fields, lambda f: wq.Phrase(f, terms, slop=leaf.distance + 1, boost=BOOSTS.get(f, 1.0)))
                    if terms
                    else None
                )
            case "word" | "exact":
                return self._word(fields, terms, stems=leaf.field == "" and leaf.form == "word") if terms else None
            case _:
                return self._expanded(fields, leaf)

    def _word(self, fields: tuple[str, ...], terms: list[str], *, stems: bool) -> wq.Query:
        """Return the query for a typed word; one that holds signs ("U.S.-EU") is all its pieces."""
        pieces = []
        for term in terms:
            options = [wq.Term(f, term, boost=BOOSTS.get(f, 1.0)) for f in fields]
            if stems:
                inflected = {stem(term, language) for language in LANGUAGES} - {None}
                options += [wq.Term("stems", text, boost=0.5) for text in sorted(filter(None, inflected))]
            pieces.append(wq.Or(options))
        return pieces[0] if len(pieces) == 1 else wq.And(pieces)

    def _expanded(self, fields: tuple[str, ...], leaf: Leaf) -> wq.Query | None:
        """Return the query for all terms of the index that a prefix, pattern or fuzzy word means, at most some thousand."""
        text = fold(leaf.text)
        if len(text.replace("*", "").replace("?", "")) < MIN_LITERAL:
            raise QueryError("query-too-wide", position=leaf.position, text=leaf.text)
        options: list[wq.Query] = []
        for field in fields:
            terms = list(self._expansion(field, text, leaf))
            if len(terms) > MAX_EXPANSION:
                self.notes.append("query-too-broad")
            options += [wq.Term(field, term, boost=BOOSTS.get(field, 1.0)) for term in terms[:MAX_EXPANSION]]
        return wq.Or(options) if options else None

    def _expansion(self, field: str, text: str, leaf: Leaf) -> list[str]:
        reader = self.searcher.reader()
        if leaf.form == "prefix":
            return [raw.decode("utf-8") for raw in reader.expand_prefix(field, text)]
        from fnmatch import fnmatchcase

        from rapidfuzz.distance import OSA

        lexicon = (raw.decode("utf-8") for raw in reader.lexicon(field))
        if leaf.form == "fuzzy":
            return [term for term in lexicon if OSA.distance(term, text, score_cutoff=leaf.distance) <= leaf.distance]
        pattern = text.replace("[", "[[]")
        return [term for term in lexicon if fnmatchcase(term, pattern)]

    @staticmethod
    def _any(fields: tuple[str, ...], make: Callable[[str], wq.Query]) -> wq.Query:
        return make(fields[0]) if len(fields) == 1 else wq.Or([make(field) for field in fields])


def overlapping(live: Mask, first: NDArray[np.int64], last: NDArray[np.int64], start: date, end: date) -> Mask:
    """Return which documents have a possible day from `start` to `end`, both inclusive."""
    return live & (first > 0) & (first <= end.toordinal()) & (last >= start.toordinal())
