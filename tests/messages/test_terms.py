"""Terms in plain words: nothing that is not stated is told as allowed."""

from fractions import Fraction

import pytest

from app.messages.terms import amount_of, confidence_of, conflicts_of, period_of, state_of, words_of
from app.model.rights import Cap, RightsStatement
from app.rights import RightsEvidence, detect
from app.rights.profiles import profiles


@pytest.mark.parametrize(
    ("cap", "words"),
    [
        (Cap(Fraction(5), "percent"), "up to 5 % of the text"),
        (Cap(Fraction(25, 2), "percent", op="lt"), "less than 12.5 % of the text"),
        (Cap(Fraction(250), "words"), "up to 250 words"),
        (Cap(Fraction(300), "chars", op="lt"), "fewer than 300 characters"),
        (Cap(Fraction(1), "paragraphs"), "up to 1 paragraph"),
    ],
)
def test_a_limit_is_told_in_words(cap: Cap, words: str) -> None:
    assert amount_of(cap) == words


def test_a_notice_is_told_as_what_it_allows_asks_and_leaves_open() -> None:
    notice = "Up to 5 % of the text may be quoted on other websites if it is marked as a quotation and the source is linked."
    words = words_of(detect(RightsEvidence(notice=notice)))
    assert words.allowed[0].startswith(
        "Up to 5 % of the text: all quotations for a publication together; counted in words and in"
    )
    assert "In these media only: websites" in words.allowed
    assert words.asked[0] == "Mark it as a quotation"
    assert "naming the author" in words.unstated
    assert not {"Commercial use", "Changes"} & set(words.allowed)


def test_each_limit_keeps_its_scope_place_purpose_and_medium() -> None:
    cap = Cap(
        Fraction(50), "words", scope="per_quote", position="leading", purpose="noncommercial_website", media="print", link=True
    )
    (line, other, rule) = words_of(
        RightsStatement("quote_cap", caps=(cap, Cap(Fraction(5), "words")), combine="by_purpose")
    ).allowed
    assert line == (
        "Up to 50 words: in each quotation; only from the beginning of the text; for websites that are not commercial; in print; with a link"
    )
    assert other.startswith("Up to 5 words")
    assert "its purpose" in rule


def test_reserved_rights_and_unknown_terms_allow_nothing() -> None:
    assert words_of(RightsStatement("all_rights_reserved")).allowed == ()
    assert words_of(RightsStatement()).allowed == ()
    assert "how much may be quoted" in words_of(RightsStatement()).unstated


def test_what_is_forbidden_is_not_called_unstated() -> None:
    words = words_of(RightsStatement("republish", commercial=False, derivatives="none", excluded=("photos", "third_party")))
    assert words.forbidden == ("Commercial use", "Changes, gaps among them")
    assert words.left_out == ("photos", "what belongs to others")
    assert not {"commercial use", "changes"} & set(words.unstated)


def test_state_confidence_conflict_and_period_are_told() -> None:
    known = RightsStatement(
        "quote_cap", origin="footer", confidence=0.9, conflicts=("open_licence",), valid_from="2020", expiry_days=30
    )
    assert state_of(known) == "not confirmed yet"
    assert confidence_of(known) == "read with little doubt"
    assert conflicts_of(known) == ("The page also states an open licence; the stricter holds.",)
    assert period_of(known) == "from 2020 on, for 30 days after publication"
    confirmed = RightsStatement("quote_cap", origin="user", confirmed_by="ann", confirmed_at="2026-01-02T03:04:05+00:00")
    assert state_of(confirmed) == "confirmed by ann on 2026-01-02"
    assert state_of(RightsStatement()) == confidence_of(RightsStatement()) == ""


def test_every_profile_can_be_told() -> None:
    for profile in profiles():
        words = words_of(profile.statement)
        assert words.allowed or words.forbidden or words.unstated, profile.name
        for line in (*words.allowed, *words.asked, *words.forbidden):
            assert "_" not in line, profile.name
            assert "None" not in line, profile.name
