"""Authority records for the names that import and recognition find.

A name joins the record that a person said it is, else the one whose name is equal when folded; else it gets a record of its own.
Nothing else is ever merged by itself: likeness is for a person to judge. A name keeps the record that it joined when that record
is merged into another, so that the merge can be undone.
"""

import json
import uuid
from typing import Any

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from app.base.text import fold, one_line
from app.model.captured import StatedEntity
from app.model.identifiers import scheme_of
from app.model.tables import Authority, AuthorityCode, AuthorityName
from app.workflows.always import always_known
from app.workflows.correction_log import in_force

Key = tuple[str, str]
_FACTS: tuple[Any, ...] = (
    Authority.id, Authority.kind, func.coalesce(func.json_extract(Authority.found, "$.kind"), Authority.kind), Authority.folded,
    Authority.status, Authority.preferred,
)  # fmt: skip
Code = tuple[str, str]
MOST_TITLES = 12
"""So many titles of one person are kept; the first ones seen."""


class AuthorityDesk:
    """Gives names their records. Holds folded names in memory; make a new one after a transaction that was rolled back."""

    def __init__(self, session: Session) -> None:
        self._records: dict[Key, int] = {}
        self._variants: set[tuple[int, str]] = set()
        self._titles: dict[int, set[str]] = {}
        self._codes: dict[Code, int] = {}
        self._has_code: set[tuple[int, str]] = set()
        self._kinds: dict[int, str] = {}
        self._take_names(session)
        self._told = {
            (self._kinds[decision.target], folded): decision.target
            for folded, decision in always_known(session)
            if decision.target is not None
        }
        for record, scheme, code in session.exec(select(AuthorityCode.authority_id, AuthorityCode.scheme, AuthorityCode.code)):
            self._codes[scheme, code] = record
            self._has_code.add((record, scheme))

    def _take_names(self, session: Session) -> None:
        """Take in records and names: what was typed for one record alone, then what was found under a name, then what is called so now.

        A record is found under the kind that recognition gave it, too: a person may have given it another one.
        """
        found: dict[Key, int] = {}
        chosen: dict[Key, int] = {}
        both: dict[int, set[str]] = {}
        for record, kind, first, folded, status, preferred in session.execute(sql_select(*_FACTS).order_by(col(Authority.id))):
            self._kinds[record] = kind
            both[record] = {kind, first}
            found.setdefault((first, folded), record)
            chosen.setdefault((kind, folded), record)
            if status == "confirmed":
                chosen.setdefault((kind, fold(preferred)), record)
        typed: dict[Key, set[int]] = {}
        laid_over = _laid_over(session)
        names = select(AuthorityName.authority_id, AuthorityName.folded, AuthorityName.origin)
        for record, folded, origin in session.exec(names):
            self._variants.add((record, folded))
            joins = origin == "typed" and (record, folded) not in laid_over
            for kind in both[record] if joins else ():
                typed.setdefault((kind, folded), set()).add(record)
        alone = {key: next(iter(records)) for key, records in typed.items() if len(records) == 1}
        self._records = {**chosen, **found, **alone}

    def record(self, session: Session, *, kind: str, name: str, told: bool = False) -> int:
        """Return the id of the record for a name, made in the session's transaction when there is none.

        `told` says that the name was found because a person said what it always means.
        """
        key = (kind, fold(name))
        known = self._told.get(key) if told else None
        known = known or self._records.get(key)
        if known is not None:
            return known
        self._records[key] = made = new_record(session, kind=kind, name=name)
        self._kinds[made] = kind
        return made

    def kind(self, record: int) -> str:
        """Return of what kind a record is."""
        return self._kinds[record]

    def stated(self, session: Session, entity: StatedEntity) -> int | None:
        """Return the record that a document's own statement names: by its code, else by its name; None for a subject without kind.

        Two records with one name and different codes of a scheme are two.
        """
        if entity.kind is None:
            return None
        scheme, code = code_of(entity)
        known = self._codes.get((scheme, code)) if code else None
        if known is not None:
            self.note_variant(session, known, entity.name)
            return known
        record = self.record(session, kind=entity.kind.value, name=entity.name)
        if code and (record, scheme) in self._has_code:
            record = new_record(session, kind=entity.kind.value, name=entity.name)
            self._kinds[record] = entity.kind.value
        if code:
            session.add(AuthorityCode(authority_id=record, scheme=scheme, code=code))
            self._codes[scheme, code] = record
            self._has_code.add((record, scheme))
        return record

    def note_variant(self, session: Session, record: int, surface: str) -> None:
        """Keep another form under which the record was seen."""
        variant = (record, fold(surface))
        if variant not in self._variants:
            self._variants.add(variant)
            session.add(AuthorityName(authority_id=record, name=one_line(surface), folded=variant[1], origin="seen"))

    def note_title(self, session: Session, record: int, title: str) -> None:
        """Keep another title under which a person was seen, unless somebody stated facts on the record."""
        known = self._titles.setdefault(record, set())
        if title in known or len(known) >= MOST_TITLES:
            return
        known.add(title)
        row = session.get_one(Authority, record)
        if row.found is None:
            row.titles = json.dumps(list(dict.fromkeys((*json.loads(row.titles), title))), ensure_ascii=False)
            session.add(row)


def _laid_over(session: Session) -> set[tuple[int | None, str]]:
    """Return names of records that articles are given by decisions laid over them, so that recognition need not know."""
    found: set[tuple[int | None, str]] = {(decision.target, folded) for folded, decision in always_known(session)}
    for split in in_force(session, ("split",)):
        found |= {(split.target, fold(name)) for name in split.rule["variants"]}
    return found


def new_record(session: Session, *, kind: str, name: str) -> int:
    """Make a record, in the session's transaction, and return its id."""
    row = Authority(uid=str(uuid.uuid4()), kind=kind, preferred=one_line(name), folded=fold(name))
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def code_of(entity: StatedEntity) -> Code:
    """Return scheme and code of a stated entity; of an address without a scheme the one that it belongs to. ("", "") without any."""
    if not entity.identifier:
        return "", ""
    if entity.scheme:
        return entity.scheme, entity.identifier
    return scheme_of(entity.identifier) or ("address", entity.identifier)
