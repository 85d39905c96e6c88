"""Licences by the names under which notices know them."""

import pytest

from app.rights.licences import find_licence, without_names


@pytest.mark.parametrize(
    ("text", "spdx"),
    [
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/igo/", "CC-BY-NC-SA-3.0-IGO"),
        ("CC BY-NC-SA 3.0 IGO", "CC-BY-NC-SA-3.0-IGO"),
        ("Creative Commons BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("Creative Commons «С указанием авторства» 4.0", "CC-BY-4.0"),
        ("Creative Commons Nevezd meg! - Így add tovább! 4.0", "CC-BY-SA-4.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("Open Government Licence – Canada, version 2.0", "OGL-Canada-2.0"),
        ("Licence Ouverte / Open Licence version 2.0", "etalab-2.0"),
        ("dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("Datenlizenz Deutschland – Zero – Version 2.0", "DL-DE-ZERO-2.0"),
        ("Norsk lisens for offentlige data (NLOD)", "NLOD-2.0"),
        ("GNU Free Documentation License, Version 1.2 or any later version", "GFDL-1.2-or-later"),
        ("GFDL 1.3", "GFDL-1.3"),
        ("Open Database License (ODbL) v1.0", "ODbL-1.0"),
        ("Licence Art Libre 1.3", "LAL-1.3"),
        ("CC0 1.0", "CC0-1.0"),
    ],
)
def test_licence_is_known_by_its_name(text: str, spdx: str) -> None:
    found = find_licence(text)
    assert found is not None
    assert found.spdx == spdx


@pytest.mark.parametrize(
    "text", ["", "The licence fee rose.", "released under Creative Commons by the author", "government licence plates"]
)
def test_no_licence_is_made_up(text: str) -> None:
    assert find_licence(text) is None


def test_names_of_conditions_are_blanked_and_all_else_stays() -> None:
    text = "Creative Commons Attribution 4.0. Attribution is given in the caption."
    assert without_names(text) == "Creative Commons             4.0. Attribution is given in the caption."
