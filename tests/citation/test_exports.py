"""References for other programs, read back by those programs' readers."""

import json
from dataclasses import replace

import bibtexparser
import jsonschema
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from app.citation import Reference
from app.citation.exports import bibtex_of, csl_of, keys, ris_of
from tests.citation.test_styles import FULL, SITUATIONS

NAME = {
    "type": "object",
    "anyOf": [{"required": ["literal"]}, {"required": ["family"]}],
    "properties": {name: {"type": "string"} for name in ("family", "given", "suffix", "literal")},
    "additionalProperties": False,
}
ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "type": {"const": "article-newspaper"},
        "author": {"type": "array", "items": NAME, "minItems": 1},
        "issued": {
            "type": "object",
            "required": ["date-parts"],
            "properties": {
                "date-parts": {
                    "type": "array", "minItems": 1, "maxItems": 2,
                    "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
                }
            },
        },
        **{name: {"type": "string"} for name in ("title", "container-title", "language", "URL")},
    },
    "additionalProperties": False,
}  # fmt: skip
"""What CSL 1.0.2 says of an item of this type, as far as we write it."""

ALL = list(SITUATIONS.values())


def read_bibtex(text: str) -> list[dict[str, str]]:
    parser = bibtexparser.bparser.BibTexParser(common_strings=True)
    return list(bibtexparser.loads(text, parser=parser).entries)


def test_bibtex_is_read_back() -> None:
    entries = read_bibtex(bibtex_of(ALL))
    assert len(entries) == len({entry["ID"] for entry in entries}) == len(ALL)
    by_key = dict(zip(keys(ALL), entries, strict=True))
    assert all(key == entry["ID"] for key, entry in by_key.items())
    full, corporate = entries[0], entries[2]
    assert full["author"] == "Tveit, Maren"
    assert full["title"] == "{Lighthouse shines again}"
    assert (full["journal"], full["date"], full["url"]) == ("Halden Courier", "2022-03-04", "https://courier.example.org/1")
    assert corporate["author"] == "{Northern Press Agency}"
    assert entries[5]["author"] == "Tveit, Maren and Okafor, Jean-Paul and von der Leyen, Ursula and Berg, Anna"


def test_ris_is_read_back() -> None:
    entries = rispy.loads(ris_of(ALL))
    assert len(entries) == len(ALL)
    assert entries[0]["title"] == "Lighthouse shines again"
    assert entries[0]["authors"] == ["Tveit, Maren"]
    assert entries[0]["urls"] == ["https://courier.example.org/1"]
    assert entries[0]["year"] == "2022"
    assert entries[5]["authors"][2] == "von der Leyen, Ursula"
    assert "authors" not in entries[1]


def test_csl_items_are_valid() -> None:
    items = csl_of(ALL)
    for item in items:
        jsonschema.Draft202012Validator(ITEM).validate(json.loads(json.dumps(item)))
    assert len({item["id"] for item in items}) == len(ALL)
    assert items[2]["author"] == [{"literal": "Northern Press Agency"}]
    assert items[7]["issued"] == {"date-parts": [[2022, 3]]}
    assert "issued" not in items[6]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_no_headline_breaks_a_file(headline: str) -> None:
    reference = replace(FULL, headline=headline)
    (entry,) = read_bibtex(bibtex_of([reference]))
    assert entry["ID"] == "tveit2022"
    assert entry["url"] == reference.url
    assert len(rispy.loads(ris_of([reference, reference]))) == 2


def test_keys_are_told_apart_by_letters() -> None:
    assert keys([FULL] * 3) == ["tveit2022a", "tveit2022b", "tveit2022c"]
    assert keys([FULL] * 28)[-2:] == ["tveit2022aa", "tveit2022ab"]
    assert keys([Reference("—")]) == ["article"]


@pytest.mark.parametrize("line_end", ["a\nb", "a\rb", "a\u2028b"])
def test_line_ends_do_not_start_a_field(line_end: str) -> None:
    (entry,) = rispy.loads(ris_of([replace(FULL, headline=f"{line_end}\nER  - \nTY  - JOUR")]))
    assert entry["type_of_reference"] == "NEWS"
