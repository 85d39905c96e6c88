"""What a citation says of an article: facts, and nothing that was inferred and that nobody confirmed."""

import json
from datetime import date

import pytest

from app.citation import STYLES, Reference
from app.citation.credit import text_of
from app.model.tables import Article
from app.workflows.library import Library
from app.workflows.references import reference_to

GARDEN = 1
TODAY = date(2026, 11, 23)


def reference(library: Library, how: str) -> Reference:
    with library.archive.transaction() as session:
        article = session.get_one(Article, GARDEN)
        article.published = "2022-03-04"
        article.evidence = json.dumps({**json.loads(article.evidence), "published": [how, "address"]})
        article.authors = json.dumps([["Maren Tveit", how, "byline"]])
        return reference_to(session, article, accessed=TODAY, speaker=None)


@pytest.mark.parametrize("style", STYLES)
def test_inferred_date_and_author_are_not_printed_before_they_are_confirmed(library: Library, style: str) -> None:
    inferred, confirmed = (text_of(STYLES[style](reference(library, how)), None) for how in ("inferred", "user"))
    assert "2022" in confirmed
    assert "2022" not in inferred
    assert "Tveit" not in inferred
