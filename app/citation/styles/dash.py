"""Dash line: — Author, Source, 4 March 2022."""

from app.citation.credit import CreditLine, Piece, joined, speaker_lead
from app.citation.reference import Reference, long_date


def credit(reference: Reference) -> CreditLine:
    """Return author, linked source and date."""
    who = " and ".join(reference.authors)
    source = reference.source or reference.headline
    line = joined(
        Piece(who) if who else None, Piece(source, link=True), Piece(long_date(reference.iso_day, reference.language) or "")
    )
    lead = speaker_lead(reference)
    return (Piece(f"— {lead}"), *line)
