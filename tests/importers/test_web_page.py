"""Web pages: what they state, their main text, and pages that want to break the reader."""

import pytest

from app.importers import Captured, ReadResult, read

PARAGRAPHS = """<p>The old ferry of Halden has returned to the fjord after nine years in a dry dock, and hundreds came to see it.</p>
<p>“We did not believe that she would ever sail again,” said Tomas Okafor, who led the work in the yard for six of those years.</p>"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "Ferry returns to the fjord", "datePublished": "2021-05-03T08:00:00+02:00", "articleSection": "Local",
"author": [{"@type": "Person", "name": "Maren Tveit"}], "publisher": {"@type": "Organization", "name": "Halden Courier"},
"license": "https://creativecommons.org/licenses/by/4.0/", "about": {"@type": "Place", "name": "Halden"}}]}</script>"""


def page(head: str = "", body: str = PARAGRAPHS, foot: str = "", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Ferry returns to the fjord | Halden Courier</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Ferry returns to the fjord</h1>{body}</article><footer>{foot}</footer></body></html>"
    )


def result(text: str | bytes, name: str = "a.html") -> ReadResult:
    return read(Captured(text.encode() if isinstance(text, str) else text, name))


def test_structured_values_are_stated() -> None:
    (found,) = result(page(JSON_LD, foot="<small>© 2021 Halden Courier</small>")).articles
    assert found.headline is not None
    assert (found.headline.value, found.headline.where) == ("Ferry returns to the fjord", "h1")
    stated = {name: getattr(found, name) for name in ("published", "source", "section")}
    assert {name: (s.value, s.how, s.where) for name, s in stated.items()} == {
        "published": ("2021-05-03T08:00:00+02:00", "stated", "json-ld"), "source": ("Halden Courier", "stated", "json-ld"),
        "section": ("Local", "stated", "json-ld"),
    }  # fmt: skip
    assert [author.value for author in found.authors] == ["Maren Tveit"]
    assert [(fact.name, fact.value) for fact in found.rights_facts] == [
        ("license", "https://creativecommons.org/licenses/by/4.0/")
    ]
    assert [entity.name for entity in found.entities] == ["Halden"]
    assert found.notice is not None
    assert found.notice.value == "© 2021 Halden Courier"
    assert found.body.split("\n")[0].startswith("The old ferry")


def test_nothing_is_made_up_for_a_bare_page() -> None:
    (found,) = result(f"<html><body>{PARAGRAPHS}</body></html>").articles
    assert (found.published, found.source, found.authors, found.url) == (None, None, (), None)
    assert found.headline is not None
    assert found.headline.how == "inferred"


def test_byline_date_and_caption_are_no_body() -> None:
    body = (
        "<p>By Maren Tveit</p><figure><img src='x'><figcaption>The ferry. Photo: Harbour Museum</figcaption></figure>"
        + PARAGRAPHS
    )
    (found,) = result(page(body=body)).articles
    assert [author.value for author in found.authors] == ["Maren Tveit"]
    assert found.captions == ("The ferry. Photo: Harbour Museum",)
    assert found.photo_credit is not None
    assert found.photo_credit.value == "Harbour Museum"
    assert "Photo:" not in found.body


def test_an_initial_does_not_end_a_credit() -> None:
    body = "<figure><img src='x'><figcaption>The ferry. Photo: C. Marsh. On the quay.</figcaption></figure>" + PARAGRAPHS
    (found,) = result(page(body=body)).articles
    assert found.photo_credit is not None
    assert found.photo_credit.value == "C. Marsh"


def test_open_graph_and_meta() -> None:
    head = (
        '<meta property="og:title" content="Ferry returns to the fjord"><meta property="og:site_name" content="Halden Courier">'
        '<meta property="article:published_time" content="2021-05-03"><meta name="author" content="Maren Tveit and Jonas Lie">'
        '<link rel="canonical" href="https://courier.example.org/ferry"><meta name="keywords" content="ferry, fjord">'
    )
    (found,) = result(page(head)).articles
    assert found.source is not None
    assert found.source.value == "Halden Courier"
    assert found.canonical_url is not None
    assert found.canonical_url.value == "https://courier.example.org/ferry"
    assert len(found.authors) == 2
    assert found.keywords == ("ferry", "fjord")


def test_saved_pages_keep_their_address() -> None:
    single = "<!DOCTYPE html> <!--\n Page saved with SingleFile \n url: https://courier.example.org/s \n saved date: Mon May 03 2021 10:00:00 GMT+0200\n--><html>"
    (found,) = result(page().replace("<!DOCTYPE html><html", single[:-1], 1)).articles
    assert found.url is not None
    assert found.url.value == "https://courier.example.org/s"
    assert found.captured is not None
    assert found.captured.value == "2021-05-03"
    saved = "<!-- saved from url=(0032)https://courier.example.org/t -->" + page()
    (found,) = result(saved).articles
    assert found.url is not None
    assert found.url.value == "https://courier.example.org/t"


def test_broken_json_ld_is_passed_over() -> None:
    (found,) = result(page('<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>')).articles
    assert found.headline is not None


def test_wrong_ending_is_told() -> None:
    found = result(page(), "report.pdf")
    assert [warning.code for warning in found.warnings] == ["named-otherwise"]
    assert found.media_type == "text/html"


def test_declared_language_that_the_text_denies_is_told() -> None:
    (found,) = result(page(lang="de")).articles
    assert found.language is not None
    assert (found.language.value, found.language.how) == ("de", "stated")
    assert [warning.code for warning in found.warnings] == ["language-disagrees"]


def test_wrongly_declared_charset() -> None:
    text = page().replace("fjord after", "fjörd after").replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert "fjörd" in result(text.encode("utf-8")).articles[0].body
    assert "fjörd" in result(text.encode("cp1252")).articles[0].body


@pytest.mark.parametrize(
    "body",
    ["<div>" * 3000 + PARAGRAPHS + "</div>" * 3000, "<table><tr><td>" * 300 + PARAGRAPHS + "</td></tr></table>" * 300],
    ids=["divs", "tables"],
)
def test_deep_page_loses_no_text(body: str) -> None:
    (found,) = result(page(body=body)).articles
    assert "nine years in a dry dock" in found.body
    assert [warning.code for warning in found.warnings] == ["main-text-not-identified"]


def test_embedded_pictures_are_no_text() -> None:
    (found,) = result(page(body=f'<img src="data:image/png;base64,{"A" * 400_000}">{PARAGRAPHS}')).articles
    assert "AAAA" not in found.body
