"""Counting: what holds for any text and any ranges."""

from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span
from app.rights import CountedText, count

TEXT = st.text(alphabet="ab é\u0301\u200b\n\t“”.-’日本ก🇺🇦👨\u200d👩", max_size=60)


@st.composite
def cases(draw: st.DrawFn) -> tuple[CountedText, list[Span]]:
    text = draw(TEXT)
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=5))
    return CountedText(text), [Span(min(pair), max(pair)) for pair in pairs]


@given(cases())
def test_snapping_twice_changes_nothing_and_never_shrinks_what_is_solid(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    snapped = counted.snap(spans)
    assert counted.snap(snapped) == snapped
    assert counted.used(snapped) == counted.used(spans)


@given(cases())
def test_more_ranges_never_use_less_and_order_is_no_matter(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    whole = counted.used(spans)
    assert counted.used(list(reversed(spans))) == whole
    assert counted.used([*spans, *spans]) == whole
    for at in range(len(spans)):
        part = counted.used(spans[:at])
        assert part.solid <= whole.solid
        assert part.chars <= whole.chars
        assert (part.words or 0) <= (whole.words or 0)


@given(cases())
def test_nothing_uses_more_than_the_whole(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    used = counted.used(spans)
    assert used.chars <= counted.totals.chars
    assert used.points <= counted.totals.points


def test_selection_grows_to_whole_words_but_not_to_punctuation() -> None:
    text = "“Well-known don’t,” he said."
    counted = CountedText(text)
    for inside, grown in (("ell", "Well-known"), ("on’", "don’t"), ("known do", "Well-known don’t"), ("he s", "he said")):
        start = text.index(inside)
        (span,) = counted.snap([Span(start, start + len(inside))])
        assert span.of(text) == grown


def test_sentences_and_paragraphs() -> None:
    counted = CountedText("One. Two! “Three?” Four\nFive. Six.")
    text = counted.text
    assert counted.sentences([Span(0, len(text))]) == 6
    assert counted.sentences([Span(0, 6)]) == 2
    assert counted.sentences([Span(0, 3)]) == 1
    assert counted.paragraphs([Span(0, len(text))]) == 2
    assert counted.paragraphs([Span(0, 3), Span(text.index("Six"), len(text))]) == 2


def test_totals_of_scripts_without_spaces_have_no_words() -> None:
    assert count("新闻报道 内容").words is None
    assert count("Ten words 新").words is not None
    assert count("").chars == 0
