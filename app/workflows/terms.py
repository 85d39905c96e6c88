"""Terms of an article as a person sees to them: confirmed once for a source, or put in other words.

Precedence: what a person confirmed stands above all that was read (specification of rights, §1). Every change is a new version; rows
of the ledger keep theirs.
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from sqlmodel import Session, and_, col, func, select

from app.archive.changes import record_change
from app.base.errors import QuoteError
from app.citation import clean_url
from app.model.rights import RightsStatement
from app.model.tables import Article, Event, RightsStatementRow, Source
from app.rights import RightsEvidence, detect, profile_of
from app.workflows.library import Library
from app.workflows.people import user_name
from app.workflows.read import article_and_body, source_name
from app.workflows.references import best_url
from app.workflows.statements import notice_key, rights_of, statement_row


@dataclass(frozen=True, slots=True)
class TermsView:
    """An article's terms with what a person wants to know before confirming them.

    `same_notice` articles of the source, this one included, have the same notice; `terms_page` is the address of the page that a
    source's profile was read from, None without a profile; `target` is by what an export names the article.
    """

    article_id: int
    headline: str
    source: str
    statement: RightsStatement
    same_notice: int
    terms_page: str | None
    target: str


def view_terms(library: Library, article_id: int) -> TermsView:
    """Return an article's terms and for how many articles a confirmation would hold; QuoteError when there is no such article."""
    with library.archive.reading() as session:
        article, _ = article_and_body(session, article_id)
        statement, source = rights_of(session, article), source_name(session, article)
        profile = profile_of(best_url(article), source)
        return TermsView(
            article_id, article.headline, source, statement, len(_same_notice(session, article)[1]),
            profile.source if profile and statement.origin == "profile" else None, _target(article),
        )  # fmt: skip


def terms_of(library: Library, article_id: int) -> RightsStatement:
    """Return the terms of an article; QuoteError when there is no such article."""
    with library.archive.reading() as session:
        return rights_of(session, article_and_body(session, article_id)[0])


def target_of(library: Library, article_id: int) -> str:
    """Return by what an export names an article: its address, else its uid as a urn; QuoteError when there is no such article."""
    with library.archive.reading() as session:
        article, _ = article_and_body(session, article_id)
        return _target(article)


def _target(article: Article) -> str:
    return clean_url(best_url(article)) or f"urn:uuid:{article.uid}"


def confirm_terms(library: Library, article_id: int) -> int:
    """Confirm an article's terms for all articles of its source with the same notice, now and later; return how many these are.

    QuoteError `terms-unknown` where it has none.
    """
    with library.archive.transaction() as session:
        article, _ = article_and_body(session, article_id)
        statement = rights_of(session, article)
        if statement.origin == "none":
            raise QuoteError("terms-unknown", article=article_id)
        return _put(session, article, _confirmed(statement))


def reword_terms(library: Library, article_id: int, words: str) -> int:
    """Give an article, and all of its source with the same notice, the terms that `words` state; return how many these are.

    QuoteError `terms-not-understood` when no terms can be read from the words.
    """
    statement = terms_in(words)
    with library.archive.transaction() as session:
        article, _ = article_and_body(session, article_id)
        return _put(session, article, _confirmed(statement))


def terms_in(words: str) -> RightsStatement:
    """Return the terms that a person's words state; QuoteError `terms-not-understood` where they state none."""
    statement = detect(RightsEvidence(notice=words))
    if statement.kind == "unknown":
        raise QuoteError("terms-not-understood", words=words)
    return replace(statement, origin="user", confidence=1.0)


def _confirmed(statement: RightsStatement) -> RightsStatement:
    return replace(statement, confirmed_by=user_name(), confirmed_at=_now())


def _put(session: Session, article: Article, statement: RightsStatement) -> int:
    key, same = _same_notice(session, article)
    count = 0
    for id_ in same:
        one = session.get_one(Article, id_)
        row = statement_row(statement, article_id=one.id, version=_last_version(session, one) + 1)
        session.add(row)
        session.flush()
        one.rights_statement_id = row.id
        session.add(one)
        details = json.dumps({"field": "terms", "after": row.badge, "version": row.version}, ensure_ascii=False)
        session.add(Event(at=_now(), kind="terms", article_id=one.id, agent=user_name(), details=details))
        record_change(session, one.id or 0, "update")
        count += 1
    source = session.get(Source, article.source_id) if article.source_id else None
    if source is not None:
        row = statement_row(statement, source_id=source.id, notice=key)
        session.add(row)
        session.flush()
        source.rights_statement_id = row.id
        session.add(source)
    return count


def _same_notice(session: Session, article: Article) -> tuple[str, list[int]]:
    """Return the key of the article's notice as it was first read, and the articles of its source with the same one, by id."""
    # Many articles of a source share their notice letter by letter: it is folded once.
    key_of = cache(notice_key)
    text = func.json_extract(RightsStatementRow.statement, "$.statement_text")
    first = and_(col(RightsStatementRow.article_id) == col(Article.id), col(RightsStatementRow.version) == 1)
    found = select(Article.id, text).join(RightsStatementRow, first, isouter=True)
    key = key_of(session.exec(found.where(Article.id == article.id)).one()[1] or "")
    if article.source_id is None:
        return key, [article.id or 0]
    rows = session.exec(found.where(Article.source_id == article.source_id).order_by(col(Article.id))).all()
    return key, [id_ for id_, words in rows if id_ is not None and key_of(words or "") == key]


def _last_version(session: Session, article: Article) -> int:
    last = select(func.max(RightsStatementRow.version)).where(RightsStatementRow.article_id == article.id)
    # Version 1 is what was read from the article, also where that was nothing.
    return session.exec(last).one() or 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
