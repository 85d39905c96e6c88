"""Recognise the names of articles again, with the rules and the model of now: what people decided stays, bodies do not change.

read → recognised in worker processes → names and speech replaced, decisions laid over them, event and change in ONE transaction
per group. What was done is done: after a kill or a cancel the same call goes on where it was.
"""

import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import ColumnElement, insert, update
from sqlmodel import Session, col, func, or_, select

from app.archive import Archive
from app.base.clock import utc_now
from app.base.errors import ItemError
from app.base.progress import CancelToken, Progress, Report, silent
from app.entities import GivenNames
from app.model.captured import CapturedArticle, Stated, StatedEntity
from app.model.recognition import Kind, Recognition
from app.model.tables import Article, Body, Event, MentionRow, Meta, QuotationRow, Source, StatedEntityRow
from app.workflows.authorities import AuthorityDesk
from app.workflows.correction_log import last_correction
from app.workflows.examine import recognise, recognition_version
from app.workflows.ingest import MAX_JOBS
from app.workflows.keep import AGENT
from app.workflows.known_names import known_names
from app.workflows.overlay import among, record_changes
from app.workflows.parsers import all_done
from app.workflows.replay import Recognised, replace_names
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN

GROUP, GROUP_S = 64, 1.0
FEW = 40
"""So many articles are read in this process: starting workers would take longer."""
RUNNING = "recognising"
"""The fact on the archive that tells how far a run over all articles is; there only while it is not done."""


@dataclass(frozen=True, slots=True)
class RecognitionReport:
    """What became of a run: how many articles were read again, of how many names or speakers changed, which failed."""

    version: str
    articles: int
    changed: int
    failed: tuple[ItemError, ...]
    resumed: bool
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """An article to be recognised again."""

    article_id: int
    body_id: int
    captured: CapturedArticle

    @property
    def path(self) -> str:
        """Return what to call it where it fails."""
        return f"article {self.article_id}"


def outdated(archive: Archive) -> int:
    """Return how many articles were recognised with other rules or another model than those of now."""
    with archive.reading() as session:
        return session.exec(select(func.count()).select_from(Article).where(_outdated(recognition_version()))).one()


def recognise_again(
    archive: Archive,
    *,
    only_outdated: bool = False,
    jobs: int | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> RecognitionReport:
    """Recognise all articles again, or those that are outdated; `cancel` ends it safely, the next call goes on from there.

    ArchiveLocked while an import goes on.
    """
    with archive.write_lock("Recognising names"):
        run = _Run(archive, recognition_version(), only_outdated, report, cancel or CancelToken())
        return run.run(jobs or min(os.cpu_count() or 1, MAX_JOBS))


def _outdated(version: str) -> ColumnElement[bool]:
    return or_(col(Article.recognised).is_(None), col(Article.recognised) != version)


@dataclass(slots=True)
class _Run:
    archive: Archive
    version: str
    only_outdated: bool
    report: Report
    cancel: CancelToken
    done: int = 0
    changed: int = 0
    failed: list[ItemError] = field(default_factory=list)
    desk: AuthorityDesk | None = None
    decided: int = 0

    def run(self, jobs: int) -> RecognitionReport:
        with self.archive.reading() as session:
            after = self._begun(session)
            ids = self._wanted(session, after)
            known = GivenNames(known_names(session))
        total = len(ids)
        self.report(Progress(0, total))
        waiting: list[Recognised] = []
        since, last = time.monotonic(), after
        for reading, found in self._recognised(ids, known, jobs):
            last = reading.article_id
            self.done += 1
            if isinstance(found, ItemError):
                self.failed.append(found)
            else:
                waiting.append(Recognised(reading.article_id, reading.body_id, found))
            if len(waiting) >= GROUP or time.monotonic() - since >= GROUP_S:
                self._keep(waiting, last)
                since = time.monotonic()
                self.report(Progress(self.done, total, reading.path))
        self._keep(waiting, last)
        self.report(Progress(self.done, total))
        if not self.cancel.cancelled:
            self._end()
        return RecognitionReport(
            self.version, self.done, self.changed, tuple(self.failed), resumed=after > 0, cancelled=self.cancel.cancelled
        )

    def _begun(self, session: Session) -> int:
        """Return up to which article an earlier run with the same rules came that was not finished; 0 when there is none."""
        row = session.get(Meta, RUNNING)
        if row is None or self.only_outdated:
            return 0
        known = json.loads(row.value)
        return int(known["after"]) if known["version"] == self.version else 0

    def _wanted(self, session: Session, after: int) -> list[int]:
        ids = select(Article.id).where(col(Article.id) > after).order_by(col(Article.id))
        if self.only_outdated:
            ids = ids.where(_outdated(self.version))
        return [number for number in session.exec(ids) if number is not None]

    def _recognised(
        self, ids: Sequence[int], known: GivenNames, jobs: int
    ) -> Iterator[tuple[Reading, Recognition | ItemError]]:
        work = partial(recognise_one, known=known)
        readings = self._readings(ids)
        if len(ids) <= FEW:
            yield from ((reading, work(reading)) for reading in readings)
        else:
            yield from all_done(((reading, reading) for reading in readings), work, jobs=jobs)

    def _readings(self, ids: Sequence[int]) -> Iterator[Reading]:
        for at in range(0, len(ids), GROUP):
            with self.archive.reading() as session:
                readings = _read(session, ids[at : at + GROUP])
            for reading in readings:
                if self.cancel.cancelled:
                    return
                yield reading

    def _keep(self, read: list[Recognised], last: int) -> None:
        with self.archive.transaction() as session:
            if read:
                self._replace(session, read)
            if not self.only_outdated:
                session.merge(Meta(key=RUNNING, value=json.dumps({"version": self.version, "after": last})))
        read.clear()

    def _replace(self, session: Session, read: list[Recognised]) -> None:
        decided = last_correction(session)
        if self.desk is None or decided != self.decided:
            self.desk, self.decided = AuthorityDesk(session), decided
        articles = [each.article_id for each in read]
        before = _shown(session, articles)
        replace_names(session, read, self.desk)
        after = _shown(session, articles)
        changed = [article for article in articles if before.get(article) != after.get(article)]
        session.execute(update(Article).where(col(Article.id).in_(articles)).values(recognised=self.version))
        record_changes(session, changed)
        details = json.dumps({"version": self.version})
        events = [
            {"at": utc_now(), "kind": "recognised", "article_id": id_, "agent": AGENT, "details": details} for id_ in changed
        ]
        if events:
            session.execute(insert(Event), events)
        self.changed += len(changed)

    def _end(self) -> None:
        with self.archive.transaction() as session:
            row = session.get(Meta, RUNNING)
            if row is not None and not self.only_outdated:
                session.delete(row)


def recognise_one(reading: Reading, *, known: GivenNames) -> Recognition:
    """Return what an article names and who speaks in it."""
    return recognise(reading.captured, known)


def _read(session: Session, ids: Sequence[int]) -> list[Reading]:
    statement = (
        select(Article, Body, Source.name)
        .join(Body, col(Body.id) == col(Article.body_id))
        .join(Source, col(Source.id) == col(Article.source_id), isouter=True)
        .where(col(Article.id).in_(ids))
        .order_by(col(Article.id))
    )
    stated: dict[int, list[StatedEntity]] = {}
    for row in session.exec(select(StatedEntityRow).where(col(StatedEntityRow.article_id).in_(ids))):
        entity = StatedEntity(Kind(row.kind) if row.kind else None, row.name, row.stated_in, row.code, row.scheme)
        stated.setdefault(row.article_id, []).append(entity)
    return [
        Reading(article.id or 0, body.id or 0, _captured(article, body, source, stated.get(article.id or 0, ())))
        for article, body, source in session.exec(statement)
    ]


def _captured(article: Article, body: Body, source: str | None, stated: Sequence[StatedEntity]) -> CapturedArticle:
    """Return what recognition reads of an article, as its importer gave it."""
    return CapturedArticle(
        body=body.text, headline=_stated(article.headline), deck=_stated(article.deck), source=_stated(source),
        language=_stated(article.language), photo_credit=_stated(article.photo_credit), entities=tuple(stated),
    )  # fmt: skip


def _stated(value: str | None) -> Stated | None:
    return Stated(value, "stated", "archive") if value else None


def _shown(session: Session, articles: Sequence[int]) -> dict[int, list[tuple[object, ...]]]:
    """Return what the index and the reader see of each article."""
    found: dict[int, list[tuple[object, ...]]] = {}
    mentions = select(
        MentionRow.article_id, MentionRow.field, MentionRow.start, MentionRow.end, MentionRow.kind, MentionRow.authority_id
    ).where(among(col(MentionRow.article_id), articles), MENTION_SHOWN)  # type: ignore[call-overload]
    quotations = select(QuotationRow.article_id, QuotationRow.start, QuotationRow.end, QuotationRow.speaker_id).where(
        among(col(QuotationRow.article_id), articles), QUOTATION_SHOWN
    )
    for article, *facts in sorted(session.execute(mentions).all(), key=lambda row: row[:4]):
        found.setdefault(article, []).append(tuple(facts))
    for article, *facts in sorted(session.execute(quotations).all(), key=lambda row: row[:3]):
        found.setdefault(article, []).append(tuple(facts))
    return found
