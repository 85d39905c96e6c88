"""Wikipedia's {{cite news}}: https://en.wikipedia.org/wiki/Template:Cite_news."""

from app.citation.credit import CreditLine, Piece
from app.citation.reference import Reference


def credit(reference: Reference) -> CreditLine:
    """Return the template as text; it carries the address itself."""
    return (Piece(template(reference)),)


def template(reference: Reference) -> str:
    """Return `{{cite news |title=… |url=… |work=… |date=… |access-date=…}}`; a pipe in a value would end it, so it is escaped."""
    fields = (
        *([] if reference.names_itself else _authors(reference.authors)), ("title", reference.headline), ("url", reference.url), ("work", reference.source),
        ("date", reference.iso_day), ("access-date", reference.accessed if reference.url else None),
    )  # fmt: skip
    return "{{cite news " + " ".join(f"|{name}={_safe(value)}" for name, value in fields if value) + "}}"


def _safe(value: str) -> str:
    return value.replace("|", "{{!}}").replace("}}", "&#125;&#125;") if "|" in value or "}}" in value else value


def _authors(authors: tuple[str, ...]) -> list[tuple[str, str]]:
    if len(authors) == 1:
        return [("author", authors[0])]
    return [(f"author{number}", author) for number, author in enumerate(authors, 1)]
