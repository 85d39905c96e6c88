"""MLA 9: Surname, Given. “Headline.” Source, 4 Mar. 2022, URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, joined, line, speaker_lead
from app.citation.marks import nested
from app.citation.names import inverted, straight
from app.citation.reference import Reference, ended, long_date

_SHORT = {"January": "Jan.", "February": "Feb.", "March": "Mar.", "April": "Apr.", "August": "Aug.", "September": "Sept.",
          "October": "Oct.", "November": "Nov.", "December": "Dec."}  # fmt: skip


def credit(reference: Reference) -> CreditLine:
    """Return the entry; unknown parts are left out, an undated one tells when it was read (§5.111). A source that is the author
    stands once. The address keeps its https://, which §5.95 wants where it is to be a link."""
    authors = _authors(reference.authors, reference.language) if not reference.names_itself else ""
    start = f"{ended(authors)} “" if authors else "“"
    address = ADDRESS if reference.url else None
    container = joined(italic(reference.source), Piece(_short(long_date(reference.iso_day, "en"))))
    undated = reference.url and reference.accessed and reference.iso_day is None
    read = f" Accessed {_short(long_date(reference.accessed, 'en'))}." if undated else None
    headline = Piece(ended(nested(reference.headline, "en")), link=True)
    between = (" ", *container, ", " if address else "") if container else (" " if address else "",)
    ending = "." if address or container else None
    return line(speaker_lead(reference) + start, headline, "”", *between, address, ending, read)


def _authors(authors: tuple[str, ...], language: str) -> str:
    """Return one author, two, or the first "et al." (MLA 9 §5.7 and §5.8)."""
    if not authors:
        return ""
    first = inverted(authors[0], language)
    if len(authors) == 1:
        return first
    if len(authors) > 2:
        return f"{first}, et al."
    # The comma belongs to the turned name: one that is not turned has none.
    return f"{first}{',' * (',' in first)} and {straight(authors[1], language)}"


def _short(date: str | None) -> str:
    return " ".join(_SHORT.get(word, word) for word in (date or "").split())
