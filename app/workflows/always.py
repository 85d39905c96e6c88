"""Texts that a person said are always one record: laid over what recognition found wherever they are printed.

A decision on one article, or on one place, stands against these; of two texts the longer counts, of the same text the later decision.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, exists, insert, update
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.base.spans import Span
from app.base.text import fold
from app.entities import GivenNames, KnownName
from app.model.recognition import Kind
from app.model.tables import Article, Authority, Body, Correction, MentionRow, QuotationRow
from app.workflows.correction_log import LoggedCorrection, in_force
from app.workflows.overlay import BY_RULE, IN_BULK, among, cover_quotations, hide_covered

AT_ONCE = 200
_TEXTS: tuple[Any, ...] = (Article.id, Body.id, Body.text, Article.headline, Article.deck, Article.photo_credit)
_PLACES: tuple[Any, ...] = (
    MentionRow.article_id, MentionRow.start, MentionRow.end, MentionRow.field, MentionRow.correction_id,
)  # fmt: skip
MADE_SO = "always"
"""How a mention was found that stands because of such a decision."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is always treated in one way: the decisions by folded text, and the texts ready to be looked for."""

    decisions: dict[str, LoggedCorrection]
    records: dict[int, Authority]
    names: GivenNames


def lay_always(session: Session, articles: Sequence[int]) -> None:
    """Lay what is always treated in one way over articles that were cleared of it, in the caller's transaction."""
    rules = _rules(session)
    for at in range(0, len(articles) if rules.decisions else 0, AT_ONCE):
        _lay(session, articles[at : at + AT_ONCE], rules)


def treated_so(session: Session, articles: Sequence[int]) -> list[int]:
    """Return those of the articles in which something is treated in one way because it always is."""
    made = select(MentionRow.article_id).where(among(col(MentionRow.article_id), articles), MentionRow.how == MADE_SO)
    return list(session.exec(made.distinct()))


def always_known(session: Session) -> list[tuple[str, LoggedCorrection]]:
    """Return what is always treated in one way, by folded text; the latest decision on each text."""
    return list({fold(each.rule["text"]): each for each in in_force(session, ("always",))}.items())


def _rules(session: Session) -> _Rules:
    decisions = dict(always_known(session))
    wanted = {each.target for each in decisions.values() if each.target is not None}
    rows = session.exec(select(Authority).where(among(col(Authority.id), sorted(wanted))))
    records = {row.id or 0: row for row in rows}
    known = [KnownName(each.rule["text"], Kind(records[each.target or 0].kind)) for each in decisions.values()]
    return _Rules(decisions, records, GivenNames(known))


def clear_always(session: Session, articles: Sequence[int]) -> None:
    """Take what is always treated in one way off articles, so that decisions on them are laid over what was found."""
    ours = select(Correction.id).where(Correction.kind == "always")
    here = among(col(MentionRow.article_id), articles)
    # What a split made of such a mention goes with it, and comes again with it.
    made = aliased(MentionRow)
    over_it = exists().where(
        col(made.article_id) == col(MentionRow.article_id), col(made.field) == col(MentionRow.field), col(made.how) == MADE_SO,
        col(made.start) == col(MentionRow.start), col(made.end) == col(MentionRow.end), col(made.hidden_by) == col(MentionRow.correction_id),
    )  # fmt: skip
    by_rule = select(Correction.id).where(col(Correction.kind).in_(BY_RULE), ~col(Correction.rule).contains('"start"'))
    session.execute(
        delete(MentionRow).where(here, col(MentionRow.correction_id).in_(by_rule), over_it), execution_options=IN_BULK
    )
    session.execute(delete(MentionRow).where(here, col(MentionRow.how) == MADE_SO), execution_options=IN_BULK)
    session.execute(
        update(MentionRow).where(here, col(MentionRow.hidden_by).in_(ours)).values(hidden_by=None), execution_options=IN_BULK
    )
    said = among(col(QuotationRow.article_id), articles)
    session.execute(delete(QuotationRow).where(said, col(QuotationRow.correction_id).in_(ours)), execution_options=IN_BULK)
    session.execute(
        update(QuotationRow).where(said, col(QuotationRow.hidden_by).in_(ours)).values(hidden_by=None),
        execution_options=IN_BULK,
    )


def _lay(session: Session, articles: Sequence[int], rules: _Rules) -> None:
    decided, names = _standing(session, articles)
    added: list[dict[str, object]] = []
    for article, body, text, field in _texts(session, articles):
        for span, name in rules.names.spans(text, field):
            decision = rules.decisions[fold(name)]
            if any(span.overlaps(other) for other in decided.get(article, ())):
                continue
            if " " not in name and any(other.contains(span) and len(other) > len(span) for other in names.get(article, ())):
                continue
            record = rules.records[decision.target or 0]
            added.append(
                {
                    "article_id": article, "body_id": body, "field": field, "start": span.start, "end": span.end, "surface": span.of(text),
                    "name": record.preferred, "kind": record.kind, "authority_id": record.id, "how": MADE_SO, "confidence": 1.0,
                    "version": "", "decided_by": decision.user_name, "correction_id": decision.correction_id,
                }
            )  # fmt: skip
    if added:
        session.execute(insert(MentionRow), added)
    hide_covered(session, articles)
    _lay_over_speakers(session, articles, rules)


def _texts(session: Session, articles: Sequence[int]) -> Iterator[tuple[int, int, str, str]]:
    """Give article, body, text and field of all texts that names are looked for in."""
    statement = sql_select(*_TEXTS).join(Body, col(Body.id) == col(Article.body_id)).where(col(Article.id).in_(articles))
    for article, body, *texts in session.execute(statement):
        for field, text in zip(("body", "headline", "deck", "photo_credit"), texts, strict=True):
            if text:
                yield article, body, text, field


def _standing(session: Session, articles: Sequence[int]) -> tuple[dict[int, list[Span]], dict[int, list[Span]]]:
    """Return by article where people decided on a place or an article, and what names recognition found."""
    decided: dict[int, list[Span]] = {}
    found: dict[int, list[Span]] = {}
    statement = sql_select(*_PLACES)
    here = statement.where(col(MentionRow.article_id).in_(articles), col(MentionRow.hidden_by).is_(None))
    for article, start, end, field, correction in session.execute(here):
        (found if correction is None else decided).setdefault(article, []).append(Span(start, end, field))
    return decided, found


def _lay_over_speakers(session: Session, articles: Sequence[int], rules: _Rules) -> None:
    here = among(col(QuotationRow.article_id), articles)
    speakers = session.exec(
        select(QuotationRow.speaker).where(here, col(QuotationRow.correction_id).is_(None)).distinct()
    ).all()
    for speaker in speakers:
        decision = rules.decisions.get(fold(speaker)) if speaker else None
        if decision is not None and rules.records[decision.target or 0].kind != "place":
            found = here & (col(QuotationRow.speaker) == speaker) & col(QuotationRow.correction_id).is_(None)
            cover_quotations(session, decision, found)
