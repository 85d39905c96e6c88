"""Dash line: — Author, Source, 4 March 2022."""

from app.citation.credit import CreditLine, Piece, joined, speaker_lead
from app.citation.names import listed
from app.citation.reference import Reference, long_date

_AND = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en", "pl": "i", "ru": "и", "uk": "і", "sv": "och", "da": "og",
    "no": "og", "nb": "og", "cs": "a", "ca": "i",
}  # fmt: skip
ALL = 1_000


def credit(reference: Reference) -> CreditLine:
    """Return author, linked source and date; a source that is the author stands once."""
    last = f" {_AND.get(reference.language.split('-')[0].lower(), 'and')} "
    who = "" if reference.names_itself else listed(reference.authors, last=last, most=ALL, others="", before_last="")
    source = reference.source or reference.headline
    line = joined(
        Piece(who) if who else None, Piece(source, link=True), Piece(long_date(reference.iso_day, reference.language) or "")
    )
    lead = speaker_lead(reference)
    return (Piece(f"— {lead}"), *line)
