"""Chicago 17, note: Given Surname, “Headline,” Source, March 4, 2022, URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, speaker_lead
from app.citation.names import listed
from app.citation.reference import Reference, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "et al." (Chicago 17 §14.76)."""


def credit(reference: Reference) -> CreditLine:
    """Return the note; unknown parts are left out, an undated one tells when it was read (§14.12). A source that is the author stands once."""
    names = () if reference.names_itself else reference.authors
    authors = listed(names, last=" and ", most=MOST_AUTHORS, others=" et al.")
    start = f"{authors}, “" if authors else "“"
    undated = reference.iso_day is None and reference.accessed and reference.url
    read = f"accessed {american(reference.accessed)}" if undated else None
    parts = ", ".join(part for part in (reference.source, american(reference.iso_day), read) if part)
    # A question mark stays before the comma, a full stop does not (§14.96).
    headline = Piece(reference.headline.removesuffix("."), link=True)
    lead = Piece(speaker_lead(reference) + start)
    if not reference.url:
        return (lead, headline, Piece(f",” {parts}." if parts else ".”"))
    return (lead, headline, Piece(f",” {parts}, " if parts else ",” "), ADDRESS, Piece("."))


def american(iso_day: str | None) -> str:
    """Return "March 4, 2022", or as much of it as is known."""
    words = (long_date(iso_day, "en") or "").split()
    return f"{words[1]} {words[0]}, {words[2]}" if len(words) == 3 else " ".join(words)
