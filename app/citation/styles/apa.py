"""APA 7: Author, A. A., & Author, B. (2022, March 4). Headline. Source. URL."""

from app.citation.credit import ADDRESS, CreditLine, Piece, italic, line, speaker_lead
from app.citation.names import initials
from app.citation.reference import Reference, ended, long_date

MOST_AUTHORS = 20
"""Of more, the first nineteen and the last stand (APA 7 §9.8)."""


def credit(reference: Reference) -> CreditLine:
    """Return the reference; without an author the headline takes its place, without a date "n.d.".

    The newspaper is in italics (§10.1, example 16); where the source is the author it is not named twice (§10.16), and the
    headline, which then stands alone, is in italics.
    """
    date = f"({_date(reference)})."
    source = None if reference.names_itself else reference.source
    stopped = ended(reference.headline)
    headline = Piece(stopped.removesuffix("."), link=True, italic=not source), "." if stopped.endswith(".") else None
    container = (" ", italic(source), "" if source.endswith(".") else ".") if source else ()
    address = (" ", ADDRESS) if reference.url else ()
    lead = speaker_lead(reference)
    if reference.authors:
        return line(f"{lead}{ended(_authors(reference.authors, reference.language))} {date} ", *headline, *container, *address)
    return line(lead, *headline, f" {date}", *container, *address)


def _authors(authors: tuple[str, ...], language: str) -> str:
    names = [initials(author, language) for author in authors]
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[: MOST_AUTHORS - 1])}, . . . {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"


def _date(reference: Reference) -> str:
    day = reference.iso_day
    if day is None:
        return "n.d."
    words = (long_date(day, "en") or "").split()
    if len(words) == 3:
        return f"{words[2]}, {words[1]} {words[0]}"
    return f"{words[1]}, {words[0]}" if len(words) == 2 else words[0]
