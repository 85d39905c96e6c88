"""A text that somebody is writing, as far as quoting is concerned."""

from dataclasses import dataclass

from app.base.spans import Span


@dataclass(frozen=True, slots=True)
class DraftLink:
    """An address in a draft, and the words that carry it."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a draft, paragraphs separated by one newline; its links; and passages set as quotations (block quotes)."""

    text: str
    links: tuple[DraftLink, ...] = ()
    set_off: tuple[Span, ...] = ()
