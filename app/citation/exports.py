"""References for other programs: BibTeX, RIS, CSL-JSON. They hold no quoted text, so no cap concerns them."""

import re

from app.base.text import fold
from app.citation.reference import Reference, inverted

_BABEL = {
    "en": "english",
    "de": "ngerman",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "ru": "russian",
}


def key(reference: Reference) -> str:
    """Return a citation key: the first word of author or source, and the year."""
    lead = inverted(reference.authors[0]).split(",")[0] if reference.authors else (reference.source or reference.headline)
    word = re.sub(r"[^a-z0-9]", "", fold(lead.split()[0] if lead.split() else "article"))
    return f"{word or 'article'}{reference.year or ''}"


def bibtex(reference: Reference) -> str:
    """Return a BibLaTeX `@article`; title in double braces, so that its capitals stay."""
    fields = (
        ("author", " and ".join(map(inverted, reference.authors))), ("title", f"{{{_tex(reference.headline)}}}"),
        ("journal", _tex(reference.source or "")), ("date", reference.iso_day), ("url", reference.url),
        ("langid", _BABEL.get(reference.language.split("-")[0])),
    )  # fmt: skip
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@article{{{key(reference)},\n{lines}\n}}"


def ris(reference: Reference) -> str:
    """Return a RIS record of type NEWS, with the line ends that the format wants."""
    day = reference.iso_day
    fields = [("TY", "NEWS"), *(("AU", inverted(author)) for author in reference.authors), ("TI", reference.headline)]
    fields += [("T2", reference.source or ""), ("DA", f"{day.replace('-', '/')}/" if day else ""), ("PY", reference.year or "")]
    fields += [("UR", reference.url or ""), ("LA", reference.language)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl(reference: Reference) -> dict[str, object]:
    """Return a CSL-JSON item of type article-newspaper (CSL 1.0.2)."""
    day = reference.iso_day
    item: dict[str, object] = {"id": key(reference), "type": "article-newspaper", "title": reference.headline}
    if reference.authors:
        item["author"] = [_name(author) for author in reference.authors]
    if reference.source:
        item["container-title"] = reference.source
    item["language"] = reference.language
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    if reference.url:
        item["URL"] = reference.url
    return item


def _name(author: str) -> dict[str, str]:
    family, comma, given = inverted(author).partition(", ")
    return {"family": family, "given": given} if comma else {"literal": author}


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
