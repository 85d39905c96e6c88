"""What is offered when a passage is too long: each offer is measured already, and none is more than the terms allow."""

import pytest

from app.base.spans import Span
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.terms import reword_terms
from app.workflows.trims import Trim, trims

HARBOUR = 2
ADDRESS = "https://wire.example.org/crane"


def request(library: Library, *spans: Span) -> QuoteRequest:
    return QuoteRequest(HARBOUR, spans, publication="my-site.example", url=ADDRESS)


def between(library: Library, first: str, last: str) -> QuoteRequest:
    body = read_article(library, HARBOUR).body
    (start,), (end,) = find_passage(body, first), find_passage(body, last)
    return request(library, Span(start.start, end.end))


def offered(library: Library, wanted: QuoteRequest) -> dict[str, str]:
    body = read_article(library, HARBOUR).body
    return {trim.kind: " […] ".join(span.of(body) for span in trim.spans) for trim in trims(library, wanted)}


def test_longest_run_of_whole_sentences_inside_the_selection(library: Library) -> None:
    wanted = between(library, "firms have shown", "before he retires.")
    assert measure(library, wanted).reason == "over_cap"
    reword_terms(library, HARBOUR, "No more than 45 words may be quoted.")
    found = offered(library, wanted)
    assert found["sentences"].startswith("Neither wanted to speak")
    assert found["sentences"].endswith("read as a promise.")


def test_sentence_that_the_selection_cuts_is_no_whole_sentence(library: Library) -> None:
    reword_terms(library, HARBOUR, "No more than 5 words may be quoted.")
    found = offered(library, between(library, "The harbour master, who", "retires."))
    cut = offered(library, between(library, "first crane for most of his life", "said that he would"))
    assert "sentences" not in found
    assert "sentences" not in cut
    whole = offered(library, between(library, "Two firms have shown", "Neither wanted to"))
    assert whole["sentences"] == "Two firms have shown interest."


def test_clause_with_a_gap_keeps_the_beginning_and_the_last_clause(library: Library) -> None:
    reword_terms(library, HARBOUR, "No more than 25 words may be quoted.")
    found = offered(library, between(library, "The harbour master", "before he retires."))
    assert found["clause"] == ("The harbour master, […] said that he would like to see the second one before he retires.")


def test_no_gap_is_offered_where_the_terms_forbid_changes(library: Library) -> None:
    reword_terms(library, HARBOUR, "No more than 25 words may be quoted, without changes.")
    assert "[…]" not in offered(library, between(library, "The harbour master", "before he retires."))["clause"]


def test_direct_speech_alone_is_offered(library: Library) -> None:
    reword_terms(library, HARBOUR, "No more than 14 words may be quoted.")
    found = offered(library, between(library, "rang the bell", "the ships have not."))
    assert found["speech"].strip("“”") == "We have waited for eleven years, and the ships have not."


def test_words_are_offered_where_nothing_better_fits(library: Library) -> None:
    body = read_article(library, HARBOUR).body
    (found,) = find_passage(body, "The town council of Varnsund")
    wanted = request(library, Span(found.start, body.index("harbour.", found.start)))
    reword_terms(library, HARBOUR, "No more than 4 words may be quoted.")
    assert offered(library, wanted) == {"words": "The town council of"}


def test_nothing_is_offered_where_nothing_is_left(library: Library) -> None:
    reword_terms(library, HARBOUR, "No more than 9 words may be quoted with a link.")
    (taken,) = find_passage(read_article(library, HARBOUR).body, "The town council of Varnsund voted on Monday for")
    assert hand_out(library, request(library, taken)).payload is not None
    assert trims(library, between(library, "Two firms have", "before he retires.")) == ()


@pytest.mark.parametrize("cap", [1, 5, 12, 30, 60])
def test_every_offer_is_within_the_terms(library: Library, cap: int) -> None:
    reword_terms(library, HARBOUR, f"No more than {cap} words may be quoted.")
    body = read_article(library, HARBOUR).body
    for start in range(0, len(body) - 200, 170):
        wanted = request(library, Span(start, min(start + 700, len(body))))
        found: tuple[Trim, ...] = trims(library, wanted)
        assert found
        for trim in found:
            measured = measure(library, request(library, *trim.spans))
            assert (measured.verdict, measured.spans) == ("allowed", trim.spans)
            assert measured.excerpt.words == trim.size
            assert all(wanted.spans[0].start - 40 <= span.start and span.end <= wanted.spans[0].end + 40 for span in trim.spans)
