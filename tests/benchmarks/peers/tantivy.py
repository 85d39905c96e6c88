"""Tantivy through its Python binding, facets by its terms aggregation on fast fields."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import tantivy

from app.index.document import IndexDocument
from tests.benchmarks.cases import FACETS, SNIPPETS, TOP, VALUES, Answer, Case

TEXTS = ("headline", "body")

ALL = 1_000_000
"""Of each segment all values are taken: with fewer, counts of many segments are only near the truth."""
VERSION = version("tantivy")


class Engine:
    """An index in a folder."""

    def __init__(self, folder: Path, documents: Sequence[IndexDocument]) -> None:
        made = tantivy.SchemaBuilder()
        made.add_integer_field("article", stored=True, fast=True)
        for name in TEXTS:
            made.add_text_field(name, stored=name == "body", tokenizer_name="default")
        for name in FACETS:
            made.add_integer_field(name, indexed=True, fast=True)
        self._schema = made.build()
        fresh = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder))
        if fresh:
            self._fill(documents)
        self._index.reload()
        self._searcher = self._index.searcher()
        self._counting = {
            name: {"terms": {"field": name, "size": VALUES if name != "year" else 100, "segment_size": ALL}} for name in FACETS
        }

    def _fill(self, documents: Sequence[IndexDocument]) -> None:
        writer = self._index.writer(512_000_000, 1)
        for d in documents:
            made = tantivy.Document(article=d.article_id, headline=d.headline, body=d.body)
            for name, values in FACETS.items():
                for value in values(d):
                    made.add_integer(name, value)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()

    def _query(self, case: Case) -> tantivy.Query:
        match case.kind:
            case "everything":
                return tantivy.Query.all_query()
            case "phrase":
                asked = [tantivy.Query.phrase_query(self._schema, name, list(case.words)) for name in TEXTS]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in asked])
            case "prefix":
                asked = [tantivy.Query.regex_query(self._schema, name, f"{case.words[0]}.*") for name in TEXTS]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in asked])
        occur = tantivy.Occur.Should if case.kind == "any" else tantivy.Occur.Must
        parts = [(occur, self._word(word)) for word in case.words]
        if case.kind == "person":
            parts.append((tantivy.Occur.Must, self._unscored(tantivy.Query.term_query(self._schema, "person", case.person))))
        if case.kind == "years":
            low, high = case.years
            years = tantivy.Query.range_query(self._schema, "year", tantivy.FieldType.Integer, low, high)
            parts.append((tantivy.Occur.Must, self._unscored(years)))
        return tantivy.Query.boolean_query(parts)

    def _word(self, word: str) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, name, word)) for name in TEXTS]
        )

    @staticmethod
    def _unscored(query: tantivy.Query) -> tantivy.Query:
        return tantivy.Query.const_score_query(query, 0.0)

    def answer(self, case: Case) -> Answer:
        query = self._query(case)
        found = self._searcher.search(query, TOP, count=True)
        counted = self._searcher.aggregate(query, self._counting)
        pieces = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        documents = [self._searcher.doc(address) for _, address in found.hits]
        shown = [pieces.snippet_from_doc(document) for document in documents[:SNIPPETS]]
        counts = {name: [bucket["doc_count"] for bucket in counted[name]["buckets"]] for name in FACETS}
        return Answer(found.count or 0, [document["article"][0] for document in documents], counts, len(shown))

    def close(self) -> None:
        del self._searcher, self._index
