"""Terms of an article as a person sees to them: confirmed once for a source, or put in other words.

Precedence: what a person confirmed stands above all that was read (specification of rights, §1). Every change is a new version; rows
of the ledger keep theirs.
"""

import json
from dataclasses import dataclass, replace

from sqlmodel import Session, case, col, func, select

from app.archive.changes import record_change
from app.base.clock import utc_now
from app.base.errors import QuoteError
from app.citation import clean_url
from app.model.rights import RightsStatement
from app.model.tables import Article, Event, RightsStatementRow, Source
from app.rights import RightsEvidence, badge, detect, profile_of
from app.workflows.library import Library
from app.workflows.people import user_name
from app.workflows.read import article_and_body, source_name
from app.workflows.references import best_url
from app.workflows.statements import keep_as_read, keep_for_source, keep_statement, key_of, notice_key, rights_of


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
    return replace(statement, confirmed_by=user_name(), confirmed_at=utc_now())


def renew_terms(session: Session, article_id: int, found: RightsStatement) -> tuple[str, str] | None:
    """Give an article the terms that a later copy of it states, and return the badges before and after; None where they are the same.

    A copy without a notice takes nothing back. Rows of the ledger keep the version that they were judged by.
    """
    article, _ = article_and_body(session, article_id)
    row = session.get(RightsStatementRow, article.rights_statement_id) if article.rights_statement_id else None
    if found.origin in ("none", "profile") or notice_key(found.statement_text) == key_of(row):
        return None
    before = rights_of(session, article)
    keep_as_read(session, article, found)
    after = rights_of(session, article)
    _note(session, article, before, after)
    return badge(before), badge(after)


def _put(session: Session, article: Article, statement: RightsStatement) -> int:
    key, same = _same_notice(session, article)
    count = 0
    for id_ in same:
        one = session.get_one(Article, id_)
        before = rights_of(session, one)
        keep_statement(session, one, statement, notice=key)
        _note(session, one, before, statement)
        count += 1
    source = session.get(Source, article.source_id) if article.source_id else None
    if source is not None:
        keep_for_source(session, source, statement, notice=key)
    return count


def _note(session: Session, article: Article, before: RightsStatement, after: RightsStatement) -> None:
    details = json.dumps({"field": "terms", "before": badge(before), "after": badge(after)}, ensure_ascii=False)
    session.add(Event(at=utc_now(), kind="terms", article_id=article.id, agent=user_name(), details=details))
    record_change(session, article.id or 0, "update")


def _same_notice(session: Session, article: Article) -> tuple[str, list[int]]:
    """Return the key of the article's notice, and the ids of its source's articles that were read with the same one."""
    own = session.get(RightsStatementRow, article.rights_statement_id) if article.rights_statement_id else None
    key = key_of(own)
    if article.source_id is None:
        return key, [article.id or 0]
    keyed = col(RightsStatementRow.notice)
    text = case((keyed.is_(None), func.json_extract(RightsStatementRow.statement, "$.statement_text")))
    holds = col(RightsStatementRow.id) == col(Article.rights_statement_id)
    found = select(Article.id, keyed, text).join(RightsStatementRow, holds, isouter=True)
    rows = session.exec(found.where(Article.source_id == article.source_id).order_by(col(Article.id))).all()
    return key, [id_ or 0 for id_, known, words in rows if (notice_key(words or "") if known is None else known) == key]
