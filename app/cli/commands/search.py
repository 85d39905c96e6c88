"""`pressmark search`: hits with snippets, and counts by name."""

import argparse

from app.cli.main import DONE, archive_folder, remember
from app.cli.output import complain, say, say_json
from app.index.query import FACET_NAMES, FacetFilter, FacetName, Query
from app.messages import sentence
from app.workflows.find import find
from app.workflows.library import Library
from app.workflows.narrow import filter_by_names
from app.workflows.views import FacetRow, Found, ResultRow

NAME_OPTIONS: tuple[FacetName, ...] = ("person", "organisation", "place", "speaker", "source")
SHOWN_FACETS: tuple[FacetName, ...] = ("person", "organisation", "place", "speaker", "source", "year")
ALL_VALUES = 100_000


def run_search(given: argparse.Namespace) -> int:
    """Search and print what was found."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        found = find(library, _query(library, given))
    if given.json:
        say_json(as_json(found))
    else:
        _print(found, with_facets=given.facets)
    return DONE


def _query(library: Library, given: argparse.Namespace) -> Query:
    facets: dict[FacetName, FacetFilter] = {}
    for facet in NAME_OPTIONS:
        if typed := getattr(given, facet):
            facets[facet], unknown = filter_by_names(library.names, facet, typed)
            for name in unknown:
                complain(sentence("name-unknown", {"kind": facet, "name": name}))
    if given.language:
        facets["language"] = FacetFilter(include=frozenset(code.lower() for code in given.language))
    return Query(
        text=" ".join(given.query),
        facets=facets,
        first=given.first.first if given.first else None,
        last=given.last.last if given.last else None,
        undated=given.undated,
        sort=given.sort,
        limit=given.limit,
        facet_limit=ALL_VALUES if given.json else 10,
        within=dict(given.within),
        counted=FACET_NAMES if given.json or given.facets else (),
    )


def as_json(found: Found) -> dict[str, object]:
    """Return the answer as `resources/schemas/search.schema.json` describes it."""
    results = found.results
    return {
        "total": results.total,
        "took_ms": round(results.took_ms, 2),
        "pending": results.pending,
        "understood": results.understood,
        "hits": [_hit(row) for row in found.rows],
        "facets": {name: [_facet(row) for row in rows] for name, rows in found.facets.items()},
        "undated": results.histogram.undated,
        "suggestions": [{"text": s.text, "count": s.count} for s in results.suggestions],
    }


def _hit(row: ResultRow) -> dict[str, object]:
    return {
        "id": row.article_id,
        "headline": row.headline,
        "source": row.source or None,
        "date": row.published or None,
        "date_inferred": row.date_inferred,
        "licence": row.badge,
        "score": row.score,
        "snippets": [
            {"field": s.field, "text": s.text, "hits": [[span.start, span.end] for span in s.spans]} for s in row.snippets
        ],
    }


def _facet(row: FacetRow) -> dict[str, object]:
    is_number = row.value.isdigit()
    return {"id": int(row.value) if is_number else None, "value": row.label, "count": row.count}


def _print(found: Found, *, with_facets: bool) -> None:
    results = found.results
    say(f"{results.total:,} {'article' if results.total == 1 else 'articles'} in {results.took_ms / 1000:.3f} s")
    if results.pending:
        say(f"{results.pending:,} changes are not yet in the index.")
    for row in found.rows:
        _print_row(row)
    for suggestion in results.suggestions:
        say(f"Did you mean: {suggestion.text} ({suggestion.count:,})")
    if with_facets:
        _print_facets(found)


def _print_row(row: ResultRow) -> None:
    date = f"≈ {row.published}" if row.date_inferred and row.published else row.published or "undated"
    say(f"\n[{row.article_id}] {row.headline}")
    say("    " + " · ".join(part for part in (row.source, date, row.badge) if part))
    for snippet in row.snippets:
        say("    " + _marked(snippet.text, [(s.start, s.end) for s in snippet.spans]))


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "«", text[start:end], "»"]
        at = end
    return " ".join("".join([*pieces, text[at:]]).split())


def _print_facets(found: Found) -> None:
    for name in SHOWN_FACETS:
        rows = found.facets.get(name, ())
        if rows:
            say(f"\n{name.capitalize()} ({found.results.facet_sizes.get(name, len(rows)):,})")
            width = max(len(f"{row.count:,}") for row in rows)
            for row in rows:
                say(f"  {row.count:>{width},}  {row.label}")
    if found.results.histogram.undated:
        say(f"\nUndated: {found.results.histogram.undated:,}")
