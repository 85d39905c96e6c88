"""The sample archive's stock is that of the annotated articles, and is imported as it stands there."""

import pytest

from app.workflows.examine import examine
from tests.annotated import reading, stock

FILES = dict(stock.stock())


def test_the_stock_is_written() -> None:
    """`python -m tests.annotated stock` writes it anew."""
    assert {path.name: path.read_text(encoding="utf-8") for path in stock.FOLDER.glob("*.md")} == FILES
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", sorted(FILES)[::8])
def test_an_article_of_the_stock_is_read_as_it_was_annotated(name: str) -> None:
    (article,) = examine(stock.FOLDER / name).articles
    marked = next(each for each in reading.articles("train") if f"{each.name}.md" == name)
    assert article.body.split() == marked.body.split()
    assert article.headline.value == marked.headers["headline"]
    assert article.published is not None
