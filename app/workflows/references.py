"""What a citation may say of an article: facts that the document states or a person confirmed, never a guess."""

import json
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from app.base.spans import Span
from app.citation import Reference, separate
from app.model.tables import Article, Body
from app.workflows.read import source_name
from app.workflows.shown import Spoken, spoken_in

MARKS_LENGTH = 2
"""A passage may reach this far over the quotation inside it: its marks and a space."""


def reference_to(session: Session, article: Article, *, accessed: date, speaker: str | None) -> Reference:
    """Return the reference to an article; inferred dates, authors and headlines are left out."""
    evidence: dict[str, list[str]] = json.loads(article.evidence)

    def sure(field: str, value: str | None) -> str | None:
        return value if value and evidence.get(field, ["stated"])[0] != "inferred" else None

    return Reference(
        headline=article.headline,
        authors=separate([name for name, how, _ in json.loads(article.authors) if how != "inferred"]),
        source=source_name(session, article) or None,
        published=sure("published", article.published),
        url=best_url(article),
        accessed=accessed.isoformat(),
        language=article.language or "en",
        section=sure("section", article.section),
        speaker=speaker,
    )


def best_url(article: Article) -> str | None:
    """Return the address to link: what a person gave, else the canonical one, else where it was found."""
    evidence: dict[str, list[str]] = json.loads(article.evidence)
    if evidence.get("url", [""])[0] == "user":
        return article.url
    return article.canonical_url or article.url


def speaker_of(session: Session, body: Body, spans: tuple[Span, ...]) -> str | None:
    """Return who says the passage, when it is all direct speech of one speaker who is sure; else None."""
    rows = spoken_in(session, body.id or 0)
    speakers = {_speaker(rows, span) for span in spans}
    return speakers.pop() if len(speakers) == 1 else None


def _speaker(rows: Sequence[Spoken], span: Span) -> str | None:
    for row in rows:
        if row.start - MARKS_LENGTH <= span.start and span.end <= row.end + MARKS_LENGTH:
            return row.speaker
    return None
