"""Chicago 17, author-date: Surname, Given. 2022. “Headline.” Source, March 4, 2022. URL."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, inverted
from app.citation.styles.chicago import american_date


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the source leads, without a date "n.d."."""
    lead = inverted(reference.authors[0]) if reference.authors else reference.source or ""
    start = f"{lead}. {reference.year or 'n.d.'}. “" if lead else f"{reference.year or 'n.d.'}. “"
    container = ", ".join(part for part in (reference.source if reference.authors else None, american_date(reference)) if part)
    return (
        Piece(speaker_lead(reference) + start),
        Piece(reference.headline, link=True),
        Piece(f".” {container}." if container else ".”"),
    )
