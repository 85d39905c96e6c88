"""What of an article's text was handed out before, for one publication.

Articles with the same normalised text (wire copies) share one allowance, by `content_hash`; private study counts nowhere.
"""

import json
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from sqlmodel import Session, col, select

from app.base.spans import Span
from app.model.tables import Article, Body, Excerpt

_TOKEN = re.compile(r"\S+")
_KEPT_TEXTS = 8


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
    counting = [
        row
        for row in rows
        if row.about is None and row.verdict == "allowed" and row.id not in released and row.basis != "private_study"
    ]
    others = {row.body_id: session.get(Body, row.body_id) for row in counting if row.body_sha256 != body.sha256}
    return tuple(span for row in counting for span in _mapped(row, others.get(row.body_id), body))


def _mapped(row: Excerpt, other: Body | None, body: Body) -> Iterable[Span]:
    spans = (Span(start, end) for start, end in json.loads(row.ranges))
    if row.body_sha256 == body.sha256:
        return spans
    return (Span(0, len(body.text)),) if other is None else (map_span(span, other.text, body.text) for span in spans)


def map_span(span: Span, old: str, new: str) -> Span:
    """Return the span of `new` that covers the same words as `span` does of `old`, counted by their places.

    The two are copies of one text that differ in spacing, case or accents; where they do not, the whole text is safe.
    """
    our_starts, our_ends = _tokens(old)
    their_starts, their_ends = _tokens(new)
    if len(our_starts) != len(their_starts):
        return Span(0, len(new))
    first, last = bisect_right(our_ends, span.start), bisect_left(our_starts, span.end)
    return Span(their_starts[first], their_ends[last - 1]) if first < last else Span(0, 0)


@lru_cache(maxsize=_KEPT_TEXTS)
def _tokens(text: str) -> "tuple[array[int], array[int]]":
    """Return where the words of a text start and end; kept, as a meter asks for the same texts again and again."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return array("L", (start for start, _ in spans)), array("L", (end for _, end in spans))
