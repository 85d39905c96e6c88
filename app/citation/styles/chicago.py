"""Chicago 17, note: Given Surname, “Headline,” Source, March 4, 2022, URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, joined, line, speaker_lead
from app.citation.marks import nested
from app.citation.names import listed, straight
from app.citation.reference import Reference, ended, long_date

MOST_AUTHORS = 3
"""Of more, the first stands "et al." (Chicago 17 §14.76)."""


def credit(reference: Reference) -> CreditLine:
    """Return the note; unknown parts are left out, an undated one tells when it was read (§14.12). A source that is the author stands once."""
    names = [] if reference.names_itself else [straight(name, reference.language) for name in reference.authors]
    authors = listed(names, last=" and ", most=MOST_AUTHORS, others=" et al.")
    undated = reference.iso_day is None and reference.accessed and reference.url
    read = f"accessed {american(reference.accessed)}" if undated else ""
    container = joined(italic(newspaper(reference)), Piece(american(reference.iso_day)), Piece(read))
    headline = nested(reference.headline, "en")
    start = f"{speaker_lead(reference)}{authors}, “" if authors else f"{speaker_lead(reference)}“"
    if not (container or reference.url):
        return line(start, Piece(ended(headline), link=True), "”")
    address = (", " if container else "", ADDRESS) if reference.url else ()
    return line(start, Piece(_with_comma(headline), link=True), "” ", *container, *address, ".")


def newspaper(reference: Reference) -> str | None:
    """Return the source's name without the "The" that an English newspaper's name begins with (§14.193)."""
    name = reference.source
    english = reference.language.split("-")[0].lower() == "en"
    return name.removeprefix("The ") if name and english else name


def american(iso_day: str | None) -> str:
    """Return "March 4, 2022", or as much of it as is known."""
    words = (long_date(iso_day, "en") or "").split()
    return f"{words[1]} {words[0]}, {words[2]}" if len(words) == 3 else " ".join(words)


def _with_comma(headline: str) -> str:
    """Return the headline with its comma, before closing quotation marks; a question mark stays (§14.96), a full stop does not."""
    bare = headline.rstrip("”’") if "“" in headline or "‘" in headline else headline
    return f"{bare.removesuffix('.')},{headline[len(bare) :]}"
