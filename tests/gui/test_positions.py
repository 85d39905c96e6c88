"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from app.gui.positions import Utf16Map

TEXT = st.text(st.sampled_from("aé漢🌱𝄞 \n"), max_size=40)


@given(TEXT)
def test_each_code_point_comes_back_from_its_unit(text: str) -> None:
    units = Utf16Map(text)
    assert [units.to_code_point(units.to_units(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXT, st.integers(0, 40))
def test_units_are_what_utf_16_says(text: str, at: int) -> None:
    at = min(at, len(text))
    assert Utf16Map(text).to_units(at) == len(text[:at].encode("utf-16-le")) // 2


def test_the_middle_of_a_surrogate_pair_belongs_to_its_character() -> None:
    units = Utf16Map("a🌱b")
    assert [units.to_code_point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
