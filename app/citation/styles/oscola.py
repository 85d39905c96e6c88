"""OSCOLA 4 §3.4.9: Given Surname, ‘Headline’ Source (4 March 2022) <URL> accessed 23 November 2026."""

import re

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, line, speaker_lead
from app.citation.marks import nested
from app.citation.names import listed, straight
from app.citation.reference import Reference, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "and others" (§1.3.1)."""
_INITIALS = re.compile(r"(?<!\w)(\w)\.(?:\s+(?=\w\.))?")


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out. A source that is the author stands once; the newspaper is in italics."""
    names = [] if reference.names_itself else [_without_stops(straight(name, reference.language)) for name in reference.authors]
    authors = listed(names, last=" and ", most=MOST_AUTHORS, others=" and others", before_last="")
    date = long_date(reference.iso_day, "en")
    read = long_date(reference.accessed, "en")
    address = (" <", ADDRESS, f"> accessed {read}" if read else ">") if reference.url else ()
    start = f"{speaker_lead(reference)}{authors}, ‘" if authors else f"{speaker_lead(reference)}‘"
    headline = Piece(nested(reference.headline, "en-GB"), link=True)
    source = (" ", italic(reference.source)) if reference.source else ()
    return line(start, headline, "’", *source, f" ({date})" if date else None, *address)


def _without_stops(name: str) -> str:
    """Return a name without full stops, its initials together: "JR Holt Jr" (§1.3.1)."""
    return _INITIALS.sub(r"\1", name).replace(".", "")
