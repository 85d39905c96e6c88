"""What a web page states of its rights for machines: JSON-LD, microdata, RDFa, meta elements, links and badges.

What stands in a figure, or says that it is about something else, is about a picture, and no fact of the article.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from app.importers.decoding import tidy
from app.model.captured import RightsFact

_ITEM = {
    "license": "license", "usageInfo": "usage_info", "copyrightNotice": "copyright_notice", "creditText": "credit_text",
    "acquireLicensePage": "acquire_page", "copyrightHolder": "copyright_holder", "copyrightYear": "copyright_year",
}  # fmt: skip
_META = {
    "dc.rights": "copyright_notice", "dcterms.rights": "copyright_notice", "rights": "copyright_notice", "copyright": "copyright_notice",
    "dc.rights.license": "license", "dcterms.license": "license", "dc.license": "license", "license": "license", "cc.license": "license",
    "dct.license": "license", "dc.rightsholder": "copyright_holder", "dcterms.rightsholder": "copyright_holder",
    "dct.rightsholder": "copyright_holder", "dct.rights": "copyright_notice", "cc.attributionname": "attribution_name",
    "tdm-reservation": "tdm_reservation", "tdm-policy": "tdm_policy",
}  # fmt: skip
_ROBOTS = ("robots", "googlebot", "bingbot")
_SNIPPETS = re.compile(r"max-snippet|nosnippet", re.I)
_LICENCE_RELS = frozenset(["license", "cc:license", "dct:license", "dcterms:license", "dcterms.license", "xhv:license"])
_STANDARDS = "contains(@href, 'creativecommons.org/licenses') or contains(@href, 'creativecommons.org/publicdomain') or contains(@href, 'rightsstatements.org/')"
_SMALL_PRINT = re.compile(r"copyright|licen[cs]e|footer|legal|rights|colophon|impress", re.I)
_BUTTON = re.compile(r"(?:i\.creativecommons\.org|licensebuttons\.net)/(?:l|p)/(?P<kind>[a-z-]+)/(?P<version>\d\.\d)", re.I)
_MEDIA = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|avif|mp[34]|webm|ogg|pdf)$|^#", re.I)
_MOST = 8
"""So many addresses of licences are taken from a page; one that lists more is about licences."""


def json_ld_rights(item: dict[str, Any], known: dict[str, dict[str, Any]]) -> Iterator[RightsFact]:
    """Give the facts of a JSON-LD item; `known` are the page's items by `@id`, to which a value may only refer."""
    for key, name in _ITEM.items():
        texts = list(_texts(item.get(key), known, named=name == "copyright_holder"))
        for text in [", ".join(texts)] if name == "copyright_holder" and texts else texts:
            yield RightsFact(name, tidy(text), "json-ld")


def _texts(value: object, known: dict[str, dict[str, Any]], *, named: bool) -> Iterator[str]:
    """Give the texts of a value: of a list each, of an object its name or its addresses."""
    if isinstance(value, list):
        for one in value[:_MOST]:
            if not isinstance(one, list):
                yield from _texts(one, known, named=named)
    elif isinstance(value, dict):
        whole = {**known.get(str(value.get("@id")), {}), **value}
        keys = ("name", "legalName") if named else ("url", "@id", "name", "text")
        found = [text for key in keys if isinstance(text := whole.get(key), str) and text.strip() and not text.startswith("#")]
        yield from found[:1] if named else found
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, str) and value.strip():
        yield value


def page_rights(tree: HtmlElement, addresses: Iterable[str] = ()) -> tuple[RightsFact, ...]:
    """Return the facts of a page's elements, each once; `addresses` are the page's own, by which RDFa may say what it is about."""
    own = {address.split("#")[0].rstrip("/") for address in addresses}
    found = [*_metas(tree), *_links(tree, own), *_properties(tree, own)]
    return tuple({(fact.name, fact.value): fact for fact in reversed(found)}.values())[::-1]


def notice_links(tree: HtmlElement, notice: str) -> tuple[RightsFact, ...]:
    """Return the licences that the notice links to: "licensed under *this licence*" names it by its address alone."""
    links = tree.xpath(f"//a[{_STANDARDS}]") if notice else []
    return tuple(
        RightsFact("license", link.get("href").strip(), "notice") for link in links[:_MOST] if _block_text(link) in notice
    )


def _block_text(link: HtmlElement) -> str:
    block = next((up for up in link.iterancestors() if up.tag in ("p", "div", "li", "small", "footer", "td", "section")), link)
    return tidy(block.text_content())


def _metas(tree: HtmlElement) -> Iterator[RightsFact]:
    for meta in tree.xpath("//meta[@content]"):
        key = (meta.get("name") or meta.get("property") or "").lower().replace(":", ".")
        content = tidy(meta.get("content") or "")
        if key in _META and content:
            yield RightsFact(_META[key], content, key)
        elif key in _ROBOTS and _SNIPPETS.search(content):
            yield RightsFact("robots", content, key)


def _links(tree: HtmlElement, own: set[str]) -> Iterator[RightsFact]:
    known: set[str] = set()
    for link in tree.xpath("//*[self::a or self::link or self::area][@rel and @href]"):
        href = (link.get("href") or "").strip()
        if _LICENCE_RELS & set((link.get("rel") or "").lower().split()) and href.startswith("http") and _is_of_page(link, own):
            known.add(href)
            yield RightsFact("rel_license", href, "rel=license")
    for link in tree.xpath(f"//a[{_STANDARDS}]")[: 4 * _MOST]:
        href = link.get("href").strip()
        told = link.find(".//img") is not None or _is_small_print(link)
        if told and href not in known and _is_of_page(link, own):
            known.add(href)
            yield RightsFact("rightsstatement" if "rightsstatements" in href else "license", href, "link")
    yield from (fact for fact in _badges(tree, own) if fact.value not in known)


def _badges(tree: HtmlElement, own: set[str]) -> Iterator[RightsFact]:
    """Give the licences of buttons without a link."""
    for image in tree.xpath("//img[contains(@src, 'creativecommons.org/') or contains(@src, 'licensebuttons.net/')]")[:_MOST]:
        button = _BUTTON.search(image.get("src") or "")
        if button is not None and _is_of_page(image, own):
            kind = "publicdomain" if button["kind"].lower() in ("zero", "mark") else "licenses"
            yield RightsFact(
                "license", f"https://creativecommons.org/{kind}/{button['kind'].lower()}/{button['version']}/", "badge"
            )


def _properties(tree: HtmlElement, own: set[str]) -> Iterator[RightsFact]:
    """Give the facts of microdata and RDFa."""
    for element in tree.xpath("//body//*[@itemprop or @property]"):
        for key in f"{element.get('itemprop') or ''} {element.get('property') or ''}".split():
            name = _ITEM.get(key.removeprefix("schema:")) or _META.get(key.lower().replace(":", "."))
            value = element.get("content") or element.get("href") or element.get("resource") or ""
            text = tidy(element.text_content())
            if name in ("copyright_holder", "copyright_notice", "credit_text", "attribution_name", "copyright_year"):
                value = element.get("content") or text
            if name and value.strip() and _is_of_page(element, own):
                yield RightsFact(name, tidy(value), key)


def _is_of_page(element: HtmlElement, own: set[str]) -> bool:
    """Return whether an element is about the page: not in a figure, nor in an item or about a resource of its own."""
    about = next((up.get("about") for up in (element, *element.iterancestors()) if up.get("about") is not None), "")
    if about and (_MEDIA.search(about) or (own and about.startswith("http") and about.split("#")[0].rstrip("/") not in own)):
        return False
    return not any(
        up.tag in ("figure", "figcaption", "picture") or "Object" in (up.get("itemtype") or "")
        for up in element.iterancestors()
    )


def _is_small_print(link: HtmlElement) -> bool:
    return any(
        up.tag in ("footer", "small", "address") or _SMALL_PRINT.search(f"{up.get('class') or ''} {up.get('id') or ''}")
        for up in link.iterancestors()
        if up.tag not in ("body", "html")
    )
