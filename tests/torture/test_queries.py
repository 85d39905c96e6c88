"""The short form of the torture by queries."""

from pathlib import Path

from app.index import ArticleIndex
from tests.benchmarks.corpus import articles
from tests.torture.queries import DEADLY, random_queries, torture


def test_what_could_take_for_ever_is_answered_or_refused(tmp_path: Path) -> None:
    with ArticleIndex.build(tmp_path / "index", "torture", articles(300, words=60), seq=1) as index:
        assert torture(index, [*DEADLY, *random_queries(300, 5)]).refused > 20
