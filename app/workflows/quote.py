"""Hand out a quotation under the article's terms, with its row in the ledger in the same transaction.

Rules: specification of rights, §2 to §4. A refusal writes nothing and gives no payload; nothing is ever cut short.
"""

import json
from datetime import date

from sqlmodel import Session

from app.base.clock import utc_now
from app.base.errors import QuoteError, UsageError
from app.base.text import sha256
from app.citation import STYLES, Payload, clean_url, plain_copy, render
from app.model.rights import PURPOSES, RightsStatement
from app.model.tables import Article, Body, Event, Excerpt, Publication
from app.rights import CountedText, Verdict, is_unconfirmed, judge
from app.workflows.allowance import used_before
from app.workflows.conditions import DEFAULT_MEDIUM, Situation, medium_of, refusal, remarks
from app.workflows.ledger import append, remember_head
from app.workflows.library import Library
from app.workflows.paragraphs import counted_body
from app.workflows.people import user_name
from app.workflows.publications import find_publication, publication_row
from app.workflows.quoting import BASES, Assessment, Basis, Form, HandedOut, QuoteRequest
from app.workflows.read import article_and_body
from app.workflows.references import reference_to, speaker_of
from app.workflows.statements import rights_of

PLAIN = "plain"
"""In the ledger, the style of a copy of the words alone."""


def measure(library: Library, request: QuoteRequest, *, counted: CountedText | None = None) -> Assessment:
    """Return what the terms say to a request; nothing is written. `counted` is the body's text where the caller has it counted.

    QuoteError when the article is not there or the passage lies outside, UsageError for a request that makes no sense.
    """
    with library.archive.reading() as session:
        article, body = article_and_body(session, request.article_id)
        publication = find_publication(session, request.publication)
        counted = counted or counted_body(session, body)
        return _assess(session, article, body, request, publication, counted, rights_of(session, article))


def hand_out(library: Library, request: QuoteRequest) -> HandedOut:
    """Return the payload for the clipboard and the row of the ledger, or the refusal; a given URL is kept with the article."""
    _check_words(request)
    with library.archive.reading() as session:
        # Counted before the transaction, which is to be short; the count is kept.
        counted_body(session, article_and_body(session, request.article_id)[1])
    with library.archive.transaction() as session:
        article, body = article_and_body(session, request.article_id)
        if request.url:
            _set_url(session, article, request.url)
        publication = publication_row(session, request.publication, medium=request.medium or DEFAULT_MEDIUM)
        medium, statement = medium_of(request, publication), rights_of(session, article)
        assessment = _assess(session, article, body, request, publication, counted_body(session, body), statement)
        if assessment.verdict != "allowed":
            return HandedOut(assessment, medium)
        if needs_reason(assessment.basis, statement) and not (request.reason or "").strip():
            raise QuoteError("reason-missing", basis=assessment.basis.replace("_", " "))
        payload = _render(session, article, body, request, assessment, publication, statement)
        row = append(session, _row(article, body, request, assessment, payload, publication, statement))
    remember_head(library.archive.uid, row.id or 0, row.hash)
    return HandedOut(assessment, medium, payload, row.id)


def needs_reason(basis: Basis, statement: RightsStatement) -> bool:
    """Return whether a basis has to be explained: whenever the terms themselves do not give it, and something may be published."""
    return basis not in ("licence", "private_study") and not (basis == "public_domain" and statement.kind == "public_domain")


def _check_words(request: QuoteRequest) -> None:
    if request.style not in STYLES:
        raise UsageError("style-unknown", style=request.style, styles=", ".join(STYLES))
    if request.purpose is not None and request.purpose not in PURPOSES:
        raise UsageError("purpose-unknown", purpose=request.purpose, purposes=", ".join(PURPOSES))
    if request.basis is not None and request.basis not in BASES:
        raise UsageError("basis-unknown", basis=request.basis, bases=", ".join(BASES))


def _assess(
    session: Session, article: Article, body: Body, request: QuoteRequest, publication: Publication | None, counted: CountedText,
    statement: RightsStatement,
) -> Assessment:  # fmt: skip
    for span in request.spans:
        if span.end > len(body.text):
            outside = {"start": span.start, "end": span.end, "article": article.id, "length": len(body.text)}
            raise QuoteError("span-outside", **outside)
    basis = request.basis or default_basis(statement, request.form)
    prior = used_before(session, article, body, publication.id if publication else None)
    medium = medium_of(request, publication)
    verdict = judge(
        statement, counted, request.spans, prior if basis == "licence" else (), medium=medium, purpose=request.purpose
    )
    now = Situation(request, article, statement, publication, verdict.spans, date.today())
    reason = refusal(now, within_caps=verdict.verdict != "refused") if basis == "licence" else None
    outcome = verdict.verdict
    if outcome != "empty":
        outcome = "refused" if reason else "allowed"
    found, credits = remarks(now, counted, basis, verdict.excerpt) if basis != "private_study" else ((), ())
    return Assessment(
        outcome, reason, basis, verdict.measures if basis == "licence" else {}, verdict.binding if basis == "licence" else None,
        verdict.excerpt, verdict.spans, statement.clause, nothing_quotable=_nothing_quotable(verdict), remarks=found, third_party=credits,
    )  # fmt: skip


def default_basis(statement: RightsStatement, form: Form = "quote") -> Basis:
    """Return what a request rests on when nobody says: the terms, as far as they allow quoting at all.

    Terms of a source's profile are to be confirmed first, so they are named even where they free everything. A plain copy that
    no terms cover is private study, which counts against no publication.
    """
    if is_unconfirmed(statement) and statement.kind != "all_rights_reserved":
        return "licence"
    if statement.kind == "public_domain":
        return "public_domain"
    if statement.caps or statement.kind in ("open_licence", "republish", "quote_cap"):
        return "licence"
    return "private_study" if form == "plain" else "statutory"


def _nothing_quotable(verdict: Verdict) -> bool:
    return any(measure.cap == 0 for measure in verdict.measures.values())


def _render(
    session: Session, article: Article, body: Body, request: QuoteRequest, assessment: Assessment, publication: Publication,
    statement: RightsStatement,
) -> Payload:  # fmt: skip
    if request.form == "plain":
        return plain_copy(body.text, assessment.spans)
    speaker = speaker_of(session, body, assessment.spans)
    reference = reference_to(session, article, accessed=date.today(), speaker=speaker)
    return render(
        body.text,
        assessment.spans,
        reference,
        style=request.style,
        language=publication.language or article.language or "en",
        statement=statement,
    )


def _row(
    article: Article, body: Body, request: QuoteRequest, assessment: Assessment, payload: Payload, publication: Publication,
    statement: RightsStatement,
) -> Excerpt:  # fmt: skip
    passage = "\n".join(span.of(body.text) for span in assessment.spans)
    return Excerpt(
        at=utc_now(),
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
        medium=medium_of(request, publication),
        rights_statement_id=article.rights_statement_id,
        clause=assessment.clause,
        counting=statement.counting,
        numbers=_numbers(assessment),
        verdict=assessment.verdict,
        basis=assessment.basis,
        reason=request.reason or (f"for {request.purpose}" if request.purpose else None),
        style=request.style if request.form == "quote" else PLAIN,
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


def _set_url(session: Session, article: Article, given: str) -> None:
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
        session.add(Event(at=utc_now(), kind="edited", article_id=article.id, agent=user_name(), details=details))
