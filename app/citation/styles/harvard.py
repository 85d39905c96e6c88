"""Harvard (Cite Them Right 11): Surname, G. (2022) ‘Headline’, Source, 4 March. Available at: URL (Accessed: 23 November 2026)."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, joined, line, speaker_lead
from app.citation.marks import nested
from app.citation.names import initials, listed
from app.citation.reference import Reference, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "et al.", in italics."""


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the newspaper leads, without either the headline; without a date "no date"."""
    year = f"({reference.year or 'no date'})"
    day = (long_date(reference.iso_day, "en") or "").removesuffix(str(reference.year)).strip()
    named = reference.authors and not reference.names_itself
    container = joined(italic(reference.source) if named else None, Piece(day))
    headline = ("‘", Piece(nested(reference.headline, "en-GB"), link=True), "’")
    who = _authors(reference.authors, reference.language) if named else line(italic(reference.source))
    if not who:
        return line(speaker_lead(reference), *headline, f" {year}.", *_address(reference))
    told = line(", ", *container) if container else ()
    return line(speaker_lead(reference), *who, f" {year} ", *headline, *told, ".", *_address(reference))


def _authors(authors: tuple[str, ...], language: str) -> CreditLine:
    names = [initials(name, language, between="") for name in authors]
    if len(names) > MOST_AUTHORS:
        return line(f"{names[0]} ", italic("et al."))
    return line(listed(names, last=" and ", most=MOST_AUTHORS, others="", before_last=""))


def _address(reference: Reference) -> CreditLine:
    if not reference.url:
        return ()
    read = long_date(reference.accessed, "en")
    return line(" Available at: ", ADDRESS, f" (Accessed: {read})." if read else ".")
