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
from app.model.tables import Article, Authority, Body, Change, MentionRow, Original, QuotationRow, RightsStatementRow, Source
from tests.benchmarks.corpus import ORGANISATIONS, PEOPLE, SOURCES

AT_ONCE = 2_000
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
        known: set[int] = set()
        badges: dict[str, int] = {}
        waiting = iter(documents)
        while found := list(islice(waiting, AT_ONCE)):
            with archive.transaction() as session:
                new = {(kind, n) for document in found for kind, n in _records(document) if FIRST[kind] + n not in known}
                known |= {FIRST[kind] + n for kind, n in new}
                for table, rows in _rows(found, sorted(new), badges).items():
                    if rows:
                        session.execute(insert(table), rows)


def _authority(kind: str, number: int) -> dict[str, Any]:
    name = f"{kind} {number}"
    return {"id": FIRST[kind] + number, "uid": name, "kind": kind, "preferred": name, "folded": name}


def _records(document: IndexDocument) -> Iterator[tuple[str, int]]:
    yield from (("person", n) for n in (*document.persons, *document.speakers))
    yield from (("organisation", n) for n in document.organisations)
    yield from (("place", n) for n in document.places)


def _rows(
    documents: list[IndexDocument], new: list[tuple[str, int]], badges: dict[str, int]
) -> dict[type[SQLModel], list[dict[str, Any]]]:
    terms = []
    for badge in dict.fromkeys(
        document.licence for document in documents if document.licence and document.licence not in badges
    ):
        badges[badge] = len(badges) + 1
        terms.append({"id": badges[badge], "kind": "unknown", "badge": badge, "statement": "{}", "made_at": MADE})
    return {
        Authority: [_authority(kind, n) for kind, n in new],
        RightsStatementRow: terms,
        Article: [_article(document, badges.get(document.licence)) for document in documents],
        Body: [_body(document) for document in documents],
        MentionRow: [row for document in documents for row in _mentions(document)],
        QuotationRow: [row for document in documents for row in _quotations(document)],
        Change: [{"article_id": document.article_id, "op": "add"} for document in documents],
    }


def _article(document: IndexDocument, terms: int | None) -> dict[str, Any]:
    first, last = document.first, document.last
    written = first.isoformat()[: {"year": 4, "month": 7}.get(document.precision or "", 10)] if first else None
    return {
        "id": document.article_id, "uid": f"article-{document.article_id}", "source_id": document.source_id, "original_id": 1,
        "member": str(document.article_id), "body_id": document.article_id, "headline": document.headline, "deck": document.deck or None,
        "authors": json.dumps([[name, "stated", ""] for name in document.authors]), "language": document.language or None,
        "published": written, "first_day": first.isoformat() if first else None, "last_day": last.isoformat() if last else None,
        "added_at": f"{document.added}T00:00:00Z", "content_hash": sha256(document.body.encode()).hexdigest(), "captions": "[]",
        "keywords": "[]", "evidence": "{}", "warnings": "[]", "partial": False, "rights_statement_id": terms,
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


def _quotations(document: IndexDocument) -> Iterator[dict[str, Any]]:
    for speaker, words in document.quotations:
        start = document.body.index(words)
        yield {
            "article_id": document.article_id, "body_id": document.article_id, "start": start, "end": start + len(words), "speaker": None,
            "speaker_id": speaker, "how": "pattern", "confidence": 1.0, "version": "1",
        }  # fmt: skip
