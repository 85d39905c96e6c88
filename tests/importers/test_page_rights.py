"""What web pages state of their rights, from the page to the terms."""

import json

import pytest

from app.importers import Captured, read
from app.model.captured import CapturedArticle
from app.workflows.examine import terms
from tests.importers.test_web_page import PARAGRAPHS, page

BY = "https://creativecommons.org/licenses/by/4.0/"
BADGE = '<a href="{}"><img alt="Creative Commons Licence" src="badge.png"></a>'


def article(head: str = "", body: str = "", foot: str = "") -> CapturedArticle:
    (found,) = read(Captured(page(head, PARAGRAPHS + body, foot).encode(), "a.html")).articles
    return found


def facts(found: CapturedArticle) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in found.rights_facts]


def ld(**item: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **item})}</script>'


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"license": BY}, [("license", BY)]),
        ({"license": [BY, "https://news.example/terms"]}, [("license", BY), ("license", "https://news.example/terms")]),
        ({"license": {"@type": "CreativeWork", "name": "CC BY 4.0", "url": BY}}, [("license", BY), ("license", "CC BY 4.0")]),
        ({"usageInfo": {"@type": "CreativeWork", "text": "Quote up to 50 words."}}, [("usage_info", "Quote up to 50 words.")]),
        ({"copyrightHolder": {"@type": "Organization", "name": "Halden Courier"}, "copyrightYear": 2021},
         [("copyright_holder", "Halden Courier"), ("copyright_year", "2021")]),
        ({"copyrightHolder": [{"name": "Halden Courier"}, "Maren Tveit"]}, [("copyright_holder", "Halden Courier, Maren Tveit")]),
        ({"copyrightNotice": "© 2021 Halden Courier", "creditText": "Halden Courier"},
         [("copyright_notice", "© 2021 Halden Courier"), ("credit_text", "Halden Courier")]),
        ({"acquireLicensePage": "https://news.example/buy"}, [("acquire_page", "https://news.example/buy")]),
        ({"license": None, "copyrightYear": True, "copyrightHolder": {"@id": "#nobody"}}, []),
        ({"license": [[["nested"]]]}, []),
    ],
)  # fmt: skip
def test_json_ld(item: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert facts(article(ld(**item))) == expected


def test_json_ld_graph_and_references() -> None:
    graph = {"@graph": [[{"@type": "NewsArticle", "license": {"@id": "#licence"}, "copyrightHolder": {"@id": "#us"}}],
                        {"@id": "#licence", "@type": "CreativeWork", "url": BY}, {"@id": "#us", "@type": "Organization", "name": "Halden Courier"}]}  # fmt: skip
    found = article(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert ("license", BY) in facts(found)
    assert ("copyright_holder", "Halden Courier") in facts(found)
    assert terms(found).spdx == "CC-BY-4.0"


def test_licence_of_a_picture_is_none_of_the_article() -> None:
    picture = ld(**{"@type": "ImageObject", "license": BY, "creditText": "A. Marsh"})
    figure = f'<figure><img src="x.jpg"><figcaption>The ferry. <a rel="license" href="{BY}">CC BY</a>{BADGE.format(BY)}</figcaption></figure>'
    about = f'<p about="ferry.jpg"><a rel="license" href="{BY}">{BADGE.format(BY)}</a></p>'
    item = f'<div itemscope itemtype="https://schema.org/ImageObject"><link itemprop="license" href="{BY}"></div>'
    assert facts(article(picture, figure + about + item)) == []


@pytest.mark.parametrize(
    ("head", "body", "foot", "expected"),
    [
        (f'<link rel="license" href="{BY}">', "", "", [("rel_license", BY)]),
        ("", f'<p><a rel="cc:license nofollow" href="{BY}">licence</a></p>', "", [("rel_license", BY)]),
        ("", "", BADGE.format(BY), [("license", BY)]),
        ("", f"<p>{BADGE.format(BY)}</p>", "", [("license", BY)]),
        ("", "", '<img alt="CC" src="https://i.creativecommons.org/l/by-nc/4.0/88x31.png">',
         [("license", "https://creativecommons.org/licenses/by-nc/4.0/")]),
        ("", "", '<a href="http://rightsstatements.org/vocab/InC/1.0/">In copyright</a>',
         [("rightsstatement", "http://rightsstatements.org/vocab/InC/1.0/")]),
        ('<meta name="dcterms.license" content="https://creativecommons.org/licenses/by/4.0/">', "", "", [("license", BY)]),
        ('<meta name="DC.rights" content="CC BY 4.0">', "", "", [("copyright_notice", "CC BY 4.0")]),
        ('<meta name="dcterms.rightsHolder" content="Halden Courier">', "", "", [("copyright_holder", "Halden Courier")]),
        ('<meta name="robots" content="max-snippet:50">', "", "", [("robots", "max-snippet:50")]),
        ('<meta name="robots" content="index, follow">', "", "", []),
        ('<meta name="tdm-reservation" content="1">', "", "", [("tdm_reservation", "1")]),
        ("", "", f'<div><a property="cc:attributionName" href="https://courier.example.org">Halden Courier</a> <a rel="license" href="{BY}">x</a></div>',
         [("rel_license", BY), ("attribution_name", "Halden Courier")]),
        ("", "", '<span itemprop="copyrightHolder">Halden Courier</span>', [("copyright_holder", "Halden Courier")]),
    ],
)  # fmt: skip
def test_elements(head: str, body: str, foot: str, expected: list[tuple[str, str]]) -> None:
    assert facts(article(head, body, foot)) == expected


def test_mention_of_a_licence_in_the_running_text_is_no_term() -> None:
    found = article(
        body=f'<p>The museum put its pictures under <a href="{BY}">a free licence</a> last year, and visitors came.</p>'
        + PARAGRAPHS
    )
    assert facts(found) == []
    assert terms(found).kind == "unknown"


def test_notice_that_names_its_licence_by_the_address_alone() -> None:
    found = article(body=f'<p>This article is licensed under <a href="{BY}">these terms</a>.</p>')
    assert terms(found).spdx == "CC-BY-4.0"


def test_rdfa_about_the_page_itself_counts() -> None:
    head = '<link rel="canonical" href="https://courier.example.org/ferry">'
    link = f'<div about="https://courier.example.org/{{}}"><a rel="license" href="{BY}">x</a></div>'
    assert terms(article(head, foot=link.format("ferry"))).spdx == "CC-BY-4.0"
    assert terms(article(head, foot=link.format("picture"))).kind == "unknown"


def test_holder_and_terms_that_stand_apart_in_the_footer_are_both_read() -> None:
    found = article(
        foot="<p>© 2021 Halden Courier</p><p>Articles may be quoted up to 50 words with a <a href='/'>link</a> to the article.</p>"
    )
    assert found.notice is not None
    assert found.notice.value.count("\n") == 1
    read_terms = terms(found)
    assert (read_terms.kind, read_terms.holder, read_terms.year, [cap.n for cap in read_terms.caps]) == (
        "quote_cap",
        "Halden Courier",
        2021,
        [50],
    )


def test_search_engine_rules_are_no_limit_on_quoting() -> None:
    found = article('<meta name="robots" content="max-snippet:50, nosnippet"><meta name="tdm-reservation" content="1">')
    assert (terms(found).kind, terms(found).caps) == ("unknown", ())


def test_stricter_of_badge_and_notice_holds() -> None:
    found = article(foot=f"{BADGE.format(BY)}<p>This work is licensed under CC BY-NC-ND 4.0.</p>")
    assert (terms(found).spdx, terms(found).conflicts) == ("CC-BY-NC-ND-4.0", ("CC-BY-4.0",))
