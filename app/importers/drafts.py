"""A draft as text with links and block quotes: plain text, Markdown, HTML, Word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree, html

from app.base.errors import ItemError
from app.base.spans import Span
from app.base.text import INVISIBLE
from app.importers import office
from app.importers.captured_file import Captured
from app.importers.decoding import clean, decode
from app.importers.markdown import is_markdown
from app.importers.sniffing import sniff
from app.model.draft import Draft, DraftLink

_ADDRESS = re.compile(r"https?://[^\s<>\"“”„«»]+[^\s<>\"“”„«».,;:!?)\]’']")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
        "br",
    ]
)
_UNSEEN = frozenset(["script", "style", "template", "head", "noscript"])
_QUOTES = frozenset(("blockquote", "q"))
_CREDIT_LINE = re.compile(r"^((?: {0,3}>)+)[ \t]*(?=(?:[—–―]|--)[^\n]*\S)", re.M)
"""A line of a Markdown block quote that begins with a dash: credit, a paragraph of its own (specification of rights, §3)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one link, or none; `breaks` when a paragraph begins with it; `quoted` inside a block quote."""

    text: str
    url: str | None = None
    quoted: bool = False
    breaks: bool = False


def read_draft(captured: Captured) -> Draft:
    """Return a draft, whatever its name says; ItemError when it holds no text or cannot be read."""
    path = captured.path or captured.name
    if not captured.content.strip():
        raise ItemError("empty-file", path=path)
    draft = assembled(_runs(captured, path))
    if not draft.text.strip():
        raise ItemError("no-text", path=path)
    return draft


def _runs(captured: Captured, path: str) -> Iterable[Run]:
    if office.is_word(captured.content):
        return (Run(run.text, run.url, run.quoted, run.breaks) for run in office.word_runs(captured.content, path))
    sniffed = sniff(captured.content)
    if sniffed.kind == "other":
        raise ItemError("not-supported", path=path, kind=sniffed.label)
    text = decode(captured.content).text
    if sniffed.kind == "html" and not captured.name.lower().endswith((".md", ".txt")):
        return _of_page(text)
    if is_markdown(captured.name, text):
        from markdown_it import MarkdownIt

        return _of_page(MarkdownIt("commonmark").render(_CREDIT_LINE.sub(r"\1\n\1 ", text)))
    return (Run(line, breaks=True) for line in _paragraphs(text))


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: between blank lines where there are any, else lines."""
    blocks = re.split(r"\n\s*\n", text)
    return [" ".join(block.split()) for block in blocks] if len(blocks) > 1 else text.split("\n")


def _of_page(text: str) -> Iterator[Run]:
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, ValueError):
        return
    yield from _walk(root, None, quoted=False)


def _walk(element: html.HtmlElement, url: str | None, *, quoted: bool) -> Iterator[Run]:
    """Give the runs of an element by its own stack: deep pages must not exhaust Python's."""
    stack: list[tuple[html.HtmlElement | str, str | None, bool, bool]] = [(element, url, quoted, False)]
    while stack:
        item, url, quoted, breaks = stack.pop()
        if isinstance(item, str):
            yield Run(item, url, quoted, breaks)
            continue
        tag = item.tag if isinstance(item.tag, str) else ""
        if not tag or tag in _UNSEEN:
            continue
        block = tag in _BLOCKS
        inner_url, inner_quoted = (item.get("href") if tag == "a" else url), (quoted or tag in _QUOTES) and not _is_credit(item)
        pieces: list[tuple[html.HtmlElement | str, str | None, bool, bool]] = [
            (item.text or "", inner_url, inner_quoted, block)
        ]
        for child in item:
            pieces += [
                (child, inner_url, inner_quoted, False),
                (child.tail or "", inner_url, inner_quoted, child.tag in _BLOCKS),
            ]
        if block:
            pieces.append(("", url, quoted, True))
        stack += reversed(pieces)


def _is_credit(element: html.HtmlElement) -> bool:
    """Return whether an element tells whose words a block quote holds (HTML standard, 4.4.4: in its footer, or cited below it)."""
    parent = element.getparent()
    return element.tag == "footer" or (element.tag == "cite" and parent is not None and parent.tag == "blockquote")


def assembled(runs: Iterable[Run]) -> Draft:
    """Return the draft of its runs: white space of one kind, one newline between paragraphs."""
    pieces: list[str] = []
    links: list[DraftLink] = []
    set_off: list[Span] = []
    at, fresh = 0, True
    for run in runs:
        if run.breaks and not fresh:
            pieces.append("\n")
            at, fresh = at + 1, True
        words = re.sub(r"\s+", " ", INVISIBLE.sub("", clean(run.text)))
        if fresh or (pieces and pieces[-1].endswith((" ", "\n"))):
            words = words.lstrip()
        if not words:
            continue
        if run.url and run.url.startswith(("http://", "https://")):
            links.append(DraftLink(Span(at, at + len(words)), run.url))
        if run.quoted:
            set_off.append(Span(at, at + len(words)))
        pieces.append(words)
        at, fresh = at + len(words), False
    text = "".join(pieces).rstrip()
    links += [DraftLink(Span(*match.span()), match[0]) for match in _ADDRESS.finditer(text)]
    return Draft(text, tuple(links), _joined(set_off, text))


def _joined(spans: list[Span], text: str) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
