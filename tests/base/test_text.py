"""Text folded, in one line, safe to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.text import fold, one_line, printable, sha256


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Zoë  SØRENSEN", "zoe sorensen"), ("Łódź", "lodz"), ("Straße", "strasse"), ("ﬁrst", "first"), ("O’Brien", "o'brien"),
     ("Ægir", "aegir"), (" a\u00a0b\n", "a b"), ("so\u00adft", "soft")],
)  # fmt: skip
def test_names_are_equal_when_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_one_line_has_no_break_and_no_double_space(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()


@given(st.text(alphabet=st.characters(codec=None)))
def test_printable_text_can_be_encoded_and_steers_nothing(text: str) -> None:
    shown = printable(text)
    shown.encode("utf-8")
    assert not {"\x1b", "\x00", "\u202e", "\x9b", "\r"} & set(shown)


def test_hash_of_text_is_that_of_its_utf8() -> None:
    assert sha256("é") == sha256("é".encode())
    assert len(sha256("\ud800")) == 64
