"""What the two faces show: plain values, read out of the archive, safe to hand to another thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.base.spans import Span
from app.index.query import FacetName
from app.index.results import Results, Snippet
from app.model.captured import Stated, Warning
from app.model.recognition import Kind
from app.model.rights import RightsKind, RightsStatement


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One article in a list of results. `date_inferred` and an empty `published` are to be shown as such."""

    article_id: int
    headline: str
    source: str
    published: str
    date_inferred: bool
    badge: str
    rights_kind: RightsKind
    language: str
    words: int | None
    snippets: tuple[Snippet, ...]
    score: float
    headline_hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet with the name to show; `value` goes into a FacetFilter."""

    value: str
    label: str
    count: int
    state: Literal["open", "included", "excluded"]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query with everything that the window shows of it."""

    results: Results
    rows: tuple[ResultRow, ...]
    facets: dict[FacetName, tuple[FacetRow, ...]]


@dataclass(frozen=True, slots=True)
class MentionView:
    """A name in an article; `record` is its authority record, `label` that record's preferred form."""

    span: Span
    kind: Kind
    surface: str
    label: str
    record: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class StatedView:
    """What the article's document declares itself: `record` and `label` tell whom that means here, None and "" for a subject.

    `code` is of `scheme` (an industry code, a ticker, an identifier); `where` the place in the document.
    """

    kind: Kind | None
    name: str
    scheme: str
    code: str
    where: str
    record: int | None
    label: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Direct speech; `speaker` is None unless it is sure, `suggestion` may be shown greyed."""

    span: Span
    speaker: str | None
    speaker_id: int | None
    suggestion: str | None
    how: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """A passage of the article that was handed out before and not released since."""

    excerpt_id: int
    spans: tuple[Span, ...]
    publication: str
    at: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of an article, numbered from 1, and whether it is `counted` as the article's text; `how` tells who says so."""

    number: int
    span: Span
    counted: bool
    how: Literal["inferred", "user"]


@dataclass(frozen=True, slots=True)
class OriginalView:
    """The kept file: where it came from, its fixity, and where it lies now."""

    came_from: str
    path: Path
    sha256: str
    size: int
    media_type: str
    encoding: str | None
    kept_at: str


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened to the article, in order."""

    at: str
    kind: str
    agent: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as the reader shows it. `fields` holds every value with its evidence, by field name.

    All spans count in `body` unless their field says otherwise; paragraphs of `body` are separated by one newline.
    """

    article_id: int
    uid: str
    headline: str
    body: str
    body_id: int
    body_sha256: str
    words: int | None
    source: str
    authors: tuple[Stated, ...]
    fields: dict[str, Stated]
    captions: tuple[str, ...]
    rights: RightsStatement
    badge: str
    mentions: tuple[MentionView, ...]
    quotations: tuple[QuotationView, ...]
    excerpts: tuple[ExcerptView, ...]
    original: OriginalView
    events: tuple[EventView, ...]
    warnings: tuple[Warning, ...]
    partial: bool = False
    paragraphs: tuple[ParagraphView, ...] = ()
    stated: tuple[StatedView, ...] = ()

    @property
    def uncounted(self) -> tuple[ParagraphView, ...]:
        """Return the paragraphs that are not counted as the article's text."""
        return tuple(each for each in self.paragraphs if not each.counted)

    def value(self, name: str) -> str:
        """Return the value of a field, "" when the article has none."""
        stated = self.fields.get(name)
        return stated.value if stated else ""
