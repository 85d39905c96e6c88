"""Counting: what holds for any text and any ranges."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.base.spans import Span, union
from app.rights import CountedText, Totals, count, counted_text

ALPHABET = "abZ1 é\u0301\u00ad\u200b\u200d\u00a0\n\t\r“”.-–’。日本ก🇺🇦👨👩क्ष한ᄒ\x1c\ud800"
TEXT = st.text(alphabet=ALPHABET, max_size=60)
PROSE = st.lists(
    st.sampled_from(["One", "two.", "“Three,”", "U.S.", "four", "É", "naïve", "\n", "한국", "7"]), max_size=25
).map(" ".join)


@st.composite
def cases(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXT | PROSE) -> tuple[CountedText, list[Span]]:
    text = draw(texts)
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=5))
    return CountedText(text), [Span(min(pair), max(pair)) for pair in pairs]


def sizes(counted: CountedText, spans: list[Span]) -> tuple[int, ...]:
    used = counted.used(spans)
    return used.words or 0, used.chars, used.solid, used.points, counted.sentences(spans), counted.paragraphs(spans)


@given(cases())
def test_snapping_twice_changes_nothing(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    snapped = counted.snap(spans)
    assert counted.snap(snapped) == snapped
    assert counted.used(snapped) == counted.used(spans)


@given(cases())
def test_snapped_passages_hold_all_that_was_selected_but_white_space(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    snapped = counted.snap(spans)
    covered = {at for span in snapped for at in range(span.start, span.end)}
    visible = {at for span in spans for at in range(span.start, span.end) if count(counted.text[at]).solid}
    assert visible <= covered
    assert all(not span.of(counted.text)[0].isspace() and not span.of(counted.text)[-1].isspace() for span in snapped)


@given(cases())
def test_order_repetition_and_cuts_of_ranges_are_no_matter(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    whole = sizes(counted, spans)
    assert sizes(counted, list(reversed(spans))) == whole
    assert sizes(counted, [*spans, *spans]) == whole
    cut = [
        part
        for span in spans
        for middle in [(span.start + span.end) // 2]
        for part in (Span(span.start, middle), Span(middle, span.end))
    ]
    assert sizes(counted, cut) == whole


@given(cases(), st.integers(0, 5), st.integers(0, 5))
def test_larger_selection_never_counts_less(case: tuple[CountedText, list[Span]], before: int, after: int) -> None:
    counted, spans = case
    larger = [Span(max(span.start - before, 0), min(span.end + after, len(counted.text))) for span in spans]
    for small, large in ((spans, larger), (spans[:-1], spans)):
        assert all(less <= more for less, more in zip(sizes(counted, small), sizes(counted, large), strict=True))


@given(cases())
def test_union_counts_at_most_the_sum_and_the_gaps_that_it_closes(case: tuple[CountedText, list[Span]]) -> None:
    """Where only white space lies between two passages it counts as one sign, since both together are read as one."""
    counted, spans = case
    together, gaps = sizes(counted, spans), max(len(spans) - 1, 0)
    each = [sizes(counted, [span]) for span in spans]
    allowed = (0, gaps, 0, gaps, 0, 0)
    for at, most in enumerate(allowed):
        assert together[at] <= sum(one[at] for one in each) + most


@given(cases())
def test_nothing_uses_more_than_the_whole(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    whole = [Span(0, len(counted.text))]
    assert counted.used(whole) == counted.totals
    assert all(part <= total for part, total in zip(sizes(counted, spans), sizes(counted, whole), strict=True))


def whole(text: str) -> tuple[Totals, int, int]:
    counted = CountedText(text)
    spans = [Span(0, len(text))]
    return counted.totals, counted.sentences(spans), counted.paragraphs(spans)


@given(TEXT | PROSE)
@example("한국 \u1112\u1161\u11ab")
def test_form_of_accents_is_no_matter(text: str) -> None:
    assert whole(unicodedata.normalize("NFC", text)) == whole(unicodedata.normalize("NFD", text))


@given(TEXT | PROSE)
def test_line_ends_of_windows_and_spaces_that_do_not_break_are_no_matter(text: str) -> None:
    text = text.replace("\r", "")
    assert whole(text.replace("\n", "\r\n")) == whole(text)
    assert whole(text.replace(" ", "\u00a0")) == whole(text)
    assert whole(text.replace(" ", " \t ")) == whole(text)


@given(
    PROSE, st.lists(st.tuples(st.integers(0, 200), st.sampled_from("\u00ad\u200b\u2060\ufeff\u200e")), max_size=8), st.data()
)
def test_invisible_characters_are_no_matter(text: str, hidden: list[tuple[int, str]], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changed = text
    spans = Span(start, end)
    for at, sign in hidden:
        place = min(at, len(changed))
        changed = changed[:place] + sign + changed[place:]
        spans = Span(spans.start + (place < spans.start), spans.end + (place < spans.end))
    assert whole(changed) == whole(text)
    assert sizes(CountedText(changed), [spans]) == sizes(CountedText(text), [Span(start, end)])


@given(cases())
def test_merged_ranges_count_like_the_ranges(case: tuple[CountedText, list[Span]]) -> None:
    counted, spans = case
    assert sizes(counted, list(union(spans))) == sizes(counted, spans)


def test_selection_grows_to_whole_words_but_not_to_punctuation() -> None:
    text = "“Well-known don’t,” he said."
    counted = CountedText(text)
    for inside, grown in (("ell", "Well-known"), ("on’", "don’t"), ("known do", "Well-known don’t"), ("he s", "he said")):
        start = text.index(inside)
        (span,) = counted.snap([Span(start, start + len(inside))])
        assert span.of(text) == grown


def test_empty_selection_inside_a_grapheme_is_empty() -> None:
    assert CountedText("e\u0301").snap([Span(1, 1)]) == ()


def test_sentences_and_paragraphs() -> None:
    counted = CountedText("One. Two! “Three?” Four\nFive. Six.")
    text = counted.text
    assert counted.sentences([Span(0, len(text))]) == 6
    assert counted.sentences([Span(0, 6)]) == 2
    assert counted.sentences([Span(0, 3)]) == 1
    assert counted.sentences([Span(0, 3), Span(1, 2)]) == 1
    assert counted.paragraphs([Span(0, len(text))]) == 2
    assert counted.paragraphs([Span(0, 3), Span(text.index("Six"), len(text))]) == 2
    assert CountedText("One.\n\n* * *\n\nTwo.").paragraphs([Span(0, 20)]) == 2


def test_totals_of_scripts_without_spaces_have_no_words() -> None:
    for text in ("新闻报道 内容", "ข่าวสารวันนี้", "カタカナ", "ຂ່າວ", "ព័ត៌មាន", "သတင်း"):
        assert count(text).words is None
    assert count("Ten words 新").words is not None
    assert count("").chars == 0


def test_same_text_is_counted_once() -> None:
    text = "One two three."
    assert counted_text(text) is counted_text("".join(list(text)))


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "word " * 200_000, "e\u0301\u200b" * 300_000, "." * 1_000_000, "U.S." * 250_000]
)
def test_text_of_a_megabyte_is_counted(text: str) -> None:
    counted = CountedText(text)
    spans = [Span(at, at + 5) for at in range(0, 300_000, 30)]
    assert counted.used(spans).chars <= counted.totals.chars
    assert counted.sentences(spans) <= counted.sentences([Span(0, len(text))])
