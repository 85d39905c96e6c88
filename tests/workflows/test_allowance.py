"""What counts of an article before a passage: per publication and medium, over copies of one text."""

from fractions import Fraction

import pytest

from app.base.spans import Span
from app.model.rights import Cap, RightsStatement
from app.model.tables import Article, Body
from app.workflows.allowance import used_before
from app.workflows.library import Library
from app.workflows.publications import find_publication
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.statements import keep_statement

GARDEN = 1
SITE, PAPER = "my-site.example", "My Paper"


def under(library: Library, *caps: Cap) -> None:
    """Put the article under these limits."""
    with library.archive.transaction() as session:
        statement = RightsStatement(kind="quote_cap", caps=caps)
        keep_statement(session, session.get_one(Article, GARDEN), statement, notice="")


def asked(library: Library, words: int, medium: str, publication: str = SITE) -> QuoteRequest:
    body = read_article(library, GARDEN).body
    end = len(" ".join(body.split()[:words]))
    return QuoteRequest(GARDEN, (Span(0, end),), publication, medium)


@pytest.mark.parametrize(
    ("medium", "words", "reason"),
    [("website", 2, None), ("website", 3, "over_cap"), ("print", 5, None), ("broadcast", 1, "medium")],
)
def test_limits_bind_in_their_medium(library: Library, medium: str, words: int, reason: str | None) -> None:
    under(library, Cap(Fraction(2), "words", media="website"), Cap(Fraction(5), "words", media="print"))
    assert measure(library, asked(library, words, medium)).reason == reason


def test_ranges_of_a_copy_are_those_of_the_same_words_or_the_whole_text(library: Library) -> None:
    under(library, Cap(Fraction(50), "words"))
    assert hand_out(library, asked(library, 3, "website")).payload is not None
    with library.archive.reading() as session:
        publication = find_publication(session, SITE)
        assert publication is not None
        article, body = session.get_one(Article, GARDEN), session.get_one(Body, GARDEN)
        assert [len(span.of(body.text).split()) for span in used_before(session, article, body, publication.id)] == [3]
        session.expunge_all()
        other = Body(**{**body.model_dump(), "id": 99, "sha256": "0" * 64, "text": body.text.upper()})
        (mapped,) = used_before(session, article, other, publication.id)
        assert len(mapped.of(other.text).split()) == 3
        shorter = Body(**{**body.model_dump(), "id": 99, "sha256": "0" * 64, "text": "Another text."})
        assert used_before(session, article, shorter, publication.id) == (Span(0, 13),)
