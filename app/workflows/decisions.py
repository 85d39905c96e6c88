"""The log of decisions as it is shown: with the names of the records that each is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.model.tables import Article, Authority
from app.workflows.correction_log import LoggedCorrection, log, logged
from app.workflows.library import Library
from app.workflows.overlay import among


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, with what its records are called now ("" for none) and its article's headline."""

    made: LoggedCorrection
    record_name: str
    target_name: str
    headline: str


def decisions(
    library: Library, *, record: int | None = None, article: int | None = None, limit: int | None = None
) -> tuple[Decision, ...]:
    """Return the decisions, newest first; of one record or article alone when one is named."""
    with library.archive.reading() as session:
        return _named(session, log(session, record=record, article=article, limit=limit))


def decision(library: Library, correction_id: int) -> Decision:
    """Return one decision; UsageError `correction-missing`."""
    with library.archive.reading() as session:
        (found,) = _named(session, [logged(session, correction_id)])
        return found


def _named(session: Session, made: Iterable[LoggedCorrection]) -> tuple[Decision, ...]:
    found = tuple(made)
    records = {record for each in found for record in (each.record, each.target) if record is not None}
    names = dict(session.exec(select(Authority.id, Authority.preferred).where(among(col(Authority.id), records))).all())
    articles = {each.article for each in found if each.article is not None}
    headlines = dict(session.exec(select(Article.id, Article.headline).where(among(col(Article.id), articles))).all())
    return tuple(
        Decision(each, names.get(each.record, ""), names.get(each.target, ""), headlines.get(each.article, ""))
        for each in found
    )
