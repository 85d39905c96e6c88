"""What the two faces show of an answer."""

import pytest

from app.base.errors import QuoteError
from app.index.query import Query
from app.workflows.find import find, language_name
from app.workflows.library import Library
from app.workflows.onward import completions, similar_articles


@pytest.mark.parametrize(
    ("code", "name"), [("de", "German"), ("nb", "Norwegian Bokmål"), ("pt-BR", "Portuguese (Brazil)"), ("zz", "zz"), ("", "")]
)
def test_language_is_told_by_its_name(code: str, name: str) -> None:
    assert language_name(code) == name


def test_facets_show_names_and_keep_their_values(library: Library) -> None:
    found = find(library, Query())
    assert [(row.value, row.label, row.count) for row in found.facets["language"]] == [("en", "English", 3)]
    assert {row.label for row in found.facets["source"]} == {"Halden Courier", "Northbridge Wire", "Open Science Desk"}


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("person:solbaken", "person:solbakken"), ('person:"ingird solbakken"', 'person:"ingrid solbakken"'), ("harbuor", "harbour"), ("headline:harbuor", "headline:harbour")],
)  # fmt: skip
def test_other_spellings_of_names_and_words_are_offered(library: Library, typed: str, suggested: str) -> None:
    found = find(library, Query(typed)).results
    assert found.total == 0
    assert suggested in [suggestion.text for suggestion in found.suggestions]
    for suggestion in found.suggestions:
        assert find(library, Query(suggestion.text)).results.total == suggestion.count > 0


def test_names_go_on_from_what_is_typed(library: Library) -> None:
    (found,) = [c for c in completions(library, "crane person:solb") if c.kind == "person"]
    assert (found.value, found.count) == ("Ingrid Solbakken", 1)
    assert find(library, Query(found.text)).results.total == 1
    assert [row.label for row in find(library, Query(within={"person": "sol"})).facets["person"]] == ["Ingrid Solbakken"]


def test_an_article_is_like_no_other_here(library: Library) -> None:
    assert all(row.score < 0.5 for row in similar_articles(library, 1))
    with pytest.raises(QuoteError):
        similar_articles(library, 99)
