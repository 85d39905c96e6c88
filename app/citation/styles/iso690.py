"""ISO 690: SURNAME, Given. Headline. Source [online]. 2022-03-04 [viewed 2026-11-23]. Available from: URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, line, speaker_lead
from app.citation.names import listed, parted
from app.citation.reference import Reference, ended

MOST_AUTHORS = 3
"""Of more, the first stands "et al."."""


def credit(reference: Reference) -> CreditLine:
    """Return the reference; unknown parts are left out. Without an address it is no online resource."""
    names = [] if reference.names_itself else [_capital(name, reference.language) for name in reference.authors]
    authors = listed(names, last=" and ", most=MOST_AUTHORS, others=" et al.", before_last="")
    online = " [online]" if reference.url else ""
    viewed = f" [viewed {reference.accessed}]" if reference.accessed and reference.url else ""
    source = (" ", italic(reference.source), f"{online}.") if reference.source else ()
    title = reference.headline + online if online and not reference.source else reference.headline
    date = f" {ended((reference.iso_day or '') + viewed).strip()}" if reference.iso_day or viewed else ""
    address = (" Available from: ", ADDRESS) if reference.url else ()
    start = f"{ended(authors)} " if authors else ""
    return line(speaker_lead(reference) + start, Piece(ended(title), link=True), *source, date, *address)


def _capital(author: str, language: str) -> str:
    name = parted(author, language)
    return ", ".join(part for part in (name.family.upper(), name.given, name.suffix) if part)
