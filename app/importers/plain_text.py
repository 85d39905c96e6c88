"""Plain text and Markdown: fields by position, as agencies and newspapers set their heads."""

import re
from dataclasses import dataclass, field

from app.importers.captured_file import Captured, ReadResult
from app.importers.decoding import clean, decode, tidy
from app.importers.languages import language_of
from app.importers.markdown import is_markdown, plain
from app.importers.notices import split_notice
from app.importers.values import byline_names, edtf, people
from app.model.captured import CapturedArticle, Stated, Warning

_CREDIT = re.compile(
    r"^\((?:source|photo|foto|quelle|image|picture|bild|crédit|credit|fuente|fonte)\s*[:：]\s*(?P<credit>[^)]{2,200})\)$", re.I
)
_SLUG = re.compile(r"^(?P<slug>[A-ZÀ-Þ][A-ZÀ-Þ0-9&.' -]{1,30}[A-ZÀ-Þ0-9]) [-–—] (?=\S)")
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'/-]{2,40})(?:, (?P<date>[^()–—-]{3,30}?))? ?\((?P<agency>[A-Za-z][\w .]{1,30})\) ?[-–—] "
)
_FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*\n", re.S)
_PAIR = re.compile(r"^(?P<key>[A-Za-z][A-Za-z _-]{1,24})\s*:\s*(?P<value>.+)$")
_KEYS = {
    "title": "headline", "headline": "headline", "section": "section", "category": "section", "rubric": "section", "deck": "deck",
    "subtitle": "deck", "author": "author", "authors": "author", "by": "author", "date": "published", "published": "published",
    "source": "source", "publisher": "source", "url": "url", "link": "url", "language": "language", "lang": "language", "license": "notice",
    "licence": "notice", "rights": "notice", "copyright": "notice", "photo": "photo_credit", "keywords": "keywords", "tags": "keywords",
}  # fmt: skip
_AGENCIES = {
    "uspa news": "USPA News",
    "ap": "AP",
    "afp": "AFP",
    "dpa": "dpa",
    "reuters": "Reuters",
    "efe": "EFE",
    "ansa": "ANSA",
    "upi": "UPI",
    "tass": "TASS",
}
HEAD_LINE_CHARS = 200
BODY_LINE_CHARS = 240
MAX_HEAD_LINES = 8


@dataclass(slots=True)
class _Head:
    fields: dict[str, Stated] = field(default_factory=dict)
    authors: tuple[Stated, ...] = ()
    keywords: tuple[str, ...] = ()


class PlainText:
    """Reads plain text and Markdown."""

    media_type = "text/plain"

    def recognises(self, captured: Captured) -> bool:
        """Return True: what is nothing else and holds no binary bytes is text."""
        return True

    def read(self, captured: Captured) -> ReadResult:
        """Return the one article of the file; none when it holds no text."""
        decoded = decode(captured.content)
        text = clean(decoded.text)
        markdown = is_markdown(captured.name, text)
        media_type = "text/markdown" if markdown else "text/plain"
        article = _article(text, captured, markdown=markdown)
        if article is None:
            return ReadResult((), media_type, decoded.encoding, decoded.warnings)
        return ReadResult((article,), media_type, decoded.encoding, decoded.warnings)


def _article(text: str, captured: Captured, *, markdown: bool) -> CapturedArticle | None:
    head = _Head()
    text = _front_matter(text, head)
    if markdown:
        text, title = plain(text)
        if title and "headline" not in head.fields:
            head.fields["headline"] = Stated(title, "stated", "title")
    paragraphs = _paragraphs(text)
    paragraphs, notice = split_notice(paragraphs)
    body = _take_head(paragraphs, head)
    if not body:
        return None
    _slug(body[0], head)
    if notice and "notice" not in head.fields:
        head.fields["notice"] = Stated(notice, "stated", "end of the text")
    if "headline" not in head.fields:
        head.fields["headline"] = _made_headline(body, captured)
    return _assembled("\n".join(body), head)


def _assembled(body: str, head: _Head) -> CapturedArticle:
    declared = head.fields.pop("language", None)
    language, warnings = language_of(body, declared.value if declared else None, "head")
    url = head.fields.get("url")
    if url is not None and not re.match(r"https?://[^\s/]+", url.value):
        warnings += (Warning("url-not-usable", (("url", url.value),)),)
        del head.fields["url"]
    known = {name: stated for name, stated in head.fields.items() if name != "author"}
    return CapturedArticle(
        body=body, authors=head.authors, keywords=head.keywords, language=language, warnings=warnings, **known,  # type: ignore[arg-type]
    )  # fmt: skip


def _front_matter(text: str, head: _Head) -> str:
    match = _FRONT.match(text)
    if match is None:
        return text
    for line in match["head"].split("\n"):
        pair = _PAIR.match(line.strip())
        name = _KEYS.get(pair["key"].strip().lower()) if pair else None
        if pair is not None and name is not None:
            _set(head, name, tidy(pair["value"]).strip("\"'"))
    return text[match.end() :]


def _set(head: _Head, name: str, value: str) -> None:
    if not value:
        return
    if name == "author":
        head.authors = tuple(Stated(person, "stated", "head") for person in people(value.strip("[]")))
    elif name == "keywords":
        head.keywords = tuple(part.strip(" \"'") for part in value.strip("[]").split(",") if part.strip())
    elif name == "published":
        date = edtf(value)
        if date is not None:
            head.fields["published"] = Stated(date, "stated", "head")
    else:
        head.fields[name] = Stated(value, "stated", "head")


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: lines, or blocks between blank lines where the lines are hard-wrapped."""
    blocks = [block for block in re.split(r"\n[ \t]*\n+", text) if block.strip()]
    found: list[str] = []
    for block in blocks:
        lines = [tidy(line) for line in block.split("\n") if line.strip()]
        found += [" ".join(lines)] if _is_wrapped(lines) else lines
    return [paragraph for paragraph in found if paragraph]


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether the lines are one paragraph broken at a width: all but the last end near it, mostly inside a sentence."""
    if len(lines) < 2:
        return False
    width = max(map(len, lines))
    if not 40 <= width <= 140:
        return False
    full = [line for line in lines[:-1] if len(line) >= width - 24]
    inside = [line for line in lines[:-1] if line[-1] not in '.!?”"»']
    return len(full) == len(lines) - 1 and len(inside) * 2 >= len(lines) - 1


def _take_head(paragraphs: list[str], head: _Head) -> list[str]:
    """Take short lines before the first body paragraph as section, headline, deck, credit and byline; return the body."""
    at = 0
    lines: list[str] = []
    while at < min(len(paragraphs) - 1, MAX_HEAD_LINES) and _is_head(paragraphs[at]):
        if not _take_line(paragraphs[at], head):
            lines.append(paragraphs[at])
        at += 1
    _name_lines(lines, head)
    return paragraphs[at:]


def _is_head(line: str) -> bool:
    """Return whether a line stands in the head: short, no sentence, no slug."""
    if _CREDIT.match(line) or byline_names(line):
        return True
    if len(line) > HEAD_LINE_CHARS or _SLUG.match(line) or _DATELINE.match(line) or line[:1] in '“„«"':
        return False
    return line[-1:] not in (".", "”", "»") or len(line) <= 60


def _take_line(line: str, head: _Head) -> bool:
    if match := _CREDIT.match(line):
        head.fields["photo_credit"] = Stated(tidy(match["credit"]), "stated", "head")
        return True
    if names := byline_names(line):
        head.fields["byline"] = Stated(line, "stated", "head")
        head.authors = head.authors or tuple(Stated(name, "stated", "byline") for name in names)
        _byline_facts(line, head)
        return True
    date = edtf(line)
    if date is not None:
        head.fields.setdefault("published", Stated(date, "stated", "head"))
        return True
    pair = _PAIR.match(line)
    name = _KEYS.get(pair["key"].strip().lower()) if pair else None
    if pair is None or name is None:
        return False
    _set(head, name, pair["value"].strip())
    return True


def _byline_facts(line: str, head: _Head) -> None:
    """Read "By A. Name, The Source, 3 May 2021": what follows the name may be the source and the date."""
    for part in line.split(",")[1:]:
        date = edtf(part.strip())
        if date is not None:
            head.fields.setdefault("published", Stated(date, "stated", "byline"))
        elif re.match(r"\s*[A-ZÀ-Þ][\w&' -]{3,40}$", part):
            head.fields.setdefault("source", Stated(part.strip(), "stated", "byline"))


def _name_lines(lines: list[str], head: _Head) -> None:
    """Name what remains by its place: [section] headline [deck]; a section is a short line of at most three words."""
    names: tuple[str, ...]
    if "headline" in head.fields:
        names = ("deck",)
    elif len(lines) >= 2 and len(lines[0].split()) <= 3 and len(lines[0]) < len(lines[1]):
        names = ("section", "headline", "deck")
    else:
        names = ("headline", "deck")
    for name, line in zip(names, lines, strict=False):
        head.fields.setdefault(name, Stated(line, "stated", "position"))


def _slug(first: str, head: _Head) -> None:
    """Read the agency's slug or dateline at the start of the body; it stays there."""
    if match := _DATELINE.match(first):
        head.fields.setdefault("dateline", Stated(tidy(match[0]).rstrip(" -–—"), "stated", "start of the text"))
        head.fields.setdefault("source", Stated(_agency(match["agency"]), "stated", "dateline"))
    elif match := _SLUG.match(first):
        head.fields.setdefault("slug", Stated(match["slug"], "stated", "start of the text"))
        head.fields.setdefault("source", Stated(_agency(match["slug"]), "stated", "slug"))


def _agency(slug: str) -> str:
    """Return an agency's name as it writes itself; one that we do not know loses its capitals but for short first words."""
    known = _AGENCIES.get(slug.lower())
    if known:
        return known
    return " ".join(
        word if len(word) <= 3 and word.isupper() and slug.isupper() is False else word.capitalize() for word in slug.split()
    )


def _made_headline(body: list[str], captured: Captured) -> Stated:
    """Return a headline where the file has none: its first sentence, shortened at a word; inferred, never stated."""
    first = re.split(r"(?<=[.!?])\s", body[0])[0]
    if len(first) > 120:
        first = first[:120].rsplit(" ", 1)[0] + " …"
    return Stated(first or captured.name, "inferred", "first sentence")
