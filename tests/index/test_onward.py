"""Ways to go on: how a word may continue, other spellings of names, articles like one, a filter inside a facet's values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.index import ArticleIndex, Text
from app.index.query import Query
from tests.index.test_index import People, document

HARBOUR = "The harbour of Varnsund has one crane, and the council wants a second crane before winter."
DOCUMENTS = [
    document(1, HARBOUR, persons=(1, 2), headline="Crane"), document(2, HARBOUR + " Ships wait.", persons=(2,)),
    document(3, "A crane stands in Kesten, where ships are built.", persons=(3,), tags=("dock work", "docks")),
    document(4, "The garden opens at night.", authors=("Maren Tveit", "Anders Moe"), tags=("green",)),
    *(document(n, "Nothing is at hand in the filling here, where many stand and are one.") for n in range(5, 25)),
]  # fmt: skip


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ArticleIndex]:
    with ArticleIndex.build(tmp_path / "index", "uid", DOCUMENTS, seq=1) as made:
        yield made


def test_words_and_names_go_on_from_what_is_typed(index: ArticleIndex) -> None:
    found = [(c.kind, c.text, c.count) for c in index.complete("ships cr", People())]
    assert found == [("word", "ships crane", 3)]
    assert [(c.kind, c.value, c.count) for c in index.complete("na", People())][:3] == [
        ("person", "Name 2", 2), ("person", "Name 1", 1), ("person", "Name 3", 1),
    ]  # fmt: skip
    assert next(c.text for c in index.complete("harbour person:na", People())) == 'harbour person:"Name 2"'
    assert [(c.text, c.count) for c in index.complete("author:ma", People())] == [('author:"Maren Tveit"', 1)]
    assert [c.text for c in index.complete("tag:do", People())] == ['tag:"dock work"', "tag:docks"]
    assert index.complete("c", People()) == index.complete("crane ", People()) == ()
    for completion in index.complete("cr", People()):
        assert index.search(Query(completion.text), People()).total == completion.count


def test_other_spellings_of_names(index: ArticleIndex) -> None:
    results = index.search(Query('crane person:"nmae 4"'), People())
    assert (results.total, results.suggestions) == (0, ())
    results = index.search(Query('person:"nmae 4" OR tag:nothing'), People())
    assert results.suggestions == ()
    results = index.search(Query('speaker:"nmae 4"'), People())
    assert results.total == 0


def test_articles_like_one_share_the_words_that_tell_it_apart(index: ArticleIndex) -> None:
    hits = index.similar(Text(1, HARBOUR, "en"))
    assert [hit.article_id for hit in hits] == [2, 3]
    assert hits[0].score > 0.8 > hits[1].score > 0
    assert index.similar(Text(4, "The garden opens at night.", "en")) == ()
    assert [hit.article_id for hit in index.similar(Text(99, HARBOUR, "zz"))] == [1, 2, 3]
    assert len(index.similar(Text(1, HARBOUR, "en"), limit=1)) == 1


def test_values_are_looked_for_inside_a_facet(index: ArticleIndex) -> None:
    results = index.search(Query(within={"author": "mo", "tag": "do wo", "person": "nobody"}), People())
    assert [row.value for row in results.facets["author"]] == ["Anders Moe"]
    assert [row.value for row in results.facets["tag"]] == ["dock work"]
    assert (results.facets["person"], results.facet_sizes["person"]) == ((), 0)


def test_facet_of_more_than_twenty_thousand_values(tmp_path: Path) -> None:
    documents = [document(n + 1, "crane", persons=tuple(range(n * 3, n * 3 + 40))) for n in range(7_000)]
    with ArticleIndex.build(tmp_path / "index", "uid", documents, seq=1) as index:
        results = index.search(Query("crane", facet_limit=30_000), Everyone())
    counts = {int(row.value): row.count for row in results.facets["person"]}
    assert results.facet_sizes["person"] == len(counts) == 7_000 * 3 + 37
    assert (counts[0], counts[30_000 % 21_000], counts[21_036]) == (1, 14, 1)


class Everyone(People):
    """Every record stands for itself."""

    def moved(self, kind: str) -> frozenset[str]:  # type: ignore[override]
        return frozenset()

    def canonical(self, kind: str, record: int) -> int:  # type: ignore[override]
        return record
