"""Histogram and date fields."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.gui.window import Window
from tests.gui.driving import settle


def found(window: Window) -> int:
    return window.workspace.results.list.results.rowCount()


def test_dragging_over_bars_narrows_to_their_dates(qtbot: QtBot, window: Window) -> None:
    bars = window.workspace.facets.dates.histogram
    assert bars.summary().startswith("Jun 2019 – May 2021")
    with qtbot.waitSignal(window.desk.found):
        # Well inside the first bar of the second half, whatever the width of the pane.
        QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(bars.width() // 2 + 3, 40))
        QTest.mouseMove(bars, QPoint(bars.width() - 4, 40))
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(bars.width() - 4, 40))
    settle(qtbot, window)
    assert (window.desk.selection.first, window.desk.selection.last) == (date(2020, 6, 1), date(2021, 5, 31))
    assert found(window) == 1
    assert window.workspace.facets.dates.first.text() == "2020-06-01"
    with qtbot.waitSignal(window.desk.found):
        QTest.keyClick(bars, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert found(window) == 3


def test_bars_are_chosen_by_keys(qtbot: QtBot, window: Window) -> None:
    bars = window.workspace.facets.dates.histogram
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "Jun 2019: 1"
    QTest.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(window.desk.found):
        QTest.keyClick(bars, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (window.desk.selection.first, window.desk.selection.last) == (date(2019, 6, 1), date(2019, 7, 31))


def test_dates_can_be_typed_as_far_as_they_are_known(qtbot: QtBot, window: Window) -> None:
    dates = window.workspace.facets.dates
    QTest.keyClicks(dates.last, "2019-06")
    with qtbot.waitSignal(window.desk.found):
        QTest.keyClick(dates.last, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.desk.selection.last == date(2019, 6, 30)
    assert found(window) == 1


def test_a_date_that_is_none_is_marked_and_nothing_is_searched(qtbot: QtBot, window: Window) -> None:
    dates = window.workspace.facets.dates
    QTest.keyClicks(dates.first, "June")
    with qtbot.assertNotEmitted(window.desk.searching, wait=50):
        QTest.keyClick(dates.first, Qt.Key.Key_Return)
    assert dates.first.property("wrong") is True


def test_the_undated_are_never_hidden(qtbot: QtBot, window: Window) -> None:
    undated = window.workspace.facets.dates.undated_button
    assert undated.text() == "1 undated"
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(undated, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert found(window) == 1
    assert undated.isChecked()
