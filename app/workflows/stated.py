"""What the documents of articles declare themselves to name, each with the record that stands for it now."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.model.tables import Authority, StatedEntityRow
from app.workflows.correction_log import LoggedCorrection, in_force, merged_below
from app.workflows.overlay import BY_RULE, among
from app.workflows.shown import standing_in


@dataclass(frozen=True, slots=True)
class StatedAs:
    """A stated entity with its record and that record's kind; both None for a subject, and for what a person said is no entity."""

    row: StatedEntityRow
    record: int | None
    kind: str | None


def stated_in(session: Session, articles: Sequence[int]) -> dict[int, list[StatedAs]]:
    """Return by article what its document states, in its order, as the decisions of people leave it."""
    statement = (
        select(StatedEntityRow).where(among(col(StatedEntityRow.article_id), articles)).order_by(col(StatedEntityRow.id))
    )
    rows = session.exec(statement).all()
    found: dict[int, list[StatedAs]] = {}
    if not rows:
        return found
    stands = standing_in(session)
    decided = [each for each in in_force(session, BY_RULE) if "start" not in each.rule]
    records = [stands.get(record, record) for record in (_decided(session, row, decided) for row in rows)]
    kinds = dict(session.exec(select(Authority.id, Authority.kind).where(among(col(Authority.id), {*records} - {None}))).all())
    for row, record in zip(rows, records, strict=True):
        found.setdefault(row.article_id, []).append(StatedAs(row, record, kinds.get(record)))
    return found


def _decided(session: Session, row: StatedEntityRow, decided: list[LoggedCorrection]) -> int | None:
    """Return the record after splits that took this article elsewhere, None after it was rejected here."""
    record = row.authority_id
    for each in decided:
        here = each.article == row.article_id if each.kind == "reject-here" else row.article_id in each.rule["articles"]
        if here and record is not None and each.record is not None and not each.rule.get("variants"):
            record = each.target if record in merged_below(session, each.record, before=each.correction_id) else record
    return record
