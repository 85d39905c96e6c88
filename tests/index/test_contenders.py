"""Only what can be among the best is scored: the page is the one that a score of every document gives."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest

from app.index import ArticleIndex, contenders, searching
from app.index.contenders import by_order
from app.index.document import IndexDocument
from app.index.facet_arrays import Mask, Matching
from app.index.query import Query, Sort
from app.index.results import Hit
from tests.index.test_index import People

WORDS = ("harbour", "crane", "garden", "night", "ship", "bridge", "river", "tower")
COUNT = 900
QUERIES = (
    "harbour", "harbour crane", "harbour OR ship OR tower", '"harbour crane"', "body:harbour", "harbour -garden", "har*", "garden~1 night",
    '"crane harbour"~4', "headline:tower OR body:river", "said:bridge", "", "date:2020 harbour", '"harbour"', "ship OR date:2021",
    "date:2020 tower", "date:2020 bridge OR date:2020 river",
)  # fmt: skip


def documents() -> Iterator[IndexDocument]:
    random = Random(4)
    for number in range(1, COUNT + 1):
        body = " ".join(random.choices(WORDS, range(len(WORDS), 0, -1), k=random.randint(1, 40)))
        headline = random.choice(WORDS) if random.random() < 0.2 else "news"
        day = date(2020, 1, 1) + timedelta(days=random.randint(0, 700)) if random.random() < 0.9 else None
        yield IndexDocument(
            article_id=number, headline=headline, deck="", body=body, language="en", source_id=1, first=day, last=day,
            precision="day" if day else "unknown", quotations=((1, body),) if number % 3 else (),
        )  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleIndex]:
    folder: Path = tmp_path_factory.mktemp("contenders")
    with ArticleIndex.build(folder, "a", documents(), seq=1) as found:
        found.apply([next(documents())], [7, 8, 9], seq=2, count=COUNT - 3)
        yield found


def page(index: ArticleIndex, text: str, sort: Sort, offset: int) -> tuple[int, tuple[Hit, ...]]:
    found = index.search(Query(text, sort=sort, limit=10, offset=offset, counted=()), People())
    return found.total, found.hits


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "source"])
@pytest.mark.parametrize("offset", [0, 30])
def test_page_is_that_of_all_documents(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch, sort: Sort, offset: int) -> None:
    expected = [page(index, text, sort, offset) for text in QUERIES]
    chosen: list[Mask | None] = []
    asked = searching._Search._contenders

    def noted(job: searching._Search, *given: object) -> Mask | None:
        chosen.append(asked(job, *given))  # type: ignore[arg-type]
        return chosen[-1]

    monkeypatch.setattr(searching, "FROM_DOCUMENTS", 0)
    monkeypatch.setattr(searching, "WORTH", 1)
    monkeypatch.setattr(contenders, "WORTH", 1)
    monkeypatch.setattr(contenders, "FROM_POSTINGS", 0)
    monkeypatch.setattr(contenders, "SAMPLED", 60)
    monkeypatch.setattr(searching._Search, "_contenders", noted)
    assert [page(index, text, sort, offset) for text in QUERIES] == expected
    fewer = sum(1 for mask, (total, _) in zip(chosen, expected, strict=True) if mask is not None and mask.sum() < total)
    assert fewer > 3 or sort == "source"


def test_page_of_no_hits_still_tells_how_many_match(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = page(index, "harbour", "relevance", 0)[0]
    monkeypatch.setattr(searching, "FROM_DOCUMENTS", 0)
    found = index.search(Query("harbour", limit=0, counted=()), People())
    assert (found.total, found.hits) == (expected, ())


def test_all_that_tie_for_the_last_place_are_among_the_first() -> None:
    order = np.repeat(np.arange(100, dtype=np.int32), 400)
    every = np.ones(len(order), np.bool_)
    found = by_order(order, Matching(every, every), 50)
    assert found is not None
    assert found[order == 99].all()


def test_where_all_are_alike_there_are_no_contenders() -> None:
    every = np.ones(40_000, np.bool_)
    assert by_order(np.zeros(len(every), np.int32), Matching(every, every), 50) is None
