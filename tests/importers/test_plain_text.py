"""Plain text and Markdown: fields by position, notices, encodings, and nothing made up."""

from pathlib import Path

import pytest

from app.base.errors import ItemError
from app.base.text import sha256
from app.importers import Captured, read
from app.importers.notices import is_notice, split_notice
from app.importers.values import byline_names, edtf, language_tag, people
from app.model.captured import CapturedArticle

BODY = (
    "The lighthouse of Varnsund has been repaired by volunteers of the town, who worked on it through two winters.",
    "Nobody was paid for the work. The council gave the paint, and a firm from Bergen lent its scaffold for nothing.",
)


def article(text: str, name: str = "a.txt") -> CapturedArticle:
    (found,) = read(Captured(text.encode(), name)).articles
    return found


def test_head_is_read_by_position() -> None:
    found = article("Culture\n\nLighthouse shines again\n\nVolunteers did it\n\n(Photo: Town Archive)\n" + "\n".join(BODY))
    assert found.section is not None
    assert (found.section.value, found.headline and found.headline.value, found.deck and found.deck.value) == (
        "Culture", "Lighthouse shines again", "Volunteers did it",
    )  # fmt: skip
    assert found.photo_credit is not None
    assert found.photo_credit.value == "Town Archive"
    assert found.body == "\n".join(BODY)
    assert (found.published, found.url, found.authors, found.source) == (None, None, (), None)


def test_byline_source_and_date() -> None:
    found = article("Lighthouse shines again\n\nBy Maren Tveit and Jonas Lie, Halden Courier, 3 May 2021\n\n" + "\n".join(BODY))
    assert [author.value for author in found.authors] == ["Maren Tveit", "Jonas Lie"]
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2021-05-03", "stated")
    assert found.source is not None
    assert found.source.value == "Halden Courier"


@pytest.mark.parametrize(
    ("start", "source"),
    [
        ("NORTHBRIDGE WIRE - ", "Northbridge Wire"),
        ("NORDSEE-BOTE - ", "Nordsee-bote"),
        ("BERLIN, 4 March (dpa) – ", "dpa"),
        ("USPA NEWS - ", "USPA News"),
    ],
)
def test_slug_names_the_source_and_stays(start: str, source: str) -> None:
    found = article("A headline of some words\n\n" + start + "\n".join(BODY))
    assert found.body.startswith(start)
    assert found.source is not None
    assert (found.source.value, found.source.how) == (source, "stated")


def test_notice_is_a_field_and_no_body() -> None:
    notice = "Texts may be quoted up to 100 words with a link to the source."
    found = article("Headline of words here\n\n" + "\n".join((*BODY, notice)))
    assert found.notice is not None
    assert found.notice.value == notice
    assert notice not in found.body


def test_notice_needs_terms_and_no_reporting() -> None:
    assert not is_notice("The minister said that the text may be quoted by anybody.")
    assert not is_notice("“All rights reserved,” the sign read.")
    assert split_notice(["© 2020 Halden Courier"]) == (["© 2020 Halden Courier"], "")


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "The lighthouse of Varnsund has been repaired by the volunteers of\nthe town, who worked on it through two winters and a rather wet\nspring without being paid."
    found = article(f"Lighthouse shines again\n\n{wrapped}\n\n{BODY[1]}\n")
    assert found.body.count("\n") == 1


def test_headline_is_inferred_where_there_is_none() -> None:
    found = article(BODY[0])
    assert found.headline is not None
    assert found.headline.how == "inferred"


def test_front_matter_and_markdown() -> None:
    text = "---\ntitle: Night house\nauthor: Maren Tveit\ndate: 2019-06-12\nurl: https://courier.example.org/1\ntags: garden, night\n---\n\nA *fine* [garden](https://x.example.org) opens tonight, and everybody in the town may come and see it.\n\n- one\n- two\n"
    found = article(text, "a.md")
    assert found.body == "A fine garden opens tonight, and everybody in the town may come and see it.\none\ntwo"
    assert (found.published and found.published.value, found.url and found.url.value) == (
        "2019-06-12",
        "https://courier.example.org/1",
    )
    assert found.keywords == ("garden", "night")


def test_address_that_cannot_be_linked_is_told() -> None:
    found = article("---\ntitle: T of three words\nurl: javascript:alert(1)\n---\n" + BODY[0], "a.md")
    assert found.url is None
    assert [warning.code for warning in found.warnings] == ["url-not-usable"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = (
        "Fähre kehrt zurück in die Bucht\n\nDie „Regina“ fährt wieder über die Elbe, und alle Leute freuen sich darüber sehr.\n"
        * 3
    )
    result = read(Captured(text.encode(encoding), "a.txt"))
    assert "fährt wieder über die Elbe" in result.articles[0].body
    assert result.encoding is not None


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (b" \n\t", "empty-file"), (b"%PDF-1.7\n", "not-supported"), (b"\x00\x01\x02" * 50, "not-supported"),
     (b"PK\x03\x04....", "not-supported"), (b"<html><body></body></html>", "no-text")],
)  # fmt: skip
def test_what_is_no_text_is_told(content: bytes, code: str) -> None:
    with pytest.raises(ItemError) as caught:
        read(Captured(content, "a.txt", path="in/a.txt"))
    assert (caught.value.code, caught.value.params["path"]) == (code, "in/a.txt")


def test_one_giant_line_and_control_characters() -> None:
    found = article("Word " * 50_000 + "\x07\u00ad")
    assert "\x07" not in found.body
    assert len(found.body) > 200_000


@pytest.mark.parametrize(
    ("text", "date"),
    [("4 March 2022", "2022-03-04"), ("March 4, 2022", "2022-03-04"), ("4. März 2022", "2022-03-04"), ("mayo de 2012", "2012-05"), ("2014-04", "2014-04"),
     ("04.03.2022", "2022-03-04"), ("2022-03-04T08:00:00+01:00", "2022-03-04T08:00:00+01:00"), ("2022-03-04 08:00", "2022-03-04T08:00"),
     ("Fri, 04 Mar 2022 08:00:00 +0000", "2022-03-04T08:00:00+00:00"), ("03/04/2022", None), ("31 February 2022", None), ("soon", None)],
)  # fmt: skip
def test_dates(text: str, date: str | None) -> None:
    assert edtf(text) == date


def test_names_and_languages() -> None:
    assert people("By Maren Tveit, Jonas Lie and Amina Berger") == ("Maren Tveit", "Jonas Lie", "Amina Berger")
    assert people("Tveit, Maren") == ("Tveit, Maren",)
    assert people("Tveit, Maren B.; Lie, Jonas") == ("Tveit, Maren B.", "Lie, Jonas")
    assert people("Martin Holt, Jr., and Jonas Lie") == ("Martin Holt, Jr.", "Jonas Lie")
    assert people("José Ortega y Gasset") == ("José Ortega y Gasset",)
    assert people("Ana Ruiz y Eva Soto") == ("Ana Ruiz", "Eva Soto")
    assert byline_names("By the end of the day they had gone") == ()
    assert [language_tag(text) for text in ("en-GB", "pt_BR", "English", "x", "12")] == ["en", "pt", "en", None, None]


def test_real_article(shared: Path) -> None:
    found = read(Captured((shared / "seed" / "article.txt").read_bytes(), "article.txt")).articles[0]
    assert found.section is not None
    assert found.section.value == "Politics"
    assert found.photo_credit is not None
    assert found.photo_credit.value == "NATO Press Service"
    assert found.source is not None
    assert found.source.value == "USPA News"
    assert found.body.count("\n") == 7
    assert sha256(found.body) == "abbcb99363f90035342c4000017e61e58cb96732bc412ad8ec21280373cef865"
    assert (found.published, found.url, found.authors) == (None, None, ())
