"""Import files into an archive: one bad file never stops the batch, and what was reported as kept is kept.

discover → skip what is known → read in worker processes → originals on disk → rows, event, change and report item in ONE
transaction per group → acknowledged. The index follows from the change log.
"""

import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.archive import Archive
from app.base.clock import utc_now
from app.base.errors import ArchiveError, ItemError
from app.base.progress import CancelToken, Progress, Report, silent
from app.base.text import printable, sha256
from app.entities import GivenNames
from app.importers import Captured
from app.model.tables import ImportBatch
from app.workflows.batch import BatchReport, ItemReport
from app.workflows.discover import Candidate, Discovered, Refused, discover
from app.workflows.group import GroupKeeper, ReadFile, Settled, failed
from app.workflows.known import known_by_content, known_by_stat
from app.workflows.known_names import known_names
from app.workflows.parsers import TIME_LIMIT_S, prepare_all

GROUP_FILES = 32
GROUP_BYTES = 32_000_000
GROUP_S = 1.0
MAX_JOBS = 8


def ingest(
    archive: Archive,
    paths: Sequence[Path],
    *,
    jobs: int | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
    time_limit_s: float = TIME_LIMIT_S,
) -> BatchReport:
    """Import files and all files below folders, and return what became of each.

    `report` is called after a group of files is kept for good. `cancel` ends the batch safely: the report tells what was kept.
    ArchiveLocked when another import holds the archive, ArchiveError when it cannot be written at all.
    """
    with archive.write_lock("Importing"):
        archive.originals.sweep()
        report(Progress(0, None))
        with archive.reading() as session:
            known = GivenNames(known_names(session))
        batch = _Batch(archive, _start(archive, paths), list(discover(paths)), report, cancel or CancelToken(), known)
        return batch.run(jobs or min(os.cpu_count() or 1, MAX_JOBS), time_limit_s)


def _start(archive: Archive, paths: Sequence[Path]) -> int:
    row = ImportBatch(started_at=utc_now(), roots=json.dumps([printable(str(path)) for path in paths], ensure_ascii=False))
    with archive.transaction() as session:
        session.add(row)
    return row.id or 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file on its way through a worker."""

    place: int
    shown: str
    candidate: Candidate
    content: bytes


@dataclass(slots=True)
class _Batch:
    archive: Archive
    batch_id: int
    found: list[Discovered]
    report: Report
    cancel: CancelToken
    known: GivenNames
    reports: dict[int, ItemReport] = field(default_factory=dict)
    files: list[ReadFile] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    first_of: dict[str, int] = field(default_factory=dict)
    copies: list[tuple[int, str, Candidate, str]] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)

    def run(self, jobs: int, time_limit_s: float) -> BatchReport:
        keeper = GroupKeeper(self.archive, self.batch_id)
        stopped: ArchiveError | None = None
        try:
            for reading, outcome in prepare_all(
                self._to_read(keeper), jobs=min(jobs, len(self.found)), time_limit_s=time_limit_s, known=self.known
            ):
                self.files.append(ReadFile(reading.place, reading.shown, reading.candidate, reading.content, outcome))
                self._keep_when_full(keeper)
            self._keep(keeper)
            self._settle_copies()
            self._keep(keeper)
            self._end()
        except ArchiveError as error:
            stopped = error
        items = tuple(self.reports[place] for place in sorted(self.reports))
        return BatchReport(self.batch_id, items, stopped, self.cancel.cancelled)

    def _to_read(self, keeper: GroupKeeper) -> Iterator[tuple[_Reading, Captured]]:
        for place, item in enumerate(self.found):
            if self.cancel.cancelled:
                return
            reading = self._reading(place, item)
            if reading is not None:
                modified = datetime.fromtimestamp(reading.candidate.mtime_ns / 1e9, UTC)
                yield reading, Captured(reading.content, reading.candidate.path.name, reading.shown, modified)
            else:
                self._keep_when_full(keeper)

    def _reading(self, place: int, item: Discovered) -> _Reading | None:
        """Return the file to read, or None after settling one that is known or cannot be read."""
        shown = printable(str(item.path))
        if isinstance(item, Refused):
            self.settled.append(Settled(place, failed(shown, item.error)))
            return None
        if self._is_known(place, shown, item):
            return None
        try:
            content = _read_steadily(item, shown)
        except ItemError as error:
            self.settled.append(Settled(place, failed(shown, error), item.size, item.mtime_ns))
            return None
        digest = sha256(content)
        if digest in self.first_of:
            self.copies.append((place, shown, item, digest))
            return None
        with self.archive.reading() as session:
            known = known_by_content(session, digest)
        if known is not None:
            self._settle_same(place, shown, item, known, digest)
            return None
        self.first_of[digest] = place
        return _Reading(place, shown, item, content)

    def _is_known(self, place: int, shown: str, item: Candidate) -> bool:
        with self.archive.reading() as session:
            known = known_by_stat(session, shown, size=item.size, mtime_ns=item.mtime_ns)
        if known is None:
            return False
        self._settle_same(place, shown, item, known, None)
        return True

    def _settle_same(self, place: int, shown: str, item: Candidate, articles: tuple[int, ...], digest: str | None) -> None:
        listed = ", ".join(map(str, articles))
        report = ItemReport(shown, "same", "same-file", {"articles": listed}, articles)
        self.settled.append(Settled(place, report, item.size, item.mtime_ns, digest))

    def _settle_copies(self) -> None:
        """Report copies of a file within this batch, now that it is known what became of the first."""
        for place, shown, item, digest in self.copies:
            first = self.reports.get(self.first_of[digest])
            if first is None:
                continue
            if first.status == "failed":
                copy = ItemReport(shown, "failed", first.code, {**first.params, "path": shown})
                self.settled.append(Settled(place, copy, item.size, item.mtime_ns, digest))
            else:
                self._settle_same(place, shown, item, first.article_ids, digest)

    def _keep_when_full(self, keeper: GroupKeeper) -> None:
        waiting = len(self.files) + len(self.settled) / 8
        size = sum(len(file.content) for file in self.files)
        if waiting >= GROUP_FILES or size >= GROUP_BYTES or time.monotonic() - self.since >= GROUP_S:
            self._keep(keeper)

    def _keep(self, keeper: GroupKeeper) -> None:
        if not self.files and not self.settled:
            return
        kept = keeper.keep(self.files, self.settled)
        self.reports.update(kept)
        self.files.clear()
        self.settled.clear()
        self.since = time.monotonic()
        self.report(Progress(len(self.reports), len(self.found), kept[max(kept)].path))

    def _end(self) -> None:
        with self.archive.transaction() as session:
            row = session.get_one(ImportBatch, self.batch_id)
            row.ended_at = utc_now()


def _read_steadily(item: Candidate, shown: str) -> bytes:
    """Return the file's bytes; ItemError when it cannot be read or was not the same file before and after."""
    try:
        content = item.path.read_bytes()
        after = item.path.stat()
    except OSError as error:
        raise ItemError("file-unreadable", path=shown, reason=error.strerror or str(error)) from error
    if (after.st_size, after.st_mtime_ns) != (item.size, item.mtime_ns) or len(content) != item.size:
        raise ItemError("file-changed", path=shown)
    return content
