"""Harvard (Cite Them Right 11): Surname, G. (2022) ‘Headline’, Source, 4 March. Available at: URL (Accessed: 23 November 2026)."""

from app.citation.credit import ADDRESS, CreditLine, Piece, speaker_lead
from app.citation.names import initials, listed
from app.citation.reference import Reference, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "et al."."""


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the source leads, without either the headline; without a date "no date"."""
    authors = listed(
        [initials(name) for name in reference.authors], last=" and ", most=MOST_AUTHORS, others=" et al.", before_last=""
    )
    year = f"({reference.year or 'no date'})"
    day = (long_date(reference.iso_day, "en") or "").removesuffix(str(reference.year)).strip()
    source = reference.source if reference.authors and not reference.names_itself else None
    container = ", ".join(part for part in (source, day) if part)
    lead = speaker_lead(reference)
    rest = _address(reference)
    if not (authors or reference.source):
        return (Piece(f"{lead}‘"), Piece(reference.headline, link=True), Piece(f"’ {year}."), *rest)
    ending = f"’, {container}." if container else "’."
    return (Piece(f"{lead}{authors or reference.source} {year} ‘"), Piece(reference.headline, link=True), Piece(ending), *rest)


def _address(reference: Reference) -> CreditLine:
    if not reference.url:
        return ()
    read = long_date(reference.accessed, "en")
    return (Piece(" Available at: "), ADDRESS, Piece(f" (Accessed: {read})." if read else "."))
