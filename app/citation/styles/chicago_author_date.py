"""Chicago 17, author-date: Surname, Given. 2022. “Headline.” Source, March 4, 2022. URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, speaker_lead
from app.citation.names import inverted
from app.citation.reference import Reference, ended
from app.citation.styles.chicago import american

MOST_AUTHORS, SHOWN = 10, 7
"""Of more than ten the first seven stand "et al." (Chicago 17 §15.9)."""


def credit(reference: Reference) -> CreditLine:
    """Return the entry; without an author the source leads (§15.49), without either the headline; without a date "n.d."."""
    year = reference.year or "n.d."
    lead = _authors(reference.authors) or reference.source
    apart = reference.source if reference.authors and not reference.names_itself else None
    container = ", ".join(part for part in (apart, american(reference.iso_day)) if part)
    address = (Piece(" "), ADDRESS, Piece(".")) if reference.url else ()
    headline, ending = Piece(ended(reference.headline), link=True), Piece(f"” {container}." if container else "”")
    if lead:
        return (Piece(f"{speaker_lead(reference)}{ended(lead)} {ended(year)} “"), headline, ending, *address)
    return (Piece(f"{speaker_lead(reference)}“"), headline, Piece(f"” {ended(year)}"), *address)


def _authors(authors: tuple[str, ...]) -> str:
    if not authors:
        return ""
    names = [inverted(authors[0]), *authors[1:]]
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[:SHOWN])}, et al."
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"
