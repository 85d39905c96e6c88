"""Prove that an archive is whole: originals, database, texts, ledger, and an index that agrees."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import col, select

from app.archive.backups import faults
from app.base.errors import ArchiveError, Param
from app.base.progress import CancelToken, Progress, Report, silent
from app.base.text import sha256
from app.model.tables import Body, Original
from app.workflows import catch_up, ledger
from app.workflows.library import Library


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: a code of `app.messages` and its parameters."""

    code: str
    params: dict[str, Param]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at, and what is wrong with it."""

    articles: int
    originals: int
    ledger_rows: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.findings


def check(library: Library, *, report: Report = silent, cancel: CancelToken | None = None) -> CheckReport:
    """Read every original and text again and compare it with what was kept; nothing is changed or repaired."""
    findings = [Finding("check-database", {"reason": fault}) for fault in faults(library.archive.database)]
    with library.archive.reading() as session:
        digests = session.exec(select(Original.sha256).order_by(col(Original.id))).all()
    for done, digest in enumerate(digests):
        if cancel is not None:
            cancel.check()
        try:
            library.archive.originals.read(digest)
        except ArchiveError as error:
            findings.append(Finding(error.code, dict(error.params)))
        report(Progress(done + 1, len(digests), digest))
    findings += _unknown_originals(library, frozenset(digests))
    findings += _changed_bodies(library)
    chain = ledger.verify(library)
    if not chain.whole:
        findings.append(Finding(chain.code, chain.params))
    return CheckReport(library.archive.article_count(), len(digests), chain.rows, tuple(findings))


def rebuild(library: Library, *, report: Report = silent, cancel: CancelToken | None = None) -> None:
    """Make the index again from the database, beside the old one; the library uses the new one from then on."""
    fresh = catch_up.rebuild(library.archive, report=report, cancel=cancel)
    library.index.close()
    library.index = fresh


def _unknown_originals(library: Library, known: frozenset[str]) -> Iterator[Finding]:
    """An original whose import broke off before its rows were written is harmless, and is told all the same."""
    for path in library.archive.originals.all():
        if path.name not in known:
            yield Finding("check-original-unknown", {"path": str(path)})


def _changed_bodies(library: Library) -> Iterator[Finding]:
    with library.archive.reading() as session:
        for row in session.exec(select(Body.id, Body.article_id, Body.text, Body.sha256)).yield_per(200):
            if sha256(row[2]) != row[3]:
                yield Finding("check-body", {"article": row[1], "body": row[0]})
