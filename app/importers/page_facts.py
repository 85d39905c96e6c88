"""What a web page states about itself: JSON-LD, OpenGraph, meta elements, links."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from app.importers.decoding import tidy
from app.importers.page_rights import json_ld_rights, page_rights
from app.importers.values import edtf, people
from app.model.captured import RightsFact, Stated, StatedEntity
from app.model.recognition import Kind

_ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Background|Review|Satirical|Blog|Scholarly|Tech)?(?:Article|BlogPosting|Posting)$"
)
_PAGE_TYPES = re.compile(r"^(?:https?://schema\.org/)?(?:WebPage|ItemPage|CreativeWork)$")
_ENTITY_KINDS = {"Person": Kind.PERSON, "Organization": Kind.ORGANISATION, "NewsMediaOrganization": Kind.ORGANISATION,
                 "Corporation": Kind.ORGANISATION, "Place": Kind.PLACE, "City": Kind.PLACE, "Country": Kind.PLACE}  # fmt: skip
_META = {
    "og:title": "og_title", "og:site_name": "source", "og:url": "url", "og:description": "deck", "article:published_time": "published",
    "article:modified_time": "modified", "article:section": "section", "article:author": "author", "author": "author",
    "dc.title": "headline", "dcterms.title": "headline", "dc.creator": "author", "dc.date": "published", "dcterms.issued": "published",
    "dc.publisher": "source", "dc.language": "language",
    "date": "published", "pubdate": "published", "citation_publication_date": "published", "keywords": "keywords", "news_keywords": "keywords",
    "parsely-author": "author", "parsely-pub-date": "published", "parsely-title": "headline",
}  # fmt: skip


@dataclass(slots=True)
class PageFacts:
    """Values by field name, first stated wins; `og_title` and `title` still hold the site's name."""

    values: dict[str, Stated] = field(default_factory=dict)
    authors: tuple[Stated, ...] = ()
    keywords: tuple[str, ...] = ()
    entities: tuple[StatedEntity, ...] = ()
    rights: tuple[RightsFact, ...] = ()

    def state(self, name: str, value: object, where: str) -> None:
        """Keep a value under a field's name unless there is one; dates as EDTF, addresses http(s) only."""
        if not isinstance(value, str) or name in self.values:
            return
        text: str | None = tidy(value)
        if name in ("published", "modified"):
            text = edtf(text or "")
        elif name in ("url", "canonical_url") and not re.match(r"https?://[^\s/]+", text or ""):
            return
        if text:
            self.values[name] = Stated(text, "stated", where)


def read_facts(tree: HtmlElement) -> PageFacts:
    """Return what the page states, in the order of trust: JSON-LD, then OpenGraph and meta elements, then `<time>`."""
    facts = PageFacts()
    items = list(_json_ld(tree))
    known = {item["@id"]: item for item in items if isinstance(item.get("@id"), str)}
    for item in items:
        _read_item(item, facts, known)
    _read_meta(tree, facts)
    _read_links(tree, facts)
    addresses = [facts.values[name].value for name in ("canonical_url", "url") if name in facts.values]
    facts.rights += page_rights(tree, addresses)
    for time in tree.xpath("//time[@datetime]"):
        facts.state("published", time.get("datetime"), "time")
    facts.state("title", tree.findtext(".//title"), "title")
    language = tree.get("lang") or next(iter(tree.xpath("//html/@lang")), None)
    facts.state("language", language, "html")
    return facts


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give the items of all JSON-LD blocks; a broken block is passed over, as browsers do."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            document = json.loads(
                re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or ""), strict=False
            )
        except (ValueError, RecursionError):
            continue
        stack = [document]
        while stack:
            item = stack.pop(0)
            if isinstance(item, list):
                stack = item + stack
            elif isinstance(item, dict):
                yield item
                stack = [v for v in (item.get("@graph"), item.get("mainEntity")) if v] + stack


def _is_of(item: dict[str, Any], types: "re.Pattern[str]") -> bool:
    return any(isinstance(kind, str) and types.search(kind) for kind in _listed(item.get("@type")))


def _read_item(item: dict[str, Any], facts: PageFacts, known: dict[str, dict[str, Any]]) -> None:
    if _is_of(item, _PAGE_TYPES):
        facts.rights += tuple(json_ld_rights(item, known))
    if not _is_of(item, _ARTICLE_TYPES):
        return
    for name, key in (("headline", "headline"), ("section", "articleSection"), ("published", "datePublished"), ("modified", "dateModified"),
                      ("url", "url"), ("deck", "alternativeHeadline"), ("language", "inLanguage")):  # fmt: skip
        value = item.get(key)
        facts.state(name, value[0] if isinstance(value, list) and value else value, "json-ld")
    facts.state("source", _name(item.get("publisher")), "json-ld")
    if not facts.authors:
        names = [_name(author) for author in _listed(item.get("author"))]
        facts.authors = tuple(Stated(tidy(name), "stated", "json-ld") for name in names if name and not name.startswith("http"))
    facts.rights += tuple(json_ld_rights(item, known))
    facts.entities += tuple(_entities_of(item))


def _entities_of(item: dict[str, Any]) -> Iterator[StatedEntity]:
    for key in ("about", "mentions"):
        for entry in _listed(item.get(key)):
            kind = _ENTITY_KINDS.get(str(entry.get("@type"))) if isinstance(entry, dict) else None
            name = _name(entry)
            if kind is not None and name:
                same = entry.get("sameAs")
                yield StatedEntity(kind, tidy(name), f"json-ld {key}", same if isinstance(same, str) else "")


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("url")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def _read_meta(tree: HtmlElement, facts: PageFacts) -> None:
    for meta in tree.xpath("//meta[@content]"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        name = _META.get(key)
        content = meta.get("content") or ""
        if name is None:
            continue
        if name == "author":
            if not facts.authors and content.strip() and not content.startswith("http"):
                facts.authors = tuple(Stated(tidy(person), "stated", key) for person in people(content))
        elif name == "keywords":
            facts.keywords = facts.keywords or tuple(tidy(word) for word in content.split(",") if word.strip())
        else:
            facts.state(name, content, key)


def _read_links(tree: HtmlElement, facts: PageFacts) -> None:
    for link in tree.xpath("//*[self::a or self::link][@rel and @href]"):
        rel = (link.get("rel") or "").lower().split()
        href = (link.get("href") or "").strip()
        if "canonical" in rel:
            facts.state("canonical_url", href, "rel=canonical")
