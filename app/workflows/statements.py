"""Terms as rows: of an article, each change a new version, and of a source, once a person confirmed them for a notice."""

from sqlmodel import Session, func, select

from app.base.clock import utc_now
from app.base.text import fold, sha256
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
    """Return by what notices are told apart: a hash of their words, whatever their spacing and case. "" for no notice at all."""
    words = fold(text)
    return sha256(words) if words else ""


def key_of(row: RightsStatementRow | None) -> str:
    """Return the key of the notice that an article was read with, as its row tells; "" without a row."""
    if row is None:
        return ""
    # Rows of the first form have no key; nobody could put terms in other words then, so their text is the notice.
    return row.notice if row.notice is not None else notice_key(from_json(row.statement).statement_text)


def keep_statement(session: Session, article: Article, statement: RightsStatement, *, notice: str) -> RightsStatementRow:
    """Make a statement the terms of an article, as a version of its own, and return its row; `notice` is the key that was read."""
    last = session.exec(select(func.max(RightsStatementRow.version)).where(RightsStatementRow.article_id == article.id)).one()
    row = _row(statement, notice, article_id=article.id, version=(last or 0) + 1)
    session.add(row)
    session.flush()
    article.rights_statement_id = row.id
    session.add(article)
    return row


def keep_for_source(session: Session, source: Source, statement: RightsStatement, *, notice: str) -> None:
    """Make a statement what holds for all articles of a source that have the notice."""
    row = _row(statement, notice, source_id=source.id)
    session.add(row)
    session.flush()
    source.rights_statement_id = row.id
    session.add(source)


def keep_as_read(session: Session, article: Article, statement: RightsStatement) -> None:
    """Keep the terms that were read from an article, and above them what was confirmed for its source and this notice."""
    notice = notice_key(statement.statement_text)
    if statement.origin != "none":
        keep_statement(session, article, statement, notice=notice)
    confirmed = confirmed_for_source(session, article.source_id, statement)
    if confirmed is not None:
        keep_statement(session, article, confirmed, notice=notice)


def _row(
    statement: RightsStatement, notice: str, *, article_id: int | None = None, source_id: int | None = None, version: int = 1
) -> RightsStatementRow:
    return RightsStatementRow(
        article_id=article_id, source_id=source_id, version=version, kind=statement.kind, badge=badge(statement), notice=notice,
        statement=to_json(statement), made_at=utc_now(),
    )  # fmt: skip
