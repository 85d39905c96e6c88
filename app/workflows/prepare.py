"""From a file's bytes to articles that are ready to be kept: read, terms, names, direct speech, counts.

Runs in a worker process: no archive, no index, nothing but the bytes.
"""

from dataclasses import dataclass

from app.base.text import fold, sha256
from app.entities import GivenNames
from app.importers import Captured
from app.model.captured import CapturedArticle, Warning
from app.model.recognition import Recognition
from app.model.rights import RightsStatement
from app.rights import Totals, count
from app.workflows.examine import read_articles, recognise, terms


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """One article with all that is derived from it; `content_hash` is equal for copies of one text."""

    captured: CapturedArticle
    rights: RightsStatement
    recognition: Recognition
    totals: Totals
    body_sha256: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a file holds, ready to be kept."""

    articles: tuple[PreparedArticle, ...]
    media_type: str
    encoding: str | None
    warnings: tuple[Warning, ...]


def prepare(captured: Captured, *, known: GivenNames) -> Prepared:
    """Return the articles of a file with everything derived; `known` names are matched first. ItemError when it cannot be read."""
    result = read_articles(captured)
    return Prepared(
        tuple(_prepare(article, known) for article in result.articles), result.media_type, result.encoding, result.warnings
    )


def _prepare(article: CapturedArticle, known: GivenNames) -> PreparedArticle:
    return PreparedArticle(
        captured=article,
        rights=terms(article),
        recognition=recognise(article, known),
        totals=count(article.body),
        body_sha256=sha256(article.body),
        content_hash=sha256(fold(article.body)),
    )
