"""Which files the archive knows, so that importing them again is quick and changes nothing."""

import json

from sqlmodel import Session, col, select

from app.model.tables import Article, ImportItem, Original

KEPT = ("imported", "same", "duplicate", "needs_review", "partial")


def known_by_stat(session: Session, path: str, *, size: int, mtime_ns: int) -> tuple[int, ...] | None:
    """Return the articles of the file that was last imported from `path`, when size and time are as they were; else None."""
    row = session.exec(select(ImportItem).where(ImportItem.path == path).order_by(col(ImportItem.id).desc()).limit(1)).first()
    if row is None or row.status not in KEPT or (row.size, row.mtime_ns) != (size, mtime_ns):
        return None
    return tuple(json.loads(row.article_ids))


def known_by_content(session: Session, digest: str) -> tuple[int, ...] | None:
    """Return the articles of the file with that SHA-256, None when the archive does not have it."""
    kept = session.exec(select(Original.id).where(Original.sha256 == digest)).first()
    if kept is None:
        return None
    items = select(ImportItem).where(ImportItem.sha256 == digest, col(ImportItem.status).in_(KEPT))
    row = session.exec(items.order_by(col(ImportItem.id)).limit(1)).first()
    if row is not None:
        return tuple(json.loads(row.article_ids))
    return tuple(found for found in session.exec(select(Article.id).where(Article.original_id == kept)) if found is not None)


def known_article(session: Session, *, content_hash: str, source_id: int | None, url: str | None) -> int | None:
    """Return the article with the same text from the same source, unless both have addresses that differ; else None.

    The same text from another source is a wire copy: an article of its own.
    """
    same_text = select(Article).where(Article.content_hash == content_hash, Article.source_id == source_id)
    for article in session.exec(same_text.order_by(col(Article.id))):
        if article.url is None or url is None or article.url == url:
            return article.id
    return None
