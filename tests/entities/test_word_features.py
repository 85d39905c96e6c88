"""Features of single words: shapes, lists, and a memory that does not grow without end."""

import pytest

from app.entities.lexicon import load_lexicon
from app.entities.word_features import WordFeatures, long_shape, shape


@pytest.mark.parametrize(
    ("word", "short", "long"),
    [
        ("Berlin", "Xx", "Xxxxxx"),
        ("McDonald", "XxXx", "XxXxxxxx"),
        ("U.S.", "X.X.", "X.X."),
        ("1998", "d", "dddd"),
        ("東京", "o", "oo"),
    ],
)
def test_shapes(word: str, short: str, long: str) -> None:
    assert (shape(word), long_shape(word)) == (short, long)


def test_a_word_tells_its_lists_and_its_letters() -> None:
    words = WordFeatures(load_lexicon())
    assert {"gender", "w=anna", "p3=ann", "e2=na", "s=Xx"} <= set(words.own("Anna"))
    assert "firm" in words.lists("Ltd")
    assert {"+1w=said", "+1verb"} <= set(words.beside(1, "said"))
    assert words.own("walked") == ("b", "w=walked", "s=x", *words.lists("walked"))


def test_memory_is_bounded() -> None:
    words = WordFeatures(load_lexicon())
    for number in range(25_000):
        words.own(f"Word{number}")
        words.beside(-1, f"Word{number}")
    assert len(words._own) <= 10_000
    assert all(len(known) <= 10_000 for known in words._beside.values())
