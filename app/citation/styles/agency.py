"""Agency credit: (Source, 4 March 2022)."""

from app.citation.credit import CreditLine, Piece, joined, speaker_lead
from app.citation.reference import Reference, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the linked source and the date in brackets."""
    source = Piece(reference.source or reference.headline, link=True)
    line = joined(source, Piece(long_date(reference.iso_day, reference.language) or ""))
    return (Piece(f"({speaker_lead(reference)}"), *line, Piece(")"))
