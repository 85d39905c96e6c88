"""References for other programs, read back by those programs' readers."""

import json
import re
from dataclasses import replace

import bibtexparser
import jsonschema
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from app.base.text import one_line
from app.citation import Reference, clean_url
from app.citation.exports import bibtex_of, csl_of, keys, ris_of
from app.citation.names import inverted
from app.citation.tidy import tidy
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


AWKWARD = st.text("aé王 {}\\%$#&_^~\"'@,=-\n\r\u2028\x00\x1c\u202e\ud800", max_size=25)
NAMES = st.one_of(
    st.sampled_from(["Maren Tveit", "Ursula von der Leyen", "Holt and Sons", "A, B, C, D", "Reuters", "王 小明"]), AWKWARD
)
REFERENCES = st.builds(
    Reference, headline=AWKWARD, authors=st.lists(NAMES, max_size=3).map(tuple), source=st.none() | AWKWARD,
    published=st.sampled_from([None, "2022", "2022-03", "2022-03-04", "2022-03~", "nonsense"]),
    url=st.sampled_from([None, "https://x.example/a?b=%20&c={d}", "javascript:x", "https://x.example/}"]), language=st.sampled_from(["en", "de-AT", "sw"]),
)  # fmt: skip
NAMED = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}"}


def shown(value: str) -> str:
    """Return what TeX prints for the value of a field."""
    value = re.sub(
        r"\{\\(text\w+)\}|\\([&%$#_])|[{}]",
        lambda match: NAMED.get(match[1], match[2] or "") if match[1] or match[2] else "",
        value,
    )
    return value.strip()


@given(st.lists(REFERENCES, min_size=1, max_size=3))
def test_bibtex_of_any_text_is_read_back(references: list[Reference]) -> None:
    entries = read_bibtex(bibtex_of(references))
    assert [entry["ID"] for entry in entries] == keys(references)
    for entry, reference in zip(entries, references, strict=True):
        assert shown(entry.get("title", "")) == line(reference.headline)
        assert shown(entry.get("journal", "")) == line(reference.source or "")
        assert entry.get("url") == clean_url(reference.url)
        authors = entry["author"].split(" and ") if "author" in entry else []
        assert len(authors) >= len([name for name in reference.authors if line(name)])


@given(st.lists(REFERENCES, min_size=1, max_size=3))
def test_ris_of_any_text_is_read_back(references: list[Reference]) -> None:
    entries = rispy.loads(ris_of(references))
    assert len(entries) == len(references)
    for entry, reference in zip(entries, references, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry.get("title", "") == line(reference.headline)
        assert entry.get("secondary_title", "") == line(reference.source or "")
        assert len(entry.get("authors", [])) == len([name for name in reference.authors if line(name)])
        assert entry.get("date", "///").count("/") == 3


@given(st.lists(REFERENCES, min_size=1, max_size=3))
def test_csl_of_any_text_is_valid_and_can_be_written(references: list[Reference]) -> None:
    items = json.loads(json.dumps(csl_of(references), ensure_ascii=False).encode("utf-8"))
    for item, reference in zip(items, references, strict=True):
        jsonschema.Draft202012Validator(ITEM).validate(item)
        assert item["title"] == line(reference.headline)


def line(text: str) -> str:
    return one_line(tidy(text))


def test_names_of_firms_are_no_two_people() -> None:
    (entry,) = read_bibtex(bibtex_of([replace(FULL, authors=("Holt and Sons", "Maren Tveit"))]))
    assert entry["author"] == "{Holt and Sons} and Tveit, Maren"


@pytest.mark.parametrize(
    ("author", "language", "bibtex", "ris", "csl"),
    [
        ("Gabriel García Márquez", "en", "García Márquez, Gabriel", "García Márquez, Gabriel", {"family": "García Márquez", "given": "Gabriel"}),
        ("Pat O'Neil, Jr.", "en", "O'Neil, Jr., Pat", "O'Neil, Pat, Jr.", {"family": "O'Neil", "given": "Pat", "suffix": "Jr."}),
        ("Jan van der Berg", "nl", "van der Berg, Jan", "van der Berg, Jan", {"family": "van der Berg", "given": "Jan"}),
        ("Holt, Berg & Partners", "en", "{Holt, Berg \\& Partners}", "Holt, Berg & Partners", {"literal": "Holt, Berg & Partners"}),
        ("Szép Ilona", "hu", "{Szép Ilona}", "Szép Ilona", {"literal": "Szép Ilona"}),
    ],
)  # fmt: skip
def test_files_part_names_as_the_styles_do(author: str, language: str, bibtex: str, ris: str, csl: dict[str, str]) -> None:
    reference = replace(FULL, authors=(author,), language=language)
    assert f"author = {{{bibtex}}}" in bibtex_of([reference])
    assert rispy.loads(ris_of([reference]))[0]["authors"] == [ris]
    assert csl_of([reference])[0]["author"] == [csl]
    assert inverted(author, language) == ris


def test_month_or_year_alone_keeps_the_slashes_of_ris() -> None:
    assert "DA  - 2022/03//\r\n" in ris_of([replace(FULL, published="2022-03")])
    assert "DA  - 2022///\r\n" in ris_of([replace(FULL, published="2022")])


def test_keys_are_told_apart_by_letters() -> None:
    assert keys([FULL] * 3) == ["tveit2022a", "tveit2022b", "tveit2022c"]
    assert keys([FULL] * 28)[-2:] == ["tveit2022aa", "tveit2022ab"]
    assert keys([Reference("—")]) == ["article"]


@pytest.mark.parametrize("line_end", ["a\nb", "a\rb", "a\u2028b"])
def test_line_ends_do_not_start_a_field(line_end: str) -> None:
    (entry,) = rispy.loads(ris_of([replace(FULL, headline=f"{line_end}\nER  - \nTY  - JOUR")]))
    assert entry["type_of_reference"] == "NEWS"
