"""Hand out a quotation under the article's terms, with its row in the ledger in the same transaction.

Rules: specification of rights, §2 to §4. A refusal writes nothing and gives no payload; nothing is ever cut short.
"""

import json
from datetime import UTC, date, datetime

from sqlmodel import Session

from app.base.errors import QuoteError, UsageError
from app.base.text import sha256
from app.citation import STYLES, Payload, clean_url, render
from app.model.rights import RightsStatement
from app.model.tables import Article, Body, Event, Excerpt, Publication
from app.rights import CountedText, Verdict, counted_text, covers_medium, is_unconfirmed, judge
from app.workflows.allowance import used_before
from app.workflows.ledger import append, remember_head
from app.workflows.library import Library
from app.workflows.people import user_name
from app.workflows.publications import find_publication, publication_row
from app.workflows.quoting import BASES, Assessment, Basis, HandedOut, QuoteRequest, Refusal
from app.workflows.read import article_and_body
from app.workflows.references import best_url, reference_to, speaker_of
from app.workflows.statements import rights_of

DEFAULT_MEDIUM = "website"


def measure(library: Library, request: QuoteRequest, *, counted: CountedText | None = None) -> Assessment:
    """Return what the terms say to a request; nothing is written. `counted` is the body's text where the caller has it counted.

    QuoteError when the article is not there or the passage lies outside, UsageError for a request that makes no sense.
    """
    with library.archive.reading() as session:
        article, body = article_and_body(session, request.article_id)
        publication = find_publication(session, request.publication)
        return _assess(session, article, body, request, publication, counted or counted_text(body.text))


def hand_out(library: Library, request: QuoteRequest) -> HandedOut:
    """Return the payload for the clipboard and the row of the ledger, or the refusal; a given URL is kept with the article."""
    _check_words(request)
    with library.archive.reading() as session:
        _, body = article_and_body(session, request.article_id)
    counted = counted_text(body.text)
    with library.archive.transaction() as session:
        article, body = article_and_body(session, request.article_id)
        if request.url:
            _set_url(session, article, request.url)
        publication = publication_row(session, request.publication, medium=request.medium or DEFAULT_MEDIUM)
        assessment = _assess(session, article, body, request, publication, counted)
        if assessment.verdict != "allowed":
            return HandedOut(assessment)
        if needs_reason(assessment.basis, rights_of(session, article)) and not (request.reason or "").strip():
            raise QuoteError("reason-missing", basis=assessment.basis.replace("_", " "))
        payload = _render(session, article, body, request, assessment, publication)
        row = append(session, _row(session, article, body, request, assessment, payload, publication))
    remember_head(library.archive.uid, row.id or 0, row.hash)
    return HandedOut(assessment, payload, row.id)


def release(library: Library, excerpt_id: int) -> None:
    """Give back an excerpt that was not used: a row of its own in the ledger. QuoteError when there is no such excerpt."""
    with library.archive.transaction() as session:
        row = session.get(Excerpt, excerpt_id)
        if row is None or row.about is not None:
            raise QuoteError("excerpt-missing", excerpt=excerpt_id)
        facts = row.model_dump(exclude={"id", "hash", "previous_hash"})
        facts |= {"at": _now(), "user_name": user_name(), "ranges": "[]", "status": "released", "about": excerpt_id}
        added = append(session, Excerpt(**facts, previous_hash="", hash=""))
    remember_head(library.archive.uid, added.id or 0, added.hash)


def give_url(library: Library, article_id: int, url: str) -> str:
    """Keep the article's address as the user gives it, and return it cleaned; QuoteError when it cannot be linked."""
    with library.archive.transaction() as session:
        article, _ = article_and_body(session, article_id)
        return _set_url(session, article, url)


def needs_reason(basis: Basis, statement: RightsStatement) -> bool:
    """Return whether a basis has to be explained: whenever the terms themselves do not give it."""
    return basis != "licence" and not (basis == "public_domain" and statement.kind == "public_domain")


def _check_words(request: QuoteRequest) -> None:
    if request.style not in STYLES:
        raise UsageError("style-unknown", style=request.style, styles=", ".join(STYLES))
    if request.basis is not None and request.basis not in BASES:
        raise UsageError("basis-unknown", basis=request.basis, bases=", ".join(BASES))


def _assess(
    session: Session, article: Article, body: Body, request: QuoteRequest, publication: Publication | None, counted: CountedText
) -> Assessment:
    for span in request.spans:
        if span.end > len(body.text):
            outside = {"start": span.start, "end": span.end, "article": article.id, "length": len(body.text)}
            raise QuoteError("span-outside", **outside)
    statement = rights_of(session, article)
    basis = request.basis or default_basis(statement)
    prior = used_before(session, article, body, publication.id if publication else None)
    medium = request.medium or (publication.medium if publication else DEFAULT_MEDIUM)
    verdict = judge(statement, counted, request.spans, prior if basis == "licence" else (), medium=medium)
    reason = _refusal(article, statement, verdict, request, medium) if basis == "licence" else None
    outcome = verdict.verdict
    if outcome != "empty":
        outcome = "refused" if reason else "allowed"
    return Assessment(
        outcome, reason, basis, verdict.measures if basis == "licence" else {}, verdict.binding if basis == "licence" else None,
        verdict.excerpt, verdict.spans, _clause(statement), nothing_quotable=_nothing_quotable(verdict),
    )  # fmt: skip


def default_basis(statement: RightsStatement) -> Basis:
    """Return what a quotation rests on when nobody says: the terms, as far as they allow quoting at all.

    Terms of a source's profile are to be confirmed first, so they are named even where they free everything.
    """
    if is_unconfirmed(statement) and statement.kind != "all_rights_reserved":
        return "licence"
    if statement.kind == "public_domain":
        return "public_domain"
    return "licence" if statement.caps or statement.kind in ("open_licence", "republish", "quote_cap") else "statutory"


def _refusal(
    article: Article, statement: RightsStatement, verdict: Verdict, request: QuoteRequest, medium: str
) -> Refusal | None:
    if is_unconfirmed(statement):
        return "unconfirmed"
    if verdict.verdict == "refused":
        return "over_cap"
    if not covers_medium(statement, medium):
        return "medium"
    if statement.derivatives == "none" and len(verdict.spans) > 1:
        return "edits"
    if statement.name_author and not [name for name, how, _ in json.loads(article.authors) if how != "inferred"]:
        return "author_missing"
    if statement.link and not clean_url(request.url or best_url(article) or ""):
        return "link_missing"
    return None


def _nothing_quotable(verdict: Verdict) -> bool:
    return any(measure.cap == 0 for measure in verdict.measures.values())


def _clause(statement: RightsStatement) -> str:
    return statement.span.of(statement.statement_text) if statement.span else statement.statement_text


def _render(
    session: Session, article: Article, body: Body, request: QuoteRequest, assessment: Assessment, publication: Publication
) -> Payload:
    speaker = speaker_of(session, body, assessment.spans)
    reference = reference_to(session, article, accessed=date.today(), speaker=speaker)
    return render(
        body.text,
        assessment.spans,
        reference,
        style=request.style,
        language=publication.language or article.language or "en",
        statement=rights_of(session, article),
    )


def _row(
    session: Session, article: Article, body: Body, request: QuoteRequest, assessment: Assessment, payload: Payload,
    publication: Publication,
) -> Excerpt:  # fmt: skip
    passage = "\n".join(span.of(body.text) for span in assessment.spans)
    return Excerpt(
        at=_now(),
        user_name=user_name(),
        article_id=article.id or 0,
        article_uid=article.uid,
        body_id=body.id or 0,
        body_sha256=body.sha256,
        content_hash=article.content_hash,
        ranges=json.dumps([[span.start, span.end] for span in assessment.spans]),
        excerpt_sha256=sha256(passage),
        publication_id=publication.id or 0,
        publication=publication.name,
        medium=request.medium or publication.medium,
        rights_statement_id=article.rights_statement_id,
        clause=assessment.clause,
        counting=rights_of(session, article).counting,
        numbers=_numbers(assessment),
        verdict=assessment.verdict,
        basis=assessment.basis,
        reason=request.reason,
        style=request.style,
        url=payload.url,
        status="reserved",
        previous_hash="",
        hash="",
    )


def _numbers(assessment: Assessment) -> str:
    excerpt = {"words": assessment.excerpt.words, "chars": assessment.excerpt.chars}
    measures = {
        name: {"total": m.total, "cap": m.cap, "before": m.before, "used": m.used} for name, m in assessment.measures.items()
    }
    return json.dumps({"excerpt": excerpt, "measures": measures}, sort_keys=True)


def _set_url(session: Session, article: Article, given: str) -> str:
    url = clean_url(given)
    if url is None:
        raise QuoteError("url-not-usable", url=given)
    if article.url != url:
        evidence = json.loads(article.evidence)
        evidence["url"] = ["user", "typed"]
        article.evidence = json.dumps(evidence, ensure_ascii=False)
        details = json.dumps({"field": "url", "before": article.url, "after": url}, ensure_ascii=False)
        article.url = url
        session.add(article)
        session.add(Event(at=_now(), kind="edited", article_id=article.id, agent=user_name(), details=details))
    return url


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
