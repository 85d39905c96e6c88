"""The flavours: what terms want shown, italics, and text that tries to be markup."""

import html
import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.base.spans import Span
from app.citation import STYLES, Payload, Reference, render
from app.model.rights import Cap, RightsStatement
from app.rights import badge, summary
from tests.citation.test_styles import FULL

TEXT = "One two three four five six seven eight nine ten."
TWO = [Span(0, 7), Span(19, 28)]
BY = RightsStatement(kind="open_licence", spdx="CC-BY-4.0", uri="https://creativecommons.org/licenses/by/4.0/")
EVIL = (
    '<script>alert(1)</script> ](javascript:alert(1)) [x](javascript:y) {\\field{\\*\\fldinst HYPERLINK "http://evil"}} '
    "\u202eevil\u202c \x00 \ud800 \n\nER  - \n{{x}}|y=z ''' &lt;b&gt; `code` *b* _i_ # h"
)
MARKDOWN = MarkdownIt("js-default")


def paid(
    reference: Reference = FULL, *, style: str = "dash", language: str = "en", spans: list[Span] | None = None, **terms: object
) -> Payload:
    statement = terms.pop("statement", None) or RightsStatement(**terms)  # type: ignore[arg-type]
    return render(TEXT, spans or TWO, reference, style=style, language=language, statement=statement)  # type: ignore[arg-type]


def flavours_of(payload: Payload) -> tuple[str, ...]:
    return payload.html, payload.plain, payload.markdown, payload.rtf


def test_open_licence_is_named_and_linked_and_changes_are_told() -> None:
    payload = paid(statement=BY)
    assert ', <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>, abridged</p>' in payload.html
    assert ", CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), abridged, https://courier" in payload.plain
    assert "[CC BY 4.0](<https://creativecommons.org/licenses/by/4.0/>), abridged" in payload.markdown
    assert 'HYPERLINK "https://creativecommons.org/licenses/by/4.0/"}}{\\fldrslt{CC BY 4.0}}' in payload.rtf
    assert "nofollow" not in payload.html


def test_changes_are_told_in_the_language_of_the_publication_and_only_where_there_are_any() -> None:
    assert "gekürzt" in paid(statement=BY, language="de-AT").plain
    assert "abridged" in paid(statement=BY, language="sw").plain
    assert "abridged" not in paid(statement=BY, spans=[Span(0, 7)]).plain
    assert "abridged" not in paid().plain
    assert "abridged" in paid(changes_notice=True).plain


def test_licence_stands_behind_the_end_of_a_reference() -> None:
    assert "4 Mar. 2022, https://courier.example.org/1#" in paid(style="mla", statement=BY).plain
    assert ". CC BY 4.0 (https" in paid(style="mla", statement=BY).plain
    assert "}} CC BY 4.0 (https" in paid(style="wiki", statement=BY).plain


def test_licence_whose_address_cannot_be_linked_is_named() -> None:
    payload = paid(statement=replace(BY, uri="javascript:alert(1)"))
    assert "javascript" not in "".join(flavours_of(payload))
    assert "CC BY 4.0" in payload.html


@pytest.mark.parametrize(
    ("spdx", "name"),
    [
        ("CC-BY-SA-3.0", "CC BY-SA 3.0"),
        ("OGL-UK-3.0", "OGL-UK 3.0"),
        ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"),
        ("CC0-1.0", "CC0 1.0"),
        ("CC-BY-2.0", "CC BY 2.0"),
    ],
)
def test_licences_are_written_as_people_do(spdx: str, name: str) -> None:
    statement = replace(BY, spdx=spdx)
    assert (statement.licence, badge(statement), summary(statement)[0]) == (name, name, name)
    assert f"{name} (https" in paid(statement=statement).plain


@pytest.mark.parametrize("style", STYLES)
def test_prescribed_wording_stands_in_every_flavour_word_for_word(style: str) -> None:
    wording = "Courtesy of Halden Courier & Sons"
    payload = paid(style=style, credit_text=wording)
    assert wording in payload.plain
    assert html.escape(wording) in payload.html
    assert payload.plain.count(wording) == 1


@pytest.mark.parametrize("style", STYLES)
def test_plain_text_spells_the_address_once(style: str) -> None:
    assert paid(style=style).plain.count("https://courier.example.org/1") == 1


def test_prescribed_wording_that_is_there_is_not_doubled() -> None:
    assert paid(credit_text="Maren Tveit, Halden Courier").plain.count("Halden Courier") == 1


def test_italics_in_the_flavours_that_know_them() -> None:
    payload = paid(style="mla")
    assert "<i>Halden Courier</i>" in payload.html
    assert "*Halden Courier*" in payload.markdown
    assert "{\\i Halden Courier}" in payload.rtf
    assert "*" not in payload.plain
    assert "<i>" not in paid(style="dash").html


def test_credit_line_is_in_the_language_of_the_publication() -> None:
    payload = paid(replace(FULL, speaker="Ingrid Solbakken", authors=FULL.authors * 2), language="de")
    assert "— Ingrid Solbakken, zitiert von Maren Tveit und Maren Tveit, Halden Courier, 4. März 2022" in payload.plain
    assert (
        "Ingrid Solbakken, quoted by Tveit, M."
        in paid(replace(FULL, speaker="Ingrid Solbakken"), style="apa", language="de").plain
    )


def test_capped_passage_is_not_handed_out_again_by_its_link() -> None:
    capped = paid(spans=[Span(0, 49)], caps=(Cap(Fraction(50), "percent"),))
    assert "five" not in (capped.url or "")


class Tags(HTMLParser):
    """Collects the tags of a text and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def safe(payload: Payload) -> None:
    """Assert that nothing of the text became markup."""
    read = Tags()
    read.feed(payload.html)
    assert read.tags <= {"blockquote", "p", "a", "i"}
    shown = Tags()
    shown.feed(MARKDOWN.render(payload.markdown))
    assert shown.tags <= {"blockquote", "p", "a", "em"}
    assert all(
        link.startswith(("https://courier.example.org/", "https://creativecommons.org/")) for link in read.links + shown.links
    )
    without_escapes = re.sub(r"\\[\\{}]", "", payload.rtf)
    assert without_escapes.count("{") == without_escapes.count("}")
    assert set(re.findall(r"\\[a-z*]+", without_escapes)) <= {
        "\\rtf", "\\ansi", "\\deff", "\\fonttbl", "\\f", "\\pard", "\\li", "\\ri", "\\par", "\\u", "\\field", "\\*", "\\fldinst", "\\fldrslt", "\\i",
    }  # fmt: skip
    assert "\n" not in payload.rtf
    for flavour in flavours_of(payload):
        assert not re.search("[\x00\x1b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", flavour)


@pytest.mark.parametrize("style", STYLES)
def test_hostile_facts_are_shown_not_obeyed(style: str) -> None:
    hostile = replace(FULL, headline=EVIL, authors=(EVIL,), source=EVIL, speaker=EVIL, language='en"><script>')
    safe(paid(hostile, style=style, credit_text=EVIL, language=EVIL))
    safe(render(EVIL, [Span(0, len(EVIL))], hostile, style=style, language="fr", statement=BY))


@given(
    st.text(max_size=40), st.text(max_size=20), st.sampled_from(sorted(STYLES)), st.sampled_from(["en", "fr", "de", "ja", "ar"])
)
def test_no_text_becomes_markup(text: str, name: str, style: str, language: str) -> None:
    hostile = replace(FULL, headline=text, authors=(name,), source=name or None, language=language)
    safe(render(text, [Span(0, len(text))], hostile, style=style, language=language, statement=BY))


@pytest.mark.parametrize(
    "text", ["“a” " * 250_000, "'x " * 300_000, "‘tis " * 200_000, "\"'’" * 300_000, "a\u200b\u0301" * 300_000]
)
def test_passage_of_a_megabyte(text: str) -> None:
    spans = [Span(0, len(text))]
    assert len(render(text, spans, FULL, style="apa", language="de", statement=RightsStatement()).plain) > 300_000


def test_ten_thousand_passages() -> None:
    spans = [Span(at * 4, at * 4 + 3) for at in range(10_000)]
    payload = render("abc " * 10_000, spans, FULL, style="dash", language="en", statement=BY)
    assert payload.plain.count("[…]") == 9_999
