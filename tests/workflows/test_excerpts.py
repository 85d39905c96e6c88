"""What becomes of an excerpt: published or given back, each a row of its own, and never both."""

import pytest

from app.base.errors import QuoteError
from app.workflows import ledger
from app.workflows.excerpts import publish, release
from app.workflows.ledger_report import ledger_report
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article

HARBOUR = 2
URL = "https://wire.example.org/crane"


def request(library: Library, words: str = "Two firms have shown interest", publication: str = "a.example") -> QuoteRequest:
    return QuoteRequest(HARBOUR, find_passage(read_article(library, HARBOUR).body, words), publication, url=URL)


@pytest.fixture
def excerpt(library: Library) -> int:
    return hand_out(library, request(library)).excerpt_id or 0


def test_published_excerpt_keeps_its_address_and_still_counts(library: Library, excerpt: int) -> None:
    assert publish(library, excerpt, "https://a.example/story?utm_source=x") == "https://a.example/story"
    (entry,) = ledger.entries(library)
    assert (entry.status, entry.published_url, entry.url) == ("published", "https://a.example/story", entry.url)
    assert measure(library, request(library)).measures["words"].before == 5
    publish(library, excerpt, "https://a.example/moved")
    assert ledger.entries(library)[0].published_url == "https://a.example/moved"
    assert ledger.verify(library).whole


@pytest.mark.parametrize("url", ["", "a.example", "javascript:alert(1)", "https://user:secret@a.example/"])
def test_address_must_be_one_that_can_be_linked(library: Library, excerpt: int, url: str) -> None:
    with pytest.raises(QuoteError) as caught:
        publish(library, excerpt, url)
    assert caught.value.code == "url-not-usable"
    assert ledger.entries(library)[0].status == "reserved"


def test_what_was_published_cannot_be_given_back(library: Library, excerpt: int) -> None:
    publish(library, excerpt, "https://a.example/story")
    with pytest.raises(QuoteError) as caught:
        release(library, excerpt)
    assert caught.value.code == "excerpt-published"


def test_what_was_given_back_is_neither_published_nor_given_back_again(library: Library, excerpt: int) -> None:
    release(library, excerpt)
    for act in (lambda: publish(library, excerpt, "https://a.example/story"), lambda: release(library, excerpt)):
        with pytest.raises(QuoteError) as caught:
            act()
        assert caught.value.code == "excerpt-released"


def test_row_of_a_status_is_no_excerpt(library: Library, excerpt: int) -> None:
    release(library, excerpt)
    with pytest.raises(QuoteError) as caught:
        release(library, excerpt + 1)
    assert caught.value.code == "excerpt-missing"


def test_report_adds_up_by_publication_and_article(library: Library, excerpt: int) -> None:
    second = hand_out(library, request(library, publication="b.example")).excerpt_id or 0
    third = hand_out(library, request(library, "Two firms", publication="b.example")).excerpt_id or 0
    publish(library, second, "https://b.example/story")
    release(library, third)
    report = ledger_report(library)
    assert [(each.name, each.excerpts, each.words, each.published, each.released) for each in report.publications] == [
        ("a.example", 1, 5, 0, 0),
        ("b.example", 1, 5, 1, 1),
    ]
    (article,) = report.articles
    assert (article.excerpts, article.words, article.released) == (2, 10, 1)
    assert report.check.whole


def test_report_of_an_article_and_of_a_period(library: Library, excerpt: int) -> None:
    from datetime import date

    assert len(ledger_report(library, ledger.LedgerFilter(article_id=HARBOUR)).entries) == 1
    assert ledger_report(library, ledger.LedgerFilter(article_id=1)).entries == ()
    assert ledger_report(library, ledger.LedgerFilter(last=date(2001, 1, 1))).entries == ()
    assert len(ledger_report(library, ledger.LedgerFilter(first=date(2001, 1, 1))).entries) == 1
