"""The annotated articles are consistent, many, and their two parts share no names."""

import re

import pytest

from tests.annotated import reading

TRAIN, TEST = (tuple(reading.articles(part)) for part in ("train", "test"))

_EVERYWHERE = re.compile(
    "Foreign Ministry|(High|Supreme) Court|Ministry of (Culture|Finance|Health|Transport)|Parliament|Senate"
)


@pytest.mark.parametrize("article", [*TRAIN, *TEST], ids=lambda article: article.name)
def test_marks_are_consistent(article: reading.Annotated) -> None:
    assert list(reading.faults(article)) == []


def test_there_are_enough() -> None:
    assert len(TRAIN) >= 150
    assert len(TEST) >= 40


def test_no_name_stands_in_both_parts() -> None:
    """But for institutions that every country has under one name ("Ministry of Health", "Supreme Court")."""
    shared = {name for article in TRAIN for name in article.names()} & {name for article in TEST for name in article.names()}
    assert {name for name in shared if not _EVERYWHERE.fullmatch(name)} == set()


def test_no_surname_stands_in_both_parts() -> None:
    assert _surnames(TRAIN) & _surnames(TEST) == set()


def _surnames(articles: tuple[reading.Annotated, ...]) -> set[str]:
    people = (a.body[m.start : m.end] for a in articles for m in a.marks if m.label == "PER")
    return {name.split()[-1] for name in people if " " in name}


def test_marks_are_taken_away_and_counted_in_code_points() -> None:
    text, marks = reading.unmark("a", "{holt|“Yes,”} said 𝄞 [P holt|Ada Holt] of the {holt~|“old”} [O yard|yard].")
    assert text == "“Yes,” said 𝄞 Ada Holt of the “old” yard."
    assert [(text[m.start : m.end], m.label, m.of) for m in marks] == [
        ("“Yes,”", "speech", "holt"), ("Ada Holt", "PER", "holt"), ("“old”", "part", "holt"), ("yard", "ORG", "yard"),
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["[P holt|Ada", "Ada]", "{holt|“Yes”]", "[X holt|Ada]", "a | b"])
def test_broken_marks_are_told(written: str) -> None:
    with pytest.raises(reading.MarkError):
        reading.unmark("a", written)
