"""What terms demand beside their limits: each row of the behaviour table, with the sentence that the user reads."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.base.errors import UsageError
from app.base.spans import Span
from app.messages.answers import refusal_of, remarks_of
from app.model.rights import Cap, RightsStatement
from app.model.tables import Article, Publication
from app.rights import CountedText, count, media_of
from app.workflows.conditions import Situation, applies, refusal, remarks
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.publications import PublicationView, describe_publication
from app.workflows.quote import default_basis, hand_out, measure, needs_reason
from app.workflows.quoting import Assessment, QuoteRequest
from app.workflows.read import read_article
from app.workflows.terms import reword_terms

GARDEN, HARBOUR = 1, 2
TODAY = date(2026, 5, 1)
ONE = (Span(0, 5),)
CAPPED = RightsStatement(kind="quote_cap", caps=(Cap(Fraction(5), "percent"),), origin="footer")

FOR_REVIEWS = RightsStatement(kind="quote_cap", caps=(Cap(Fraction(400), "words", purpose="review"),), origin="footer")


def situation(statement: RightsStatement, **more: object) -> Situation:
    article = Article(
        uid="u", original_id=1, headline="H", authors='[["Ann", "stated", ""]]', added_at="", content_hash="", url="https://a.example/1",
        first_day="2026-04-01", last_day="2026-04-01", evidence="{}",
    )  # fmt: skip
    for name in ("authors", "url", "first_day", "last_day", "evidence", "partial"):
        if name in more:
            setattr(article, name, more.pop(name))
    publication = Publication(name="P", folded="p", medium="website", commercial=more.pop("commercial", None))  # type: ignore[arg-type]
    request = QuoteRequest(1, ONE, "P", **more)  # type: ignore[arg-type]
    return Situation(request, article, statement, publication, request.spans, TODAY)


@pytest.mark.parametrize(
    ("statement", "more", "reason"),
    [
        (CAPPED, {}, None),
        (replace(CAPPED, link=True), {"url": None}, "link_missing"),
        (replace(CAPPED, link=True), {"url": "ftp://a.example/"}, "link_missing"),
        (replace(CAPPED, link=True), {}, None),
        (replace(CAPPED, link=True), {"url": None, "form": "plain"}, None),
        (replace(CAPPED, media=("website",)), {"medium": "print"}, "medium"),
        (replace(CAPPED, media=("website",)), {"medium": "print", "form": "plain"}, "medium"),
        (replace(CAPPED, media=("website", "print")), {"medium": "print"}, None),
        (replace(CAPPED, name_author=True), {"authors": "[]"}, "author_missing"),
        (replace(CAPPED, name_author=True), {"authors": '[["Ann", "inferred", ""]]'}, "author_missing"),
        (replace(CAPPED, commercial=False), {"commercial": True}, "commercial"),
        (replace(CAPPED, commercial=False), {"commercial": False}, None),
        (replace(CAPPED, commercial=False), {"commercial": None}, None),
        (replace(CAPPED, expiry_days=20), {}, "period"),
        (replace(CAPPED, expiry_days=30), {}, None),
        (replace(CAPPED, expiry_days=20), {"evidence": '{"published": ["inferred", ""]}'}, None),
        (replace(CAPPED, origin="profile"), {}, "unconfirmed"),
        (FOR_REVIEWS, {}, "purpose"),
        (FOR_REVIEWS, {"purpose": "study"}, "purpose"),
        (FOR_REVIEWS, {"purpose": "review"}, None),
        (replace(FOR_REVIEWS, caps=(*FOR_REVIEWS.caps, *CAPPED.caps)), {}, None),
        (RightsStatement(kind="quote_cap", purpose="study"), {}, "purpose"),
        (RightsStatement(kind="quote_cap", purpose="editorial"), {}, None),
        (replace(CAPPED, origin="profile", confirmed_at="2026-01-01"), {}, None),
    ],
)
def test_terms_are_asked_one_by_one(statement: RightsStatement, more: dict[str, object], reason: str | None) -> None:
    assert refusal(situation(statement, **more), within_caps=True) == reason


def test_what_a_shorter_passage_cannot_mend_is_told_first() -> None:
    web = replace(CAPPED, media=("website",))
    assert refusal(situation(web, medium="print"), within_caps=False) == "medium"
    assert refusal(situation(web), within_caps=False) == "over_cap"


def test_limits_for_other_media_alone_do_not_cover_this_one() -> None:
    web = replace(CAPPED, caps=(Cap(Fraction(40), "words", media="website"),))
    assert refusal(situation(web, medium="print"), within_caps=True) == "medium"
    assert refusal(situation(web, medium="website"), within_caps=True) is None
    assert media_of(web) == ("website",)
    assert media_of(CAPPED) == ()


def test_changes_are_refused_where_the_terms_forbid_them() -> None:
    two = (Span(0, 5), Span(10, 15))
    frozen = replace(CAPPED, derivatives="none")
    assert refusal(replace(situation(frozen), spans=two), within_caps=True) == "edits"
    assert refusal(situation(frozen), within_caps=True) is None
    styled = replace(situation(replace(CAPPED, derivatives="style_only")), spans=two)
    assert refusal(styled, within_caps=True) is None
    assert remarks(styled, CountedText("x" * 20), "licence", count("x" * 20))[0] == ("changes",)


@pytest.mark.parametrize(
    ("stated", "holds"),
    [
        ({"valid_from": "2026-06-01"}, False), ({"valid_from": "2026-04-01"}, True), ({"applies_before": "2020-01-01"}, False),
        ({"applies_after": "2020-01-01"}, True), ({"applies_after": "2026-04-01"}, False), ({"valid_from": "soon"}, True),
    ],
)  # fmt: skip
def test_terms_hold_for_their_time(stated: dict[str, str], holds: bool) -> None:
    day = date(2026, 4, 1)
    assert applies(RightsStatement(**stated), (day, day), TODAY) == holds  # type: ignore[arg-type]
    if "valid_from" not in stated:
        assert applies(RightsStatement(**stated), (None, None), TODAY)  # type: ignore[arg-type]


def test_remarks_name_what_to_look_at() -> None:
    statement = replace(CAPPED, commercial=False, conflicts=("all_rights_reserved",), expiry_days=90)
    now = situation(statement, evidence='{"published": ["inferred", ""]}', partial=True)
    text = "(Photo: Port Authority) The ship"
    found, credits = remarks(replace(now, spans=(Span(0, len(text)),)), CountedText(text), "licence", count(text))
    assert found == ("third_party", "commercial_unknown", "conflict", "period_unknown", "partial")
    assert credits == ("(Photo: Port Authority)",)


def read(library: Library, article: int, words: str, **more: object) -> Assessment:
    spans = find_passage(read_article(library, article).body, words)
    return measure(library, QuoteRequest(article, spans, "my-site.example", **more))  # type: ignore[arg-type]


def told(found: Assessment, medium: str = "website") -> str:
    return refusal_of(
        found, RightsStatement(media=("website",), purpose="review"), medium=medium, publication="my-site.example"
    )


def test_each_refusal_has_its_sentence(library: Library) -> None:
    words = "Two firms have shown interest"
    assert "Give it (--url)" in told(read(library, HARBOUR, words))
    assert "cover websites alone, not print" in told(read(library, HARBOUR, words, medium="print"), "print")
    reword_terms(library, HARBOUR, "Up to 40 words may be quoted for non-commercial purposes.")
    describe_publication(library, PublicationView("my-site.example", "website", True))
    found = read(library, HARBOUR, words)
    assert found.reason == "commercial"
    assert "my-site.example is commercial" in told(found)
    describe_publication(library, PublicationView("my-site.example", "website", None))
    found = read(library, HARBOUR, words)
    assert found.verdict == "allowed"
    assert remarks_of(found, "my-site.example") == (
        "The terms forbid commercial use. Say whether my-site.example is commercial.",
    )
    reword_terms(library, HARBOUR, "Up to 40 words may be quoted in a review.")
    found = read(library, HARBOUR, words)
    assert found.reason == "purpose"
    assert "allow quoting for a review only" in told(found)
    assert read(library, HARBOUR, words, purpose="review").verdict == "allowed"
    reword_terms(library, HARBOUR, "Up to 3 words may be quoted, in reviews up to 40 words.")
    assert read(library, HARBOUR, words).reason == "over_cap"
    assert read(library, HARBOUR, words, purpose="review").verdict == "allowed"
    reword_terms(library, HARBOUR, "You may quote up to 40 words online and 3 in print.")
    assert read(library, HARBOUR, words).verdict == "allowed"
    assert read(library, HARBOUR, words, medium="print").reason == "over_cap"
    assert read(library, HARBOUR, words, medium="broadcast").reason == "medium"
    reword_terms(library, HARBOUR, "No more than 0 words may be quoted.")
    found = read(library, HARBOUR, words)
    assert found.nothing_quotable == (found.reason == "over_cap")


def test_third_party_credit_inside_the_passage_is_flagged(library: Library) -> None:
    found = read(library, HARBOUR, "Neither wanted to speak about prices before the tender is out")
    assert found.third_party == ()


def test_plain_copy_counts_against_the_publication(library: Library) -> None:
    spans = find_passage(read_article(library, HARBOUR).body, "Two firms have shown interest")
    plain = QuoteRequest(HARBOUR, spans, "my-site.example", form="plain")
    answer = hand_out(library, plain)
    assert answer.payload is not None
    assert (answer.payload.plain, answer.payload.html) == ("Two firms have shown interest", "")
    assert measure(library, plain).measures["words"].before == 5


def test_plain_copy_over_the_cap_is_refused_and_private_study_counts_for_nobody(library: Library) -> None:
    body = read_article(library, HARBOUR).body
    whole = QuoteRequest(HARBOUR, (Span(0, len(body)),), "my-site.example", form="plain")
    assert hand_out(library, whole).assessment.reason == "over_cap"
    studied = hand_out(library, replace(whole, basis="private_study"))
    assert studied.payload is not None
    assert studied.payload.plain == body
    assert measure(library, whole).measures["words"].before == 0


def test_plain_copy_without_terms_is_private_study() -> None:
    unknown = RightsStatement()
    assert default_basis(unknown, "plain") == "private_study"
    assert default_basis(unknown) == "statutory"
    assert not needs_reason("private_study", unknown)
    assert needs_reason("statutory", unknown)
    assert needs_reason("permission", CAPPED)


def test_no_number_is_shown_for_a_statutory_basis(library: Library) -> None:
    spans = find_passage(read_article(library, HARBOUR).body, "Two firms have shown interest")
    found = measure(library, QuoteRequest(HARBOUR, spans, "my-site.example", basis="statutory"))
    assert (found.verdict, found.measures, found.binding) == ("allowed", {}, None)


def test_house_rule_is_told_as_the_houses_own_and_forbids_nothing(library: Library) -> None:
    describe_publication(library, PublicationView("my-site.example", house_words=3))
    found = read(library, GARDEN, "Nobody had ever asked to see the garden")
    assert (found.verdict, found.measures, found.remarks) == ("allowed", {}, ("house_limit",))
    assert "no law names a number" in remarks_of(found, "my-site.example")[0]
    assert read(library, GARDEN, "Nobody had ever").remarks == ()
    with pytest.raises(UsageError):
        describe_publication(library, PublicationView("my-site.example", house_words=0))
