"""OSCOLA 4 §3.4.9: Given Surname, ‘Headline’ Source (4 March 2022) <URL> accessed 23 November 2026."""

from app.citation.credit import ADDRESS, CreditLine, Piece, speaker_lead
from app.citation.names import listed
from app.citation.reference import Reference, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "and others" (§1.3.1)."""


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out. A source that is the author stands once."""
    names = () if reference.names_itself else reference.authors
    authors = listed(names, last=" and ", most=MOST_AUTHORS, others=" and others", before_last="")
    date = long_date(reference.iso_day, "en")
    ending = (f" {reference.source}" if reference.source else "") + (f" ({date})" if date else "")
    address: CreditLine = ()
    if reference.url:
        read = long_date(reference.accessed, "en")
        address = (Piece(" <"), ADDRESS, Piece(f"> accessed {read}" if read else ">"))
    start = f"{speaker_lead(reference)}{authors}, ‘" if authors else f"{speaker_lead(reference)}‘"
    return (Piece(start), Piece(reference.headline, link=True), Piece(f"’{ending}"), *address)
