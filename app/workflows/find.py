"""Search an archive: the index finds and counts, the database shows."""

import json
from collections.abc import Iterable, Sequence
from functools import cache

from sqlmodel import Session, col, select

from app.base.progress import CancelToken
from app.index import Matched, highlight, snippets
from app.index.names import RecordKind
from app.index.query import FacetName, Query
from app.index.results import FacetCount, Hit
from app.model.rights import RightsStatement
from app.model.tables import Article, Body, RightsStatementRow
from app.rights import badge
from app.workflows.library import Library
from app.workflows.names import ArchiveNames
from app.workflows.views import FacetRow, Found, ResultRow

RECORD_FACETS: dict[FacetName, tuple[RecordKind, ...]] = {
    "person": ("person",),
    "organisation": ("organisation",),
    "place": ("place",),
    "speaker": ("person", "organisation"),
    "source": ("source",),
}
"""Which kinds of record the values of a facet may be; the other facets' values are shown as they are."""


def find(library: Library, query: Query, *, cancel: CancelToken | None = None) -> Found:
    """Return what the query finds: hits with headline, source, date, terms and snippets, and all counts with names.

    QueryError when the query cannot be understood.
    """
    results = library.index.search(query, library.names, pending=library.pending(), cancel=cancel)
    with library.archive.reading() as session:
        rows = rows_of(session, library, results.hits, library.index.matched(query))
    facets = {name: _facet_rows(library.names, name, counts) for name, counts in results.facets.items()}
    return Found(results, rows, facets)


def matching_ids(library: Library, query: Query, *, cancel: CancelToken | None = None) -> tuple[int, ...]:
    """Return the articles that a query finds, in its order, up to its limit; QueryError as `find`."""
    return tuple(hit.article_id for hit in library.index.search(query, library.names, cancel=cancel).hits)


def rows_of(session: Session, library: Library, hits: Sequence[Hit], matched: Matched) -> tuple[ResultRow, ...]:
    """Return what is shown of each hit that the database still holds, with the passages that were matched."""
    rows = _fetch(session, [hit.article_id for hit in hits])
    return tuple(
        _row(*rows[hit.article_id], names=library.names, score=hit.score, matched=matched)
        for hit in hits
        if hit.article_id in rows
    )


type_row = tuple[Article, Body, RightsStatementRow | None]


def _fetch(session: Session, ids: Sequence[int]) -> dict[int, type_row]:
    statement = (
        select(Article, Body, RightsStatementRow)
        .join(Body, col(Article.body_id) == col(Body.id))
        .join(RightsStatementRow, col(Article.rights_statement_id) == col(RightsStatementRow.id), isouter=True)
        .where(col(Article.id).in_(ids))
    )
    return {article.id: (article, body, terms) for article, body, terms in session.exec(statement) if article.id is not None}


def _row(
    article: Article, body: Body, terms: RightsStatementRow | None, *, names: ArchiveNames, score: float, matched: Matched
) -> ResultRow:
    language = article.language or ""
    return ResultRow(
        article_id=article.id or 0,
        headline=article.headline,
        source=names.name("source", article.source_id) if article.source_id else "",
        published=article.published or "",
        date_inferred=json.loads(article.evidence).get("published", ["stated"])[0] == "inferred",
        badge=terms.badge if terms else badge(RightsStatement()),
        rights_kind=terms.kind if terms else "unknown",  # type: ignore[arg-type]  # the database holds RightsKind values
        language=language,
        words=body.words,
        snippets=snippets(matched, body.text, language=language),
        score=score,
        headline_hits=highlight(matched, article.headline, language=language, field="headline"),
    )


def _facet_rows(names: ArchiveNames, facet: FacetName, counts: Iterable[FacetCount]) -> tuple[FacetRow, ...]:
    return tuple(FacetRow(c.value, label(names, facet, c.value), c.count, c.state) for c in counts)


def label(names: ArchiveNames, facet: FacetName, value: str) -> str:
    """Return the text to show for a facet's value: the record's preferred form, a language's name, or the value itself."""
    for kind in RECORD_FACETS.get(facet, ()):
        found = names.name(kind, int(value))
        if found:
            return found
    return language_name(value) if facet == "language" else value


@cache
def language_name(code: str) -> str:
    """Return the English name of a language by its code, "German" for `de`; a code that nobody knows stays."""
    from babel import Locale, UnknownLocaleError  # late: only who shows languages pays for its tables

    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
