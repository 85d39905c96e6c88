"""MLA 9: Surname, Given. “Headline.” Source, 4 Mar. 2022, URL."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, inverted, long_date

_SHORT = {"January": "Jan.", "February": "Feb.", "March": "Mar.", "April": "Apr.", "August": "Aug.", "September": "Sept.",
          "October": "Oct.", "November": "Nov.", "December": "Dec."}  # fmt: skip


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out."""
    first, *others = reference.authors or ("",)
    authors = inverted(first) + (f", and {others[0]}" if len(others) == 1 else ", et al" if others else "")
    start = f"{authors}. “" if authors else "“"
    container = ", ".join(part for part in (reference.source, _date(reference)) if part)
    return (
        Piece(speaker_lead(reference) + start),
        Piece(reference.headline, link=True),
        Piece(f".” {container}." if container else ".”"),
    )


def _date(reference: Reference) -> str:
    words = (long_date(reference.iso_day, "en") or "").split()
    return " ".join(_SHORT.get(word, word) for word in words)
