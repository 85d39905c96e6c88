"""Words of links and buttons around a text, and what a limit is a share of without them."""

from fractions import Fraction

import pytest

from app.base.spans import Span
from app.model.rights import Cap, RightsStatement
from app.rights import CountedText, count, judge, likely_boilerplate, paragraph_spans

TEXT = "Share this article\nThe crane came to the harbour on Monday.\nA second one\nIt is grey as the first one was, said “the Mayor.”\nMore from the harbour\nTop stories"


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        (TEXT, ["Share this article", "More from the harbour", "Top stories"]),
        ("The crane came on Monday.\nIt is grey.", []),
        ("Roses are red\nViolets are blue\nThe crane is grey.", []),
        ("Roses are red", []),
        ("", []),
        ("起重机到了。\n市长说话了。\n更多新闻", ["更多新闻"]),
        ("The crane came.\nIt is grey.\n" + "and so on and on " * 6, []),
        ("The crane came.\nIt is grey.\n\n", []),
    ],
)
def test_short_paragraphs_around_the_text_that_are_no_sentences_are_likely_none_of_it(text: str, likely: list[str]) -> None:
    assert [span.of(text) for span in likely_boilerplate(text)] == likely


def test_paragraphs_are_what_lies_between_newlines() -> None:
    assert [span.of(TEXT) for span in paragraph_spans(TEXT)] == TEXT.split("\n")


def struck(text: str, *numbers: int) -> CountedText:
    return CountedText(text, [paragraph_spans(text)[number] for number in numbers])


@pytest.mark.parametrize("numbers", [(0,), (1, 2), (0, 4, 5), (5,), ()])
def test_the_whole_is_what_is_left(numbers: tuple[int, ...]) -> None:
    kept = "\n".join(line for number, line in enumerate(TEXT.split("\n")) if number not in numbers)
    assert struck(TEXT, *numbers).entire.totals == count(kept)


def percent(counted: CountedText, take: Span, *, prior: tuple[Span, ...] = (), **more: object) -> dict[str, tuple[int, int]]:
    statement = RightsStatement(kind="quote_cap", caps=(Cap(Fraction(50), "percent", **more),))  # type: ignore[arg-type]
    return {name: (m.total, m.used) for name, m in judge(statement, counted, [take], prior).measures.items()}


def test_struck_paragraph_makes_the_whole_smaller_and_counts_when_it_is_quoted() -> None:
    counted = struck(TEXT, 0, 4, 5)
    assert percent(counted, Span(0, 5))["words"] == (22, 1)
    assert percent(CountedText(TEXT), Span(0, 5))["words"] == (31, 1)
    assert percent(counted, Span(19, 24), prior=(Span(0, 18),))["words"] == (22, 5)


def test_leading_limit_leaves_out_what_is_struck_before_the_passage() -> None:
    at = TEXT.index("Monday")
    assert percent(struck(TEXT, 0), Span(at, at + 6), position="leading")["words"] == (28, 8)
    assert percent(CountedText(TEXT), Span(at, at + 6), position="leading")["words"] == (31, 11)
    assert percent(struck(TEXT, 0), Span(0, 5), position="leading")["words"] == (28, 1)


def test_text_whose_rest_has_no_words_is_measured_in_letters() -> None:
    text = "起重机到了。\n" + "The crane came on Monday. " * 5
    assert "words" not in percent(struck(text, 1), Span(0, 3))
