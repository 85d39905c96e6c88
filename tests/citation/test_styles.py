"""Styles: each with all facts, without author, without date, without address; and speech with its speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span
from app.citation import STYLES, Reference, render, text_fragment
from app.citation.marks import MARKS, nest
from app.citation.reference import initials, inverted, long_date
from app.model.rights import RightsStatement

FULL = Reference(
    headline="Lighthouse shines again", authors=("Maren Tveit",), source="Halden Courier", published="2022-03-04",
    url="https://courier.example.org/1", accessed="2026-11-23",
)  # fmt: skip
BARE = Reference(headline="Lighthouse shines again")


def line(style: str, reference: Reference) -> str:
    return "".join(piece.text for piece in STYLES[style](reference))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("dash", "— Maren Tveit, Halden Courier, 4 March 2022"),
        ("agency", "(Halden Courier, 4 March 2022)"),
        ("apa", "Tveit, M. (2022, March 4). Lighthouse shines again. Halden Courier."),
        ("mla", "Tveit, Maren. “Lighthouse shines again.” Halden Courier, 4 Mar. 2022."),
        ("chicago", "Maren Tveit, “Lighthouse shines again,” Halden Courier, March 4, 2022."),
        ("chicago-author-date", "Tveit, Maren. 2022. “Lighthouse shines again.” Halden Courier, March 4, 2022."),
        ("harvard", "Tveit, M. (2022) ‘Lighthouse shines again’, Halden Courier, 4 March. (Accessed: 23 November 2026)."),
        ("iso690", "TVEIT, Maren. Lighthouse shines again. Halden Courier [online]. 2022-03-04 [viewed 2026-11-23]."),
        ("oscola", "Maren Tveit, ‘Lighthouse shines again’ Halden Courier (4 March 2022) accessed 23 November 2026"),
        ("wiki", "{{cite news |author=Maren Tveit |title=Lighthouse shines again |url=https://courier.example.org/1 "
                 "|work=Halden Courier |date=2022-03-04 |access-date=2026-11-23}}"),
    ],
)  # fmt: skip
def test_reference_with_all_facts(style: str, expected: str) -> None:
    assert line(style, FULL) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("dash", "— Lighthouse shines again"),
        ("agency", "(Lighthouse shines again)"),
        ("apa", "Lighthouse shines again. (n.d.)."),
        ("mla", "“Lighthouse shines again.”"),
        ("chicago", "“Lighthouse shines again.”"),
        ("chicago-author-date", "n.d.. “Lighthouse shines again.”"),
        ("harvard", "Lighthouse shines again (no date) ‘Lighthouse shines again’."),
        ("iso690", "Lighthouse shines again [online]."),
        ("oscola", "‘Lighthouse shines again’"),
        ("wiki", "{{cite news |title=Lighthouse shines again}}"),
    ],
)
def test_reference_with_the_headline_only(style: str, expected: str) -> None:
    assert line(style, BARE) == expected


@pytest.mark.parametrize("style", sorted(set(STYLES) - {"wiki"}))
def test_speaker_leads_the_credit(style: str) -> None:
    spoken = Reference(headline="h", source="Halden Courier", speaker="Ingrid Solbakken")
    assert "Ingrid Solbakken, quoted by " in line(style, spoken)


def test_payload_carries_marks_source_and_link_in_every_flavour() -> None:
    text = "One two three four five six seven eight nine ten."
    payload = render(text, [Span(0, 13), Span(19, 28)], FULL, style="apa", language="de", statement=RightsStatement())
    for flavour in (payload.plain, payload.html, payload.markdown):
        assert "„One two three […] five six“" in flavour.replace("\\", "")
        assert "Halden Courier" in flavour
        assert "https://courier.example.org/1#:~:text=" in flavour
    assert "\\u8222?One two three [\\u8230?] five six\\u8220?" in payload.rtf
    assert "HYPERLINK" in payload.rtf


def test_right_to_left_text_says_so() -> None:
    payload = render(
        "سلام", [Span(0, 4)], Reference("h", language="ar"), style="dash", language="ar", statement=RightsStatement()
    )
    assert 'lang="ar" dir="rtl"' in payload.html
    assert payload.url is None


@pytest.mark.parametrize("language", sorted(MARKS))
def test_every_language_marks_a_plain_passage(language: str) -> None:
    marks = MARKS[language]
    marked = nest("word", language)
    assert marked.startswith(marks.opening)
    assert marked.endswith(marks.closing)
    assert "word" in marked


def test_dates_in_words() -> None:
    assert long_date("2022-03-04", "de-AT") == "4. März 2022"
    assert long_date("2022-03", "fr") == "mars 2022"
    assert long_date("2022", "en") == "2022"
    assert long_date("2022-03-04", "fi") == "2022-03-04"
    assert long_date(None, "en") is None


def test_names_turned() -> None:
    assert inverted("Ursula von der Leyen") == "von der Leyen, Ursula"
    assert inverted("Reuters") == "Reuters"
    assert initials("Anna Maria Berg") == "Berg, A. M."


@given(st.lists(st.sampled_from(["One.", "two", "three,", "four-five", "six"]), min_size=1, max_size=40), st.data())
def test_fragment_of_any_passage_has_no_raw_delimiter(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    directive = text_fragment(text, Span(start, end), limit=20)
    assert directive.startswith("text=")
    assert "&" not in directive
    assert " " not in directive
    assert directive.count(",") <= 3
