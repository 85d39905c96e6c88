"""Links to the passage: what a browser that follows the specification finds by them."""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.base.spans import Span
from app.citation import text_fragment
from app.citation.fragments import Directive, encode, fold
from app.rights import CountedText
from tests.citation.browser import Page, parse

WORDS = ["One", "one", "TWO", "two.", "three,", "four-five", "“six”", "Été", "ete", "U.S.", "don’t", "1.5", "a&b", "über"]
ARTICLES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4).map(
    "\n".join
)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_what_is_encoded_is_decoded(text: str) -> None:
    assert unquote(encode(text)) == text
    assert not set(encode(text)) & set("-,&# <>\"'") - {"'"}


@given(*(st.text(st.characters(exclude_categories=("Cs",)), max_size=9) for _ in range(3)), st.text(min_size=1, max_size=9))
def test_directive_is_taken_apart_as_it_was_put_together(end: str, prefix: str, suffix: str, start: str) -> None:
    start = start.encode("utf-8", "replace").decode()
    found = parse(str(Directive(start, end, prefix, suffix)))
    assert (found.start, found.end or "", found.prefix or "", found.suffix or "") == (start, end, prefix, suffix)


def test_lone_surrogate_is_no_reason_to_fail() -> None:
    assert encode("a\ud800") == "a?"


@settings(max_examples=300, deadline=None)
@given(ARTICLES, st.sampled_from([0, 20, 300]), st.data())
def test_browser_is_led_to_this_passage_or_to_none(text: str, limit: int, data: st.DataObject) -> None:
    """Among articles of fourteen words even the context repeats; such a passage's beginning is shown all the same."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    snapped = CountedText(text).snap([Span(start, end)])
    if snapped:
        (span,) = snapped
        directive = text_fragment(text, span, limit=limit)
        found = Page(text).find(directive)
        if text.count(text[max(span.start - 20, 0) : span.end + 20]) == 1 and limit == 300 and "\n" not in span.of(text):
            assert found is not None
            assert fold(text[found[0] : found[1]]) == fold(span.of(text)), directive


@settings(max_examples=200, deadline=None)
@given(
    st.permutations([f"word{number}" for number in range(40)]),
    st.integers(0, 39),
    st.integers(1, 39),
    st.sampled_from([0, 300]),
    st.sets(st.integers(1, 39), max_size=3),
)
def test_browser_finds_any_passage_of_an_article_whose_words_differ(
    words: list[str], first: int, length: int, limit: int, breaks: set[int]
) -> None:
    text = "".join(word + ("\n" if at + 1 in breaks else " ") for at, word in enumerate(words)).strip()
    start = text.index(words[first])
    last = words[min(first + length, len(words)) - 1]
    span = Span(start, text.index(last) + len(last)) if text.index(last) >= start else Span(start, start + len(words[first]))
    assert Page(text).find(text_fragment(text, span, limit=limit)) == (span.start, span.end)


@pytest.mark.parametrize(
    ("text", "passage", "directive"),
    [
        ("The port is old. Its PORT is new.", "PORT", "text=is%20old.%20Its-,PORT,-is%20new."),
        ("An airport and a port.", "port", "text=port"),
        ("Ete comes. L’été vient.", "été", "text=Ete%20comes.%20L%E2%80%99-,%C3%A9t%C3%A9,-vient."),
        ("It rose 1.5 percent.", "5 percent", "text=It%20rose%201.-,5%20percent,-."),
        ("新闻报道的内容在这里。新的一天。", "新的一天", "text=%E6%96%B0%E7%9A%84%E4%B8%80%E5%A4%A9"),
    ],
)
def test_passage_is_told_apart_as_a_browser_compares(text: str, passage: str, directive: str) -> None:
    start = text.rindex(passage)
    assert text_fragment(text, Span(start, start + len(passage))) == directive


def test_short_form_of_a_script_without_spaces_does_not_hand_the_passage_out() -> None:
    text = "首相は記者会見で新しい経済対策について詳しく説明し、野党の批判に答えた。"
    directive = unquote(text_fragment(text, Span(0, len(text)), limit=0))
    assert directive == "text=首相は記者会見で,野党の批判に答えた。"[:14] + directive[14:]
    assert len(directive) < len(text)


def test_soft_hyphens_and_case_do_not_hide_a_second_place() -> None:
    text = "Lighthouse first. Light\u00adhouse second."
    start = text.index("Light\u00ad")
    assert "-,Light" in text_fragment(text, Span(start, start + 11))


def test_long_text_is_searched_quickly() -> None:
    text = ("the same words again " * 25_000).strip() + "\nand an end"
    span = Span(len(text) - 10, len(text))
    assert text_fragment(text, span) == "text=and%20an%20end"
    assert text_fragment("a " * 500_000, Span(0, 1)).startswith("text=a")
