"""Authority records for the names that import finds.

A name joins the record whose preferred form, or whose form typed by a person, is equal when folded; else it gets a record of
its own. Nothing else is ever merged by itself: likeness is for a person to judge.
"""

import uuid

from sqlmodel import Session, col, select

from app.base.text import fold, one_line
from app.model.tables import Authority, AuthorityName

Key = tuple[str, str]


class AuthorityDesk:
    """Gives names their records. Holds folded names in memory; make a new one after a transaction that was rolled back."""

    def __init__(self, session: Session) -> None:
        self._records: dict[Key, int] = {}
        self._variants: set[tuple[int, str]] = set()
        live = select(Authority.id, Authority.kind, Authority.folded, Authority.merged_into).where(
            Authority.status != "rejected"
        )
        merged: dict[int, int] = {}
        kinds: dict[int, str] = {}
        for record, kind, folded, merged_into in session.exec(live.order_by(col(Authority.id))):
            if record is None:
                continue
            kinds[record] = kind
            if merged_into is not None:
                merged[record] = merged_into
            self._records.setdefault((kind, folded), record)
        for record, folded, origin in session.exec(
            select(AuthorityName.authority_id, AuthorityName.folded, AuthorityName.origin)
        ):
            self._variants.add((record, folded))
            if origin == "typed" and record in kinds:
                self._records.setdefault((kinds[record], folded), record)
        self._records = {key: _target(record, merged) for key, record in self._records.items()}

    def record(self, session: Session, *, kind: str, name: str, title: str = "") -> int:
        """Return the id of the record for a name, made in the session's transaction when there is none."""
        key = (kind, fold(name))
        known = self._records.get(key)
        if known is not None:
            return known
        titles = f'["{title}"]' if title and '"' not in title else "[]"
        row = Authority(uid=str(uuid.uuid4()), kind=kind, preferred=one_line(name), folded=key[1], titles=titles)
        session.add(row)
        session.flush()
        assert row.id is not None
        self._records[key] = row.id
        return row.id

    def note_variant(self, session: Session, record: int, surface: str) -> None:
        """Keep another form under which the record was seen."""
        variant = (record, fold(surface))
        if variant not in self._variants:
            self._variants.add(variant)
            session.add(AuthorityName(authority_id=record, name=one_line(surface), folded=variant[1], origin="seen"))


def _target(record: int, merged: dict[int, int]) -> int:
    seen = {record}
    while (further := merged.get(record)) is not None and further not in seen:
        seen.add(further)
        record = further
    return record
