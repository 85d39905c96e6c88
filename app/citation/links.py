"""Addresses that may be linked, and links to the exact passage (text fragments).

Text fragments: WICG URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from app.base.spans import Span

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|wt_mc|ref_src|cmpid|at_\w+)$", re.I
)
_KEPT = "!$'()*+./:;=?@_~"
"""What stands unencoded in a text directive, beside letters and digits; notably not `-`, `,` and `&`, which have a meaning."""

CONTEXT_WORDS = 3
SHORT_WORDS = 4
EXACT_LIMIT = 300
_WORD = re.compile(r"\S+")


def clean_url(url: str | None) -> str | None:
    """Return an absolute http(s) address without tracking parameters and old text fragments; None when it cannot be linked.

    Addresses with a user name are refused, as they would hand out its secret. Nothing else is changed but the host's case.
    """
    text = (url or "").strip()
    if any(character.isspace() or ord(character) < 32 for character in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username is not None or parts.password is not None:
        return None
    name = f"[{host}]" if ":" in host else host
    netloc = name if port is None else f"{name}:{port}"
    fragment = parts.fragment.partition(":~:")[0]
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", _without_tracking(parts.query), fragment))


def encode(text: str) -> str:
    """Return a piece of a text directive, percent-encoded."""
    return quote(text, safe=_KEPT).replace("-", "%2D")


def deep_link(url: str, directive: str) -> str:
    """Return the address with a text directive; a fragment that is there stays before it."""
    base, mark, fragment = url.partition("#")
    return f"{base}#{fragment if mark else ''}:~:{directive}"


def text_fragment(text: str, span: Span, *, limit: int = EXACT_LIMIT) -> str:
    """Return the text directive that leads to a passage of `text` (paragraphs separated by one newline).

    A passage of at most `limit` characters inside one paragraph stands there whole; a longer one by its first and last four
    words, so that the link does not hand the passage out a second time. Where that is not unique, words around it are added.
    """
    passage = span.of(text)
    words = passage.split()
    if len(words) == 1 or ("\n" not in passage and len(passage) <= limit):
        start, end = _flat(passage), None
    else:
        # Without a common word, and never across a paragraph's end: a browser matches each part inside one block.
        first, last = passage.split("\n")[0].split(), passage.split("\n")[-1].split()
        half = SHORT_WORDS if "\n" in passage else max(len(words) // 2, 1)
        start = " ".join(first[: min(SHORT_WORDS, half)])
        end = " ".join(last[-min(SHORT_WORDS, half) :])
    unique = text.count(start) == 1 and (end is None or text.count(end) == 1)
    before, after = ("", "") if unique else _context(text, span)
    parts = [
        f"{encode(before)}-" if before else "",
        encode(start),
        encode(end) if end else "",
        f"-{encode(after)}" if after else "",
    ]
    return "text=" + ",".join(part for part in parts if part)


def _context(text: str, span: Span) -> tuple[str, str]:
    """Return up to three words on each side, none from another paragraph."""
    before = text[: span.start].rsplit("\n", 1)[-1]
    after = text[span.end :].split("\n", 1)[0]
    return " ".join(before.split()[-CONTEXT_WORDS:]), _first_words(after)


def _first_words(after: str) -> str:
    ends = [match.end() for match in _WORD.finditer(after)]
    return after[: ends[min(CONTEXT_WORDS, len(ends)) - 1]].strip() if ends else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _without_tracking(query: str) -> str:
    if not any(_TRACKING.match(pair.partition("=")[0]) for pair in query.split("&")):
        return query
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(name)]
    return urlencode(kept)
