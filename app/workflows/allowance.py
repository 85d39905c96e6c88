"""What of an article's text was handed out before, for one publication.

Articles with the same normalised text (wire copies) share one allowance, by `content_hash`; private study counts nowhere.
"""

import json
import re
from collections.abc import Iterable

from sqlmodel import Session, col, select

from app.base.spans import Span
from app.model.tables import Article, Body, Excerpt

_TOKEN = re.compile(r"\S+")


def used_before(session: Session, article: Article, body: Body, publication_id: int | None) -> tuple[Span, ...]:
    """Return the ranges of `body` that count for the publication already; released ones do not."""
    if publication_id is None:
        return ()
    rows = session.exec(
        select(Excerpt)
        .where(Excerpt.content_hash == article.content_hash, Excerpt.publication_id == publication_id)
        .order_by(col(Excerpt.id))
    ).all()
    released = {row.about for row in rows if row.status == "released"}
    return tuple(
        span
        for row in rows
        if row.about is None and row.verdict == "allowed" and row.id not in released and row.basis != "private_study"
        for span in _mapped(session, row, body)
    )


def _mapped(session: Session, row: Excerpt, body: Body) -> Iterable[Span]:
    spans = tuple(Span(start, end) for start, end in json.loads(row.ranges))
    if row.body_sha256 == body.sha256:
        return spans
    other = session.get(Body, row.body_id)
    return spans if other is None else tuple(map_span(span, other.text, body.text) for span in spans)


def map_span(span: Span, old: str, new: str) -> Span:
    """Return the span of `new` that covers the same words as `span` does of `old`, counted by their places.

    The two are copies of one text that differ in spacing, case or accents; where they do not, the whole text is safe.
    """
    ours = [match.span() for match in _TOKEN.finditer(old)]
    theirs = [match.span() for match in _TOKEN.finditer(new)]
    if len(ours) != len(theirs):
        return Span(0, len(new))
    covered = [place for place, (start, end) in enumerate(ours) if start < span.end and span.start < end]
    if not covered:
        return Span(0, 0)
    return Span(theirs[covered[0]][0], theirs[covered[-1]][1])
