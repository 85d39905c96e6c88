"""Word documents (Office Open XML, ECMA-376 part 1): paragraphs with their links and quotation styles."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.base.errors import ItemError

_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An encrypted Office document is an OLE file, and so is one of Word 97 to 2003."""
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_QUOTE_STYLES = ("quote", "zitat", "citation", "cita", "citazione", "citaat")
MOST_BYTES = 100_000_000
"""A document that unpacks to more is no article."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of text; `breaks` when it begins a paragraph, `quoted` where the paragraph's style is one for quotations."""

    text: str
    url: str | None
    quoted: bool
    breaks: bool


def is_word(content: bytes) -> bool:
    """Return whether a file is a Word document, a protected one included."""
    if content.startswith(_PROTECTED):
        return True
    if not content.startswith(b"PK"):
        return False
    return _BODY.encode() in content


def word_runs(content: bytes, path: str) -> Iterator[WordRun]:
    """Give the text in order, foot- and endnotes at the end; ItemError `file-protected`, `file-damaged`, `file-too-large`."""
    if content.startswith(_PROTECTED):
        raise ItemError("file-protected", path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            body = _part(packed, _BODY, path)
            addresses = _links_of(packed, _BODY, path)
            notes = [(_part(packed, name, path), _links_of(packed, name, path)) for name in _NOTES if name in packed.namelist()]
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, RuntimeError, etree.XMLSyntaxError, NotImplementedError) as error:
        raise ItemError("file-damaged", path=path) from error
    for part, known in ((body, addresses), *notes):
        for paragraph in part.iter(f"{_W}p"):
            yield from _of_paragraph(paragraph, known)


def _links_of(packed: zipfile.ZipFile, name: str, path: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    links = f"{folder}/_rels/{file}.rels"
    return _addresses(_part(packed, links, path)) if links in packed.namelist() else {}


def _part(packed: zipfile.ZipFile, name: str, path: str) -> etree._Element:
    if packed.getinfo(name).file_size > MOST_BYTES:
        raise ItemError("file-too-large", path=path, megabytes=MOST_BYTES // 1_000_000)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(packed.read(name), parser)


def _addresses(links: etree._Element) -> dict[str, str]:
    return {link.get("Id", ""): link.get("Target", "") for link in links if link.get("TargetMode") == "External"}


def _of_paragraph(paragraph: etree._Element, addresses: dict[str, str]) -> Iterator[WordRun]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    quoted = any(word in name for word in _QUOTE_STYLES)
    yield WordRun("", None, quoted, True)
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if any(ancestor.tag == f"{_W}del" for ancestor in node.iterancestors()):
            continue
        link = next(node.iterancestors(f"{_W}hyperlink"), None)
        url = addresses.get(link.get(f"{_R}id", "")) if link is not None else None
        yield WordRun(node.text or "" if node.tag == f"{_W}t" else " ", url, quoted, False)
