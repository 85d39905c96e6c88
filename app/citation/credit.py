"""The credit line under a quotation, as pieces of text of which one may be a link."""

from collections.abc import Callable
from dataclasses import dataclass

from app.citation.reference import Reference


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a credit line; `link` marks the words that carry the address, `address` the place where it is printed itself."""

    text: str
    link: bool = False
    address: bool = False


ADDRESS = Piece("", address=True)


CreditLine = tuple[Piece, ...]
Credit = Callable[[Reference], CreditLine]

_QUOTED_BY = {
    "en": "quoted by", "de": "zitiert von", "fr": "cité par", "es": "citado por", "it": "citato da", "pt": "citado por", "nl": "geciteerd door",
    "pl": "cyt. za", "ru": "цит. по:", "sv": "citerad av", "da": "citeret af", "cs": "cituje", "uk": "цит. за:",
}  # fmt: skip


def speaker_lead(reference: Reference) -> str:
    """Return "SPEAKER, quoted by " for speech, "" for the article's own words."""
    if not reference.speaker:
        return ""
    phrase = _QUOTED_BY.get(reference.language.split("-")[0].lower(), "quoted by")
    return f"{reference.speaker}, {phrase} "


def joined(*groups: Piece | None, by: str = ", ") -> CreditLine:
    """Return the pieces that there are, with `by` between them."""
    line: list[Piece] = []
    for piece in groups:
        if piece is None or not piece.text:
            continue
        if line:
            line.append(Piece(by))
        line.append(piece)
    return tuple(line)


def text_of(credit: CreditLine, link: str | None) -> str:
    """Return a credit line as plain text, the address where its style prints it."""
    return "".join((link or "") if piece.address else piece.text for piece in credit)
