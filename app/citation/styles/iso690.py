"""ISO 690: SURNAME, Given. Headline. Source [online]. 2022-03-04 [viewed …]. Available from: URL."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, inverted


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out."""
    authors = " and ".join(_capital(inverted(author)) for author in reference.authors)
    viewed = f" [viewed {reference.accessed}]" if reference.accessed else ""
    ending = f". {reference.source} [online]." if reference.source else " [online]."
    date = f" {reference.iso_day}{viewed}." if reference.iso_day else f"{viewed}." if viewed else ""
    start = f"{authors}. " if authors else ""
    return (Piece(speaker_lead(reference) + start), Piece(reference.headline, link=True), Piece(ending + date))


def _capital(name: str) -> str:
    surname, comma, given = name.partition(",")
    return surname.upper() + comma + given
