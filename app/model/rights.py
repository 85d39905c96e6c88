"""The rights statement: what the terms of an article allow, exactly as far as they say it.

Field names follow `statements.json` of the test data and the table in the specification of rights, §1. None always means
"not stated", never "allowed".
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from app.base.spans import Span

RightsKind = Literal["public_domain", "open_licence", "republish", "quote_cap", "all_rights_reserved", "unknown"]
CapUnit = Literal["percent", "words", "chars", "sentences", "paragraphs"]
RightsOrigin = Literal["footer", "html", "metadata", "user", "profile", "none"]
PURPOSES = ("review", "study", "research", "education", "personal")
"""Purposes for which alone terms may allow a use; whoever quotes has to say that it is for one."""
Derivatives = Literal["allowed", "style_only", "none", "share_alike"]


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit on what may be quoted. `n` is exact: 5 with unit percent is five hundredths of the entire text.

    `of` names the measure of a percentage (None: no unit was named, so all measures must pass); `op` is "le" for "no more
    than" and "lt" for "less than".
    """

    n: Fraction
    unit: CapUnit
    of: Literal["words", "chars"] | None = None
    op: Literal["le", "lt"] = "le"
    scope: Literal["cumulative", "per_quote"] = "cumulative"
    position: Literal["any", "leading"] = "any"
    purpose: str | None = None
    media: str | None = None
    link: bool | None = None

    @property
    def figure(self) -> str:
        """Return the number as people write it: "5", "2.5"."""
        return str(self.n) if self.n.denominator == 1 else f"{float(self.n):g}"

    @property
    def share(self) -> Fraction | None:
        """Return the cap as a share of the text (0..1), or None for an absolute cap."""
        return self.n / 100 if self.unit == "percent" else None


@dataclass(frozen=True, slots=True)
class RightsStatement:
    """What one article's (or source's) terms say, with the evidence they were read from.

    `unread` is why terms that are there were not understood: too long a page, or an amount that nobody can count.

    `span` is the clause inside `statement_text`. Origin "none" with kind "unknown" is the statement of an article that has
    no terms at all.
    """

    kind: RightsKind = "unknown"
    spdx: str | None = None
    uri: str | None = None
    holder: str | None = None
    year: int | None = None
    caps: tuple[Cap, ...] = ()
    combine: Literal["min", "by_purpose"] = "min"
    counting: str = "pressmark-count/1"
    mark: bool | None = None
    name_source: bool | None = None
    source_name: str | None = None
    name_author: bool | None = None
    link: bool | None = None
    link_target: str | None = None
    link_position: str | None = None
    link_dofollow: bool | None = None
    licence_link: bool | None = None
    licence_notice: bool | None = None
    changes_notice: bool | None = None
    credit_text: str | None = None
    notify: bool | None = None
    tracker: bool | None = None
    media: tuple[str, ...] = ()
    commercial: bool | None = None
    advertising: bool | None = None
    purpose: str | None = None
    derivatives: Derivatives | None = None
    full_republication: bool | None = None
    partial_only: bool | None = None
    permission_beyond: bool | None = None
    statute: str | None = None
    excluded: tuple[str, ...] = ()
    valid_from: str | None = None
    expiry_days: int | None = None
    applies_before: str | None = None
    applies_after: str | None = None
    jurisdiction: str | None = None
    statement_text: str = ""
    span: Span | None = None
    origin: RightsOrigin = "none"
    confidence: float = 0.0
    confirmed_by: str | None = None
    confirmed_at: str | None = None
    conflicts: tuple[str, ...] = ()
    unread: Literal["long", "amount"] | None = None

    @property
    def licence(self) -> str | None:
        """Return the licence as people write it, "CC BY-SA 4.0", not as SPDX does; None where the terms name none."""
        return re.sub(r"-(?=\d)", " ", self.spdx.replace("CC-", "CC ", 1)) if self.spdx else None

    @property
    def clause(self) -> str:
        """Return the words that the terms were read from, the whole notice where no place in it is known."""
        return self.span.of(self.statement_text) if self.span else self.statement_text
