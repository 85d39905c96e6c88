"""Words: the quick reading and the careful one agree, in texts and in what is marked in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index import Matched, highlight
from app.index.analysis import stem, words
from app.index.syntax import Leaf
from app.index.word_numbers import FEWEST_SLOTS, ROOM, WordNumbers

PIECES = st.sampled_from(
    [
        "crane",
        "Crane's",
        "crane’s",
        "o'crane",
        "Köln",
        "naïve",
        "’",
        "'",
        " ",
        "-",
        ".",
        "½",
        "_",
        "新闻报道",
        "e\u0301te",
        "x1",
        "ﬁ",
        "№5",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)


@given(st.lists(st.lists(TEXTS, max_size=4), max_size=3))
def test_words_by_chunks_are_those_that_are_read(batches: list[list[str]]) -> None:
    numbers = WordNumbers()
    for texts in batches:
        found, counts = numbers.of(texts)
        read = [[word.term for word in words(text)] for text in texts]
        assert counts.tolist() == list(map(len, read))
        assert [numbers.terms[n].decode() for n in found] == [term for text in read for term in text]


def test_more_words_than_the_first_table_holds_keep_their_numbers() -> None:
    many = [f"{'long' * (n % 6)}{n}" for n in range(FEWEST_SLOTS // ROOM * 3)]
    numbers = WordNumbers()
    for at in range(0, len(many), 5_000):
        found, _ = numbers.of([" ".join(many[at : at + 5_000])])
        assert [numbers.terms[n].decode() for n in found] == many[at : at + 5_000]
    again, counts = numbers.of(["", " ".join(many), many[7]])
    assert [numbers.terms[n].decode() for n in again] == [*many, many[7]]
    assert counts.tolist() == [0, len(many), 1]
    assert len(numbers.terms) == len(many)


@given(TEXTS)
def test_marked_words_are_those_that_are_read(text: str) -> None:
    matched = Matched((Leaf("", "crane", "phrase", 0), Leaf("", "köln", "phrase", 0)))
    expected = [(word.start, word.end) for word in words(text) if word.term in ("crane", "koln")]
    covered = {place for span in highlight(matched, text) for place in range(span.start, span.end)}
    assert covered == {place for start, end in expected for place in range(start, end)}


@pytest.mark.parametrize(
    ("term", "language", "expected"),
    [
        ("cranes", "en", "en:crane"),
        ("hauser", "de", "de:haus"),
        ("x", "zz", None),
        ("wahlen", "de", "de:wahl"),
        ("chevaux", "fr", "fr:cheval"),
        ("ciudades", "es", "es:ciudad"),
        ("libri", "it", "it:libr"),
        ("casas", "pt", "pt:cas"),
        ("boeken", "nl", "nl:boek"),
        ("книги", "ru", "ru:книг"),
        ("domami", "pl", "pl:dom"),
    ],
)
def test_stems_carry_their_language(term: str, language: str, expected: str | None) -> None:
    assert stem(term, language) == expected
