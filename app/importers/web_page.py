"""Web pages: HTML as a server sent it, as a browser saved it, or as SingleFile packed it."""

import re

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from app.importers.captured_file import Captured, ReadResult
from app.importers.decoding import clean, decode, tidy
from app.importers.languages import language_of
from app.importers.notices import MAX_NOTICE_PARAGRAPHS, is_notice, split_notice
from app.importers.page_body import MAX_HTML_CHARS, is_too_deep, main_paragraphs, visible_text, without_data
from app.importers.page_facts import PageFacts, read_facts
from app.importers.page_rights import notice_links
from app.importers.sniffing import sniff
from app.importers.values import byline_names, edtf
from app.model.captured import CapturedArticle, Stated, Warning

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.I)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://\S+?)\s*-->")
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)(?:\s+saved date:\s*(?P<date>[^\n]+))?", re.I
)
_FOOT = "//footer//text()[normalize-space()]/.. | //small | //*[{}]".format(
    " or ".join(
        f"contains(@{name}, '{word}')"
        for name in ("class", "id")
        for word in ("copyright", "license", "licence", "republish", "disclaimer")
    )
)
_CREDIT = re.compile(
    r"(?:photo|foto|image|picture|bild|credit|crédit|source|quelle)\s*[:：]\s*(?P<credit>(?:[^).]|(?<=\b\w)\.){2,100})", re.I
)
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+")


class WebPage:
    """Reads HTML."""

    media_type = "text/html"

    def recognises(self, captured: Captured) -> bool:
        """Return whether the bytes are a web page."""
        return sniff(captured.content).kind == "html"

    def read(self, captured: Captured) -> ReadResult:
        """Return the one article of the page; none when it shows no text."""
        declared = _CHARSET.search(captured.content[:4096])
        decoded = decode(captured.content, declared=declared[1].decode("ascii") if declared else None)
        text = without_data(clean(decoded.text))
        article = _article(text)
        warnings = decoded.warnings
        return ReadResult((article,) if article else (), self.media_type, decoded.encoding, warnings)


def _article(text: str) -> CapturedArticle | None:
    if len(text) > MAX_HTML_CHARS or is_too_deep(text):
        return _all_of_it(text, PageFacts())
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (ParserError, ValueError):
        return _all_of_it(text, PageFacts())
    facts = read_facts(tree)
    _saved_from(text, facts)
    paragraphs = main_paragraphs(tree)
    if not paragraphs:
        return _all_of_it(text, facts)
    return _main_article(tree, facts, paragraphs)


def _all_of_it(text: str, facts: PageFacts) -> CapturedArticle | None:
    """Return all visible text as the article, with a warning: better too much than text that is lost."""
    paragraphs = visible_text(text)
    if not paragraphs:
        return None
    headline = (
        facts.values.get("headline") or facts.values.get("title") or Stated(paragraphs[0][:120], "inferred", "first line")
    )
    return _captured("\n".join(paragraphs), facts, headline, warnings=(Warning("main-text-not-identified"),))


def _main_article(tree: HtmlElement, facts: PageFacts, paragraphs: list[str]) -> CapturedArticle | None:
    headline = _headline(tree, facts)
    captions = tuple(dict.fromkeys(filter(None, (tidy(caption.text_content()) for caption in tree.xpath("//figcaption")))))
    paragraphs, notice = split_notice(paragraphs)
    notice = notice or _foot_notice(tree, paragraphs)
    dropped = {
        headline.value if headline else "",
        *captions,
        *(v.value for n, v in facts.values.items() if n in ("deck", "title")),
    }
    body = _body(paragraphs, dropped, facts)
    if not body:
        return None
    if notice:
        facts.values.setdefault("notice", Stated(notice, "stated", "footer"))
        facts.rights += tuple(
            fact for fact in notice_links(tree, notice) if fact.value not in {known.value for known in facts.rights}
        )
    if headline is None:
        headline = Stated(re.split(r"(?<=[.!?])\s", body[0])[0][:120], "inferred", "first sentence")
    return _captured("\n".join(body), facts, headline, captions=captions)


def _body(paragraphs: list[str], dropped: set[str], facts: PageFacts) -> list[str]:
    """Return the paragraphs without headline, deck, byline, date and captions that the main text repeats."""
    body: list[str] = []
    for paragraph in paragraphs:
        if paragraph in dropped or (not body and edtf(paragraph)):
            continue
        names = byline_names(paragraph) if len(body) < 2 and len(paragraph) < 120 else ()
        if names:
            facts.state("byline", paragraph, "byline")
            facts.authors = facts.authors or tuple(Stated(name, "stated", "byline") for name in names)
            continue
        body.append(paragraph)
    return body


def _captured(
    body: str, facts: PageFacts, headline: Stated, *, captions: tuple[str, ...] = (), warnings: tuple[Warning, ...] = ()
) -> CapturedArticle:
    values = facts.values
    declared = values.get("language")
    language, odd = language_of(body, declared.value if declared else None, declared.where if declared else "")
    credit = next((match for caption in captions if (match := _CREDIT.search(caption))), None)
    known = {
        name: values[name]
        for name in (
            "section",
            "deck",
            "published",
            "modified",
            "captured",
            "source",
            "url",
            "canonical_url",
            "notice",
            "byline",
        )
        if name in values
    }
    if "notice" not in known and (told := [fact for fact in facts.rights if fact.name == "copyright_notice"]):
        known["notice"] = Stated(told[0].value, "stated", told[0].where)
    return CapturedArticle(
        body=body,
        headline=headline,
        authors=facts.authors,
        language=language,
        captions=captions,
        keywords=facts.keywords,
        entities=facts.entities,
        rights_facts=facts.rights,
        photo_credit=Stated(tidy(credit["credit"]), "stated", "caption") if credit else None,
        warnings=(*warnings, *odd),
        **known,  # type: ignore[arg-type]
    )


def _headline(tree: HtmlElement, facts: PageFacts) -> Stated | None:
    """Return the h1 that title or metadata confirm, else what JSON-LD, OpenGraph or the title say, without the site's name."""
    told = [facts.values[name].value for name in ("headline", "og_title", "title") if name in facts.values]
    for heading in tree.xpath("//h1"):
        text = tidy(heading.text_content())
        if text and any(text.casefold() in other.casefold() or other.casefold() in text.casefold() for other in told):
            return Stated(text, "stated", "h1")
    if "headline" in facts.values:
        return facts.values["headline"]
    site = facts.values["source"].value if "source" in facts.values else ""
    for name in ("og_title", "title"):
        if name in facts.values:
            return Stated(_without_site(facts.values[name].value, site), "stated", name.replace("_", ":"))
    headings = [tidy(heading.text_content()) for heading in tree.xpath("//h1")]
    return Stated(headings[0], "stated", "h1") if headings and headings[0] else None


def _without_site(title: str, site: str) -> str:
    parts = _SEPARATOR.split(title)
    if site and len(parts) > 1 and parts[-1].casefold() == site.casefold():
        return _SEPARATOR.split(title[: title.rindex(parts[-1])].rstrip())[0] if len(parts) == 2 else " – ".join(parts[:-1])
    return title


def _saved_from(text: str, facts: PageFacts) -> None:
    head = text[:4096]
    if match := _SINGLE_FILE.search(head):
        facts.values["url"] = Stated(match["url"], "stated", "SingleFile")
        day = re.search(r"(\w{3}) (\w{3}) (\d{1,2}) (\d{4})", match["date"] or "")
        captured = edtf(f"{day[3]} {day[2]} {day[4]}") if day else None
        if captured:
            facts.values["captured"] = Stated(captured, "stated", "SingleFile")
    elif match := _SAVED_FROM.search(head):
        facts.values["url"] = Stated(match["url"], "stated", "saved from")


def _foot_notice(tree: HtmlElement, paragraphs: list[str]) -> str:
    """Return the notices in footers and small print, each once, a paragraph each: who holds the rights often stands apart from the terms."""
    body = set(paragraphs)
    found: list[str] = []
    for element in tree.xpath(_FOOT):
        text = tidy(element.text_content())
        if text and text not in body and not any(text in known for known in found) and is_notice(text):
            found = [known for known in found if known not in text] + [text]
        if len(found) == MAX_NOTICE_PARAGRAPHS:
            break
    return "\n".join(found)
