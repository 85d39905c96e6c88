"""From files to articles. A new format is one module and one line in `IMPORTERS`."""

from app.base.errors import ItemError
from app.importers.captured_file import Captured, Importer, ReadResult
from app.importers.plain_text import PlainText
from app.importers.sniffing import sniff
from app.importers.web_page import WebPage
from app.model.captured import Warning

IMPORTERS: tuple[Importer, ...] = (WebPage(), PlainText())
"""All importers in the order in which they are asked; plain text takes what nobody else does."""

_ENDINGS = {
    "html": "HTML",
    "htm": "HTML",
    "xhtml": "HTML",
    "pdf": "PDF",
    "docx": "Word",
    "doc": "Word",
    "jpg": "JPEG",
    "png": "PNG",
}


def read(captured: Captured) -> ReadResult:
    """Return the articles of a file, whatever its name says; ItemError `empty-file`, `not-supported`, `no-text`."""
    if not captured.content.strip():
        raise ItemError("empty-file", path=captured.path or captured.name)
    sniffed = sniff(captured.content)
    if sniffed.kind == "other":
        raise ItemError("not-supported", path=captured.path or captured.name, kind=sniffed.label)
    importer = next(importer for importer in IMPORTERS if importer.recognises(captured))
    result = importer.read(captured)
    if not result.articles:
        raise ItemError("no-text", path=captured.path or captured.name)
    return ReadResult(
        result.articles, result.media_type, result.encoding, (*_misnamed(captured, sniffed.kind), *result.warnings)
    )


def _misnamed(captured: Captured, kind: str) -> tuple[Warning, ...]:
    ending = captured.name.rpartition(".")[2].lower()
    claimed = _ENDINGS.get(ending)
    real = {"html": "HTML", "text": "text"}[kind]
    return (Warning("named-otherwise", (("ending", f".{ending}"), ("kind", real))),) if claimed and claimed != real else ()


__all__ = ["IMPORTERS", "Captured", "Importer", "ReadResult", "read"]
