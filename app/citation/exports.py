"""References for other programs: BibTeX, RIS, CSL-JSON. They hold no quoted text, so no cap concerns them."""

import re
from collections.abc import Sequence

from app.base.text import fold, one_line
from app.citation.links import clean_url
from app.citation.names import Name, inverted, parted
from app.citation.reference import Reference
from app.citation.tidy import tidy

_BABEL = {
    "en": "english", "de": "ngerman", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch", "ru": "russian",
    "pl": "polish", "cs": "czech", "sk": "slovak", "sl": "slovene", "hr": "croatian", "uk": "ukrainian", "sv": "swedish", "da": "danish",
    "nb": "norsk", "no": "norsk", "nn": "nynorsk", "fi": "finnish", "hu": "magyar", "ro": "romanian", "el": "greek", "tr": "turkish", "ca": "catalan",
}  # fmt: skip
"""Names of languages in the babel package, which BibLaTeX's `langid` takes."""


def key(reference: Reference) -> str:
    """Return a citation key: the first word of author or source, and the year."""
    author = parted(reference.authors[0], reference.language).family if reference.authors else ""
    lead = author or reference.source or reference.headline
    word = re.sub(r"[^a-z0-9]", "", fold(lead.split()[0] if lead.split() else "article"))
    return f"{word or 'article'}{reference.year or ''}"


def bibtex(reference: Reference, citation_key: str | None = None) -> str:
    """Return a BibLaTeX `@article`; title in double braces, so that its capitals stay; an organisation's name too.

    `journal` and not `journaltitle`: BibLaTeX takes it for the same, and JabRef and Zotero read both; an entry type for newspapers
    there is none, so that Zotero takes it for a journal's article (RIS and CSL-JSON tell it better). `date` is what all three read.
    """
    fields = (
        ("author", " and ".join(_bibtex_name(parted(author, reference.language)) for author in _authors(reference))), ("title", f"{{{_tex(reference.headline)}}}"),
        ("journal", _tex(reference.source or "")), ("date", reference.iso_day), ("url", clean_url(reference.url)),
        ("langid", _BABEL.get(reference.language.split("-")[0])),
    )  # fmt: skip
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@article{{{citation_key or key(reference)},\n{lines}\n}}"


def ris(reference: Reference) -> str:
    """Return a RIS record of type NEWS, with the line ends that the format wants; a date has three slashes always."""
    day = "/".join([*(reference.iso_day or "").split("-"), "", ""][:3]) + "/" if reference.iso_day else ""
    fields = [
        ("TY", "NEWS"),
        *(("AU", inverted(author, reference.language)) for author in _authors(reference)),
        ("TI", reference.headline),
    ]
    fields += [("T2", reference.source or ""), ("DA", day), ("PY", reference.year or "")]
    fields += [("UR", clean_url(reference.url) or ""), ("LA", reference.language)]
    return "".join(f"{tag}  - {text}\r\n" for tag, value in fields if (text := _line(value))) + "ER  - \r\n"


def csl(reference: Reference, citation_key: str | None = None) -> dict[str, object]:
    """Return a CSL-JSON item of type article-newspaper (CSL 1.0.2)."""
    day = reference.iso_day
    item: dict[str, object] = {
        "id": citation_key or key(reference),
        "type": "article-newspaper",
        "title": _line(reference.headline),
    }
    if authors := _authors(reference):
        item["author"] = [_name(parted(author, reference.language)) for author in authors]
    if source := _line(reference.source or ""):
        item["container-title"] = source
    item["language"] = _line(reference.language)
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    if url := clean_url(reference.url):
        item["URL"] = url
    return item


def keys(references: Sequence[Reference]) -> list[str]:
    """Return a citation key for each, with a, b, c … where they would be equal."""
    plain = [key(reference) for reference in references]
    met: dict[str, int] = {}
    found = []
    for name in plain:
        number = met[name] = met.get(name, -1) + 1
        found.append(name if plain.count(name) == 1 else f"{name}{_letters(number)}")
    return found


def bibtex_of(references: Sequence[Reference]) -> str:
    """Return a BibTeX file."""
    return "\n\n".join(map(bibtex, references, keys(references))) + "\n"


def ris_of(references: Sequence[Reference]) -> str:
    """Return a RIS file."""
    return "".join(map(ris, references))


def csl_of(references: Sequence[Reference]) -> list[dict[str, object]]:
    """Return CSL-JSON items."""
    return list(map(csl, references, keys(references)))


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(97 + number % 26)


def _line(text: str) -> str:
    """Return a text as these files take it: in one line, without control characters and halves of characters."""
    return one_line(tidy(text))


def _authors(reference: Reference) -> list[str]:
    return [author for name in reference.authors if (author := _line(name))]


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given, **({"suffix": name.suffix} if name.suffix else {})}


def _bibtex_name(name: Name) -> str:
    if not name.given or _AND.search(f"{name.family} {name.given}"):
        # Braces keep a name in one piece, so that "Holt and Sons" are not two people.
        return f"{{{_tex(' '.join(part for part in (name.given, name.family) if part))}}}"
    return ", ".join(_tex(part) for part in (name.family, name.suffix, name.given) if part)


_AND = re.compile(r"\band\b", re.IGNORECASE)
_TEX = {
    "\\": r"{\textbackslash}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
"""BibTeX counts braces even where they are escaped, so they are named."""


def _tex(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda match: _TEX[match[0]], _line(text))
