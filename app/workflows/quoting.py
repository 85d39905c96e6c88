"""What is asked of a quotation, and what is answered."""

from dataclasses import dataclass
from typing import Literal

from app.base.spans import Span
from app.citation import Payload
from app.rights import Measure, Totals

Basis = Literal["licence", "statutory", "permission", "public_domain", "own_work", "private_study"]
BASES: tuple[Basis, ...] = ("licence", "statutory", "permission", "public_domain", "own_work", "private_study")
Refusal = Literal[
    "over_cap", "link_missing", "medium", "edits", "author_missing", "unconfirmed", "commercial", "period", "purpose"
]
Remark = Literal[
    "third_party", "commercial_unknown", "changes", "conflict", "period_unknown", "partial", "not_counted", "house_limit"
]
Form = Literal["quote", "plain"]


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """A passage to hand out: spans of the article's body, for a publication, on a basis.

    `basis` None lets the terms decide: the licence where it allows quoting, the public domain, else statutory quotation. Any
    basis that the terms do not give needs a `reason`, but private study. `url` is the article's address where the archive has none.
    `purpose` is what the passage is for ("review", "study"), where the terms allow it for that alone.
    `form` "plain" is a copy of the words alone: it counts all the same, and where the terms give no right it is private study.
    """

    article_id: int
    spans: tuple[Span, ...]
    publication: str
    medium: str | None = None
    style: str = "dash"
    basis: Basis | None = None
    reason: str | None = None
    url: str | None = None
    form: Form = "quote"
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the terms say to a request.

    `spans` are the passage as it would be handed out, snapped to whole words. `measures` holds words, solid, chars or points
    as far as the terms limit them; `binding` names the one that is nearest to its cap. `reason` is why it is refused;
    `nothing_quotable` that the cap is below a single word. `remarks` are what to look at before the passage is used,
    `third_party` the credits of others inside it.
    """

    verdict: Literal["allowed", "refused", "empty"]
    reason: Refusal | None
    basis: Basis
    measures: dict[str, Measure]
    binding: str | None
    excerpt: Totals
    spans: tuple[Span, ...]
    clause: str
    nothing_quotable: bool = False
    remarks: tuple[Remark, ...] = ()
    third_party: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedOut:
    """An answered request: with the clipboard's payload and the ledger's row when it was allowed, else neither.

    `medium` is the one that it was judged for.
    """

    assessment: Assessment
    medium: str
    payload: Payload | None = None
    excerpt_id: int | None = None
