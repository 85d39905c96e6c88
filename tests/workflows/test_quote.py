"""Copy quote: under the terms, with its row, or refused with the arithmetic and nothing written."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlmodel import select

from app.base.errors import QuoteError, UsageError
from app.base.spans import Span
from app.model.tables import Article, Event, Excerpt
from app.workflows import ledger
from app.workflows.excerpts import release
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article

GARDEN, HARBOUR, RIVER = 1, 2, 3
URL = "https://wire.example.org/crane"
SPEECH = "A harbour with one crane"


def request(library: Library, article: int, passage: str, **more: object) -> QuoteRequest:
    spans = find_passage(read_article(library, article).body, passage)
    assert len(spans) == 1
    return QuoteRequest(article, spans, **{"publication": "my-site.example", **more})  # type: ignore[arg-type]


def rows(library: Library) -> list[Excerpt]:
    with library.archive.reading() as session:
        return list(session.exec(select(Excerpt)).all())


def test_passage_under_the_cap_is_marked_attributed_linked_and_recorded(library: Library) -> None:
    answer = hand_out(library, request(library, HARBOUR, SPEECH, url=URL))
    assert answer.assessment.verdict == "allowed"
    assert answer.payload is not None
    for flavour in (answer.payload.html, answer.payload.plain, answer.payload.markdown, answer.payload.rtf):
        assert "Northbridge Wire" in flavour
        assert "wire.example.org/crane" in flavour
    assert answer.payload.plain.startswith("“")
    assert "Ingrid Solbakken" in answer.payload.plain
    (row,) = rows(library)
    assert (row.id, row.publication, row.medium, row.basis, row.status) == (
        answer.excerpt_id, "my-site.example", "website", "licence", "reserved",
    )  # fmt: skip
    assert SPEECH not in row.model_dump_json()


def test_missing_link_is_asked_for_once(library: Library) -> None:
    wanted = request(library, HARBOUR, SPEECH)
    first = hand_out(library, wanted)
    assert (first.assessment.verdict, first.assessment.reason, first.payload) == ("refused", "link_missing", None)
    assert rows(library) == []
    assert hand_out(library, replace(wanted, url=URL + "?utm_source=x")).payload is not None
    assert hand_out(library, wanted).payload is not None
    assert read_article(library, HARBOUR).fields["url"].how == "user"
    with library.archive.reading() as session:
        assert session.exec(select(Event.kind).where(Event.article_id == HARBOUR)).all() == ["imported", "edited"]


def test_address_that_cannot_be_linked_is_refused(library: Library) -> None:
    for url in ("javascript:alert(1)", "https://user:secret@example.org/", "file:///etc/passwd", "wire.example.org"):
        with pytest.raises(QuoteError) as caught:
            hand_out(library, replace(request(library, HARBOUR, SPEECH), url=url))
        assert caught.value.code == "url-not-usable"
    with library.archive.reading() as session:
        assert session.get_one(Article, HARBOUR).url is None


def test_whole_text_is_refused_with_the_arithmetic_and_nothing_written(library: Library) -> None:
    body = read_article(library, HARBOUR).body
    answer = hand_out(library, QuoteRequest(HARBOUR, (Span(0, len(body)),), "my-site.example", url=URL))
    assert (answer.assessment.verdict, answer.assessment.reason, answer.payload) == ("refused", "over_cap", None)
    words = answer.assessment.measures["words"]
    assert words.cap == words.total * 5 // 100
    assert words.used == words.total
    assert rows(library) == []


def test_passages_add_up_per_publication(library: Library) -> None:
    first = request(library, HARBOUR, SPEECH, url=URL)
    second = request(library, HARBOUR, "The ministry in Oslo must still agree", url=URL)
    assert hand_out(library, first).payload is not None
    refused = hand_out(library, second)
    assert refused.assessment.reason == "over_cap"
    assert refused.assessment.measures["words"].before > 0
    elsewhere = request(library, HARBOUR, "The ministry in Oslo must still agree", publication="other.example")
    assert hand_out(library, elsewhere).payload is not None
    assert len(rows(library)) == 2


def test_two_passages_at_once_cannot_both_take_what_is_left_for_one(library: Library) -> None:
    first = request(library, HARBOUR, SPEECH, url=URL)
    second = request(library, HARBOUR, "The ministry in Oslo must still agree", url=URL)
    with Library.open(library.archive.folder) as other, ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(hand_out, (library, other), (first, second)))
    assert sorted(answer.assessment.verdict for answer in answers) == ["allowed", "refused"]
    assert len(rows(library)) == 1
    assert ledger.verify(library).whole


def test_same_passage_again_costs_nothing(library: Library) -> None:
    wanted = request(library, HARBOUR, SPEECH, url=URL)
    hand_out(library, wanted)
    again = hand_out(library, wanted)
    assert again.payload is not None
    assert again.assessment.measures["words"].used == again.assessment.measures["words"].before


def test_released_excerpt_gives_its_words_back(library: Library) -> None:
    answer = hand_out(library, request(library, HARBOUR, SPEECH, url=URL))
    release(library, answer.excerpt_id or 0)
    second = request(library, HARBOUR, "The ministry in Oslo must still agree")
    assert hand_out(library, second).payload is not None
    statuses = [entry.status for entry in ledger.entries(library)]
    assert statuses == ["released", "reserved"]
    assert ledger.verify(library).whole


def test_unknown_excerpt_cannot_be_released(library: Library) -> None:
    with pytest.raises(QuoteError) as caught:
        release(library, 99)
    assert caught.value.code == "excerpt-missing"


def test_print_is_not_covered_by_terms_for_websites(library: Library) -> None:
    answer = hand_out(library, request(library, HARBOUR, SPEECH, url=URL, medium="print", publication="The Paper"))
    assert (answer.assessment.verdict, answer.assessment.reason) == ("refused", "medium")


def test_medium_of_a_known_publication_is_remembered(library: Library) -> None:
    hand_out(library, request(library, HARBOUR, SPEECH, url=URL, medium="print", publication="The Paper"))
    again = measure(library, request(library, HARBOUR, SPEECH, publication="the paper"))
    assert again.reason == "medium"


def test_reserved_rights_invent_no_number_and_want_a_reason(library: Library) -> None:
    wanted = request(library, GARDEN, "Nobody had ever asked to see the garden in the dark before")
    found = measure(library, wanted)
    assert (found.verdict, found.basis, found.measures) == ("allowed", "statutory", {})
    with pytest.raises(QuoteError) as caught:
        hand_out(library, wanted)
    assert caught.value.code == "reason-missing"
    assert rows(library) == []
    reasoned = request(library, GARDEN, "Nobody had ever asked to see the garden in the dark before", reason="review")
    answer = hand_out(library, reasoned)
    assert answer.payload is not None
    assert "courier.example.org/night-house" in answer.payload.html
    (row,) = rows(library)
    assert (row.basis, row.reason) == ("statutory", "review")


def test_open_licence_has_no_meter_and_names_its_licence(library: Library) -> None:
    wanted = request(library, RIVER, "The measurements are open to everybody", url="https://open.example.org/river")
    answer = hand_out(library, wanted)
    assert (answer.assessment.basis, answer.assessment.reason) == ("licence", None)
    assert answer.payload is not None
    assert "creativecommons.org/licenses/by/4.0" in answer.payload.html


def test_private_study_counts_against_nobody(library: Library) -> None:
    body = read_article(library, HARBOUR).body
    whole = QuoteRequest(HARBOUR, (Span(0, len(body)),), "my-site.example", basis="private_study", reason="reading")
    assert hand_out(library, whole).payload is not None
    assert hand_out(library, request(library, HARBOUR, SPEECH, url=URL)).payload is not None


def test_selection_of_blanks_is_empty(library: Library) -> None:
    body = read_article(library, HARBOUR).body
    at = body.index("\n")
    answer = hand_out(library, QuoteRequest(HARBOUR, (Span(at, at + 1),), "my-site.example"))
    assert (answer.assessment.verdict, answer.payload) == ("empty", None)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"article_id": 99}, "article-missing"), ({"spans": (Span(0, 10**6),)}, "span-outside")],
)
def test_request_that_does_not_fit_is_told(library: Library, change: dict[str, object], code: str) -> None:
    facts: dict[str, object] = {"article_id": HARBOUR, "spans": (Span(0, 5),), "publication": "x", **change}
    with pytest.raises(QuoteError) as caught:
        measure(library, QuoteRequest(**facts))  # type: ignore[arg-type]
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [({"style": "baroque"}, "style-unknown"), ({"medium": "smoke"}, "medium-unknown"), ({"publication": " "}, "publication-missing"),
     ({"basis": "whim"}, "basis-unknown")],
)  # fmt: skip
def test_words_nobody_knows_are_told(library: Library, change: dict[str, object], code: str) -> None:
    facts: dict[str, object] = {"article_id": HARBOUR, "spans": (Span(0, 5),), "publication": "x", **change}
    with pytest.raises(UsageError) as caught:
        hand_out(library, QuoteRequest(**facts))  # type: ignore[arg-type]
    assert caught.value.code == code
    assert rows(library) == []
