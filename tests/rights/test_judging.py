"""Judging: every kind of limit at its exact boundary."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span
from app.model.rights import Cap, RightsStatement
from app.rights import CountedText, covers_medium, judge, limit, purposes_of
from app.rights.judging import caps_for

TEN = "One two three. Four five six seven. Eight\nnine ten."
"""Ten words, 41 solid signs, four sentences, two paragraphs."""


def cap(n: str, unit: str, **more: object) -> Cap:
    return Cap(Fraction(n), unit, **more)  # type: ignore[arg-type]


def words(first: int, last: int, text: str = TEN) -> Span:
    """Return the span of the words from the first to the last, the first being 1."""
    at, spans = 0, []
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return Span(spans[first - 1][0], spans[last - 1][1])


def verdict(*caps: Cap, take: Span, prior: tuple[Span, ...] = (), text: str = TEN, medium: str | None = None) -> str:
    return judge(RightsStatement(caps=caps), CountedText(text), (take,), prior, medium=medium).verdict


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        (cap("50", "percent", of="words"), 5),
        (cap("50", "percent", of="words", op="lt"), 4),
        (cap("59/2", "percent", of="words"), 2),
        (cap("30", "percent", of="words", op="lt"), 2),
        (cap("3", "words"), 3),
        (cap("3", "words", op="lt"), 2),
        (cap("5/2", "words", op="lt"), 2),
        (cap("13", "chars"), 2),
        (cap("14", "chars"), 3),
        (cap("14", "chars", op="lt"), 2),
        (cap("1", "sentences"), 3),
        (cap("2", "sentences", op="lt"), 3),
        (cap("2", "sentences"), 7),
        (cap("1", "paragraphs"), 8),
        (cap("2", "paragraphs", op="lt"), 8),
        (cap("150", "percent"), 10),
        (cap("100", "percent"), 10),
    ],
)
def test_limit_holds_to_the_word(limit: Cap, most: int) -> None:
    assert verdict(limit, take=words(1, most)) == "allowed"
    if most < 10:
        assert verdict(limit, take=words(1, most + 1)) == "refused"


@pytest.mark.parametrize(
    "nothing", [cap("0", "percent"), cap("0", "words"), cap("1", "words", op="lt"), cap("-5", "percent"), cap("5", "percent")]
)
def test_nothing_may_be_quoted(nothing: Cap) -> None:
    found = judge(RightsStatement(caps=(nothing,)), CountedText(TEN), (words(1, 1),), ())
    assert found.verdict == "refused"
    assert found.measures[found.binding or ""].cap in (0, 2)
    assert all(measure.cap >= 0 for measure in found.measures.values())


def test_terms_without_any_number_allow_whatever_is_asked() -> None:
    found = judge(RightsStatement(), CountedText(TEN), (words(1, 10),), ())
    assert (found.verdict, found.binding, found.measures) == ("allowed", None, {})


def test_share_of_no_unit_must_hold_in_every_measure() -> None:
    found = judge(
        RightsStatement(caps=(cap("50", "percent"),)),
        CountedText("a a a a a longestword"),
        (words(6, 6, "a a a a a longestword"),),
        (),
    )
    assert found.verdict == "refused"
    assert set(found.measures) == {"words", "solid", "chars"}
    assert found.measures["words"].remaining == 2
    assert found.measures["solid"].remaining < 0


def test_whichever_is_less_counts() -> None:
    both = (cap("3", "words"), cap("50", "percent", of="words"))
    assert verdict(*both, take=words(1, 3)) == "allowed"
    assert verdict(*both, take=words(1, 4)) == "refused"
    assert verdict(*reversed(both), take=words(1, 4)) == "refused"


def test_limits_of_several_units_all_bind() -> None:
    both = (cap("8", "words"), cap("1", "sentences"))
    assert verdict(*both, take=words(1, 3)) == "allowed"
    assert verdict(*both, take=words(3, 4)) == "refused"


def test_of_purposes_that_nobody_stated_the_smallest_counts() -> None:
    caps = (cap("8", "words", purpose="review"), cap("2", "words", purpose="other"))
    found = judge(RightsStatement(caps=caps, combine="by_purpose"), CountedText(TEN), (words(1, 3),), ())
    assert found.verdict == "refused"
    assert found.measures["words"].cap == 2


def test_limit_for_a_purpose_helps_only_who_names_it() -> None:
    general, review = cap("2", "words"), cap("5", "words", purpose="review")
    statement = RightsStatement(caps=(general, review), combine="by_purpose")
    assert caps_for(statement, None) == (general,)
    assert caps_for(statement, None, "study") == (general,)
    assert caps_for(statement, None, "review") == (review,)
    share = cap("50", "percent")
    assert caps_for(RightsStatement(caps=(share, review)), None, "review") == (share, review)
    assert caps_for(RightsStatement(caps=(review,)), None) == (review,)
    assert (purposes_of(statement), purposes_of(RightsStatement(caps=(review,)))) == ((), ("review",))


def test_limit_per_quote_forgets_what_was_handed_out_before() -> None:
    each, all_in_all = cap("3", "words", scope="per_quote"), cap("5", "words")
    before = (words(1, 3),)
    assert verdict(each, take=words(4, 6), prior=before) == "allowed"
    assert verdict(each, take=words(4, 7), prior=before) == "refused"
    assert verdict(each, all_in_all, take=words(4, 6), prior=before) == "refused"
    assert verdict(all_in_all, take=words(2, 5), prior=before) == "allowed"


def test_leading_limit_counts_from_the_start() -> None:
    first = cap("1", "paragraphs", position="leading")
    assert verdict(first, take=words(1, 8)) == "allowed"
    assert verdict(first, take=words(9, 9)) == "refused"
    three = cap("3", "words", position="leading")
    assert verdict(three, take=words(3, 3)) == "allowed"
    assert verdict(three, take=words(4, 4)) == "refused"


def test_limit_for_another_medium_does_not_bind() -> None:
    site, paper = cap("2", "words", media="website"), cap("5", "words", media="print")
    assert verdict(site, paper, take=words(1, 5), medium="print") == "allowed"
    assert verdict(site, paper, take=words(1, 3), medium="website") == "refused"
    assert verdict(site, paper, take=words(1, 3), medium="app") == "refused"
    assert verdict(site, paper, take=words(1, 3)) == "refused"
    statement = RightsStatement(caps=(site, paper))
    assert not covers_medium(statement, "broadcast")
    assert caps_for(statement, "broadcast") == ()
    everywhere = RightsStatement(caps=(site, cap("4", "words")))
    assert covers_medium(everywhere, "broadcast")
    assert verdict(*everywhere.caps, take=words(1, 4), medium="broadcast") == "allowed"


def test_script_without_spaces_is_measured_in_signs() -> None:
    text = "新闻报道的内容在这里"
    found = judge(RightsStatement(caps=(cap("3", "words"),)), CountedText(text), (Span(0, 3),), ())
    assert (found.verdict, found.binding) == ("allowed", "solid")
    share = judge(RightsStatement(caps=(cap("50", "percent"),)), CountedText(text), (Span(0, 6),), ())
    assert share.verdict == "refused"
    assert set(share.measures) == {"solid", "chars"}


def test_no_passage_is_no_refusal() -> None:
    found = judge(RightsStatement(caps=(cap("0", "percent"),)), CountedText(" \n "), (Span(0, 3),), ())
    assert (found.verdict, found.binding, found.spans) == ("empty", None, ())


@given(st.integers(0, 10_000), st.fractions(0, 2))
def test_less_than_is_below_and_no_more_than_reaches(total: int, share: Fraction) -> None:
    most, below = limit(total, share, "le"), limit(total, share, "lt")
    assert most <= share * total < most + 1
    assert below < share * total <= below + 1 or (below, share * total) == (0, 0)


@given(
    st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10)), min_size=1, max_size=4),
    st.integers(0, 12),
    st.sampled_from(["words", "chars", "sentences", "paragraphs", "percent"]),
)
def test_more_is_never_allowed_where_less_was_refused(pairs: list[tuple[int, int]], n: int, unit: str) -> None:
    first, *more = [words(min(pair), max(pair)) for pair in pairs]
    if verdict(cap(str(n), unit), take=first) == "refused":
        assert verdict(cap(str(n), unit), take=first, prior=tuple(more)) == "refused"
