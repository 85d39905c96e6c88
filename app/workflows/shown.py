"""What of an article's names and quotations is shown: what people decided, and what was found where nobody decided otherwise."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.model.tables import Authority, MentionRow, QuotationRow

MENTION_SHOWN: ColumnElement[bool] = and_(col(MentionRow.hidden_by).is_(None), col(MentionRow.authority_id).is_not(None))
QUOTATION_SHOWN: ColumnElement[bool] = col(QuotationRow.hidden_by).is_(None)

_SPOKEN: tuple[Any, ...] = (QuotationRow.start, QuotationRow.end, QuotationRow.speaker)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Direct speech in a body, with its speaker as the speaker's record is called now; None where nobody surely says it."""

    start: int
    end: int
    speaker: str | None


def spoken_in(session: Session, body_id: int) -> list[Spoken]:
    """Return the direct speech of a body, in order."""
    said, stands = aliased(Authority), aliased(Authority)
    columns: tuple[Any, ...] = (*_SPOKEN, stands.preferred, stands.status)
    statement = (
        sql_select(*columns)
        .join(said, col(said.id) == col(QuotationRow.speaker_id), isouter=True)
        .join(stands, col(stands.id) == func.coalesce(said.merged_into, said.id), isouter=True)
        .where(col(QuotationRow.body_id) == body_id, QUOTATION_SHOWN)
        .order_by(col(QuotationRow.start))
    )
    return [
        Spoken(start, end, None if status == "rejected" else preferred or speaker)
        for start, end, speaker, preferred, status in session.execute(statement)
    ]


def standing_in(session: Session) -> dict[int | None, int | None]:
    """Return the record that stands for each merged one, None for a rejected one; records that stand for themselves are left out."""
    rejected = set(session.exec(select(Authority.id).where(Authority.status == "rejected")))
    merged = session.exec(select(Authority.id, Authority.merged_into).where(col(Authority.merged_into).is_not(None)))
    found: dict[int | None, int | None] = dict.fromkeys(rejected)
    found |= {record: None if root in rejected else root for record, root in merged}
    return found
