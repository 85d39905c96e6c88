"""Records that may be one, for a person to accept (merge) or to decline, which is remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select as sql_select
from sqlmodel import Session, select

from app.entities.alike import Likeness, Reason, RecordName, alike
from app.entities.lexicon import load_lexicon
from app.model.identifiers import SCHEMES
from app.model.recognition import Kind
from app.model.tables import Authority, AuthorityCode, AuthorityName
from app.workflows.authority_list import article_counts
from app.workflows.correction_log import in_force, standing_for
from app.workflows.library import Library

_COLUMNS: tuple[Any, ...] = (
    Authority.id, Authority.kind, Authority.preferred, Authority.merged_into, Authority.status,
    Authority.wikidata, Authority.viaf, Authority.gnd, Authority.lcnaf, Authority.isni,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two records that may be one, and why: `into` is the one that more articles name."""

    into: int
    into_name: str
    into_articles: int
    record: int
    name: str
    articles: int
    kind: Kind
    reason: Reason


def suggestions(library: Library, *, kind: Kind | None = None, limit: int | None = None) -> tuple[Suggestion, ...]:
    """Return pairs of records that may be one, the likeliest first; none that a person declined. Nothing is merged by this."""
    with library.archive.reading() as session:
        records = [each for each in _records(session) if kind is None or each.kind is kind]
        declined = _declined(session)
    known = {each.record: each for each in records}
    found = (each for each in alike(records, load_lexicon()) if frozenset((each.one, each.other)) not in declined)
    told = [_suggestion(each, known) for each in found]
    return tuple(told[:limit])


def _suggestion(likeness: Likeness, known: dict[int, RecordName]) -> Suggestion:
    into, other = known[likeness.one], known[likeness.other]
    return Suggestion(into.record, into.name, into.weight, other.record, other.name, other.weight, into.kind, likeness.reason)


def _records(session: Session) -> Iterable[RecordName]:
    """Give the records that stand for themselves, with the names and identifiers of those that were merged into them."""
    rows = session.execute(sql_select(*_COLUMNS)).all()
    stands = {row[0]: row[3] or row[0] for row in rows}
    identifiers: dict[int, set[tuple[str, str]]] = {record: set() for record in stands.values()}
    for record, *_, wikidata, viaf, gnd, lcnaf, isni in rows:
        values = zip(SCHEMES, (wikidata, viaf, gnd, lcnaf, isni), strict=True)
        identifiers[stands[record]] |= {(scheme, value) for scheme, value in values if value}
    for record, scheme, code in session.exec(select(AuthorityCode.authority_id, AuthorityCode.scheme, AuthorityCode.code)):
        identifiers[stands[record]].add((scheme, code))
    variants: dict[int, set[str]] = {record: set() for record in stands.values()}
    typed: dict[int, set[str]] = {record: set() for record in stands.values()}
    names = select(AuthorityName.authority_id, AuthorityName.folded, AuthorityName.origin)
    for record, folded, origin in session.exec(names.where(AuthorityName.origin != "removed")):
        variants[stands[record]].add(folded)
        if origin == "typed":
            typed[stands[record]].add(folded)
    counts = article_counts(session)
    for record, kind, name, merged, status, *_ in rows:
        if merged is None and status != "rejected":
            yield RecordName(
                record, Kind(kind), name, frozenset(variants[record]), frozenset(typed[record]), frozenset(identifiers[record]),
                counts.get(record, 0),
            )  # fmt: skip


def _declined(session: Session) -> set[frozenset[int]]:
    pairs = [(each.record, each.target) for each in in_force(session, ("decline",))]
    return {
        frozenset((standing_for(session, a), standing_for(session, b))) for a, b in pairs if a is not None and b is not None
    }
