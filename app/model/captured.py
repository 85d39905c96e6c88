"""What an importer hands over: one article as it stood in its file, each value with its evidence."""

from dataclasses import dataclass
from typing import Literal

from app.base.errors import Param
from app.base.spans import Span
from app.model.recognition import Kind

How = Literal["stated", "inferred", "user"]
"""stated: the document says so; inferred: a heuristic, to be confirmed; user: typed or confirmed by a person."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value, how it is known, and where it was found (`json-ld`, `opengraph`, `position`, `file name` …)."""

    value: str
    how: How
    where: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the user should know about an imported item: a code of `app.messages` and its parameters."""

    code: str
    params: tuple[tuple[str, Param], ...] = ()


@dataclass(frozen=True, slots=True)
class StatedEntity:
    """A name that the document itself declares (industry codes, JSON-LD `about`), kept beside the recognised ones.

    `identifier` is a code of `scheme` (`factiva-co`, `ticker`, `mediatopic` …), or without a scheme an address. Without `kind` it
    is a subject that the document states, no name of anybody.
    """

    kind: Kind | None
    name: str
    where: str
    identifier: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class RightsFact:
    """A machine-readable fact on rights: `name` is one of license, usage_info, copyright_holder, copyright_year,
    copyright_notice, credit_text, acquire_page, rel_license, rightsstatement, usage_terms, tdm_reservation, robots."""

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class CapturedArticle:
    """One article out of a file. Paragraphs of `body` are separated by one newline and hold no other.

    `published` and `modified` are EDTF texts; `url` and `canonical_url` absolute http(s). None means: not in the document;
    nothing is ever made up to fill it. `notice` is the rights notice, verbatim, which is no part of the body.
    """

    body: str
    headline: Stated | None = None
    section: Stated | None = None
    deck: Stated | None = None
    dateline: Stated | None = None
    slug: Stated | None = None
    byline: Stated | None = None
    authors: tuple[Stated, ...] = ()
    published: Stated | None = None
    modified: Stated | None = None
    captured: Stated | None = None
    source: Stated | None = None
    url: Stated | None = None
    canonical_url: Stated | None = None
    notice: Stated | None = None
    language: Stated | None = None
    photo_credit: Stated | None = None
    captions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    entities: tuple[StatedEntity, ...] = ()
    rights_facts: tuple[RightsFact, ...] = ()
    warnings: tuple[Warning, ...] = ()
    partial: bool = False
    notice_follows_body: bool = True


FIELDS_WITH_EVIDENCE = (
    "headline", "section", "deck", "dateline", "slug", "byline", "published", "modified", "captured", "source", "url",
    "canonical_url", "notice", "language", "photo_credit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceText:
    """The texts of one article that recognition reads, by span field."""

    body: str
    headline: str = ""
    deck: str = ""
    photo_credit: str = ""
    language: str = "en"

    def field(self, name: str) -> str:
        """Return the text that spans of field `name` count in."""
        return {"body": self.body, "headline": self.headline, "deck": self.deck, "photo_credit": self.photo_credit}[name]

    def of(self, span: Span) -> str:
        """Return the passage that `span` covers."""
        return span.of(self.field(span.field))
