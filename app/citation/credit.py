"""The credit line under a quotation, as pieces of text of which some are links or set in italics."""

from collections.abc import Callable
from dataclasses import dataclass

from app.citation.reference import Reference
from app.citation.words import QUOTED_BY, in_language


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a credit line.

    `link` marks the words that carry the article's address, `address` the place where it is printed itself, `licence` is the
    address of the licence that the words name.
    """

    text: str
    link: bool = False
    address: bool = False
    italic: bool = False
    licence: str | None = None


ADDRESS = Piece("", address=True)


CreditLine = tuple[Piece, ...]
Credit = Callable[[Reference], CreditLine]


def line(*parts: Piece | str | None) -> CreditLine:
    """Return the parts that there are as a credit line; words alone are plain."""
    pieces = (Piece(part) if isinstance(part, str) else part for part in parts if part)
    return tuple(piece for piece in pieces if piece.text or piece.address)


def italic(text: str | None) -> Piece | None:
    """Return words set in italics, None without any."""
    return Piece(text, italic=True) if text else None


def speaker_lead(reference: Reference, language: str = "en") -> str:
    """Return "SPEAKER, quoted by " for speech, "" for the article's own words; in English where we do not know how to say it."""
    if not reference.speaker:
        return ""
    return f"{reference.speaker}, {in_language(QUOTED_BY, language) or QUOTED_BY['en']} "


def joined(*groups: Piece | None, by: str = ", ") -> CreditLine:
    """Return the pieces that there are, with `by` between them."""
    found: list[Piece] = []
    for piece in groups:
        if piece is None or not piece.text:
            continue
        if found:
            found.append(Piece(by))
        found.append(piece)
    return tuple(found)


def text_of(credit: CreditLine, link: str | None) -> str:
    """Return a credit line as plain text, with the address where its style prints it, and the licence's beside its name."""
    return "".join(_plain(piece, link) for piece in credit)


def _plain(piece: Piece, link: str | None) -> str:
    if piece.address:
        return link or ""
    return f"{piece.text} ({piece.licence})" if piece.licence else piece.text
