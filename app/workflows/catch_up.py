"""Keep the index in step with the database: open it, catch up from the change log, or make it again beside and swap."""

import hashlib
from functools import partial
from pathlib import Path

from sqlmodel import Session, col, func, select

from app.archive import Archive
from app.archive.changes import article_count, last_seq
from app.base import settings
from app.base.paths import cache_dir
from app.base.progress import CancelToken, Report, silent
from app.index import ArticleIndex, IndexBusy, IndexUnusable
from app.model.tables import Change
from app.workflows.index_documents import documents, documents_between, shares

CHUNK = 500
BATCH = 10_000
"""So many articles are read and made into segments by one process at a time."""
REBUILD_SHARE = 0.5
"""When more than this share of the articles changed, a new index is quicker than catching up."""


def index_folder(archive: Archive) -> Path:
    """Return where the index of this archive lies on this machine: by its UUID and its place, as copies keep their UUID."""
    chosen = settings.load().index_folder
    place = hashlib.sha256(str(archive.folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return (Path(chosen) if chosen else cache_dir() / "index") / f"{archive.uid}-{place}"


def open_index(archive: Archive, *, report: Report = silent, cancel: CancelToken | None = None) -> ArticleIndex:
    """Return the archive's index, caught up; made again when it is missing, foreign, damaged or does not fit the database."""
    try:
        index = ArticleIndex.open(index_folder(archive), archive.uid)
    except IndexUnusable:
        return rebuild(archive, report=report, cancel=cancel)
    try:
        return brought_up(archive, index, report=report, cancel=cancel)
    except BaseException:
        index.close()
        raise


def brought_up(
    archive: Archive, index: ArticleIndex, *, report: Report = silent, cancel: CancelToken | None = None
) -> ArticleIndex:
    """Return the index as the database is now: the same one caught up, or a new one where catching up does not pay or work."""
    try:
        catch_up(archive, index, report=report, cancel=cancel)
    except IndexUnusable:
        made = rebuild(archive, report=report, cancel=cancel)
        index.close()
        return made
    return index


def rebuild(archive: Archive, *, report: Report = silent, cancel: CancelToken | None = None) -> ArticleIndex:
    """Make the index again from the database, beside the old one, and return it after the swap."""
    with archive.reading() as session:
        seq, count = last_seq(session), article_count(session)
        batches = [partial(documents_between, archive.folder, *share) for share in shares(session, BATCH)]
    return ArticleIndex.build_batches(
        index_folder(archive), archive.uid, batches, seq=seq, total=count, report=report, cancel=cancel
    )


def pending(archive: Archive, index: ArticleIndex) -> int:
    """Return how many articles changed since the index was brought up to date."""
    with archive.reading() as session:
        changed = select(func.count(func.distinct(Change.article_id))).where(col(Change.seq) > index.checkpoint.seq)
        return session.exec(changed).one()


def catch_up(archive: Archive, index: ArticleIndex, *, report: Report = silent, cancel: CancelToken | None = None) -> None:
    """Bring the index up to the database; IndexUnusable when it does not fit and must be made again."""
    index.refresh()
    with archive.reading() as session:
        seq, count = last_seq(session), article_count(session)
        checkpoint = index.checkpoint
        if checkpoint.seq > seq or (checkpoint.seq == seq and checkpoint.count != count):
            raise IndexUnusable("ahead of the database, or not of its size")
        if checkpoint.seq < seq:
            try:
                _take_in(session, index, since=checkpoint.seq, seq=seq, count=count, cancel=cancel)
            except IndexBusy:
                # Another process is taking the same changes in; until it has, search says how many are pending.
                return
    if index.checkpoint.count != count:
        raise IndexUnusable("not of the database's size after catching up")


def _take_in(session: Session, index: ArticleIndex, *, since: int, seq: int, count: int, cancel: CancelToken | None) -> None:
    changes = select(Change).where(col(Change.seq) > since, col(Change.seq) <= seq).order_by(col(Change.seq))
    touched = list(dict.fromkeys(change.article_id for change in session.exec(changes)))
    if len(touched) > max(CHUNK * 4, count * REBUILD_SHARE):
        raise IndexUnusable("far behind")
    updates = [document for at in range(0, len(touched), CHUNK) for document in documents(session, touched[at : at + CHUNK])]
    if cancel is not None:
        cancel.check()
    there = {document.article_id for document in updates}
    index.apply(updates, [article for article in touched if article not in there], seq=seq, count=count)
