"""Styles: each with all facts, without author, without date, without address; and speech with its speaker."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span
from app.citation import STYLES, Reference, render, text_fragment
from app.citation.credit import text_of
from app.citation.marks import MARKS, nest
from app.citation.names import initials, inverted
from app.citation.reference import long_date
from app.model.rights import RightsStatement

FULL = Reference(
    headline="Lighthouse shines again", authors=("Maren Tveit",), source="Halden Courier", published="2022-03-04",
    url="https://courier.example.org/1", accessed="2026-11-23",
)  # fmt: skip
FOUR = ("Maren Tveit", "Jean-Paul Okafor", "Ursula von der Leyen", "Anna Berg")
SITUATIONS = {
    "full": FULL,
    "no author": replace(FULL, authors=()),
    "corporate author": replace(FULL, authors=("Northern Press Agency",)),
    "source as author": replace(FULL, authors=("Halden Courier",)),
    "two authors": replace(FULL, authors=FOUR[:2]),
    "four authors": replace(FULL, authors=FOUR),
    "no date": replace(FULL, published=None),
    "month only": replace(FULL, published="2022-03"),
    "no url": replace(FULL, url=None, accessed=None),
    "question": replace(FULL, headline="Who lit it?"),
    "headline only": Reference(headline="Lighthouse shines again"),
}
GOLDEN = Path(__file__).with_name("styles.golden")
"""A block for each style, a line for each situation; the manuals are named in `app.citation.styles`."""


def line(style: str, reference: Reference) -> str:
    return text_of(STYLES[style](reference), reference.url)


def golden() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    style = ""
    for row in GOLDEN.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            style = row[2:]
        elif row:
            situation, _, expected = row.partition(": ")
            found[style, situation] = expected
    return found


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("style", STYLES)
def test_reference_as_the_manual_writes_it(style: str, situation: str) -> None:
    assert line(style, SITUATIONS[situation]) == golden()[style, situation]


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
    assert inverted("Northern Press Agency") == "Northern Press Agency"
    assert inverted("Martin Holt Jr.") == "Holt, Martin, Jr."
    assert initials("Anna Maria Berg") == "Berg, A. M."
    assert initials("Jean-Paul Holt Jr.") == "Holt, J.-P., Jr."


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
