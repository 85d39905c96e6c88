"""Texts that were made to hurt: time grows with the length only, nothing is raised, spans stay inside the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.recognition import Recognition

PIECES = [
    "Anna Berg", "ANNA BERG", "said", " ", " ", "\n", "“", "”", '"', "‘", "’", "«", "»", "„", ".", ",", ":", "—", "he", "she", "the", "of",
    "Bank of Upper Silesia", "Mr.", "U.S.", "according to", "\u202e", "\u200b", "\ud800", "שלום", "محمد", "東京", "İ", "ß", "ǅ", "1998", "(", ")", "-", "'s",
]  # fmt: skip


def recognise(body: str) -> Recognition:
    return load_recogniser().recognise(SourceText(body=body))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = recognise(text)
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.surface
    for quotation in found.quotations:
        assert text[quotation.span.start : quotation.span.end] == quotation.text
        assert quotation.source is None or 0 <= quotation.source.start < quotation.source.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "“We go,” said Anna Berg, and he left with the Bank of Upper Silesia; ",
        "Anna Berg and Tomas Okafor met Ivo Stern of Northbridge Marine Ltd in Varnsund, ",
        "she said he said she said ",
        "ANNA BERG SAID ",
        "‘Yes’ she said ",
        "“ ",
        "A-",
        "Anna Berg ",
        "Varnsund-",
        "שלום “עולם” ",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    """Eight times the text in one paragraph takes nowhere near the sixty-four times of something quadratic."""
    recognise(unit)
    small, large = _seconds(unit * (20_000 // len(unit))), _seconds(unit * (160_000 // len(unit)))
    assert large < 24 * max(small, 0.02)


@pytest.mark.parametrize("unit", ["“We go now,” said {} Berg. ", "Anna {} said so. "])
def test_many_persons_of_one_name_are_read_in_linear_time(unit: str) -> None:
    """Eight times the persons of one surname, or of one first name, take nowhere near the sixty-four times of comparing each two."""
    names = ["Q" + "".join(chr(ord("a") + int(digit)) for digit in str(number)) for number in range(8000)]
    small, large = (_seconds("".join(unit.format(name) for name in names[:size])) for size in (1000, 8000))
    assert large < 24 * max(small, 0.02)


def _seconds(text: str) -> float:
    began = time.process_time()
    recognise(text)
    return time.process_time() - began
