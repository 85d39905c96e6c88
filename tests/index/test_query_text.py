"""Queries as text: what is parsed can be written again, dates are relative to a given day, a last word can go on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.base.errors import QueryError
from app.index.dates import date_range
from app.index.parsing import last_word, parse
from app.index.syntax import And, Leaf, Node, Not, Or
from app.index.writing import as_text

PIECES = st.sampled_from(
    ["crane", "harb*", "h?rb", "ship~1", "ship~2", '"old harbour"', '"old harbour"~5', "OR", "AND", "NOT", "-", "(", ")", " ", " ", "person:",
     "org:", "lang:de", "said:", "headline:", "date:2022", "added:7d", "https://x.example/a", "--x", "a:b", "Köln", "新闻", "?", "*", "~", "“über”"]
)  # fmt: skip
TREES = st.recursive(
    st.builds(
        Leaf,
        st.sampled_from(["", "headline", "organisation", "language", "said"]),
        st.sampled_from(["crane", "Köln", "o'neill", "新闻"]),
        st.sampled_from(["word", "prefix", "phrase"]),
        st.just(0),
    ),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(lambda parts: And(tuple(parts)), st.lists(inner, min_size=2, max_size=3))
        | st.builds(lambda parts: Or(tuple(parts)), st.lists(inner, min_size=2, max_size=3))
    ),
    max_leaves=8,
)
TODAY = date(2024, 3, 31)


def bare(node: Node | None) -> Node | None:
    """Return a tree without the positions of its leaves."""
    match node:
        case Leaf():
            return replace(node, position=0)
        case And(parts):
            return And(tuple(bare(part) for part in parts))  # type: ignore[misc]
        case Or(parts):
            return Or(tuple(bare(part) for part in parts))  # type: ignore[misc]
        case Not(part):
            return Not(bare(part))  # type: ignore[arg-type]
    return None


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30))
@example("NOT OR")
@example("NOT --x")
@example("a OR (b OR c) (d e)")
def test_what_is_understood_is_read_the_same_again(text: str) -> None:
    try:
        tree = parse(text)
    except QueryError:
        return
    assert bare(parse(as_text(tree))) == bare(tree)


@given(TREES)
def test_trees_are_written_as_they_are_read(tree: Node) -> None:
    assert bare(parse(as_text(tree))) == tree


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", (2024, 3, 31), (2024, 3, 31)), ("yesterday", (2024, 3, 30), (2024, 3, 30)), ("7d", (2024, 3, 25), (2024, 3, 31)),
        ("2w", (2024, 3, 18), (2024, 3, 31)), ("1m", (2024, 3, 1), (2024, 3, 31)), ("1y", (2023, 4, 1), (2024, 3, 31)),
        ("this-week", (2024, 3, 25), (2024, 3, 31)), ("last-week", (2024, 3, 18), (2024, 3, 24)), ("this-month", (2024, 3, 1), (2024, 3, 31)),
        ("last-month", (2024, 2, 1), (2024, 2, 29)), ("this-year", (2024, 1, 1), (2024, 12, 31)), ("last-year", (2023, 1, 1), (2023, 12, 31)),
        ("2022..last-month", (2022, 1, 1), (2024, 2, 29)), ("last-year..", (2023, 1, 1), (9999, 12, 31)), ("9999y", (1, 1, 1), (2024, 3, 31)),
        ("Last-Year", (2023, 1, 1), (2023, 12, 31)),
    ],
)  # fmt: skip
def test_relative_dates(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert date_range(text, position=0, today=TODAY) == (date(*first), date(*last))


@pytest.mark.parametrize("text", ["soon", "..", "7x", "last-decade", "2023..2022", "this-month..last-month"])
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        date_range(text, position=5, today=TODAY)
    assert (caught.value.code, caught.value.params["position"]) == ("query-date", 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("har", ("", "har", 0)), ("old har", ("", "har", 4)), ("person:ant", ("person", "ant", 0)), ("a -har", ("", "har", 3)), ("(har", ("", "har", 1)),
        ('person:"maren tv', ("person", "maren tv", 0)), ('said:"old', ("said", "old", 0)), ("", None), ("har ", None), ('"old harbour"', None),
        ("nofield:x", None), ("har*", None), ("har~1", None),
    ],
)  # fmt: skip
def test_last_word_of_a_query_that_is_typed(text: str, expected: tuple[str, str, int] | None) -> None:
    found = last_word(text)
    assert (None if found is None else (found.field, found.text, found.position)) == expected
