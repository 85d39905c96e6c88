"""Agency credit: (Source, 4 March 2022)."""

from app.citation.credit import CreditLine, Piece, joined, line, speaker_lead
from app.citation.reference import Reference, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the linked source and the date in brackets, in the language of the publication."""
    source = Piece(reference.source or reference.headline, link=True)
    told = joined(source, Piece(long_date(reference.iso_day, reference.tongue) or ""))
    return line(f"({speaker_lead(reference, reference.tongue)}", *told, ")")
