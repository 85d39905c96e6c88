"""Notices that nobody wrote as terms: a clear result or "unknown", soon, and never an exception."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.messages.terms import conflicts_of
from app.model.captured import RightsFact
from app.rights import RightsEvidence, detect, to_json
from app.rights.lexicon import lexicons
from app.rights.licences import find_licence

MEGABYTE = 1_000_000
CEILING_S = 1.0
"""Generous: the goal of 50 ms is measured by `python -m tests.benchmarks rights`, not by a test on a busy machine."""
HUGE = {
    "licence text": "You may quote up to 5 words of this article. " * (MEGABYTE // 45),
    "no spaces": "x" * MEGABYTE,
    "percentages": "5 % " * (MEGABYTE // 4),
    "one word": "quote " * (MEGABYTE // 6),
    "brackets": "(" * (MEGABYTE // 2) + ")" * (MEGABYTE // 2),
    "newlines": "\n" * 100_000,
    "short lines": "a\n" * (MEGABYTE // 2),
    "quotation marks": '"' * MEGABYTE,
    "NULs": "\0" * MEGABYTE,
    "lone surrogates": "\ud800" * MEGABYTE,
    "letters of a script without spaces": "禁" * MEGABYTE,
}
PERMITTING = (
    "may", "mandatory", "when", "condition", "only_with", "ours", "you", "permission", "needs", "forbidden", "quote", "reuse",
    "public_domain",
)  # fmt: skip


@pytest.mark.parametrize("name", HUGE)
@pytest.mark.parametrize("fact", [False, True])
def test_huge_text_is_unknown_and_soon(name: str, fact: bool) -> None:
    facts = (RightsFact("usage_terms", HUGE[name], "x"), RightsFact("license", HUGE[name], "x"))
    began = time.perf_counter()
    found = detect(RightsEvidence(facts=facts) if fact else RightsEvidence(HUGE[name]))
    assert time.perf_counter() - began < CEILING_S
    assert (found.kind, found.caps) == ("unknown", ())


CONTRACT = "This agreement governs your account, passwords and deliveries. You agree to pay all fees that fall due under it.\n"
QUOTING = "You may quote up to 100 words of an article with a link to it.\n"


@pytest.mark.parametrize("before", [60, 1_000])
def test_paragraphs_of_a_long_page_that_tell_of_quoting_are_read(before: int) -> None:
    page = CONTRACT * before + QUOTING + CONTRACT * 40 + "Name the source when quoting.\n" + CONTRACT * 40
    found = detect(RightsEvidence(page))
    assert [(cap.n, cap.unit) for cap in found.caps] == [(100, "words")]
    assert (found.kind, found.link, found.name_source) == ("quote_cap", True, True)
    assert len(found.statement_text) < 200


@pytest.mark.parametrize(
    "stricter",
    [
        "No part of this website may be copied or republished without our written permission.\n",
        "© 2020 Halden. All rights reserved.\n",
    ],
)
def test_paragraph_of_a_long_page_that_refuses_wins(stricter: str) -> None:
    for paragraphs in ((QUOTING, stricter), (stricter, QUOTING)):
        found = detect(RightsEvidence((CONTRACT * 60).join(("", *paragraphs, ""))))
        assert (found.kind, found.caps, found.conflicts) == ("all_rights_reserved", (), ("quote_cap",))


@pytest.mark.parametrize(
    "page",
    [
        CONTRACT * 60 + "You may not copy our articles.\n" * 60,
        CONTRACT * 60 + QUOTING.strip() * 100,
        CONTRACT * 3_000 + QUOTING,
    ],
)
def test_page_that_is_too_long_says_so(page: str) -> None:
    found = detect(RightsEvidence(page))
    assert (found.kind, found.caps, found.unread) == ("unknown", (), "long")
    assert conflicts_of(found) == (
        "The terms are a long page that could not be read for sure: read it yourself, and put what it allows in words.",
    )


def test_long_page_that_tells_nothing_of_quoting_has_no_terms() -> None:
    assert detect(RightsEvidence(CONTRACT * 100)).origin == "none"


def test_empty_lines_do_not_make_a_notice_long() -> None:
    found = detect(RightsEvidence("You may quote 5 % of the article." + "\n" * 100_000 + "Name the source."))
    assert [cap.n for cap in found.caps] == [5]
    assert found.name_source


@pytest.mark.parametrize(
    "nonsense",
    [
        "Up to 150 % of the text may be quoted.",
        "Up to -5 % of the text may be quoted.",
        "No more than −20 words may be quoted.",
        "At most one thousand per cent of the text may be quoted.",
        "Up to 17/3 of the text may be quoted.",
        "((((((((((((((((((((You may))))))))))))))))))))",
        "5 5 5 5 % % % %",
        "%",
    ],
)
def test_senseless_amounts_are_unknown(nonsense: str) -> None:
    found = detect(RightsEvidence(nonsense))
    assert (found.kind, found.caps) in (("unknown", ()), ("quote_cap", ()))


def test_nothing_may_be_quoted() -> None:
    (cap,) = detect(RightsEvidence("No more than 0 % of the text may be quoted.")).caps
    assert (cap.n, cap.unit) == (0, "percent")


def test_nested_conditions_keep_the_limit() -> None:
    found = detect(
        RightsEvidence(
            "Websites (if they (the websites, that is) name the source (with a link to the article)) may quote no more than "
            "(and this is a limit (a strict one)) 5 % of the text."
        )
    )
    assert [(cap.n, cap.unit) for cap in found.caps] in ([(5, "percent")], [])
    assert found.kind in ("quote_cap", "unknown")


def test_contradictory_limits_are_both_kept_and_the_looser_one_is_named() -> None:
    found = detect(RightsEvidence("You may quote no more than 10 % of an article. At most 5 % of an article may be quoted."))
    assert [(cap.n, cap.unit) for cap in found.caps] == [(10, "percent"), (5, "percent")]
    assert (found.combine, found.conflicts) == ("min", ("10 percent",))


@pytest.mark.parametrize(
    "odd",
    [
        "You may quote up to \u200f5\u200f % of the article.",
        "You may quo\u00adte up to 5 % of the ar\u200bticle.",
        "You may quote up to 5\u00a0% of the article.",
        "You may quote up to ５％ of the article.",
        "You may quote up to ٥ ٪ of the article.",
        "You may quote up to ۵ ٪ of the article.",
        "You may quote up to five per cent of the article.",
        "You may quote up to 1/20 of the article.",
        "You may quote up to 5 % of the article.\0",
        "\ud800You may quote up to 5 % of the article.",
        "You may quote 5–10 % of the article.",
    ],
)
def test_odd_characters_change_nothing(odd: str) -> None:
    found = detect(RightsEvidence(odd))
    assert [(cap.n, cap.unit) for cap in found.caps] == [(5, "percent")]
    assert to_json(found).encode()


_PHRASES = sorted(
    {
        word
        for lexicon in lexicons().values()
        for concept in ("may", "quote", "reuse", "at_most", "source", "link", "permission", "article", "reserved", "reported")
        for word in lexicon[concept].pattern.split("|")
        if word.isalpha()
    }
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=20), st.sampled_from(_PHRASES), st.sampled_from(["5 %", "100 words", "©", "CC BY", "2020", ". "])
        )
    )
)
def test_any_text_is_read(pieces: list[str]) -> None:
    found = detect(RightsEvidence(" ".join(pieces), facts=(RightsFact("usage_terms", "".join(pieces), "x"),)))
    assert to_json(found).encode()
    assert all(cap.n >= 0 for cap in found.caps)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12), st.sampled_from(["5 %", "100 words", "first 3 sentences", "©", "2020", "half", "river", ". "])
        )
    )
)
def test_no_permission_without_a_word_of_permission(pieces: list[str]) -> None:
    text = " ".join(pieces)
    named = any(lexicon[concept].search(text) for lexicon in lexicons().values() for concept in PERMITTING)
    found = detect(RightsEvidence(text))
    if not named and find_licence(text) is None:
        assert found.kind in ("unknown", "all_rights_reserved")
        assert found.caps == ()
