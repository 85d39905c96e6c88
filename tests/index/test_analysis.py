"""Words: the quick reading and the careful one agree, in texts and in what is marked in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index import Matched, highlight
from app.index.analysis import printed, raw_words, stem, term_of, words
from app.index.syntax import Leaf

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


@given(TEXTS)
def test_quick_and_careful_reading_agree(text: str) -> None:
    careful = [(word.term, word.start, word.end) for word in words(text)]
    assert [(term_of(raw), start, end) for raw, start, end in printed(text) if term_of(raw)] == careful
    assert [term_of(raw) for raw in raw_words(text) if term_of(raw)] == [term for term, _, _ in careful]


@given(TEXTS)
def test_marked_words_are_those_that_are_read(text: str) -> None:
    matched = Matched((Leaf("", "crane", "exact", 0), Leaf("", "köln", "exact", 0)))
    expected = [(word.start, word.end) for word in words(text) if word.term in ("crane", "koln")]
    covered = {place for span in highlight(matched, text) for place in range(span.start, span.end)}
    assert covered == {place for start, end in expected for place in range(start, end)}


@pytest.mark.parametrize(
    ("term", "language", "expected"), [("cranes", "en", "en:crane"), ("hauser", "de", "de:haus"), ("x", "zz", None)]
)
def test_stems_carry_their_language(term: str, language: str, expected: str | None) -> None:
    assert stem(term, language) == expected
