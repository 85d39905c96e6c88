"""Decisions of people laid over what was found in articles: in bulk, and so that each can be lifted again.

A decision's rows cover what was found: that stays, hidden by the decision. All functions work in the caller's transaction and
may be asked again: what is covered already stays so.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, insert, literal, or_, union, update
from sqlalchemy import delete as sql_delete
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.base.text import fold
from app.model.tables import Authority, Change, MentionRow, QuotationRow, StatedEntityRow
from app.workflows.correction_log import CorrectionKind, LoggedCorrection, in_force, merged_below
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN

BY_RULE: tuple[CorrectionKind, ...] = ("split", "reject-here")
"""Decisions that also hold for what a later recognition finds."""
IN_BULK = {"synchronize_session": False}


def among(column: Any, values: Iterable[object]) -> ColumnElement[bool]:
    """Return the condition that a column has one of any number of values."""
    listed = func.json_each(json.dumps(list(values), ensure_ascii=False)).table_valued("value")
    found: ColumnElement[bool] = column.in_(sql_select(listed.c.value))
    return found


def lay_over(session: Session, decision: LoggedCorrection, *, articles: Sequence[int] | None = None) -> None:
    """Cover what a decision of `BY_RULE` concerns, in some articles or all."""
    assert decision.record is not None
    family = among(col(MentionRow.authority_id), merged_below(session, decision.record, before=decision.correction_id))
    spoken = among(col(QuotationRow.speaker_id), merged_below(session, decision.record, before=decision.correction_id))
    mentions, quotations = [family], [spoken]
    if decision.kind == "reject-here":
        mentions.append(col(MentionRow.article_id) == decision.article)
        quotations.append(col(QuotationRow.article_id) == decision.article)
    elif decision.rule["articles"]:
        mentions.append(among(col(MentionRow.article_id), decision.rule["articles"]))
        quotations.append(among(col(QuotationRow.article_id), decision.rule["articles"]))
    if articles is not None:
        mentions.append(among(col(MentionRow.article_id), articles))
        quotations.append(among(col(QuotationRow.article_id), articles))
    if decision.rule.get("variants"):
        wanted = {fold(name) for name in decision.rule["variants"]}
        mentions.append(_named_so(session, mentions, wanted))
        quotations.append(_called_so(session, quotations, wanted))
    cover_mentions(session, decision, and_(*mentions))
    cover_quotations(session, decision, and_(*quotations))


def _named_so(session: Session, conditions: list[ColumnElement[bool]], wanted: set[str]) -> ColumnElement[bool]:
    forms = session.execute(sql_select(MentionRow.surface, MentionRow.name).where(*conditions).distinct()).all()  # type: ignore[call-overload]
    return or_(
        among(col(MentionRow.surface), [surface for surface, _ in forms if fold(surface) in wanted]),
        among(col(MentionRow.name), [name for _, name in forms if fold(name) in wanted]),
    )


def _called_so(session: Session, conditions: list[ColumnElement[bool]], wanted: set[str]) -> ColumnElement[bool]:
    forms = session.exec(select(QuotationRow.speaker).where(*conditions).distinct()).all()
    return among(col(QuotationRow.speaker), [name for name in forms if name is not None and fold(name) in wanted])


def cover_mentions(session: Session, decision: LoggedCorrection, condition: ColumnElement[bool]) -> None:
    """Lay the decision's record, or that there is none, over the shown mentions that meet a condition."""
    target = session.get_one(Authority, decision.target) if decision.target is not None else None
    # A later decision on a place stands against this; what is only always so does not.
    older = or_(func.coalesce(MentionRow.correction_id, 0) < decision.correction_id, col(MentionRow.how) == "always")
    meant = and_(MENTION_SHOWN, condition, older)
    kept = ("article_id", "body_id", "field", "start", "end", "surface", "version")
    columns = [col(getattr(MentionRow, name)) for name in kept]
    given = {
        "name": literal(target.preferred) if target else col(MentionRow.name),
        "kind": literal(target.kind) if target else col(MentionRow.kind),
        "authority_id": literal(decision.target), "how": literal("person"), "confidence": literal(1.0),
        "decided_by": literal(decision.user_name), "correction_id": literal(decision.correction_id),
    }  # fmt: skip
    _cover(session, MentionRow, sql_select(*columns, *given.values()).where(meant), [*kept, *given], meant, decision)


def cover_quotations(session: Session, decision: LoggedCorrection, condition: ColumnElement[bool]) -> None:
    """Lay the decision's record as speaker, or that nobody surely speaks, over the shown quotations that meet a condition."""
    target = session.get_one(Authority, decision.target) if decision.target is not None else None
    meant = and_(QUOTATION_SHOWN, condition, func.coalesce(QuotationRow.correction_id, 0) < decision.correction_id)
    kept = ("article_id", "body_id", "start", "end", "version")
    columns = [col(getattr(QuotationRow, name)) for name in kept]
    given = {
        "speaker": literal(target.preferred if target else None), "speaker_id": literal(decision.target), "how": literal("person"),
        "confidence": literal(1.0), "decided_by": literal(decision.user_name), "correction_id": literal(decision.correction_id),
    }  # fmt: skip
    _cover(session, QuotationRow, sql_select(*columns, *given.values()).where(meant), [*kept, *given], meant, decision)


def _cover(
    session: Session, table: type[MentionRow] | type[QuotationRow], rows: Select[Any], names: list[str],
    meant: ColumnElement[bool], decision: LoggedCorrection,
) -> None:  # fmt: skip
    session.execute(insert(table).from_select(names, rows))
    session.execute(update(table).where(meant).values(hidden_by=decision.correction_id), execution_options=IN_BULK)


def lift(session: Session, decision: LoggedCorrection) -> list[int]:
    """Take the decision's rows away, show what they covered unless another decision covers it, and return the articles."""
    articles = articles_of(session, decision.correction_id)
    for table in (MentionRow, QuotationRow):
        session.execute(sql_delete(table).where(col(table.correction_id) == decision.correction_id), execution_options=IN_BULK)
        session.execute(
            update(table).where(col(table.hidden_by) == decision.correction_id).values(hidden_by=None),
            execution_options=IN_BULK,
        )
    lay_over_again(session, articles)
    return articles


def lay_over_again(session: Session, articles: Sequence[int]) -> None:
    """Bring the articles' names and speakers to what the decisions in force say, but for what is always treated in one way."""
    hide_covered(session, articles)
    wanted = set(articles)
    for decision in in_force(session, BY_RULE):
        if "start" in decision.rule:
            # One place of one article: its row stands as it was made.
            continue
        bound = {decision.article} if decision.kind == "reject-here" else set(decision.rule["articles"])
        if not bound or bound & wanted:
            lay_over(session, decision, articles=articles)


def hide_covered(session: Session, articles: Sequence[int]) -> None:
    """Hide what a later decision's rows lie over."""
    over = aliased(MentionRow)
    covering = and_(
        col(over.article_id) == col(MentionRow.article_id), col(over.body_id) == col(MentionRow.body_id),
        col(over.field) == col(MentionRow.field), col(over.start) < col(MentionRow.end), col(MentionRow.start) < col(over.end),
        col(over.correction_id) > func.coalesce(MentionRow.correction_id, 0), col(over.hidden_by).is_(None),
    )  # fmt: skip
    latest = sql_select(func.max(over.correction_id)).where(covering).scalar_subquery()
    open_ones = and_(among(col(MentionRow.article_id), articles), col(MentionRow.hidden_by).is_(None))
    session.execute(
        update(MentionRow).where(open_ones, exists().where(covering)).values(hidden_by=latest), execution_options=IN_BULK
    )
    said = aliased(QuotationRow)
    decided = and_(
        col(said.article_id) == col(QuotationRow.article_id), col(said.body_id) == col(QuotationRow.body_id),
        col(said.start) < col(QuotationRow.end), col(QuotationRow.start) < col(said.end),
        col(said.correction_id) > func.coalesce(QuotationRow.correction_id, 0), col(said.hidden_by).is_(None),
    )  # fmt: skip
    latest = sql_select(func.max(said.correction_id)).where(decided).scalar_subquery()
    open_quotations = and_(among(col(QuotationRow.article_id), articles), QUOTATION_SHOWN)
    session.execute(
        update(QuotationRow).where(open_quotations, exists().where(decided)).values(hidden_by=latest), execution_options=IN_BULK
    )


def articles_of(session: Session, correction_id: int) -> list[int]:
    """Return the articles that a decision has rows in."""
    parts = [
        sql_select(col(table.article_id)).where(
            or_(col(table.correction_id) == correction_id, col(table.hidden_by) == correction_id)
        )
        for table in (MentionRow, QuotationRow)
    ]
    return sorted(session.execute(union(*parts)).scalars())


def articles_concerned(session: Session, decision: LoggedCorrection) -> list[int]:
    """Return the articles that a decision of `BY_RULE` has rows in, or whose document states its record."""
    found = set(articles_of(session, decision.correction_id))
    if decision.record is not None and not decision.rule.get("variants"):
        family = merged_below(session, decision.record, before=decision.correction_id)
        bound = decision.rule.get("articles", [decision.article])
        stated = select(StatedEntityRow.article_id).where(
            among(col(StatedEntityRow.authority_id), family), among(col(StatedEntityRow.article_id), bound)
        )
        found |= set(session.exec(stated))
    return sorted(found)


def articles_naming(session: Session, records: Iterable[int]) -> Select[Any]:
    """Return the query for the articles that name one of the records, quote it or state it."""
    wanted = list(records)
    return sql_select(
        union(
            sql_select(col(MentionRow.article_id)).where(among(col(MentionRow.authority_id), wanted)),
            sql_select(col(QuotationRow.article_id)).where(among(col(QuotationRow.speaker_id), wanted)),
            sql_select(col(StatedEntityRow.article_id)).where(among(col(StatedEntityRow.authority_id), wanted)),
        ).subquery()
    )


def record_changes(session: Session, articles: Select[Any] | Sequence[int]) -> None:
    """Write into the change log that the index must take in the articles again, all at once."""
    if isinstance(articles, Select):
        found = articles.subquery()
        rows = sql_select(found.c[0], literal("update"))
    else:
        listed = func.json_each(json.dumps(list(articles))).table_valued("value")
        rows = sql_select(listed.c.value, literal("update"))
    session.execute(insert(Change).from_select(["article_id", "op"], rows))
