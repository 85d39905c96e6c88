"""All counts of random queries over random archives, as a plain reading of the database's rows counts them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from sqlmodel import Session

from app.base.dates import parse_edtf
from app.index.document import IndexDocument
from app.index.query import FacetFilter, FacetName, Query
from app.index.syntax import And, Leaf, Node, Not, Or
from app.index.writing import as_text
from app.workflows.find import find
from app.workflows.library import Library
from tests.benchmarks.archive import make_archive

ARCHIVES, QUERIES = 25, 40
WORDS = ("harbour", "crane", "bell", "ship", "council", "winter")
FACETS: tuple[FacetName, ...] = (
    "person",
    "organisation",
    "place",
    "speaker",
    "source",
    "author",
    "licence",
    "language",
    "tag",
    "year",
)
DATES = ("", "2021", "2021-03", "2021-03-04", "2021-03-30", "2022-01-01", "2024")


@dataclass
class Row:
    """An article as the database holds it."""

    words: dict[str, list[str]]
    values: dict[str, set[str]]
    first: date | None
    last: date | None


@st.composite
def documents(draw: st.DrawFn) -> list[IndexDocument]:
    found = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        body = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)))
        written = draw(st.sampled_from(DATES))
        possible = parse_edtf(written) if written else None
        records = st.frozensets(st.integers(1, 4), max_size=3).map(lambda held: tuple(sorted(held)))
        speaker = draw(st.sampled_from([(), (1,), (2,)]))
        found.append(
            IndexDocument(
                number, " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3))), "", body, draw(st.sampled_from(["en", "de", ""])),
                draw(st.integers(1, 3)), tuple((n, body.split()[0]) for n in speaker), draw(records), draw(records), draw(records), speaker,
                tuple(draw(st.lists(st.sampled_from(["Maren Tveit", "A. Moe"]), unique=True, max_size=2))),
                draw(st.sampled_from(["", "≤ 5 %", "CC BY 4.0"])), (), possible.first if possible else None,
                possible.last if possible else None, possible.precision if possible else None, date(2026, 1, 1),
            )
        )  # fmt: skip
    return found


LEAVES = st.one_of(
    st.builds(Leaf, st.sampled_from(["", "headline", "body"]), st.sampled_from(WORDS), st.just("phrase"), st.just(0)),
    st.builds(Leaf, st.just(""), st.sampled_from(["harb", "cr", "wint", "be"]), st.just("prefix"), st.just(0)),
    st.builds(Leaf, st.just(""), st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join), st.just("phrase"), st.just(0)),
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(lambda parts: And(tuple(parts)), st.lists(inner, min_size=2, max_size=2))
        | st.builds(lambda parts: Or(tuple(parts)), st.lists(inner, min_size=2, max_size=2))
    ),
    max_leaves=4,
)
VALUES = {
    "person": ["1", "2", "3"], "source": ["1", "2"], "language": ["en", "de"], "author": ["A. Moe"], "licence": ["≤ 5 %"], "year": ["2021", "2022"],
}  # fmt: skip


@st.composite
def queries(draw: st.DrawFn) -> tuple[Node | None, Query]:
    tree = draw(st.none() | TREES)
    facets: dict[FacetName, FacetFilter] = {}
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=2)):
        held = st.frozensets(st.sampled_from(VALUES[name]), max_size=2)
        include, exclude = draw(held), draw(held)
        match: Literal["any", "all"] = draw(st.sampled_from(["any", "all"]))
        facets[name] = FacetFilter(include, exclude - include, match)  # type: ignore[index]
    narrowed = draw(
        st.sampled_from(
            [{}, {}, {"first": date(2021, 3, 1), "last": date(2021, 12, 31)}, {"last": date(2021, 3, 4)}, {"undated": True}]
        )
    )
    return tree, Query(as_text(tree), facets, limit=50, facet_limit=1_000, **narrowed)  # type: ignore[arg-type]


def rows_of(session: Session) -> Iterator[Row]:
    """Give the articles by plain statements; nothing of the program's own reading is used."""

    def column(statement: str, article: int) -> set[str]:
        return {str(row[0]) for row in session.execute(sql(statement), {"a": article})}

    every = "SELECT a.id, a.headline, b.text, a.language, a.source_id, a.authors, a.first_day, a.last_day, r.badge FROM article a JOIN body b ON b.id = a.body_id LEFT JOIN rights_statement r ON r.id = a.rights_statement_id"
    for number, headline, body, language, source, authors, first, last, badge in session.execute(sql(every)).all():
        days = (date.fromisoformat(first), date.fromisoformat(last)) if first else (None, None)
        years = {str(year) for year in range(days[0].year, days[1].year + 1)} if days[0] and days[1] else set()
        named = "SELECT DISTINCT authority_id FROM mention WHERE article_id = :a AND kind = "
        yield Row(
            {"headline": headline.split(), "body": body.split()},
            {
                "person": column(named + "'person'", number), "organisation": column(named + "'organisation'", number),
                "place": column(named + "'place'", number), "speaker": column("SELECT DISTINCT speaker_id FROM quotation WHERE article_id = :a", number),
                "source": {str(source)}, "author": {name for name in ("Maren Tveit", "A. Moe") if name in authors}, "licence": {badge} if badge else set(),
                "language": {language} if language else set(), "tag": set(), "year": years,
            },
            *days,
        )  # fmt: skip


def holds(node: Node | None, row: Row) -> bool:
    match node:
        case None:
            return True
        case And(parts):
            return all(holds(part, row) for part in parts)
        case Or(parts):
            return any(holds(part, row) for part in parts)
        case Not(part):
            return not holds(part, row)
        case Leaf(field, text, form, _):
            fields = ("headline", "body") if not field else (field,)
            wanted = text.split()
            for words in (row.words[name] for name in fields):
                if form == "prefix" and any(word.startswith(text) for word in words):
                    return True
                if form == "phrase" and any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
                    return True
    return False


def passes(query: Query, row: Row, *, without: FacetName | None = None, only_exclude: FacetName | None = None) -> bool:
    for name, chosen in query.facets.items():
        held = row.values[name]
        if name == without:
            continue
        if chosen.include and name != only_exclude:
            enough = chosen.include <= held if chosen.match == "all" else chosen.include & held
            if not enough:
                return False
        if chosen.exclude & held:
            return False
    if query.undated:
        return row.first is None
    if query.first or query.last:
        return (
            row.first is not None
            and row.last is not None
            and row.first <= (query.last or date.max)
            and row.last >= (query.first or date.min)
        )
    return True


@settings(max_examples=ARCHIVES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example], deadline=None)  # fmt: skip
@given(kept=documents(), asked=st.lists(queries(), min_size=QUERIES, max_size=QUERIES))
def test_counts_are_those_of_the_database(
    tmp_path: Path, kept: list[IndexDocument], asked: list[tuple[Node | None, Query]]
) -> None:
    folder = tmp_path / uuid4().hex
    make_archive(folder, kept)
    with Library.open(folder) as library:
        with library.archive.reading() as session:
            rows = list(rows_of(session))
        for tree, query in asked:
            matching = [row for row in rows if holds(tree, row)]
            found = find(library, query)
            assert found.results.total == sum(passes(query, row) for row in matching), query
            for name in FACETS:
                chosen = query.facets.get(name, FacetFilter())
                sideways = name if chosen.match == "any" and chosen.include else None
                counted = [row for row in matching if passes(query, row, only_exclude=sideways)]
                expected = Counter(value for row in counted for value in row.values[name])
                shown = {row.value: row.count for row in found.facets[name]}
                assert {value: n for value, n in shown.items() if n} == dict(expected), (name, query)
            bars = found.results.histogram.bars
            dated = [row for row in matching if passes(query, row) and row.first and row.last]
            assert found.results.histogram.undated == sum(passes(query, row) and row.first is None for row in matching)
            for bar in bars:
                inside = [row for row in dated if row.first <= bar.last and row.last >= bar.first]  # type: ignore[operator]
                assert bar.count == len(inside), (bar, query)
                assert bar.imprecise == sum(not (row.first >= bar.first and row.last <= bar.last) for row in inside)  # type: ignore[operator]
