"""Harvard (Cite Them Right): Surname, G. (2022) ‘Headline’, Source, 4 March. Available at: URL (Accessed: …)."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, initials, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the source leads, without a date "no date"."""
    lead = " and ".join(map(initials, reference.authors)) or reference.source or reference.headline
    day = long_date(reference.iso_day, "en") or ""
    container = ", ".join(
        part for part in (reference.source if reference.authors else None, day.removesuffix(f" {reference.year}")) if part
    )
    accessed = long_date(reference.accessed, "en")
    ending = (f", {container}." if container else ".") + (f" (Accessed: {accessed})." if accessed else "")
    return (
        Piece(f"{speaker_lead(reference)}{lead} ({reference.year or 'no date'}) ‘"),
        Piece(reference.headline, link=True),
        Piece(f"’{ending}"),
    )
