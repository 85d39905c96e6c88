"""Lay the decisions of people over names that were just recognised, in articles that are new or read again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.base.spans import Span
from app.model.recognition import Recognition
from app.model.tables import MentionRow, QuotationRow
from app.workflows.always import clear_always, lay_always
from app.workflows.authorities import AuthorityDesk
from app.workflows.correction_log import last_correction
from app.workflows.keep_names import keep_names
from app.workflows.overlay import IN_BULK, among, lay_over_again


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found in the current body of an article."""

    article_id: int
    body_id: int
    found: Recognition


def settle_articles(session: Session, articles: Sequence[int]) -> None:
    """Bring articles to what the decisions in force say, in the caller's transaction, in whatever order they were made.

    Decisions on articles and places come first, then what is always so in the places left, then splits of what that made.
    """
    if articles and last_correction(session):
        clear_always(session, articles)
        lay_over_again(session, articles)
        lay_always(session, articles)
        lay_over_again(session, articles)


def replace_names(session: Session, read: Sequence[Recognised], desk: AuthorityDesk) -> None:
    """Put what was found in place of what was found before; what people decided stays and lies over it again."""
    articles = [each.article_id for each in read]
    for table in (MentionRow, QuotationRow):
        found = (among(col(table.article_id), articles), col(table.correction_id).is_(None))
        session.execute(delete(table).where(*found), execution_options=IN_BULK)
    for each in read:
        keep_names(session, each.found, article_id=each.article_id, body_id=each.body_id, desk=desk)
        _follow_speech(session, each)
    session.flush()
    settle_articles(session, articles)


def _follow_speech(session: Session, read: Recognised) -> None:
    """Give quotations whose speaker was decided the bounds that the same speech has now."""
    decided = select(QuotationRow).where(QuotationRow.body_id == read.body_id, col(QuotationRow.correction_id).is_not(None))
    for row in session.exec(decided):
        was = Span(row.start, row.end)
        now = max((q.span for q in read.found.quotations), key=lambda span: _shared(span, was), default=was)
        if _shared(now, was):
            row.start, row.end = now.start, now.end
            session.add(row)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
