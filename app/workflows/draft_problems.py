"""What is wrong with a passage of a draft: with its form, with what the terms want, with what it rests on."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlmodel import Session, col, select

from app.base.spans import Span
from app.model.tables import Article, Body, Excerpt, Publication
from app.workflows.conditions import Situation, refusal, wants_author
from app.workflows.draft_articles import SourceArticle
from app.workflows.draft_context import Surroundings
from app.workflows.draft_passages import Repeated
from app.workflows.quote import default_basis
from app.workflows.quoting import Basis, QuoteRequest

ProblemCode = Literal[
    "over-cap", "unmarked", "unattributed", "author-missing", "link-missing", "altered", "wrong-speaker", "medium", "commercial", "period", "purpose",
    "unconfirmed", "by-law",
]  # fmt: skip
Recorded = tuple[tuple[Span, Basis], ...]
"""Passages of an article that were handed out on another basis than its terms."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a passage; `refused` when the terms, or quoting at all, demand otherwise."""

    code: ProblemCode
    refused: bool


def problems_of(
    around: Surroundings,
    of: SourceArticle,
    passage: Repeated,
    publication: Publication | None,
    *,
    basis: Basis | None,
    over_cap: bool,
) -> tuple[Problem, ...]:
    """Return what is wrong with a passage, the worst first; on a recorded `basis` of its own the terms are not asked."""
    form = _form(around, of, passage)
    if basis is None:
        return (*_of_terms(around, of, passage, publication, over_cap=over_cap), *form)
    return tuple(problem for problem in form if problem.code != "author-missing")


def _of_terms(
    around: Surroundings, of: SourceArticle, passage: Repeated, publication: Publication | None, *, over_cap: bool
) -> list[Problem]:
    if default_basis(of.statement) == "statutory":
        return [Problem("by-law", False)]
    problems = [Problem("over-cap", True)] if over_cap else []
    request = QuoteRequest(of.article.id or 0, passage.ranges, publication.name if publication else "", form="plain")
    reason = refusal(Situation(request, of.article, of.statement, publication, request.spans, date.today()), within_caps=True)
    if reason in ("medium", "commercial", "period", "unconfirmed") and (publication is not None or reason != "medium"):
        problems.append(Problem(cast("ProblemCode", reason), True))
    if reason == "purpose":
        problems.append(Problem("purpose", False))
    if of.statement.link and not around.links([url for url in (of.article.url, of.article.canonical_url) if url]):
        problems.append(Problem("link-missing", True))
    return problems


def _form(around: Surroundings, of: SourceArticle, passage: Repeated) -> list[Problem]:
    """Return what is missing. A quotation is marked and its source named under any law; only the public domain asks for nothing."""
    free, statement = of.statement.kind == "public_domain", of.statement
    marked = around.is_marked(passage.pieces)
    named = around.names(passage.draft, [*of.names, *of.authors]) or around.links([of.address or ""], near=passage.draft)
    told: tuple[tuple[bool, Problem], ...] = (
        (not marked, Problem("unmarked", not free)),
        (not named, Problem("unattributed", not free or bool(statement.name_source))),
        (wants_author(statement, of.authors) and not around.names(passage.draft, of.authors), Problem("author-missing", True)),
        (passage.is_altered and marked, Problem("altered", statement.derivatives == "none")),
    )
    return [problem for holds, problem in told if holds]


def recorded_otherwise(session: Session, article: Article, body: Body, publication: Publication | None) -> Recorded:
    """Return the passages of a body that the ledger holds for a publication on another basis than the terms."""
    if publication is None:
        return ()
    rows = session.exec(
        select(Excerpt)
        .where(Excerpt.article_id == article.id, Excerpt.publication_id == publication.id, Excerpt.body_sha256 == body.sha256)
        .order_by(col(Excerpt.id))
    ).all()
    released = {row.about for row in rows if row.status == "released"}
    return tuple(
        (Span(start, end), cast("Basis", row.basis))
        for row in rows
        if row.about is None and row.id not in released and row.basis not in ("licence", "private_study")
        for start, end in json.loads(row.ranges)
    )


def basis_of(recorded: Recorded, passage: Repeated) -> Basis | None:
    """Return on what a passage was handed out, when all that it takes lies in what was; None otherwise."""
    bases = [next((basis for held, basis in recorded if held.contains(span)), None) for span in passage.ranges]
    return bases[0] if all(bases) else None
