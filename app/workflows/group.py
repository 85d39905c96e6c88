"""Files that were read, kept together: their originals first, then all rows in one transaction."""

import json
from dataclasses import dataclass

from sqlmodel import Session, select

from app.archive import Archive
from app.base.clock import utc_now
from app.base.errors import ItemError, Param
from app.base.text import fold, sha256
from app.model.tables import ImportItem, Source
from app.workflows.authorities import AuthorityDesk
from app.workflows.batch import ItemReport, Status
from app.workflows.correction_log import last_correction
from app.workflows.discover import Candidate
from app.workflows.keep import keep_article, keep_original
from app.workflows.known import known_article
from app.workflows.prepare import Prepared, PreparedArticle
from app.workflows.replay import settle_articles
from app.workflows.terms import renew_terms


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with its content and what reading it gave; `place` is its number in the batch."""

    place: int
    shown: str
    candidate: Candidate
    content: bytes
    outcome: Prepared | ItemError


@dataclass(frozen=True, slots=True)
class Settled:
    """A file that needs no reading: known, or refused on the way."""

    place: int
    report: ItemReport
    size: int | None = None
    mtime_ns: int | None = None
    sha256: str | None = None


class GroupKeeper:
    """Keeps groups of files of one batch; holds the names of the archive in memory meanwhile."""

    def __init__(self, archive: Archive, batch_id: int) -> None:
        self._archive = archive
        self._batch_id = batch_id
        self._desk: AuthorityDesk | None = None
        self._decided = 0
        self._new: list[int] = []

    def keep(self, files: list[ReadFile], settled: list[Settled]) -> dict[int, ItemReport]:
        """Keep all of it and return the reports by place; when this returns, it is kept for good.

        ArchiveError when the disk or the database refuses; then nothing of this group is kept.
        """
        contents = [file.content for file in files if isinstance(file.outcome, Prepared) and file.outcome.articles]
        self._archive.originals.keep(contents)
        reports = {item.place: item.report for item in settled}
        self._new.clear()
        try:
            with self._archive.transaction() as session:
                for item in settled:
                    self._note(session, item)
                for file in files:
                    report = self._keep_file(session, file)
                    reports[file.place] = report
                    facts = file.candidate
                    self._note(session, Settled(file.place, report, facts.size, facts.mtime_ns, sha256(file.content)))
                settle_articles(session, self._new)
        except BaseException:
            self._desk = None
            raise
        return reports

    def _note(self, session: Session, item: Settled) -> None:
        report = item.report
        session.add(
            ImportItem(
                batch_id=self._batch_id, path=report.path, size=item.size, mtime_ns=item.mtime_ns, sha256=item.sha256,
                status=report.status, code=report.code, params=json.dumps(report.params, ensure_ascii=False),
                article_ids=json.dumps(report.article_ids),
            )
        )  # fmt: skip

    def _keep_file(self, session: Session, file: ReadFile) -> ItemReport:
        if isinstance(file.outcome, ItemError):
            return failed(file.shown, file.outcome)
        if not file.outcome.articles:
            return failed(file.shown, ItemError("no-article", path=file.shown))
        try:
            with session.begin_nested():
                return self._keep_articles(session, file, file.outcome)
        except UnicodeEncodeError:
            # The savepoint took back rows that the desk still knows.
            self._desk = None
            return failed(file.shown, ItemError("text-not-storable", path=file.shown))

    def _keep_articles(self, session: Session, file: ReadFile, prepared: Prepared) -> ItemReport:
        now = utc_now()
        original = keep_original(
            session, sha256(file.content), size=len(file.content), media_type=prepared.media_type,
            encoding=prepared.encoding, now=now,
        )  # fmt: skip
        decided = last_correction(session)
        if self._desk is None or decided != self._decided:
            # Somebody may correct names while the import goes on.
            self._desk, self._decided = AuthorityDesk(session), decided
        known: list[int] = []
        kept: list[int] = []
        changed: tuple[str, str] | None = None
        for article in prepared.articles:
            twin = _twin(session, article)
            if twin is not None:
                known.append(twin)
                changed = renew_terms(session, twin, article.rights) or changed
                continue
            row = keep_article(session, article, original=original, desk=self._desk, now=now)
            kept.append(row.id or 0)
        self._new += kept
        if changed is not None:
            params: dict[str, Param] = {"articles": _listed(known), "before": changed[0], "after": changed[1]}
            return ItemReport(file.shown, "needs_review", "terms-changed", params, tuple(kept + known))
        if not kept:
            return ItemReport(file.shown, "duplicate", "duplicate-of", {"articles": _listed(known)}, tuple(known))
        status, code, params = _verdict(prepared)
        return ItemReport(file.shown, status, code, params, tuple(kept + known))


def failed(shown: str, error: ItemError) -> ItemReport:
    """Return the report of a file that could not be imported."""
    return ItemReport(shown, "failed", error.code, dict(error.params))


def _twin(session: Session, prepared: PreparedArticle) -> int | None:
    captured = prepared.captured
    source_id = None
    if captured.source is not None:
        source_id = session.exec(select(Source.id).where(Source.folded == fold(captured.source.value))).first()
        if source_id is None:
            return None
    url = captured.url.value if captured.url else None
    return known_article(session, content_hash=prepared.content_hash, source_id=source_id, url=url)


def _verdict(prepared: Prepared) -> tuple[Status, str, dict[str, Param]]:
    """Return the status of a file that was kept, with the first thing that a person should know about it."""
    if any(article.captured.partial for article in prepared.articles):
        return "partial", "article-partial", {}
    warnings = [*prepared.warnings, *(w for article in prepared.articles for w in article.captured.warnings)]
    if warnings:
        return "needs_review", warnings[0].code, dict(warnings[0].params)
    for article in prepared.articles:
        captured = article.captured
        stated = {"headline": captured.headline, "date": captured.published, "author": next(iter(captured.authors), None)}
        for name, value in stated.items():
            if value is not None and value.how == "inferred":
                return "needs_review", "value-inferred", {"field": name, "value": value.value, "where": value.where}
    return "imported", "", {}


def _listed(ids: list[int]) -> str:
    return ", ".join(map(str, ids))
