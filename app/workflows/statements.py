"""Terms as rows: of an article, each change a new version, and of a source, once a person confirmed them for a notice."""

from datetime import UTC, datetime

from sqlmodel import Session

from app.base.text import fold
from app.model.rights import RightsStatement
from app.model.tables import Article, RightsStatementRow, Source
from app.rights import badge, from_json, to_json


def rights_of(session: Session, article: Article) -> RightsStatement:
    """Return the terms of an article: its own, else what was confirmed for articles of its source without a notice, else the unknown ones."""
    row = session.get(RightsStatementRow, article.rights_statement_id) if article.rights_statement_id else None
    if row is not None:
        return from_json(row.statement)
    return confirmed_for_source(session, article.source_id, RightsStatement()) or RightsStatement()


def confirmed_for_source(session: Session, source_id: int | None, found: RightsStatement) -> RightsStatement | None:
    """Return what was confirmed for a source, when an article of it was found to have the notice that this was confirmed for."""
    source = session.get(Source, source_id) if source_id else None
    row = session.get(RightsStatementRow, source.rights_statement_id) if source and source.rights_statement_id else None
    return from_json(row.statement) if row is not None and row.notice == notice_key(found.statement_text) else None


def notice_key(text: str) -> str:
    """Return by what notices are told apart: their words, whatever their spacing and case. "" for no notice at all."""
    return fold(text)


def statement_row(
    statement: RightsStatement,
    *,
    article_id: int | None = None,
    source_id: int | None = None,
    version: int = 1,
    notice: str | None = None,
) -> RightsStatementRow:
    """Return the row of a statement, not yet added; `notice` is the key of the notice that a source's terms were confirmed for."""
    return RightsStatementRow(
        article_id=article_id, source_id=source_id, version=version, kind=statement.kind, badge=badge(statement), notice=notice,
        statement=to_json(statement), made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip
