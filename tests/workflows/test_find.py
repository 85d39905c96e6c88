"""What the two faces show of an answer."""

import pytest

from app.index.query import Query
from app.workflows.find import find, language_name
from app.workflows.library import Library


@pytest.mark.parametrize(
    ("code", "name"), [("de", "German"), ("nb", "Norwegian Bokmål"), ("pt-BR", "Portuguese (Brazil)"), ("zz", "zz"), ("", "")]
)
def test_language_is_told_by_its_name(code: str, name: str) -> None:
    assert language_name(code) == name


def test_facets_show_names_and_keep_their_values(library: Library) -> None:
    found = find(library, Query())
    assert [(row.value, row.label, row.count) for row in found.facets["language"]] == [("en", "English", 3)]
    assert {row.label for row in found.facets["source"]} == {"Halden Courier", "Northbridge Wire", "Open Science Desk"}
