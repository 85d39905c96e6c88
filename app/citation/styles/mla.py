"""MLA 9: Surname, Given. “Headline.” Source, 4 Mar. 2022, URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, speaker_lead
from app.citation.names import inverted
from app.citation.reference import Reference, ended, long_date

_SHORT = {"January": "Jan.", "February": "Feb.", "March": "Mar.", "April": "Apr.", "August": "Aug.", "September": "Sept.",
          "October": "Oct.", "November": "Nov.", "December": "Dec."}  # fmt: skip


def credit(reference: Reference) -> CreditLine:
    """Return the entry; unknown parts are left out, an undated one tells when it was read. A source that is the author stands once."""
    authors = _authors(reference.authors) if not reference.names_itself else ""
    start = f"{ended(authors)} “" if authors else "“"
    container = ", ".join(part for part in (reference.source, _short(long_date(reference.iso_day, "en"))) if part)
    read = (
        f" Accessed {_short(long_date(reference.accessed, 'en'))}." if reference.accessed and reference.iso_day is None else ""
    )
    headline = Piece(ended(reference.headline), link=True)
    if not reference.url:
        return (Piece(speaker_lead(reference) + start), headline, Piece(f"” {container}." if container else "”"))
    return (
        Piece(speaker_lead(reference) + start),
        headline,
        Piece(f"” {container}, " if container else "” "),
        ADDRESS,
        Piece(f".{read}"),
    )


def _authors(authors: tuple[str, ...]) -> str:
    """Return one author, two, or the first "et al." (MLA 9 §5.7 and §5.8)."""
    if not authors:
        return ""
    first = inverted(authors[0])
    return first if len(authors) == 1 else f"{first}, and {authors[1]}" if len(authors) == 2 else f"{first}, et al."


def _short(date: str | None) -> str:
    return " ".join(_SHORT.get(word, word) for word in (date or "").split())
