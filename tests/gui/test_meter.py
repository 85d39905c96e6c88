"""How much is used: colours by share, and words for who cannot see them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.meter import Meter, level
from app.gui.tokens import LIGHT
from app.rights import Measure


def measured(used: int, *, before: int = 0, cap: int = 100) -> Measure:
    return Measure(total=2000, cap=cap, before=before, used=used)


@pytest.mark.parametrize(("used", "told"), [(0, "ok"), (79, "ok"), (80, "warn"), (100, "warn"), (101, "over")])
def test_level_by_share_of_the_cap(used: int, told: str) -> None:
    assert level(measured(used)) == told


def test_bar_is_painted_in_the_colour_of_its_level(qtbot: QtBot, dressed: QApplication) -> None:
    meter = Meter(LIGHT)
    qtbot.addWidget(meter)
    colours = []
    for used in (40, 90, 120):
        meter.show_measures((measured(used, before=20),))
        meter.resize(400, meter.height())
        colours.append(meter.grab().toImage().pixelColor(110, 3).name().upper())
    assert colours == [LIGHT.ok, LIGHT.warn, LIGHT.over]
    assert meter.accessibleDescription() == "120 / 100"


def test_without_a_limit_it_takes_no_room(qtbot: QtBot, dressed: QApplication) -> None:
    meter = Meter(LIGHT)
    qtbot.addWidget(meter)
    meter.show_measures(())
    assert meter.isHidden()
