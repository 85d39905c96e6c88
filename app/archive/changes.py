"""The change log that the index follows."""

from typing import Literal

from sqlmodel import Session, func, select

from app.model.tables import Article, Change

ChangeOp = Literal["add", "update", "delete"]


def record_change(session: Session, article_id: int, op: ChangeOp) -> None:
    """Write into the log that the index must take in an article again, in the caller's transaction."""
    session.add(Change(article_id=article_id, op=op))


def last_seq(session: Session) -> int:
    """Return the number of the last change, 0 when there is none."""
    return session.exec(select(func.max(Change.seq))).one() or 0


def article_count(session: Session) -> int:
    """Return how many articles the archive holds."""
    return session.exec(select(func.count()).select_from(Article)).one()
