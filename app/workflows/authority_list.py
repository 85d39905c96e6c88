"""The authority list: the records that people confirmed or that two articles name, and all that is known of one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, exists, union
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from app.base.errors import UsageError
from app.base.text import fold
from app.model.identifiers import SCHEMES
from app.model.recognition import Kind
from app.model.tables import Article, Authority, AuthorityCode, AuthorityName, MentionRow, QuotationRow, StatedEntityRow
from app.workflows.correction_log import LoggedCorrection, log, merged_below, standing_for
from app.workflows.library import Library
from app.workflows.overlay import among
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN

SEEN_IN = 2
"""A record that nobody confirmed is listed when so many articles name it."""
Status = Literal["auto", "confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """A record in the list; `articles` name it or a record that was merged into it, quote it, or state it."""

    record: int
    uid: str
    kind: Kind
    name: str
    status: Status
    articles: int
    dates: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A name of a record: seen in an article, or typed by a person."""

    name: str
    origin: Literal["seen", "typed"]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record with all that is known of it. `identifiers` by scheme, `codes` as (scheme, code) by which documents name it."""

    summary: RecordSummary
    titles: tuple[str, ...]
    note: str
    identifiers: dict[str, str]
    codes: tuple[tuple[str, str], ...]
    variants: tuple[Variant, ...]
    merged: tuple[tuple[int, str], ...]
    article_ids: tuple[int, ...]
    decisions: tuple[LoggedCorrection, ...]


def authorities(
    library: Library,
    *,
    kind: Kind | None = None,
    text: str = "",
    status: Status | None = None,
    everything: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[RecordSummary, ...]:
    """Return the authority list in order of names: of one kind, with names that hold the words of `text`, of one status.

    `everything` adds what was seen in one article alone; rejected records are listed only when their status is asked for.
    """
    with library.archive.reading() as session:
        rows = session.exec(_wanted(session, kind, text, status)).all()
        counts = article_counts(session, None if len(rows) > 1_000 else [row.id or 0 for row in rows])
    listed = [
        _summary(row, counts.get(row.id or 0, 0))
        for row in sorted(rows, key=lambda row: (fold(row.preferred), row.id or 0))
        if everything or row.status != "auto" or counts.get(row.id or 0, 0) >= SEEN_IN
    ]
    return tuple(listed[offset : None if limit is None else offset + limit])


def _wanted(session: Session, kind: Kind | None, text: str, status: Status | None) -> Any:
    statement = select(Authority).where(col(Authority.merged_into).is_(None))
    statement = statement.where(Authority.status == status if status else Authority.status != "rejected")
    if kind is not None:
        statement = statement.where(Authority.kind == kind.value)
    for word in fold(text).split():
        held = select(AuthorityName.authority_id).where(
            col(AuthorityName.folded).contains(word, autoescape=True), AuthorityName.origin != "removed"
        )
        named = sql_select(func.coalesce(Authority.merged_into, Authority.id)).where(
            col(Authority.id).in_(held) | col(Authority.folded).contains(word, autoescape=True) | _called(session, word)
        )
        statement = statement.where(col(Authority.id).in_(named))
    return statement


def _called(session: Session, word: str) -> ColumnElement[bool]:
    """Return the condition that a record's name of now holds a word: only renamed ones are called otherwise than they were found."""
    renamed = session.exec(select(Authority.id, Authority.preferred).where(col(Authority.found).is_not(None)))
    return among(col(Authority.id), [record for record, name in renamed if word in fold(name)])


def article_counts(session: Session, records: Sequence[int] | None = None) -> dict[int, int]:
    """Return how many articles name, quote or state each record that stands for itself, those merged into it included."""
    if records is not None:
        return _family_counts(session, records)
    own = sql_select(col(MentionRow.authority_id), func.count(func.distinct(MentionRow.article_id))).where(MENTION_SHOWN)
    counts: dict[int, int] = dict(session.execute(own.group_by(col(MentionRow.authority_id))).all())
    for record, more in session.execute(_not_mentioned()).all():
        counts[record] = counts.get(record, 0) + more
    merged = session.exec(select(Authority.merged_into).where(col(Authority.merged_into).is_not(None)).distinct()).all()
    return counts | _family_counts(session, [record for record in merged if record is not None])


def _not_mentioned() -> Any:
    """Return the query for how many articles quote or state a record without naming it, which are few."""
    parts = [
        sql_select(column.label("record"), table.article_id.label("article")).where(
            shown,
            ~exists().where(
                col(MentionRow.authority_id) == column, col(MentionRow.article_id) == col(table.article_id),
                col(MentionRow.hidden_by).is_(None),
            ),
        )
        for table, column, shown in _NAMING[1:]
    ]  # fmt: skip
    pairs = union(*parts).subquery()
    return sql_select(pairs.c.record, func.count()).group_by(pairs.c.record)


def _family_counts(session: Session, records: Sequence[int]) -> dict[int, int]:
    named = [
        sql_select(column.label("record"), table.article_id.label("article")).where(shown, column.in_(_family(records)))
        for table, column, shown in _NAMING
    ]
    pairs = union(*named).subquery()
    stands = func.coalesce(Authority.merged_into, Authority.id)
    counted = sql_select(stands, func.count(func.distinct(pairs.c.article))).join(pairs, pairs.c.record == col(Authority.id))
    return dict(session.execute(counted.group_by(stands)).all())


_NAMING: tuple[tuple[Any, Any, ColumnElement[bool]], ...] = (
    (MentionRow, col(MentionRow.authority_id), MENTION_SHOWN),
    (QuotationRow, col(QuotationRow.speaker_id), and_(QUOTATION_SHOWN, col(QuotationRow.speaker_id).is_not(None))),
    (StatedEntityRow, col(StatedEntityRow.authority_id), col(StatedEntityRow.authority_id).is_not(None)),
)


def _family(records: Iterable[int]) -> Any:
    wanted = list(records)
    return sql_select(col(Authority.id)).where(among(col(Authority.id), wanted) | among(col(Authority.merged_into), wanted))


def authority(library: Library, record: int) -> RecordView:
    """Return all that is known of the record that stands for a number; UsageError `record-missing`."""
    with library.archive.reading() as session:
        if session.get(Authority, record) is None:
            raise UsageError("record-missing", record=record)
        row = session.get_one(Authority, standing_for(session, record))
        family = sorted(merged_below(session, row.id or 0))
        return RecordView(
            summary=_summary(row, article_counts(session, [row.id or 0]).get(row.id or 0, 0)),
            titles=tuple(json.loads(row.titles)),
            note=row.note or "",
            identifiers={scheme: value for scheme in SCHEMES if (value := getattr(row, scheme))},
            codes=_codes(session, family),
            variants=_variants(session, row, family),
            merged=_merged(session, row, family),
            article_ids=_articles(session, [row.id or 0]),
            decisions=tuple(log(session, record=row.id)),
        )


def articles_of(library: Library, records: Iterable[int]) -> tuple[int, ...]:
    """Return the articles that name, quote or state any of some records, those merged into them included; in order of numbers."""
    with library.archive.reading() as session:
        return _articles(session, records)


def articles_called(
    library: Library, record: int, *, articles: Sequence[int] = (), variants: Sequence[str] = ()
) -> tuple[int, ...]:
    """Return what a split would concern: those articles of a record, of `articles` alone if given, that call it as `variants` if given."""
    wanted, forms = set(articles), {fold(name) for name in variants}
    columns: tuple[Any, ...] = (MentionRow.article_id, MentionRow.surface, MentionRow.name)
    with library.archive.reading() as session:
        if not forms:
            return tuple(sorted(wanted & set(_articles(session, [record]))))
        called = sql_select(*columns).where(MENTION_SHOWN, col(MentionRow.authority_id).in_(_family([record]))).distinct()
        found = {
            article
            for article, surface, name in session.execute(called)
            if (not wanted or article in wanted) and not forms.isdisjoint((fold(surface), fold(name)))
        }
    return tuple(sorted(found))


def headlines(library: Library, articles: Sequence[int], *, limit: int) -> tuple[tuple[int, str, str], ...]:
    """Return number, headline and date (EDTF, "" for none) of some articles, the newest first."""
    columns: tuple[Any, ...] = (Article.id, Article.headline, func.coalesce(Article.published, ""))
    with library.archive.reading() as session:
        found = sql_select(*columns).where(among(col(Article.id), articles))
        ordered = found.order_by(func.coalesce(Article.published, "").desc(), col(Article.id).desc()).limit(limit)
        return tuple((article, headline, published) for article, headline, published in session.execute(ordered))


def record_named(library: Library, text: str) -> int:
    """Return the record that a number or a whole name means; UsageError when there is none or there are several of that name."""
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    found = sorted(
        record for kind in Kind for record in library.names.exactly(kind.value, text)
    )  # a name may be a person's and a place's
    if not found:
        raise UsageError("record-unknown", name=text)
    if len(found) > 1:
        raise UsageError("record-ambiguous", name=text, records=", ".join(map(str, found)))
    return found[0]


def _summary(row: Authority, articles: int) -> RecordSummary:
    return RecordSummary(row.id or 0, row.uid, Kind(row.kind), row.preferred, row.status, articles, row.dates or "")  # type: ignore[arg-type]  # the database holds values of Status


def _codes(session: Session, family: list[int]) -> tuple[tuple[str, str], ...]:
    rows = session.exec(select(AuthorityCode.scheme, AuthorityCode.code).where(among(col(AuthorityCode.authority_id), family)))
    return tuple(sorted(rows))


def _variants(session: Session, row: Authority, family: list[int]) -> tuple[Variant, ...]:
    """Return the names of a record and of those merged into it, but for its own, each once."""
    statement = select(AuthorityName).where(among(col(AuthorityName.authority_id), family), AuthorityName.origin != "removed")
    held = sorted(session.exec(statement), key=lambda each: (each.origin != "typed", each.folded, each.id or 0))
    found = {each.folded: Variant(each.name, each.origin) for each in reversed(held)}  # type: ignore[arg-type]  # removed ones are left out
    for _, name in _merged(session, row, family):
        found.setdefault(fold(name), Variant(name, "seen"))
    found.pop(fold(row.preferred), None)
    return tuple(found[folded] for folded in sorted(found))


def _merged(session: Session, row: Authority, family: list[int]) -> tuple[tuple[int, str], ...]:
    others = session.exec(select(Authority.id, Authority.preferred).where(among(col(Authority.id), family)))
    return tuple((number, name) for number, name in others if number is not None and number != row.id)


def _articles(session: Session, records: Iterable[int]) -> tuple[int, ...]:
    family = _family(records)
    named = [sql_select(col(table.article_id)).where(shown, column.in_(family)) for table, column, shown in _NAMING]
    return tuple(sorted(session.execute(union(*named)).scalars()))
