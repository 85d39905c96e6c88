"""Keep what recognition found in an article, and what its document states, each name with its record."""

from collections.abc import Iterable, Mapping

from sqlalchemy import insert
from sqlmodel import Session, select

from app.base.text import fold, one_line
from app.model.captured import StatedEntity
from app.model.recognition import Mention, Recognition
from app.model.tables import MentionRow, QuotationRow, StatedEntityRow
from app.workflows.authorities import AuthorityDesk, Key, code_of

Stated = dict[Key, int]
"""The record of each stated name, by kind and folded name."""


def keep_stated(session: Session, entities: Iterable[StatedEntity], *, article_id: int, desk: AuthorityDesk) -> None:
    """Write what an article's document states on whom and what it is about; the same twice is kept once."""
    for entity in dict.fromkeys(entities):
        scheme, code = code_of(entity)
        session.add(
            StatedEntityRow(
                article_id=article_id, kind=entity.kind.value if entity.kind else None, name=one_line(entity.name), scheme=scheme,
                code=code, stated_in=entity.where, authority_id=desk.stated(session, entity),
            )
        )  # fmt: skip
    session.flush()


def keep_names(session: Session, found: Recognition, *, article_id: int, body_id: int, desk: AuthorityDesk) -> None:
    """Write the names and the direct speech found in an article; names that its document states have the record stated."""
    stated = _stated(session, article_id)
    records: dict[str, int] = {}
    mentions: list[Mapping[str, object]] = []
    for mention in found.mentions:
        record = _record(session, mention, desk, stated)
        desk.note_variant(session, record, mention.surface)
        if mention.title:
            desk.note_title(session, record, mention.title)
        if mention.kind.value != "place":
            records.setdefault(mention.name, record)
        mentions.append(
            {
                "article_id": article_id, "body_id": body_id, "field": mention.span.field, "start": mention.span.start,
                "end": mention.span.end, "surface": mention.surface, "name": mention.name, "kind": desk.kind(record),
                "authority_id": record, "how": mention.how, "confidence": mention.confidence, "version": found.version,
            }
        )  # fmt: skip
    quotations: list[Mapping[str, object]] = [
        {
            "article_id": article_id, "body_id": body_id, "start": q.span.start, "end": q.span.end, "speaker": q.speaker,
            "suggestion": q.suggestion, "speaker_id": records.get(q.speaker) if q.speaker else None, "how": q.how,
            "confidence": q.confidence, "version": found.version,
        }
        for q in found.quotations
    ]  # fmt: skip
    if mentions:
        session.execute(insert(MentionRow), mentions)
    if quotations:
        session.execute(insert(QuotationRow), quotations)


def _record(session: Session, mention: Mention, desk: AuthorityDesk, stated: Stated) -> int:
    key = (mention.kind.value, fold(mention.name))
    if mention.how != "known" and key in stated:
        return stated[key]
    return desk.record(session, kind=mention.kind.value, name=mention.name, told=mention.how == "known")


def _stated(session: Session, article_id: int) -> Stated:
    rows = session.exec(select(StatedEntityRow).where(StatedEntityRow.article_id == article_id))
    return {(row.kind, fold(row.name)): row.authority_id for row in rows if row.kind and row.authority_id is not None}
