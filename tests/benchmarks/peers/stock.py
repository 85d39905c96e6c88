"""Whoosh with its own codec and its own collectors."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from whoosh import fields, highlight, index, query, sorting
from whoosh.analysis import LowercaseFilter, RegexTokenizer

from app.index.document import IndexDocument
from tests.benchmarks.cases import FACETS, SNIPPETS, TOP, VALUES, Answer, Case

TEXTS = {"headline": 3.0, "body": 1.0}
VERSION = version("whoosh3")


class Engine:
    """An index in a folder."""

    def __init__(self, folder: Path, documents: Sequence[IndexDocument]) -> None:
        if not folder.exists():
            folder.mkdir(parents=True)
            self._fill(folder, documents)
        self._index = index.open_dir(str(folder))
        self._searcher = self._index.searcher()
        self._grouped = {name: sorting.FieldFacet(name, allow_overlap=True, maptype=sorting.Count) for name in FACETS}

    @staticmethod
    def _fill(folder: Path, documents: Sequence[IndexDocument]) -> None:
        text = RegexTokenizer() | LowercaseFilter()
        counted = {name: fields.KEYWORD(sortable=True) for name in FACETS}
        made = index.create_in(
            str(folder),
            fields.Schema(article=fields.STORED, headline=fields.TEXT(text), body=fields.TEXT(text, stored=True), **counted),
        )
        writer = made.writer(limitmb=512)
        for d in documents:
            values = {name: " ".join(map(str, held(d))) for name, held in FACETS.items()}
            writer.add_document(article=d.article_id, headline=d.headline, body=d.body, **values)
        writer.commit()
        made.close()

    def _query(self, case: Case) -> query.Query:
        match case.kind:
            case "everything":
                return query.Every()
            case "phrase":
                return query.Or([query.Phrase(name, list(case.words), boost=boost) for name, boost in TEXTS.items()])
            case "prefix":
                return query.Or([query.Prefix(name, case.words[0], boost=boost) for name, boost in TEXTS.items()])
        words = [query.Or([query.Term(name, word, boost=boost) for name, boost in TEXTS.items()]) for word in case.words]
        return (query.Or if case.kind == "any" else query.And)(words)

    def answer(self, case: Case) -> Answer:
        narrowed = None
        if case.kind == "person":
            narrowed = query.Term("person", str(case.person))
        if case.kind == "years":
            narrowed = query.Or([query.Term("year", str(year)) for year in range(case.years[0], case.years[1] + 1)])
        found = self._searcher.search(self._query(case), limit=TOP, filter=narrowed, groupedby=self._grouped)
        counts = {name: sorted((n for value, n in found.groups(name).items() if value), reverse=True) for name in FACETS}
        counts = {name: held if name == "year" else held[:VALUES] for name, held in counts.items()}
        found.fragmenter = highlight.ContextFragmenter()
        ids = [hit["article"] for hit in list(found)[:TOP]]
        shown = [hit.highlights("body") for hit in list(found)[:SNIPPETS]]
        return Answer(len(found), ids, counts, len(shown))

    def close(self) -> None:
        self._searcher.close()
        self._index.close()
