"""Text as people compare it: folded, in one line, safe to print."""

import hashlib
import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphen, zero-width space, word joiner, byte-order mark and bidi marks (not ZWJ/ZWNJ, which change letters)."""

_SPACE = re.compile(r"\s+")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ʼ": "'"})


def one_line(text: str) -> str:
    """Return `text` in NFC with every run of white space as one space, trimmed, invisible characters dropped."""
    return _SPACE.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def fold(text: str) -> str:
    """Return the form in which names and words are equal whatever their case, diacritics, spacing or ligatures."""
    if text.isascii():
        return _SPACE.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", INVISIBLE.sub("", text)).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _SPACE.sub(" ", bare.translate(_STROKED)).strip()


def sha256(content: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of text as UTF-8, in hexadecimal. Lone surrogates count as themselves."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()


def printable(text: str) -> str:
    """Return `text` with control and bidi characters escaped, so that a terminal or log shows them and obeys none."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text).encode("utf-8", "backslashreplace").decode("utf-8")
