"""OSCOLA 4: Given Surname, ‘Headline’ Source (4 March 2022) <URL> accessed …."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out."""
    authors = " and ".join(reference.authors)
    date = long_date(reference.iso_day, "en")
    accessed = long_date(reference.accessed, "en")
    ending = (
        (f" {reference.source}" if reference.source else "")
        + (f" ({date})" if date else "")
        + (f" accessed {accessed}" if accessed else "")
    )
    return (
        Piece(speaker_lead(reference) + (f"{authors}, ‘" if authors else "‘")),
        Piece(reference.headline, link=True),
        Piece(f"’{ending}"),
    )
