"""An archive of invented articles, filled straight through its tables: what a rebuild of the index reads."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel, insert

from app.archive import Archive
from app.index.document import IndexDocument
from app.model.tables import Article, Authority, Body, Change, MentionRow, Original, QuotationRow, Source
from tests.benchmarks.corpus import ORGANISATIONS, PEOPLE, PLACES, SOURCES

AT_ONCE = 2_000
RECORDS = {"person": PEOPLE, "organisation": ORGANISATIONS, "place": PLACES}
FIRST = {"person": 0, "organisation": PEOPLE, "place": PEOPLE + ORGANISATIONS}
MADE = "2026-01-01T00:00:00Z"


def make_archive(folder: Path, documents: Iterable[IndexDocument]) -> None:
    """Make an archive of the articles; without files behind them and without names for the records."""
    Archive.create(folder).close()
    with Archive.open(folder) as archive:
        with archive.transaction() as session:
            session.exec(insert(Original).values(id=1, sha256="0" * 64, size=0, media_type="text/plain", kept_at=MADE))
            named = [{"id": n, "name": f"Source {n}", "folded": f"source {n}"} for n in range(1, SOURCES + 1)]
            session.execute(insert(Source), named)
            session.execute(
                insert(Authority), [_authority(kind, n) for kind, count in RECORDS.items() for n in range(1, count + 1)]
            )
        waiting = iter(documents)
        while found := list(islice(waiting, AT_ONCE)):
            with archive.transaction() as session:
                for table, rows in _rows(found).items():
                    if rows:
                        session.execute(insert(table), rows)


def _authority(kind: str, number: int) -> dict[str, Any]:
    name = f"{kind} {number}"
    return {"id": FIRST[kind] + number, "uid": name, "kind": kind, "preferred": name, "folded": name}


def _rows(documents: list[IndexDocument]) -> dict[type[SQLModel], list[dict[str, Any]]]:
    mentions = [row for document in documents for row in _mentions(document)]
    return {
        Article: [_article(document) for document in documents],
        Body: [_body(document) for document in documents],
        MentionRow: mentions,
        QuotationRow: [_quotation(document) for document in documents if document.quotations],
        Change: [{"article_id": document.article_id, "op": "add"} for document in documents],
    }


def _article(document: IndexDocument) -> dict[str, Any]:
    day = document.first.isoformat() if document.first else None
    return {
        "id": document.article_id, "uid": f"article-{document.article_id}", "source_id": document.source_id, "original_id": 1,
        "member": str(document.article_id), "body_id": document.article_id, "headline": document.headline, "authors": json.dumps([]),
        "language": document.language, "published": day, "first_day": day, "last_day": day, "added_at": MADE,
        "content_hash": sha256(document.body.encode()).hexdigest(), "captions": "[]", "keywords": "[]", "evidence": "{}",
        "warnings": "[]", "partial": False,
    }  # fmt: skip


def _body(document: IndexDocument) -> dict[str, Any]:
    return {
        "id": document.article_id, "article_id": document.article_id, "revision": 1, "text": document.body, "sha256": "0" * 64,
        "words": document.body.count(" ") + 1, "chars": len(document.body), "solid": 0, "points": 0, "made_at": MADE,
    }  # fmt: skip


def _mentions(document: IndexDocument) -> Iterator[dict[str, Any]]:
    named = {"person": document.persons, "organisation": document.organisations, "place": document.places}
    for kind, records in named.items():
        for at, record in enumerate(records):
            yield {
                "article_id": document.article_id, "body_id": document.article_id, "field": "body", "start": at, "end": at + 1,
                "surface": "x", "name": "x", "kind": kind, "authority_id": FIRST[kind] + record, "how": "pattern",
                "confidence": 1.0, "version": "1",
            }  # fmt: skip


def _quotation(document: IndexDocument) -> dict[str, Any]:
    return {
        "article_id": document.article_id, "body_id": document.article_id, "start": 0, "end": len(document.quotations[0][1]),
        "speaker": "x", "speaker_id": document.quotations[0][0], "how": "pattern", "confidence": 1.0, "version": "1",
    }  # fmt: skip
