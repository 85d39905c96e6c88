"""From bytes to text: byte-order mark, UTF-8, what the file declares, what its bytes look like. No byte is dropped silently."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from app.base.text import INVISIBLE
from app.model.captured import Warning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_SOFT = re.compile("[\u00ad\ufeff]")
_HTML_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "x-user-defined": "cp1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and what was odd about that."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode(content: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text of a file; bytes that fit no encoding become U+FFFD, with a warning that counts them."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return Decoded(text, encoding.removesuffix("-sig"), _replaced(text))
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for candidate in (_known(declared), _guessed(content)):
        if candidate is not None:
            try:
                return Decoded(content.decode(candidate), candidate)
            except UnicodeDecodeError:
                continue
    text = content.decode("utf-8" if _mostly_utf8(content) else "cp1252", "replace")
    return Decoded(text, "utf-8" if _mostly_utf8(content) else "cp1252", _replaced(text))


def clean(text: str) -> str:
    """Return text in NFC with one kind of line end, without soft hyphens, byte-order marks and control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _SOFT.sub("", _CONTROL.sub("", text)))


def tidy(text: str) -> str:
    """Return a value of one line: NFC, white space runs as one space, no invisible characters, trimmed."""
    return " ".join(INVISIBLE.sub("", clean(text)).split())


def _known(declared: str | None) -> str | None:
    if not declared:
        return None
    name = declared.strip().lower()
    try:
        return _HTML_ALIASES.get(name) or codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _guessed(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    return best.encoding if best is not None else None


def _mostly_utf8(content: bytes) -> bool:
    return content.decode("utf-8", "replace").count("\ufffd") < len(content) / 100


def _replaced(text: str) -> tuple[Warning, ...]:
    count = text.count("\ufffd")
    return (Warning("characters-replaced", (("count", count),)),) if count else ()
