"""Wikipedia's {{cite news}}: https://en.wikipedia.org/wiki/Template:Cite_news."""

import re
from urllib.parse import quote

from app.citation.credit import CreditLine, Piece
from app.citation.names import is_agency, parted
from app.citation.reference import Reference, long_date
from app.citation.tidy import tidy

_MARKUP = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "<": "&lt;", ">": "&gt;"}
"""What would end a value or begin something else, as the template's page says to write it."""


def credit(reference: Reference) -> CreditLine:
    """Return the template as text; it carries the address itself."""
    return (Piece(template(reference)),)


def template(reference: Reference) -> str:
    """Return `{{cite news |last=… |first=… |title=… |url=… |work=… |date=… |access-date=…}}`.

    A wire service that is no publication itself is the |agency=. A month alone is written in words: the template takes 2022-03
    for an error. The language is told where it is not English.
    """
    agencies = [name for name in reference.authors if is_agency(name)]
    people = () if reference.names_itself else [name for name in reference.authors if not is_agency(name)]
    day = reference.iso_day
    language = reference.language.split("-")[0].lower()
    fields = (
        *_authors(people, reference.language), ("title", reference.headline), ("url", _url(reference.url)), ("work", reference.source),
        ("agency", None if reference.names_itself else ", ".join(agencies)), ("date", long_date(day, "en") if day and len(day) == 7 else day),
        ("access-date", reference.accessed if reference.url else None), ("language", None if language == "en" else language),
    )  # fmt: skip
    return "{{cite news " + " ".join(f"|{name}={_safe(value, name)}" for name, value in fields if value) + "}}"


def _safe(value: str, name: str) -> str:
    value = tidy(value)
    if name != "url":
        value = re.sub(
            r"[|\[\]<>]", lambda match: _MARKUP[match[0]], value.replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;")
        )
    return re.sub(r"'{2,}|~{3,}", lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), value)


def _url(url: str | None) -> str | None:
    return quote(url, safe="!#$%&'()*+,-./:;=?@_~", errors="replace") if url else None


def _authors(authors: tuple[str, ...] | list[str], language: str) -> list[tuple[str, str]]:
    """Return |last= and |first= of people, |author= of organisations and names that cannot be taken apart, numbered from two on."""
    found = []
    for number, author in enumerate(authors, 1):
        at = str(number) if len(authors) > 1 else ""
        name = parted(author, language)
        first = " ".join(part for part in (name.given, name.suffix) if part)
        found += [(f"last{at}", name.family), (f"first{at}", first)] if first else [(f"author{at}", name.family)]
    return found
