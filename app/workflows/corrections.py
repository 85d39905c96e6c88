"""Decisions of people on records: each is logged, takes effect at once, and can be undone.

Every function writes in one short transaction, gives back the number of its decision, and renews the library's names, so that
search is right when it returns; what the index holds of the articles follows with `Library.refresh`. They may be called from any
thread, one at a time for one library.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlmodel import Session

from app.base.errors import UsageError
from app.base.text import fold, one_line
from app.model.identifiers import SCHEMES, bare_identifier
from app.model.recognition import Kind
from app.model.tables import Authority
from app.workflows.always import clear_always, treated_so
from app.workflows.authorities import new_record
from app.workflows.correction_log import LoggedCorrection, append, last_correction, merged_below, records_since, standing_for
from app.workflows.library import Library
from app.workflows.overlay import articles_concerned, articles_naming, lay_over, lift, record_changes
from app.workflows.record_state import FACTS, settle_records
from app.workflows.rejoin import rejoin
from app.workflows.replay import settle_articles

MAX_NAME = 300
"""Characters of a name; the longest official ones of institutions have some 250."""


@contextmanager
def deciding(library: Library) -> Iterator[Session]:
    """Give a session for one decision; the library's names are as it left them afterwards."""
    with library.archive.transaction() as session:
        before = last_correction(session)
        yield session
        changed = records_since(session, before)
    library.renew_names(changed)


def standing(session: Session, record: int) -> Authority:
    """Return the record that stands for a number after all merges; UsageError `record-missing`."""
    if session.get(Authority, record) is None:
        raise UsageError("record-missing", record=record)
    return session.get_one(Authority, standing_for(session, record))


def chosen(session: Session, record: int) -> Authority:
    """Return the record that stands for a number, to lead something to; UsageError also when it was rejected."""
    row = standing(session, record)
    if row.status == "rejected":
        raise UsageError("record-rejected", record=row.id, name=row.preferred)
    return row


def rename(library: Library, record: int, preferred: str) -> int:
    """Call a record otherwise; the name that it had stays a variant. UsageError for an empty name."""
    name = named(preferred)
    with deciding(library) as session:
        row = standing(session, record)
        return _decided(session, append(session, "rename", record=row.id, to=name, before=row.preferred))


def merge(library: Library, record: int, into: int) -> int:
    """Make two records one, under the name of `into`. UsageError when they are one already, of two kinds, or rejected."""
    with deciding(library) as session:
        return merge_in(session, record, into)


def merge_all(library: Library, records: Sequence[int], into: int) -> tuple[int, ...]:
    """Make several records one, under the name of `into`, and return the numbers of the decisions; all or none. UsageError as `merge`."""
    with deciding(library) as session:
        return tuple(merge_in(session, record, into) for record in records if record != into)


def merge_in(session: Session, record: int, into: int) -> int:
    """Do as `merge`, in the caller's transaction."""
    one, other = chosen(session, record), chosen(session, into)
    if one.id == other.id:
        raise UsageError("merge-same", name=other.preferred)
    if one.kind != other.kind:
        raise UsageError("merge-kinds", one=one.preferred, kind=one.kind, other=other.preferred, other_kind=other.kind)
    return _decided(session, append(session, "merge", record=one.id, target=other.id))


def split(
    library: Library, record: int, *, articles: Sequence[int] = (), variants: Sequence[str] = (), to: int | None = None,
    name: str = "",
) -> int:  # fmt: skip
    """Give some articles of a record, or some of its variants, to another record, a new one unless `to` is given.

    With both, only these variants in these articles. UsageError when neither is named, or nothing of the kind is there.
    """
    forms = [named(variant) for variant in variants]
    called = named(name) if name else ""
    if not articles and not forms:
        raise UsageError("split-nothing-named")
    with deciding(library) as session:
        row = standing(session, record)
        if to is not None:
            other = chosen(session, to)
            if other.id == row.id or other.kind != row.kind:
                raise UsageError("split-target", name=row.preferred, other=other.preferred)
        target = (
            other.id if to is not None else new_record(session, kind=row.kind, name=called or next(iter(forms), row.preferred))
        )
        decision = append(session, "split", record=row.id, target=target, articles=sorted(set(articles)), variants=forms)
        number = _decided(session, decision)
        if not articles_concerned(session, decision):
            raise UsageError("split-nothing-there", name=row.preferred)
        return number


def change_kind(library: Library, record: int, kind: Kind) -> int:
    """Say that a record is a person, an organisation or a place. UsageError when it is that already."""
    with deciding(library) as session:
        row = standing(session, record)
        if row.kind == kind.value:
            raise UsageError("kind-same", name=row.preferred, kind=kind.value)
        return _decided(session, append(session, "kind", record=row.id, to=kind.value, before=row.kind))


def reject(library: Library, record: int) -> int:
    """Say that a record is none: what is called so is no entity anywhere, now and later."""
    with deciding(library) as session:
        return _decided(session, append(session, "reject", record=chosen(session, record).id))


def confirm(library: Library, record: int) -> int:
    """Say that a record is right as it is: it is listed, and its names are looked for first. It is no longer rejected, if it was."""
    with deciding(library) as session:
        return _decided(session, append(session, "confirm", record=standing(session, record).id))


def edit_facts(library: Library, record: int, facts: Mapping[str, str]) -> int:
    """State facts on a record: `dates`, `note`, `titles` (separated by ;), identifiers by scheme; "" takes one away.

    Addresses of identifiers are taken too. UsageError `identifier-malformed`, `fact-unknown`, or when nothing is stated.
    """
    told = checked_facts(facts)
    with deciding(library) as session:
        return _decided(session, append(session, "facts", record=standing(session, record).id, facts=told))


def checked_facts(facts: Mapping[str, str]) -> dict[str, str | None]:
    """Return facts as a record holds them; UsageError as `edit_facts`."""
    told: dict[str, str | None] = {}
    for name, value in facts.items():
        if name not in FACTS:
            raise UsageError("fact-unknown", fact=name, facts=", ".join(FACTS))
        if name == "titles":
            told[name] = titles_as_kept(value.split(";"))
        elif name in SCHEMES:
            told[name] = bare_identifier(name, value) or None
        else:
            told[name] = (value.strip() if name == "note" else one_line(value)) or None
    if not told:
        raise UsageError("facts-missing", facts=", ".join(FACTS))
    return told


def titles_as_kept(titles: Sequence[str]) -> str:
    """Return titles as a record holds them: JSON."""
    import json

    return json.dumps(list(dict.fromkeys(title for each in titles if (title := one_line(each)))), ensure_ascii=False)


def add_variant(library: Library, record: int, name: str) -> int:
    """Add a name variant to a record: what is printed so joins it from now on."""
    return _variant(library, record, name, remove=False)


def remove_variant(library: Library, record: int, name: str) -> int:
    """Take a name variant from a record, typed or seen: it is not found by that name any more."""
    return _variant(library, record, name, remove=True)


def _variant(library: Library, record: int, name: str, *, remove: bool) -> int:
    variant = named(name)
    with deciding(library) as session:
        row = standing(session, record)
        if remove and fold(variant) == fold(row.preferred):
            raise UsageError("variant-preferred", name=row.preferred)
        return _decided(session, append(session, "variant", record=row.id, name=variant, remove=remove))


def decline(library: Library, record: int, other: int) -> int:
    """Say that two records are not one: it is never suggested again. UsageError when they are one."""
    with deciding(library) as session:
        one, two = standing(session, record), standing(session, other)
        if one.id == two.id:
            raise UsageError("merge-same", name=one.preferred)
        return _decided(session, append(session, "decline", record=one.id, target=two.id))


def named(name: str) -> str:
    """Return a name in one line; UsageError for one without letter or figure, or of more than 300 characters."""
    found = one_line(name)
    if not any(map(str.isalnum, fold(found))):
        raise UsageError("name-empty")
    if len(found) > MAX_NAME:
        raise UsageError("name-long", name=found, length=len(found), most=MAX_NAME)
    return found


def _decided(session: Session, decision: LoggedCorrection) -> int:
    take_effect(session, decision)
    return decision.correction_id


def take_effect(session: Session, decision: LoggedCorrection) -> None:
    """Bring records and articles to what the log says after a decision on a record was made, or undone, or made again."""
    assert decision.record is not None
    before = _as_indexed(session, decision.record)
    settle_records(session, {decision.record}, chosen={decision.target} - {None})  # type: ignore[arg-type]
    if decision.kind == "split":
        _split_off(session, decision)
    if decision.undone_by is not None:
        rejoin(session, decision)
    if _as_indexed(session, decision.record) != before:
        record_changes(session, articles_naming(session, merged_below(session, decision.record)))


def _as_indexed(session: Session, record: int) -> tuple[object, ...]:
    """Return what the index knows of a record: its kind, what stands for it, whether it is none at all."""
    row = session.get_one(Authority, record)
    return row.kind, row.merged_into, row.status == "rejected"


def _split_off(session: Session, decision: LoggedCorrection) -> None:
    assert decision.record is not None
    named_in = articles_naming(session, merged_below(session, decision.record))
    always_so = treated_so(session, decision.rule["articles"] or session.execute(named_in).scalars().all())
    concerned = set(articles_concerned(session, decision))
    if decision.undone_by is not None:
        lift(session, decision)
    else:
        clear_always(session, always_so)
        lay_over(session, decision)
    concerned |= {*always_so, *articles_concerned(session, decision)}
    settle_articles(session, sorted(concerned))
    record_changes(session, sorted(concerned))
