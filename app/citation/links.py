"""Addresses that may be linked."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|wt_mc|ref_src|cmpid|at_\w+)$", re.I
)
_UNSAFE = re.compile('[\x00-\x1f\x7f-\x9f"<>\\\\^`{|}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
"""What would end an address early where it is printed, or hides in it; the URL Standard percent-encodes most of these itself."""


def clean_url(url: str | None) -> str | None:
    """Return an absolute http(s) address without tracking parameters and old text fragments; None when it cannot be linked.

    Addresses with a user name are refused, as they would hand out its secret. Nothing else is changed but the host's case, and
    characters that no address may hold as they are, which are percent-encoded.
    """
    text = (url or "").strip()
    if any(character.isspace() or ord(character) < 32 or "\ud800" <= character <= "\udfff" for character in text):
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
    found = urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", _without_tracking(parts.query), fragment))
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), found)


def deep_link(url: str, directive: str) -> str:
    """Return the address with a text directive; a fragment that is there stays before it."""
    base, mark, fragment = url.partition("#")
    return f"{base}#{fragment if mark else ''}:~:{directive}"


def _without_tracking(query: str) -> str:
    if not any(_TRACKING.match(pair.partition("=")[0]) for pair in query.split("&")):
        return query
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(name)]
    return urlencode(kept)
