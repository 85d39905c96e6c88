"""Dash line: — Author, Source, 4 March 2022."""

from app.citation.credit import CreditLine, Piece, joined, line, speaker_lead
from app.citation.names import listed, straight
from app.citation.reference import Reference, long_date
from app.citation.words import AND, in_language

ALL = 1_000


def credit(reference: Reference) -> CreditLine:
    """Return author, linked source and date in the language of the publication; a source that is the author stands once."""
    tongue = reference.tongue
    last = f" {in_language(AND, tongue) or AND['en']} "
    names = [] if reference.names_itself else [straight(name, reference.language) for name in reference.authors]
    who = listed(names, last=last, most=ALL, others="", before_last="")
    source = Piece(reference.source or reference.headline, link=True)
    told = joined(Piece(who), source, Piece(long_date(reference.iso_day, tongue) or ""))
    return line(f"— {speaker_lead(reference, tongue)}", *told)
