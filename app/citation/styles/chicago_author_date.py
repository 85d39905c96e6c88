"""Chicago 17, author-date: Surname, Given. 2022. “Headline.” Source, March 4, 2022. URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, joined, line, speaker_lead
from app.citation.marks import nested
from app.citation.names import inverted, listed, straight
from app.citation.reference import Reference, ended
from app.citation.styles.chicago import american, newspaper

MOST_AUTHORS, SHOWN = 10, 7
"""Of more than ten the first seven stand "et al." (Chicago 17 §15.9)."""


def credit(reference: Reference) -> CreditLine:
    """Return the entry; without an author the newspaper leads (§15.49), without either the headline.

    An entry without a date says "n.d.", and when it was read (§15.50).
    """
    year = f"{ended(reference.year or 'n.d.')} "
    source = newspaper(reference)
    named = reference.authors and not reference.names_itself
    who = ended(_authors(reference.authors, reference.language)) if named else italic(source)
    apart = source if named else None
    container = joined(italic(apart), Piece(american(reference.iso_day)))
    undated = reference.iso_day is None and reference.accessed and reference.url
    read = f" Accessed {american(reference.accessed)}." if undated else ""
    headline = ("“", Piece(ended(nested(reference.headline, "en")), link=True), "”")
    told = line(" ", *container, ".") if container else ()
    address = (" ", ADDRESS, ".") if reference.url else ()
    if not who:
        return line(speaker_lead(reference), *headline, f" {year.strip()}", read, *address)
    stop = None if isinstance(who, str) else "."
    return line(speaker_lead(reference), who, stop, " ", year, *headline, *told, read, *address)


def _authors(authors: tuple[str, ...], language: str) -> str:
    names = [inverted(authors[0], language), *(straight(name, language) for name in authors[1:])]
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[:SHOWN])}, et al."
    return listed(names, last=" and ", most=MOST_AUTHORS, others="", comma_of_two="," in names[0])
