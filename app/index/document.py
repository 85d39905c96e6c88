"""What the index is given of one article."""

from dataclasses import dataclass
from datetime import date

from app.base.dates import Precision


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One article as the index sees it. Names are authority record ids; everything is keyed by `article_id`.

    `quotations` are (speaker record id or None, words) of each piece of direct speech, for `said:`.
    """

    article_id: int
    headline: str
    deck: str
    body: str
    language: str
    source_id: int | None
    quotations: tuple[tuple[int | None, str], ...] = ()
    persons: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    licence: str = ""
    tags: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    added: date | None = None
