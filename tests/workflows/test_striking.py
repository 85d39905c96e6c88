"""Paragraphs struck out of an article's text, and counted again."""

import json

import pytest
from sqlmodel import select

from app.base.errors import QuoteError
from app.base.spans import Span
from app.messages import sentence_of
from app.model.tables import Event, Excerpt
from app.rights import count
from app.workflows.ledger import verify
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import Assessment, QuoteRequest
from app.workflows.read import read_article
from app.workflows.striking import strike
from app.workflows.trims import trims

HARBOUR = 2
URL = "https://wire.example.org/crane"
SPEECH = "A harbour with one crane is a harbour that waits"


def request(library: Library, passage: str) -> QuoteRequest:
    (span,) = find_passage(read_article(library, HARBOUR).body, passage)
    return QuoteRequest(HARBOUR, (span,), "my-site.example", url=URL)


def measured(library: Library, passage: str = SPEECH) -> Assessment:
    return measure(library, request(library, passage))


def lines(library: Library) -> list[str]:
    return read_article(library, HARBOUR).body.split("\n")


def test_struck_paragraph_is_counted_no_longer_at_once(library: Library) -> None:
    before = measured(library).measures["words"]
    last = len(lines(library))
    now = strike(library, HARBOUR, [last])
    assert [(each.number, each.how) for each in now if not each.counted] == [(last, "user")]
    after = measured(library).measures["words"]
    assert after.total == before.total - (count(lines(library)[-1]).words or 0)
    assert after.cap == after.total * 5 // 100
    assert after.used == before.used
    strike(library, HARBOUR, [last], counted=True)
    assert measured(library).measures["words"] == before


def test_passage_of_a_struck_paragraph_counts_all_the_same_and_is_remarked(library: Library) -> None:
    strike(library, HARBOUR, [len(lines(library))])
    found = measured(library, "Two firms have shown interest")
    assert (found.measures["words"].used, found.remarks) == (5, ("not_counted",))
    assert measured(library).remarks == ()


def test_striking_leaves_the_ledger_as_it_is_and_lets_no_more_be_quoted(library: Library) -> None:
    answer = hand_out(library, request(library, "Two firms"))
    assert answer.payload is not None
    with library.archive.reading() as session:
        row = session.get_one(Excerpt, answer.excerpt_id).model_dump()
    left = measured(library).measures["words"].remaining
    strike(library, HARBOUR, [len(lines(library))])
    assert measured(library).measures["words"].before == 2
    assert measured(library).measures["words"].remaining < left
    assert verify(library).whole
    with library.archive.reading() as session:
        assert session.get_one(Excerpt, answer.excerpt_id).model_dump() == row
    again = hand_out(library, request(library, "waits"))
    with library.archive.reading() as session:
        numbers = json.loads(session.get_one(Excerpt, again.excerpt_id).numbers)
    assert numbers["measures"]["words"]["total"] == measured(library).measures["words"].total


def test_shorter_passages_are_measured_by_what_is_left(library: Library) -> None:
    wanted = QuoteRequest(HARBOUR, (Span(0, 200),), "my-site.example")
    before = measure(library, wanted).measures["words"].cap
    strike(library, HARBOUR, [3, 4])
    assert 0 < max(trim.size for trim in trims(library, wanted)) <= measure(library, wanted).measures["words"].cap < before


def test_changes_are_events_and_repeating_one_is_none(library: Library) -> None:
    for _ in range(2):
        strike(library, HARBOUR, [1, 3, 3])
    strike(library, HARBOUR, [3], counted=True)
    with library.archive.reading() as session:
        events = session.exec(select(Event.kind, Event.details).where(Event.article_id == HARBOUR)).all()[1:]
    assert events == [("struck", '{"paragraphs": "1, 3"}'), ("counted", '{"paragraphs": "3"}')]


@pytest.mark.parametrize("number", [0, -1, 99])
def test_paragraph_that_is_not_there_is_named(library: Library, number: int) -> None:
    with pytest.raises(QuoteError) as caught:
        strike(library, HARBOUR, [1, number])
    assert caught.value.code == "paragraph-missing"
    assert f"there is no paragraph {number}." in sentence_of(caught.value)
    assert read_article(library, HARBOUR).uncounted == ()


def test_last_paragraph_stays(library: Library) -> None:
    with pytest.raises(QuoteError) as caught:
        strike(library, HARBOUR, range(1, len(lines(library)) + 1))
    assert caught.value.code == "paragraph-last"
    assert read_article(library, HARBOUR).uncounted == ()
