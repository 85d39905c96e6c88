"""Our own index, with more work than is asked of the others: ten facets and a histogram."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.index import ArticleIndex, snippets
from app.index.document import IndexDocument
from app.index.query import Query
from tests.benchmarks.cases import SNIPPETS, TOP, VALUES, Answer, Case


class Names:
    """Records that are what they are."""

    def find(self, kind: str, text: str) -> frozenset[int]:
        return frozenset({int(text)})

    def canonical(self, kind: str, record: int) -> int:
        return record

    def members(self, kind: str, record: int) -> frozenset[int]:
        return frozenset({record})

    def name(self, kind: str, record: int) -> str:
        return str(record)


class Engine:
    """An index in a folder."""

    def __init__(self, folder: Path, documents: Sequence[IndexDocument]) -> None:
        if not (folder / "current").exists():
            ArticleIndex.build(folder, "benchmark", documents, seq=1, total=len(documents)).close()
        self._index = ArticleIndex.open(folder, "benchmark")
        self._bodies = {document.article_id: document.body for document in documents}
        self._names = Names()

    def answer(self, case: Case) -> Answer:
        query = Query(_text(case), limit=TOP, facet_limit=VALUES)
        if case.kind == "years":
            first, last = case.years
            query = Query(_text(case), limit=TOP, facet_limit=VALUES, first=date(first, 1, 1), last=date(last, 12, 31))
        results = self._index.search(query, self._names)
        matched = self._index.matched(query, self._names)
        shown = [snippets(matched, self._bodies[hit.article_id], language="en") for hit in results.hits[:SNIPPETS]]
        counts = {name: [row.count for row in results.facets[name]] for name in ("person", "organisation", "year")}
        return Answer(results.total, [hit.article_id for hit in results.hits], counts, len(shown))

    def close(self) -> None:
        self._index.close()


def _text(case: Case) -> str:
    # Quoted words are the printed form, as the others index it; bare words would match inflected forms too.
    quoted = [f'"{word}"' for word in case.words]
    match case.kind:
        case "any":
            return " OR ".join(quoted)
        case "phrase":
            return f'"{" ".join(case.words)}"'
        case "prefix":
            return f"{case.words[0]}*"
        case "person":
            return f"person:{case.person} {quoted[0]}"
        case _:
            return " ".join(quoted)
