"""Authority lists out of an archive and into it. A list merges nothing: a record joins one with its identifier or its name, or is new."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sqlmodel import Session, col, select

from app.base.errors import ItemError, Param, UsageError
from app.base.text import fold, one_line, printable
from app.model.identifiers import SCHEMES, bare_identifier
from app.model.recognition import Kind
from app.model.tables import Authority, AuthorityCode, AuthorityName
from app.workflows.authority_files import Entry, from_csv, from_skos, to_csv, to_skos
from app.workflows.authority_list import SEEN_IN, article_counts
from app.workflows.authority_match import Shelf
from app.workflows.correction_log import append
from app.workflows.corrections import deciding, named, titles_as_kept
from app.workflows.library import Library
from app.workflows.record_state import settle_records

LineStatus = Literal["added", "joined", "unchanged", "refused"]
LINE_STATUSES: tuple[LineStatus, ...] = ("added", "joined", "unchanged", "refused")
MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class LineReport:
    """What became of one line of a list: `code` tells why it was refused, or by what it joined its record."""

    line: int
    name: str
    status: LineStatus
    record: int | None
    code: str
    params: dict[str, Param]


def export_list(library: Library, *, skos: bool = False, everything: bool = False) -> tuple[str, int]:
    """Return the authority list as CSV or SKOS, and how many records it has; with `everything` also what one article alone names, and rejected records."""
    with library.archive.reading() as session:
        entries = _entries(session, everything=everything)
    return to_skos(entries) if skos else to_csv(entries), len(entries)


def _entries(session: Session, *, everything: bool) -> list[Entry]:
    rows = {row.id or 0: row for row in session.exec(select(Authority))}
    stands = {number: row.merged_into or number for number, row in rows.items()}
    counts = article_counts(session)
    names: dict[int, dict[str, AuthorityName]] = {}
    held = session.exec(select(AuthorityName).where(AuthorityName.origin != "removed").order_by(col(AuthorityName.id)))
    for name in held:
        known = names.setdefault(stands[name.authority_id], {})
        if name.folded not in known or (name.origin, known[name.folded].origin) == ("typed", "seen"):
            known[name.folded] = name
    codes: dict[int, list[tuple[str, str]]] = {}
    for code in session.exec(select(AuthorityCode)):
        codes.setdefault(stands[code.authority_id], []).append((code.scheme, code.code))
    listed = [
        row
        for number, row in rows.items()
        if row.merged_into is None
        and (everything or row.status == "confirmed" or (row.status == "auto" and counts.get(number, 0) >= SEEN_IN))
    ]
    listed.sort(key=lambda row: (row.kind, fold(row.preferred), row.uid))
    return [_entry(row, names.get(row.id or 0, {}), codes.get(row.id or 0, [])) for row in listed]


def _entry(row: Authority, names: dict[str, AuthorityName], codes: list[tuple[str, str]]) -> Entry:
    own = fold(row.preferred)
    variants = [name for folded, name in sorted(names.items()) if folded != own]
    return Entry(
        kind=row.kind, name=row.preferred, uid=row.uid, status=row.status,
        variants=tuple(name.name for name in variants if name.origin == "typed"),
        seen=tuple(name.name for name in variants if name.origin == "seen"), titles=tuple(json.loads(row.titles)),
        dates=row.dates or "", note=row.note or "",
        identifiers={scheme: value for scheme in SCHEMES if (value := getattr(row, scheme))}, codes=tuple(sorted(codes)),
    )  # fmt: skip


def read_list(path: Path) -> list[Entry]:
    """Return the records of a list in a file, nothing proved yet; ItemError when it cannot be read."""
    shown = printable(str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ItemError("file-too-large", path=shown, megabytes=MOST_BYTES // 1_000_000)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ItemError("file-unreadable", path=shown, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ItemError("list-unreadable", path=shown, reason="it is not UTF-8") from error
    return list(from_skos(text, path=shown) if is_skos(path) else from_csv(text, path=shown))


def is_skos(path: Path) -> bool:
    """Return whether a file's name says that it holds SKOS, not CSV."""
    return path.suffix.lower() in (".json", ".jsonld")


def import_list(library: Library, entries: Iterable[Entry], *, source: str) -> tuple[LineReport, ...]:
    """Take a list in, all in one transaction, and return what became of each line. Each line taken is a decision that can be undone.

    Equal identifiers, codes or names (folded, of one kind) join; what a record has stays, what it lacks is added. An identifier
    that is another kind's, or two records', or that disagrees is refused.
    """
    reports: list[LineReport] = []
    touched: set[int] = set()
    with deciding(library) as session:
        shelf = Shelf(session)
        for entry in entries:
            report = _take(session, shelf, entry, source)
            reports.append(report)
            if report.record is not None and report.status != "unchanged":
                touched.add(report.record)
        settle_records(session, (), chosen=touched)
    return tuple(reports)


def _take(session: Session, shelf: Shelf, entry: Entry, source: str) -> LineReport:
    try:
        proved = _proved(entry)
        record, how = shelf.match(proved)
    except UsageError as error:
        return LineReport(entry.line, printable(entry.name), "refused", None, error.code, dict(error.params))
    added = record is None
    if record is None:
        record = _new(session, shelf, proved)
    facts, variants = _facts(shelf, record, proved), [name for name in proved.variants if shelf.type_name(record, name)]
    raised = shelf.raise_status(record, proved.status, added=added)
    names = [name for name in proved.seen if shelf.add_name(record, name)]
    session.add_all(AuthorityName(authority_id=record, name=name, folded=fold(name), origin="seen") for name in names)
    codes = [code for code in proved.codes if shelf.add_code(record, code)]
    session.add_all(AuthorityCode(authority_id=record, scheme=scheme, code=code) for scheme, code in codes)
    if added or facts or variants or raised:
        append(
            session, "import", record=record, facts=facts, variants=variants, status=raised or shelf.status(record), file=source,
            line=entry.line,
        )  # fmt: skip
    changed = facts or variants or raised or names or codes
    status: LineStatus = "added" if added else "joined" if changed else "unchanged"
    return LineReport(entry.line, proved.name, status, record, how, {})


def _proved(entry: Entry) -> Entry:
    """Return an entry with everything in the form in which it is kept; UsageError tells what is wrong."""
    name = named(entry.name)
    if entry.kind not in {kind.value for kind in Kind}:
        raise UsageError("list-kind", name=name, kind=entry.kind)
    if entry.status not in ("auto", "confirmed", "rejected"):
        raise UsageError("list-status", name=name, status=entry.status)
    identifiers = {scheme: bare_identifier(scheme, value) for scheme, value in entry.identifiers.items()}
    for scheme, code in entry.codes:
        if not scheme.strip() or not code.strip():
            raise UsageError("list-code", name=name, code=f"{scheme}:{code}")
    return replace(
        entry, name=name, uid=_uuid(entry.uid), dates=one_line(entry.dates), note=entry.note.strip(),
        identifiers={scheme: value for scheme, value in identifiers.items() if value}, variants=_tidied(entry.variants),
        seen=_tidied(entry.seen), titles=_tidied(entry.titles),
    )  # fmt: skip


def _tidied(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names if (name := one_line(each))))


def _uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""


def _new(session: Session, shelf: Shelf, entry: Entry) -> int:
    row = Authority(uid=entry.uid or str(uuid.uuid4()), kind=entry.kind, preferred=entry.name, folded=fold(entry.name))
    session.add(row)
    session.flush()
    assert row.id is not None
    shelf.add(row)
    return row.id


def _facts(shelf: Shelf, record: int, entry: Entry) -> dict[str, str]:
    """Return the facts that an entry adds to a record: those that it lacks."""
    titles = titles_as_kept(entry.titles) if entry.titles else ""
    stated = {"dates": entry.dates, "note": entry.note, "titles": titles, **entry.identifiers}
    facts = {name: value for name, value in stated.items() if value and not shelf.fact(record, name)}
    shelf.take_facts(record, facts)
    return facts
