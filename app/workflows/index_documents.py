"""What the index is given of articles, out of the database."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from app.archive import Archive
from app.base.dates import parse_edtf
from app.index.document import IndexDocument
from app.model.tables import (
    Article,
    ArticleTag,
    Body,
    MentionRow,
    QuotationRow,
    RightsStatementRow,
    Tag,
)  # fmt: skip
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN, standing_in
from app.workflows.stated import stated_in

Spoken = tuple[int | None, int, int]
"""Speaker, start and end of a piece of direct speech."""
Named = dict[str, dict[int, None]]
"""Records by kind, in order."""
Stands = dict[int | None, int | None]
"""The record that stands for another, None for one that was rejected."""
AT_ONCE = 500
LAST_ID = 2**63 - 1


def shares(session: Session, size: int) -> list[tuple[int, int]]:
    """Return ranges of article ids, first and last, that hold about `size` articles each and all articles together."""
    numbered = select(col(Article.id), func.row_number().over(order_by=col(Article.id))).subquery()
    starts = session.exec(select(numbered.c[0]).where(numbered.c[1] % size == 1 % size).order_by(numbered.c[0])).all()
    return list(zip(starts, [*(start - 1 for start in starts[1:]), LAST_ID], strict=True)) if starts else []


def documents_between(folder: Path, first: int, last: int) -> Iterator[IndexDocument]:
    """Give the articles of a range of ids as the index sees them, from the archive in `folder`, opened for this alone."""
    with Archive.open(folder, read_only=True) as archive, archive.reading() as session:
        ids = select(Article.id).where(col(Article.id) <= last).order_by(col(Article.id)).limit(AT_ONCE)
        while found := [id for id in session.exec(ids.where(col(Article.id) >= first)) if id is not None]:
            yield from documents(session, found)
            session.expunge_all()
            first = found[-1] + 1


_COLUMNS: tuple[Any, ...] = (
    Article.id, Article.headline, Article.deck, Article.language, Article.source_id, Article.authors, Article.published, Article.first_day,
    Article.last_day, Article.added_at, Body.id, Body.text, RightsStatementRow.badge,
)  # fmt: skip
"""What the index wants to know; rows of these are read several times as fast as whole objects."""


def documents(session: Session, ids: Sequence[int]) -> list[IndexDocument]:
    """Return those of the articles that exist, as the index sees them; at most some hundred at once."""
    statement = (
        sql_select(*_COLUMNS)
        .join(Body, col(Article.body_id) == col(Body.id))
        .join(RightsStatementRow, col(Article.rights_statement_id) == col(RightsStatementRow.id), isouter=True)
        .where(col(Article.id).in_(ids))
        .order_by(col(Article.id))
    )
    rows = session.execute(statement).all()
    bodies = [row[10] for row in rows]
    stands = standing_in(session)
    named = _named(session, ids, bodies, stands)
    _add_stated(session, {row[0]: row[10] for row in rows}, named)
    spoken = _spoken(session, ids, bodies, stands)
    tags = _tags(session, ids)
    return [_document(row, named=named[row[10]], spoken=spoken[row[10]], tags=tags[row[0]]) for row in rows]


def _named(session: Session, ids: Sequence[int], bodies: Sequence[int], stands: Stands) -> dict[int | None, Named]:
    """Return the records named in each body, by kind, in order of first appearance."""
    found: dict[int | None, Named] = defaultdict(lambda: defaultdict(dict))
    statement = select(MentionRow.body_id, MentionRow.kind, MentionRow.authority_id).where(
        col(MentionRow.article_id).in_(ids), col(MentionRow.body_id).in_(bodies), MENTION_SHOWN
    )
    for body, kind, record in session.exec(statement.order_by(col(MentionRow.id))):
        standing = stands.get(record, record)
        if standing is not None:
            found[body][kind][standing] = None
    return found


def _add_stated(session: Session, bodies: dict[int, int], named: dict[int | None, Named]) -> None:
    """Add the records that documents state themselves, before those that were recognised: they are sure. `bodies` are by article."""
    for article, stated in stated_in(session, list(bodies)).items():
        found = named[bodies[article]]
        for each in reversed(stated):
            if each.record is not None and each.kind is not None:
                found[each.kind] = {each.record: None, **found[each.kind]}


def _spoken(session: Session, ids: Sequence[int], bodies: Sequence[int], stands: Stands) -> dict[int | None, list[Spoken]]:
    found: dict[int | None, list[Spoken]] = defaultdict(list)
    statement = (
        select(QuotationRow.body_id, QuotationRow.speaker_id, QuotationRow.start, QuotationRow.end)
        .where(col(QuotationRow.article_id).in_(ids), col(QuotationRow.body_id).in_(bodies), QUOTATION_SHOWN)
        .order_by(col(QuotationRow.id))
    )
    for body, speaker, start, end in session.exec(statement):
        found[body].append((stands.get(speaker, speaker), start, end))
    return found


def _tags(session: Session, ids: Sequence[int]) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = defaultdict(list)
    statement = select(ArticleTag.article_id, Tag.name).join(Tag, col(Tag.id) == col(ArticleTag.tag_id))
    for article, name in session.exec(statement.where(col(ArticleTag.article_id).in_(ids))):
        found[article].append(name)
    return found


def _document(row: Any, *, named: Named, spoken: list[Spoken], tags: list[str]) -> IndexDocument:
    number, headline, deck, language, source, authors, published, first, last, added, _, text, badge = row
    return IndexDocument(
        article_id=number,
        headline=headline,
        deck=deck or "",
        body=text,
        language=language or "",
        source_id=source,
        quotations=tuple((speaker, text[start:end]) for speaker, start, end in spoken),
        persons=tuple(named.get("person", ())),
        organisations=tuple(named.get("organisation", ())),
        places=tuple(named.get("place", ())),
        speakers=tuple(dict.fromkeys(speaker for speaker, _, _ in spoken if speaker is not None)),
        authors=tuple(author[0] for author in json.loads(authors)),
        licence=badge or "",
        tags=tuple(tags),
        first=_day(first),
        last=_day(last),
        precision=parse_edtf(published).precision if published else None,
        added=_day(added[:10]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
