"""What an authority record is now: as it was found, with the decisions that are in force laid over it in order."""

import json
from collections.abc import Iterable

from sqlmodel import Session, col, select, update

from app.base.text import fold, one_line
from app.model.tables import Authority, AuthorityName, MentionRow
from app.workflows.correction_log import LoggedCorrection, about, merged_below, standing_for

FACTS = ("titles", "dates", "note", "wikidata", "viaf", "gnd", "lcnaf", "isni")
_FOUND = ("kind", "preferred", "status", *FACTS)
_SAYS_NOTHING_ON_IT = ("reject-here", "split", "merge", "variant")
"""Decisions about a record that leave open whether it is one, and what."""


def settle_records(session: Session, records: Iterable[int], *, chosen: Iterable[int] = ()) -> None:
    """Bring records and all that are merged into them to what the log says, in the caller's transaction.

    Of those that were only `chosen` (to merge into, to speak) nothing below them follows from it.
    """
    touched = set(chosen)
    for record in records:
        touched |= merged_below(session, record)
    decisions = _by_record(about(session, touched))
    rows = {row.id or 0: row for row in _rows(session, touched)}
    states = {number: _state(row, decisions.get(number, [])) for number, row in rows.items()}
    for number, row in rows.items():
        root = standing_for(session, number)
        kind = states[root]["kind"] if root in states else session.get_one(Authority, root).kind
        if kind is not None and kind != row.kind:
            session.execute(update(MentionRow).where(col(MentionRow.authority_id) == number).values(kind=kind))
        for name, value in {**states[number], "kind": kind, "merged_into": root if root != number else None}.items():
            setattr(row, name, value)
        session.add(row)
    session.flush()
    for number, row in rows.items():
        _settle_variants(session, row, decisions.get(number, []))
    session.flush()


def _by_record(decisions: Iterable[LoggedCorrection]) -> dict[int, list[LoggedCorrection]]:
    found: dict[int, list[LoggedCorrection]] = {}
    for decision in decisions:
        for record in {decision.record, decision.target} - {None}:
            found.setdefault(record or 0, []).append(decision)
    return found


def _rows(session: Session, records: Iterable[int]) -> list[Authority]:
    wanted = sorted(records)
    return [
        row
        for at in range(0, len(wanted), 500)
        for row in session.exec(select(Authority).where(col(Authority.id).in_(wanted[at : at + 500])))
    ]


def _state(row: Authority, decisions: list[LoggedCorrection]) -> dict[str, str | None]:
    """Return what the record is itself, by column."""
    if not decisions:
        return {name: getattr(row, name) for name in _FOUND}
    if row.found is None:
        row.found = json.dumps({name: getattr(row, name) for name in _FOUND}, ensure_ascii=False)
    state: dict[str, str | None] = json.loads(row.found)
    for decision in decisions:
        if decision.undone_by is None and decision.kind not in ("decline", "undo"):
            _lay_over(state, decision, itself=decision.record == row.id)
    return state


def _lay_over(state: dict[str, str | None], decision: LoggedCorrection, *, itself: bool) -> None:
    if not itself:
        # A record that a person chose is there.
        state["status"] = "confirmed" if state["status"] == "auto" else state["status"]
        return
    if decision.kind in _SAYS_NOTHING_ON_IT:
        return
    if decision.kind == "import":
        state.update({**decision.rule["facts"], "status": decision.rule["status"]})
        return
    state["status"] = "rejected" if decision.kind == "reject" else "confirmed"
    if decision.kind == "rename":
        state["preferred"] = decision.rule["to"]
    elif decision.kind == "kind":
        state["kind"] = decision.rule["to"]
    elif decision.kind == "facts":
        state.update(decision.rule["facts"])


def _settle_variants(session: Session, row: Authority, decisions: list[LoggedCorrection]) -> None:
    """Bring the variants that people typed or removed to what the log says; those that were only seen stay."""
    typed: dict[str, str] = {}
    removed: set[str] = set()
    ever: dict[str, str] = {}
    for decision in decisions:
        for name, keep in names_decided(decision, row):
            folded = fold(name)
            ever[folded] = name
            if decision.undone_by is None:
                typed.pop(folded, None)
                removed.discard(folded)
                if keep:
                    typed[folded] = name
                else:
                    removed.add(folded)
    if not ever:
        return
    held = {each.folded: each for each in session.exec(select(AuthorityName).where(AuthorityName.authority_id == row.id))}
    seen = _seen(session, row.id or 0) if ever.keys() - typed.keys() - removed else set()
    for folded, name in ever.items():
        origin = "typed" if folded in typed else "removed" if folded in removed else "seen" if folded in seen else None
        known = held.get(folded)
        if origin is None:
            if known is not None:
                session.delete(known)
        elif known is None:
            session.add(AuthorityName(authority_id=row.id or 0, name=one_line(name), folded=folded, origin=origin))
        else:
            known.origin = origin
            session.add(known)


def names_decided(decision: LoggedCorrection, row: Authority) -> list[tuple[str, bool]]:
    """Return the names that a decision gives to a record (True) or takes from it."""
    itself, rule = decision.record == row.id, decision.rule
    if decision.kind == "variant" and itself:
        return [(rule["name"], not rule["remove"])]
    if decision.kind == "import" and itself:
        return [(name, True) for name in decision.rule["variants"]]
    if decision.kind == "rename" and itself:
        return [(rule["before"], True)]
    if decision.kind == "always" and decision.target == row.id:
        return [(rule["text"], True)]
    if decision.kind == "split":
        given = decision.target == row.id
        return [(name, given) for name in rule["variants"]] if given or itself else []
    return []


def _seen(session: Session, record: int) -> set[str]:
    surfaces = session.exec(select(MentionRow.surface).where(MentionRow.authority_id == record).distinct())
    return {fold(surface) for surface in surfaces}
