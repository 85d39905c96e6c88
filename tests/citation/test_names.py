"""Names: turned, shortened, listed; and those that are left as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citation.names import initials, inverted, is_agency, is_corporate, listed


@pytest.mark.parametrize(
    ("name", "turned", "short"),
    [
        ("Maren Tveit", "Tveit, Maren", "Tveit, M."),
        ("Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, U."),
        ("Vincent van Gogh", "van Gogh, Vincent", "van Gogh, V."),
        ("Maria de la Cruz", "de la Cruz, Maria", "de la Cruz, M."),
        ("Maria De La Cruz", "De La Cruz, Maria", "De La Cruz, M."),
        ("Jean Le Vent", "Le Vent, Jean", "Le Vent, J."),
        ("José Ortega y Gasset", "Ortega y Gasset, José", "Ortega y Gasset, J."),
        ("Sean O’Neil", "O’Neil, Sean", "O’Neil, S."),
        ("Martin Holt Jr.", "Holt, Martin, Jr.", "Holt, M., Jr."),
        ("Jean-Paul Holt III", "Holt, Jean-Paul, III", "Holt, J.-P., III"),
        ("J.R. Holt", "Holt, J.R.", "Holt, J. R."),
        ("Anna Maria Berg", "Berg, Anna Maria", "Berg, A. M."),
        ("Анна Берг", "Берг, Анна", "Берг, А."),
        ("Madonna", "Madonna", "Madonna"),
        ("王 小明", "王 小明", "王 小明"),
        ("Tveit, Maren", "Tveit, Maren", "Tveit, M."),
        ("Northern Press Agency", "Northern Press Agency", "Northern Press Agency"),
        ("Redaktion Politik", "Redaktion Politik", "Redaktion Politik"),
        ("", "", ""),
    ],
)
def test_name_is_turned_and_shortened(name: str, turned: str, short: str) -> None:
    assert inverted(name) == turned
    assert initials(name) == short


def test_initials_stand_together_where_a_style_wants_it() -> None:
    assert initials("Jean-Paul R. Holt Jr.", between="") == "Holt, J.-P.R., Jr."


def test_wire_services_are_no_people() -> None:
    assert is_agency("Reuters")
    assert is_agency("Northern Press Agency")
    assert not is_agency("Ansa Holt")
    assert not is_agency("The Halden Courier")


def test_names_are_listed() -> None:
    three = ["A", "B", "C"]
    assert listed(three, last=" and ", most=3, others="") == "A, B, and C"
    assert listed(three, last=" and ", most=3, others="", before_last="") == "A, B and C"
    assert listed(three, last=" and ", most=2, others=" et al.") == "A et al."
    assert listed(["B, A", "C"], last=" and ", most=2, others="", comma_of_two=True) == "B, A, and C"
    assert listed([], last=" and ", most=2, others="") == ""


@given(st.text(max_size=30))
def test_no_name_is_too_odd(name: str) -> None:
    assert (
        sorted(inverted(name).replace(",", "").split()) == sorted(name.replace(",", "").split())
        or is_corporate(name)
        or "," in name
    )
    assert initials(name) is not None
