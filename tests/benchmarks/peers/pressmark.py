"""Our own index."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from app.index import ArticleIndex, snippets
from app.index.document import IndexDocument
from app.index.query import FACET_NAMES, FacetName, Query
from tests.benchmarks.cases import FACETS, SNIPPETS, TOP, VALUES, Answer, Case

COUNTED: tuple[FacetName, ...] = tuple(name for name in FACET_NAMES if name in FACETS and name != "year")

VERSION = f"whoosh {version('whoosh3')}"


class Names:
    """Records that are what they are."""

    def find(self, kind: str, text: str) -> frozenset[int]:
        return frozenset({int(text)} if text.isdecimal() else ())

    def beginning(self, kind: str, text: str) -> frozenset[int]:
        return self.find(kind, text)

    def spelled(self, kind: str, text: str) -> tuple[str, ...]:
        return ()

    def canonical(self, kind: str, record: int) -> int:
        return record

    def moved(self, kind: str) -> frozenset[str]:
        return frozenset()

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
        self._index.merge()
        self._bodies = {document.article_id: document.body for document in documents}
        self._names = Names()

    def answer(self, case: Case) -> Answer:
        query = Query(_text(case), limit=TOP, facet_limit=VALUES, counted=COUNTED, typing=case.kind == "typing")
        if case.kind == "years":
            first, last = case.years
            query = replace(query, first=date(first, 1, 1), last=date(last, 12, 31))
        results = self._index.search(query, self._names)
        matched = self._index.matched(query)
        shown = [snippets(matched, self._bodies[hit.article_id], language="en") for hit in results.hits[:SNIPPETS]]
        counts = {name: [row.count for row in results.facets[name]] for name in COUNTED}
        years: Counter[int] = Counter()
        for bar in results.histogram.bars:
            years[bar.first.year] += bar.count
        counts["year"] = sorted((count for count in years.values() if count), reverse=True)
        return Answer(results.total, [hit.article_id for hit in results.hits], counts, len(shown))

    def close(self) -> None:
        self._index.close()


def _text(case: Case) -> str:
    # Quoted words are the printed form, as the others index it; bare words would match inflected forms too.
    quoted = [f'"{word}"' for word in case.words]
    match case.kind:
        case "ours" | "typing":
            return " ".join(case.words)
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
