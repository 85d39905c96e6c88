"""The index: found, counted and narrowed as a plain reading of the documents would; made again when it does not fit."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.base.errors import Cancelled, QueryError
from app.base.progress import CancelToken
from app.index import ArticleIndex, IndexUnusable, highlight, searching, snippets
from app.index.document import IndexDocument
from app.index.names import RecordKind
from app.index.query import FacetFilter, Query

DAY = date(2022, 3, 4)


class People:
    """Names for the tests: record n is called "Name n"; 9 was merged into 1, 8 was rejected."""

    def find(self, kind: RecordKind, text: str) -> frozenset[int]:
        return frozenset(n for n in range(1, 8) if text.lower() in f"name {n} {kind}")

    def beginning(self, kind: RecordKind, text: str) -> frozenset[int]:
        return self.find(kind, text)

    def spelled(self, kind: RecordKind, text: str) -> tuple[str, ...]:
        return ("name 4",) if text == "nmae 4" else ()

    def canonical(self, kind: RecordKind, record: int) -> int | None:
        return {9: 1, 8: None}.get(record, record)

    def moved(self, kind: RecordKind) -> frozenset[str]:
        return frozenset({"8", "9"})

    def members(self, kind: RecordKind, record: int) -> frozenset[int]:
        return frozenset({record, 9} if record == 1 else {record})

    def name(self, kind: RecordKind, record: int) -> str:
        return f"Name {record}"


def document(number: int, body: str, **more: object) -> IndexDocument:
    facts: dict[str, object] = {"headline": "", "deck": "", "language": "en", "source_id": 1, **more}
    return IndexDocument(article_id=number, body=body, **facts)  # type: ignore[arg-type]


DOCUMENTS = [
    document(1, "The harbour of Varnsund has one crane. Ships wait.", persons=(1, 2), first=DAY, last=DAY, precision="day"),
    document(2, "Two cranes stand in the old harbour.", persons=(9,), headline="Cranes", first=date(2022, 1, 1), last=date(2022, 12, 31), precision="year"),
    document(3, "Der Hafen hat viele Kräne und Häuser.", language="de", persons=(8,), source_id=2),
    document(4, "The garden opens at night.", quotations=((1, "Nobody came to the garden"),), speakers=(1,), licence="CC BY 4.0", authors=("Maren Tveit",),
             tags=("green",), first=date(2019, 6, 12), last=date(2019, 6, 12), precision="day", added=DAY),
    document(5, "新闻报道内容 harbour"),
]  # fmt: skip


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ArticleIndex]:
    made = ArticleIndex.build(tmp_path / "index", "uid", DOCUMENTS, seq=5)
    yield made
    made.close()


def found(index: ArticleIndex, text: str = "", **more: object) -> set[int]:
    return {hit.article_id for hit in index.search(Query(text, **more), People()).hits}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {1, 2, 3, 4, 5}), ("harbour", {1, 2, 5}), ("HARBOUR", {1, 2, 5}), ("crane", {1, 2}), ('"crane"', {1}), ("harbour crane", {1, 2}),
        ("crane OR garden", {1, 2, 4}), ("harbour -crane", {5}), ("harbour NOT varnsund", {2, 5}), ("(crane OR garden) -old", {1, 4}),
        ('"old harbour"', {2}), ('"harbour old"', set()), ('"one ships"~3', {1}), ("varn*", {1}), ("h?rbour", {1, 2, 5}), ("harbuor~1", {1, 2, 5}),
        ("haus", {3}), ("krane", {3}), ("headline:cranes", {2}), ("said:nobody", {4}), ('said:"came to"', {4}), ("body:nobody", set()),
        ("person:name", {1, 2, 4} - {4}), ('person:"name 1"', {1, 2}), ("speaker:name", {4}), ("source:name", {1, 2, 3, 4, 5}),
        ("author:tveit", {4}), ("licence:cc", {4}), ("lang:de", {3}), ("tag:green", {4}), ("date:2022-03", {1, 2}), ("date:2019..2021", {4}),
        ("date:undated", {3, 5}), ("added:2022", {4}), ("date:..2020", {4}), ("内容", {5}), ("新闻", {5}), ("新闻报道*", {5}), ("新闻道*", set()), ("varnsund-has-on*", {1}), ("varnsund-has-tw*", set()),
        ("old.h*", set()), ("old.harb*", {2}), ("nothing", set()), ("https://x.example", set()),
    ],
)  # fmt: skip
def test_query_language(index: ArticleIndex, text: str, expected: set[int]) -> None:
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ('harbour "open', "query-quote-open", 8), ("(harbour", "query-parenthesis", 0), ("harbour)", "query-parenthesis", 7), ("colour:red", "query-field-unknown", 0),
        ("person: x", "query-sign-or-word", 0), ("OR harbour", "query-or-alone", 0), ("harbour OR", "query-or-alone", 10), ("harbour NOT", "query-not-alone", 8),
        ("date:soon", "query-date", 5), ("date:2022-13", "query-date", 5), ("a*", "query-too-wide", 0), ("x" * 1001, "query-too-long", 1000),
        ("a " * 70, "query-too-many-words", 138), ("(" * 40 + "a", "query-too-deep", 32), ("person:)", "query-field-empty", 0),
    ],
)  # fmt: skip
def test_mistakes_have_a_code_and_a_place(index: ArticleIndex, text: str, code: str, position: int) -> None:
    if code == "query-sign-or-word":
        assert found(index, text) == set()
        return
    with pytest.raises(QueryError) as caught:
        found(index, text)
    assert (caught.value.code, caught.value.params["position"]) == (code, position)


def test_while_typing_the_last_word_is_a_beginning_too(index: ArticleIndex) -> None:
    assert found(index, "harb", typing=True) == {1, 2, 5}
    assert found(index, "old harb", typing=True) == {2}
    assert found(index, "harb") == set()


def test_facets_count_all_matches_with_merged_records_as_one(index: ArticleIndex) -> None:
    results = index.search(Query("harbour", limit=1), People())
    assert (results.total, len(results.hits)) == (3, 1)
    counts = {row.value: row.count for row in results.facets["person"]}
    assert counts == {"1": 2, "2": 1}
    assert {row.value: row.count for row in results.facets["year"]} == {"2022": 2}
    assert results.facet_sizes["person"] == 2
    everything = index.search(Query(), People())
    assert "8" not in {row.value for row in everything.facets["person"]}


def test_selected_values_stay_and_a_facet_counts_sideways(index: ArticleIndex) -> None:
    chosen = {"person": FacetFilter(include=frozenset({"2"}))}
    results = index.search(Query(facets=chosen), People())  # type: ignore[arg-type]
    assert results.total == 1
    assert {row.value: (row.count, row.state) for row in results.facets["person"]} == {"1": (2, "open"), "2": (1, "included")}
    without = index.search(Query(facets={"person": FacetFilter(exclude=frozenset({"1"}))}), People())
    assert {hit.article_id for hit in without.hits} == {3, 4, 5}
    both = index.search(Query(facets={"person": FacetFilter(include=frozenset({"1", "2"}), match="all")}), People())
    assert {hit.article_id for hit in both.hits} == {1}
    nobody = index.search(Query("garden", facets={"person": FacetFilter(include=frozenset({"0"}))}), People())
    assert nobody.total == 0
    assert next(row for row in nobody.facets["person"] if row.value == "0").count == 0


def test_dates_narrow_and_show_in_the_histogram(index: ArticleIndex) -> None:
    assert found(index, first=date(2022, 3, 1), last=date(2022, 3, 31)) == {1, 2}
    assert found(index, undated=True) == {3, 5}
    histogram = index.search(Query(), People()).histogram
    assert (histogram.step, histogram.undated) == ("year", 2)
    assert [(bar.first.year, bar.count, bar.imprecise) for bar in histogram.bars] == [
        (2019, 1, 0),
        (2020, 0, 0),
        (2021, 0, 0),
        (2022, 2, 0),
    ]
    months = index.search(Query(first=date(2022, 1, 1)), People()).histogram
    assert (months.step, len(months.bars)) == ("month", 12)
    assert (months.bars[2].count, months.bars[2].imprecise) == (2, 1)
    assert index.search(Query("varnsund"), People()).histogram.step == "day"


def test_order(index: ArticleIndex) -> None:
    def order(**more: object) -> list[int]:
        return [hit.article_id for hit in index.search(Query(**more), People()).hits]  # type: ignore[arg-type]

    assert order(sort="newest") == [2, 1, 4, 3, 5]
    assert order(sort="oldest") == [4, 2, 1, 3, 5]
    assert order(sort="source")[-1] == 3
    assert order(text="cranes")[0] == 2
    assert order(sort="oldest", offset=1, limit=2) == [2, 1]


def test_other_spellings_would_find_something(index: ArticleIndex) -> None:
    (suggestion, *_) = index.search(Query("harbuor crane"), People()).suggestions
    assert (suggestion.text, suggestion.count) == ("harbour crane", 2)
    assert index.search(Query("harbour"), People()).suggestions == ()


def test_hits_are_marked_in_texts(index: ArticleIndex) -> None:
    text = "Ships wait. The harbours of Varnsund have one crane, or two CRANES! Nothing here."
    for query, marked in (
        ("crane", ["crane", "CRANES"]),
        ('"one crane"', ["one crane"]),
        ("varn*", ["Varnsund"]),
        ("harbuor~2", ["harbours"]),
        ("headline:crane", []),
        ("two-cran*", ["crane", "two", "CRANES"]),
        ("of-varns*", ["of", "Varnsund"]),
    ):
        spans = highlight(index.matched(Query(query)), text, language="en")
        assert [span.of(text) for span in spans] == marked
    (snippet,) = snippets(index.matched(Query("crane")), text, language="en")
    assert snippet.text == "The harbours of Varnsund have one crane, or two CRANES!"
    assert [span.of(snippet.text) for span in snippet.spans] == ["crane", "CRANES"]
    (beginning,) = snippets(index.matched(Query()), text)
    assert (beginning.text, beginning.spans) == ("Ships wait.", ())
    (long,) = snippets(index.matched(Query("needle")), "hay " * 300 + "needle " + "hay " * 300)
    assert len(long.text) <= 220
    assert [span.of(long.text) for span in long.spans] == ["needle"]


def test_what_different_people_say_forms_no_phrase(index: ArticleIndex) -> None:
    said = ((1, "the old crane stands"), (None, "still ships wait"), (2, "a bell"))
    index.apply([document(6, "x", quotations=said)], [], seq=9, count=6)
    assert found(index, 'said:"old crane"') == {6}
    assert found(index, 'said:"crane stands"~9') == {6}
    assert found(index, 'said:"stands still"') == set()
    assert found(index, 'said:"stands ships"~20') == set()
    assert found(index, 'said:"old bell"~20') == set()
    assert found(index, "said:stands said:bell") == {6}


def test_changes_are_taken_in_and_survive_reopening(index: ArticleIndex, tmp_path: Path) -> None:
    index.apply(
        [document(1, "A new text about bells."), document(6, "Sixth bell."), document(6, "Sixth bell.")],
        [2, 99],
        seq=9,
        count=5,
    )
    assert found(index, "bell") == {1, 6}
    assert found(index, "crane") == set()
    assert index.search(Query(), People()).total == 5
    index.close()
    again = ArticleIndex.open(tmp_path / "index", "uid")
    assert (again.checkpoint.seq, again.checkpoint.count) == (9, 5)
    assert found(again, "bell") == {1, 6}
    again.close()


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)  # Whoosh leaves a broken file open
@pytest.mark.parametrize("damage", ["nothing there", "foreign", "no pointer", "nonsense", "no segments", "outside"])
def test_index_that_does_not_fit_is_unusable(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    ArticleIndex.build(folder, "uid", DOCUMENTS, seq=5).close()
    (generation,) = folder.glob("generation-*")
    if damage == "nothing there":
        shutil.rmtree(folder)
    elif damage == "no pointer":
        (folder / "current").unlink()
    elif damage == "nonsense":
        (folder / "current").write_text("{]", encoding="utf-8")
    elif damage == "outside":
        (folder / "current").write_text(
            '{"generation": "../other", "archive_uid": "uid", "signature": "1.1"}', encoding="utf-8"
        )
    elif damage == "no segments":
        for path in generation.iterdir():
            path.write_bytes(b"x")
    with pytest.raises(IndexUnusable):
        ArticleIndex.open(folder, "other" if damage == "foreign" else "uid")


def test_build_that_breaks_off_leaves_the_old_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    ArticleIndex.build(folder, "uid", DOCUMENTS, seq=5).close()

    def broken() -> Iterator[IndexDocument]:
        yield DOCUMENTS[0]
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        ArticleIndex.build(folder, "uid", broken(), seq=6)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ArticleIndex.build(folder, "uid", DOCUMENTS, seq=6, cancel=token)
    again = ArticleIndex.open(folder, "uid")
    assert again.checkpoint.seq == 5
    again.close()
    assert len(list(folder.glob("generation-*"))) == 1


def test_query_that_takes_too_long_is_refused(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "DEADLINE_S", -1)
    with pytest.raises(QueryError) as caught:
        found(index, "harbour crane~2")
    assert (caught.value.code, caught.value.params["position"]) == ("query-too-slow", 0)


WORDS = ["harbour", "crane", "bell", "ship"]
BODIES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    bodies=BODIES,
    people=st.lists(st.frozensets(st.integers(1, 4), max_size=3), min_size=8, max_size=8),
    a=st.sampled_from(WORDS),
    b=st.sampled_from(WORDS),
)
def test_search_agrees_with_plain_reading(
    tmp_path: Path, bodies: list[str], people: list[frozenset[int]], a: str, b: str
) -> None:
    documents = [document(n + 1, body, persons=tuple(sorted(people[n]))) for n, body in enumerate(bodies)]
    index = ArticleIndex.build(tmp_path / "oracle", "uid", documents, seq=1)
    try:
        for text, holds in (
            (f"{a} {b}", lambda w: a in w and b in w), (f"{a} OR {b}", lambda w: a in w or b in w), (f"{a} -{b}", lambda w: a in w and b not in w),
        ):  # fmt: skip
            results = index.search(Query(text), People())
            expected = {n + 1 for n, body in enumerate(bodies) if holds(body.split())}
            assert {hit.article_id for hit in results.hits} == expected
            counts = {int(row.value): row.count for row in results.facets["person"]}
            assert counts == {p: c for p in range(1, 5) if (c := sum(p in people[n - 1] for n in expected))}
    finally:
        index.close()
