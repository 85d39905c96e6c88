"""What a file really is, by its first bytes."""

import re
from dataclasses import dataclass

_MAGIC = (
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP, Word or EPUB"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older Word or protected Office"),
    (b"\x89PNG", "PNG picture"), (b"\xff\xd8\xff", "JPEG picture"), (b"GIF8", "GIF picture"), (b"RIFF", "sound or picture"),
    (b"\x1f\x8b", "GZIP"), (b"BZh", "BZIP2"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"), (b"{\\rtf", "RTF"), (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "program"), (b"MZ", "program"), (b"ID3", "MP3 sound"), (b"OggS", "Ogg sound"), (b"WARC/", "WARC web archive"),
)  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|title|meta\s|h1|p[ >])", re.I)
_MAIL = re.compile(rb"^(?:From |(?:Return-Path|Received|Message-ID|MIME-Version|Delivered-To):)", re.I)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """`kind` is html, text or other; `label` names what a file of another kind is."""

    kind: str
    label: str = ""


def sniff(content: bytes) -> Sniffed:
    """Return what the bytes are; text is what has no NUL bytes, or is UTF-16 or UTF-32 with its mark."""
    for magic, label in _MAGIC:
        if content.startswith(magic):
            return Sniffed("other", label)
    head = content[:65_536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    elif b"\x00" in head:
        return Sniffed("other", "binary")
    if _MAIL.match(head) and b"\nSubject:" in head and re.search(rb"^(?:MIME-Version|Content-Type):", head, re.I | re.M):
        return Sniffed("other", "e-mail")
    if _HTML.search(head[:4096]) or (b"</" in head and _HTML.search(head)):
        return Sniffed("html")
    return Sniffed("text")
