"""Styles: each with all facts, without author, without date, without address; and speech with its speaker."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.base.spans import Span
from app.citation import STYLES, Reference, render
from app.citation.credit import text_of
from app.citation.marks import MARKS
from app.citation.reference import long_date
from app.citation.words import AND, MONTHS, MONTHS_ALONE, QUOTED_BY
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
    "about a date": replace(FULL, published="2022-03~"),
    "no url": replace(FULL, url=None, accessed=None),
    "question": replace(FULL, headline="Who lit it?"),
    "particles": replace(FULL, authors=("Robert De Niro", "José Ortega y Gasset", "Martin Holt Jr.")),
    "single names": replace(FULL, authors=("Madonna", "王小明")),
    "two surnames": replace(FULL, authors=("Gabriel García Márquez", "O'Neil Jr., Pat")),
    "own order": replace(FULL, authors=("Zhang Weimin", "Holt, Berg & Partners")),
    "initials": replace(FULL, authors=("J. R. O’Neil",)),
    "the source": replace(FULL, source="The Halden Courier"),
    "speech in headline": replace(FULL, headline="Keeper: “We lit it”"),
    "headline only": Reference(headline="Lighthouse shines again"),
}
GOLDEN = Path(__file__).with_name("styles.golden")
"""A block for each style, a line for each situation; the manuals are named in `app.citation.styles`."""


def line(style: str, reference: Reference) -> str:
    """Return a reference with its italics between asterisks."""
    shown = (replace(piece, text=f"*{piece.text}*") if piece.italic else piece for piece in STYLES[style](reference))
    return text_of(tuple(shown), reference.url)


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


def test_dates_in_words() -> None:
    assert long_date("2022-03-04", "de-AT") == "4. März 2022"
    assert long_date("2022-03", "fr") == "mars 2022"
    assert long_date("2022", "en") == "2022"
    assert long_date("2022-03-04", "sw") == "2022-03-04"
    assert long_date("2022-03-04", "fi") == "4. maaliskuuta 2022"
    assert long_date("2022-03", "cs") == "březen 2022"
    assert long_date("2022-03-04", "zh-TW") == "2022年3月4日"
    assert long_date(None, "en") is None


@pytest.mark.parametrize("language", sorted(QUOTED_BY))
def test_speaker_leads_in_each_language(language: str) -> None:
    spoken = Reference(
        headline="h", source="Halden Courier", speaker="Ingrid Solbakken", told_in=language, published="2022-03-04"
    )
    assert line("agency", spoken).startswith(f"(Ingrid Solbakken, {QUOTED_BY[language]} Halden Courier, ")
    assert line("dash", spoken).startswith(f"— Ingrid Solbakken, {QUOTED_BY[language]} Halden Courier, ")
    assert "quoted by" in line("mla", spoken)


def test_every_language_that_has_marks_says_who_reported_or_falls_back_as_a_whole() -> None:
    languages = {language.split("-")[0] for language in MARKS}
    without = {language for language in languages if language not in QUOTED_BY}
    assert len(languages - without) >= 30
    for language in without:
        spoken = Reference(headline="h", authors=("A B", "C D"), source="S", speaker="X", told_in=language)
        assert line("dash", spoken) == f"— X, quoted by A B {AND.get(language, 'and')} C D, S"


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_dates_have_twelve_months(language: str) -> None:
    assert len(MONTHS[language].split()) == len(MONTHS_ALONE[language].split()) == 12
    assert "2022" in (long_date("2022-12-31", language) or "")
    assert "2022" in (long_date("2022-12", language) or "")
