"""APA 7: Author, A. A. (2022, March 4). Headline. Source. URL."""

from app.citation.credit import CreditLine, Piece, speaker_lead
from app.citation.reference import Reference, initials, long_date


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the headline takes its place, without a date "n.d."."""
    authors = ", & ".join(map(initials, reference.authors))
    date = f"({_date(reference)})"
    ending = f". {reference.source}." if reference.source else "."
    headline = Piece(reference.headline, link=True)
    lead = speaker_lead(reference)
    if authors:
        return (Piece(f"{lead}{authors} {date}. "), headline, Piece(ending))
    return (Piece(lead), headline, Piece(f". {date}{ending}"))


def _date(reference: Reference) -> str:
    day = reference.iso_day
    if day is None:
        return "n.d."
    words = (long_date(day, "en") or "").split()
    if len(words) == 3:
        return f"{words[2]}, {words[1]} {words[0]}"
    return f"{words[1]}, {words[0]}" if len(words) == 2 else words[0]
