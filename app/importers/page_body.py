"""The running text of a web page: trafilatura's main text, or all visible text where that fails."""

import re

from lxml.html import HtmlElement

from app.importers.decoding import clean, tidy

MAX_DEPTH = 200
"""lxml drops what lies deeper than 256 elements, so that a deeper page is read as plain text instead."""

MAX_HTML_CHARS = 20_000_000
_DATA_URI = re.compile(r"(?:data:[\w/+.-]+;base64,)[A-Za-z0-9+/=\s]{200,}")
_INVISIBLE = re.compile(r"<(script|style|noscript|template|svg|head)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|tr|td|th|blockquote|article|section|header|footer|ul|ol|table|figure|figcaption|pre)\b[^>]*>",
    re.I,
)
_TAG = re.compile(r"<[^>]*>")
_OPEN = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li"]
)


def without_data(html: str) -> str:
    """Return the page without embedded pictures, which are megabytes and no text."""
    return _DATA_URI.sub("data:,", html)


def is_too_deep(html: str) -> bool:
    """Return whether elements lie deeper in one another than a parser keeps."""
    depth = 0
    for match in _OPEN.finditer(html):
        if match[2].lower() in _VOID or match[3]:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def visible_text(html: str) -> list[str]:
    """Return all visible text as paragraphs, by the tags alone; nothing is dropped."""
    from html import unescape

    bare = _TAG.sub("", _BLOCK.sub("\n", _INVISIBLE.sub(" ", html)))
    return [line for line in (tidy(line) for line in clean(unescape(bare)).split("\n")) if line]


def main_paragraphs(tree: HtmlElement) -> list[str]:
    """Return the paragraphs of the main text, none when no main text is found. `tree` is not changed."""
    import copy

    from trafilatura import bare_extraction

    found = bare_extraction(
        copy.deepcopy(tree), with_metadata=False, include_comments=False, include_tables=True, include_formatting=False
    )
    text = getattr(found, "text", None) if found is not None else None
    return [paragraph for paragraph in (tidy(line.removeprefix("- ")) for line in clean(text or "").split("\n")) if paragraph]
