"""Chicago 17, note: Given Surname, “Headline,” Source, March 4, 2022, URL."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the note; unknown parts are left out."""
    authors = " and ".join(reference.authors)
    start = f"{authors}, “" if authors else "“"
    ending = ", ".join(part for part in (reference.source, american_date(reference)) if part)
    return (
        Piece(speaker_lead(reference) + start),
        Piece(reference.headline, link=True),
        Piece(f",” {ending}." if ending else ".”"),
    )


def american_date(reference: Reference) -> str:
    """Return "March 4, 2022", or as much of it as is known."""
    words = (long_date(reference.iso_day, "en") or "").split()
    return f"{words[1]} {words[0]}, {words[2]}" if len(words) == 3 else " ".join(words)
