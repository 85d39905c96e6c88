"""Clicks that narrow the results."""

from datetime import date

from app.gui.selection import Selection
from app.index.query import FacetFilter


def test_clicks_include_then_exclude_then_let_go() -> None:
    once = Selection().clicked("person", "7")
    twice = once.clicked("person", "7")
    assert once.facets["person"] == FacetFilter(include=frozenset({"7"}))
    assert twice.facets["person"] == FacetFilter(exclude=frozenset({"7"}))
    assert twice.clicked("person", "7") == Selection()


def test_only_one_value_takes_the_place_of_the_others() -> None:
    chosen = Selection().clicked("place", "1").clicked("place", "2").only("place", "3")
    assert chosen.chosen() == (("place", "3", True),)


def test_hiding_and_clearing() -> None:
    chosen = Selection().clicked("source", "1").hiding("source", "1")
    assert chosen.chosen() == (("source", "1", False),)
    assert not chosen.cleared("source").narrowed


def test_any_or_all_is_kept_with_the_values() -> None:
    chosen = Selection().clicked("person", "1").clicked("person", "2").matching("person", "all")
    assert chosen.query().facets["person"].match == "all"


def test_dates_and_undated_exclude_each_other() -> None:
    dated = Selection().dated(date(2021, 1, 1), None)
    assert dated.narrowed
    assert dated.only_undated(True).first is None
    assert not dated.only_undated(True).dated(None, None).undated


def test_without_words_the_newest_come_first() -> None:
    assert Selection().query().sort == "newest"
    assert Selection(text="ferry").query().sort == "relevance"
    assert Selection(sort="oldest").query().sort == "oldest"


def test_bare_keeps_words_and_order_only() -> None:
    chosen = Selection(text="ferry", sort="oldest").clicked("person", "1").dated(date(2020, 1, 1), None)
    assert chosen.bare() == Selection(text="ferry", sort="oldest")
