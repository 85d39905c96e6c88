"""What recognition finds in one article: mentions of names, and direct speech with its speaker."""

from dataclasses import dataclass
from enum import StrEnum

from app.base.spans import Span


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name.

    `surface` is what is printed; `name` the canonical form within this article (for persons the fullest form printed,
    without title); `title` the title printed with it; `how` the rule or model that found it; `confidence` 0..1.
    """

    span: Span
    kind: Kind
    surface: str
    name: str
    how: str
    confidence: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech. The span lies inside its outer quotation marks; `speaker` is a canonical name or None.

    `how` names the pattern that found the speaker (`after`, `before`, `colon` …); a speaker is given only where the
    pattern is reliable, else `suggestion` may hold a name to show greyed. `source` is where the article says who speaks: a
    name, a pronoun or a description ("a spokesman").
    """

    span: Span
    text: str
    speaker: str | None
    how: str
    confidence: float
    suggestion: str | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """All that was found in one article, in order of appearance; `version` names rules and model."""

    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    version: str
