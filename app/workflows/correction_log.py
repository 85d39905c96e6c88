"""The log of what people decided on recognition: every decision a row, an undo too.

What the archive shows follows from what recognition found and the rows that are not undone, in order; so each can be undone
whatever came after it, and all are replayed when names are recognised again.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlmodel import Session, col, or_, select

from app.base.clock import utc_now
from app.base.errors import UsageError
from app.model.tables import Correction
from app.workflows.people import user_name

CorrectionKind = Literal[
    "rename", "merge", "split", "kind", "reject", "reject-here", "always", "confirm", "facts", "variant", "speaker", "mention",
    "decline", "import", "undo",
]  # fmt: skip
"""reject: no entity anywhere; reject-here: not in one article, or not at one place of it; decline: two records are not one; import: what a list said of a record."""


@dataclass(frozen=True, slots=True)
class LoggedCorrection:
    """One decision: who made it when, the record that it is about, the one that it leads to, its article, and the rest."""

    correction_id: int
    at: str
    user_name: str
    kind: CorrectionKind
    rule: dict[str, Any]
    record: int | None
    target: int | None
    article: int | None
    undone_by: int | None


def append(
    session: Session, kind: CorrectionKind, *, record: int | None = None, target: int | None = None, article: int | None = None,
    **rule: object,
) -> LoggedCorrection:  # fmt: skip
    """Write a decision into the log, in the caller's transaction, and return it."""
    row = Correction(
        at=utc_now(), user_name=user_name(), kind=kind, rule=json.dumps(rule, ensure_ascii=False), authority_id=record,
        target_id=target, article_id=article,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return _logged(row)


def logged(session: Session, correction_id: int) -> LoggedCorrection:
    """Return one decision; UsageError `correction-missing`."""
    row = session.get(Correction, correction_id)
    if row is None:
        raise UsageError("correction-missing", correction=correction_id)
    return _logged(row)


def log(
    session: Session, *, record: int | None = None, article: int | None = None, limit: int | None = None
) -> list[LoggedCorrection]:
    """Return the decisions, newest first; of one record with those merged into it, or one article alone, when one is named."""
    statement = select(Correction).order_by(col(Correction.id).desc())
    if record is not None:
        whole = merged_below(session, record)
        statement = statement.where(or_(col(Correction.authority_id).in_(whole), col(Correction.target_id).in_(whole)))
    if article is not None:
        statement = statement.where(Correction.article_id == article)
    return list(map(_logged, session.exec(statement.limit(limit) if limit is not None else statement)))


def in_force(session: Session, kinds: Sequence[CorrectionKind], *, article: int | None = None) -> list[LoggedCorrection]:
    """Return the decisions of some kinds that are not undone, oldest first; of one article alone when one is named."""
    statement = select(Correction).where(col(Correction.kind).in_(kinds), col(Correction.undone_by).is_(None))
    if article is not None:
        statement = statement.where(Correction.article_id == article)
    return list(map(_logged, session.exec(statement.order_by(col(Correction.id)))))


def about(session: Session, records: Iterable[int]) -> list[LoggedCorrection]:
    """Return all decisions about some records or leading to them, undone ones too, oldest first."""
    wanted = list(records)
    found: dict[int, LoggedCorrection] = {}
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        for column in (Correction.authority_id, Correction.target_id):
            for row in session.exec(select(Correction).where(col(column).in_(part))):
                found[row.id or 0] = _logged(row)
    return [found[number] for number in sorted(found)]


def merged_below(session: Session, record: int, *, before: int | None = None) -> set[int]:
    """Return the record and all that were merged into it, directly or not; as it was before a decision when one is named."""
    found, further = {record}, {record}
    while further:
        statement = select(Correction.authority_id).where(
            Correction.kind == "merge", col(Correction.undone_by).is_(None), col(Correction.target_id).in_(further)
        )
        if before is not None:
            statement = statement.where(col(Correction.id) < before)
        further = {each for each in session.exec(statement) if each is not None} - found
        found |= further
    return found


def standing_for(session: Session, record: int) -> int:
    """Return the record that stands for `record` after all merges; itself when it was not merged."""
    seen = {record}
    while True:
        statement = select(Correction.target_id).where(
            Correction.kind == "merge", col(Correction.undone_by).is_(None), Correction.authority_id == record
        )
        further = session.exec(statement.order_by(col(Correction.id).desc()).limit(1)).first()
        if further is None or further in seen:
            return record
        seen.add(further)
        record = further


def records_since(session: Session, correction_id: int) -> set[int]:
    """Return the records that the decisions after one are about, those merged into them, and those that they lead to."""
    rows = session.exec(select(Correction.authority_id, Correction.target_id).where(col(Correction.id) > correction_id)).all()
    about_them = {record for record, _ in rows if record is not None}
    found = {target for _, target in rows if target is not None}
    return found.union(*(merged_below(session, record) for record in about_them))


def last_correction(session: Session) -> int:
    """Return the number of the last decision, 0 when there is none."""
    return session.exec(select(Correction.id).order_by(col(Correction.id).desc()).limit(1)).first() or 0


def _logged(row: Correction) -> LoggedCorrection:
    return LoggedCorrection(
        row.id or 0, row.at, row.user_name, row.kind, json.loads(row.rule), row.authority_id, row.target_id, row.article_id,  # type: ignore[arg-type]  # the database holds values of CorrectionKind
        row.undone_by,
    )  # fmt: skip
