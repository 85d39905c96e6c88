"""Searching and narrowing in the window, by key and mouse."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.gui.result_model import spoken
from app.gui.window import Window
from tests.gui.driving import click_value, settle

Search = Callable[[str], None]


def headlines(window: Window) -> list[str]:
    rows = window.workspace.results.list.results
    return [rows.data(rows.index(n, 0), Qt.ItemDataRole.UserRole).headline for n in range(rows.rowCount())]  # type: ignore[attr-defined]


def chips(window: Window) -> list[QPushButton]:
    return [b for b in window.workspace.chips.findChildren(QPushButton) if not b.isHidden() and b.property("chip")]


def test_an_archive_opens_with_all_its_articles_newest_first(window: Window) -> None:
    assert [line.split()[0] for line in headlines(window)] == ["River", "Botanical", "Harbour"]
    assert window.workspace.chips.summary.text().startswith("3 articles in ")
    assert window.workspace.reader.view is not None
    assert window.workspace.reader.view.article_id == 3


def test_each_key_searches_and_the_reader_shows_the_first_hit(window: Window, search: Search) -> None:
    search("harb")
    assert headlines(window) == ["Harbour of Varnsund gets a second crane"]
    search("harbour")
    assert window.workspace.reader.place.text() == "hit 1 of 4 · F3"
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.workspace.reader.place.text() == "hit 2 of 4 · F3"
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.workspace.reader.place.text() == "hit 4 of 4 · F3"


def test_a_query_that_cannot_be_understood_is_told_and_the_last_results_stay(window: Window, search: Search) -> None:
    search("harbour")
    search('"harbour')
    assert "quotation mark" in window.workspace.chips.summary.text()
    assert len(headlines(window)) == 1
    search("harbour")
    assert window.workspace.chips.summary.text().startswith("1 article in ")


def test_another_spelling_is_offered_and_taken(qtbot: QtBot, window: Window, search: Search) -> None:
    search("harbuor")
    (offer,) = [b for b in window.workspace.results.findChildren(QPushButton) if "Did you mean" in b.text()]
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.workspace.query.field.text() == "harbour"
    assert len(headlines(window)) == 1


def test_a_value_is_included_excluded_and_let_go_by_clicks(qtbot: QtBot, window: Window) -> None:
    people = window.workspace.facets.sections["person"].values
    click_value(qtbot, window, people, "Ingrid Solbakken")
    assert [line.split()[0] for line in headlines(window)] == ["Harbour"]
    assert [chip.text() for chip in chips(window)] == ["person  Ingrid Solbakken  ×"]
    click_value(qtbot, window, people, "Ingrid Solbakken")
    assert [line.split()[0] for line in headlines(window)] == ["River", "Botanical"]
    assert chips(window)[0].property("chip") == "exclude"
    click_value(qtbot, window, people, "Ingrid Solbakken")
    assert len(headlines(window)) == 3
    assert chips(window) == []


def test_filters_combine_and_clear_all_lets_go_of_them(qtbot: QtBot, window: Window) -> None:
    sections = window.workspace.facets.sections
    click_value(qtbot, window, sections["source"].values, "Halden Courier")
    click_value(qtbot, window, sections["person"].values, "Tomas Okafor")
    assert len(chips(window)) == 2
    assert [line.split()[0] for line in headlines(window)] == ["Botanical"]
    (clear,) = [b for b in window.workspace.chips.findChildren(QPushButton) if b.text() == "Clear all"]
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(headlines(window)) == 3


def test_a_chip_removes_itself(qtbot: QtBot, window: Window) -> None:
    click_value(qtbot, window, window.workspace.facets.sections["source"].values, "Halden Courier")
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(chips(window)[0], Qt.MouseButton.LeftButton)
    assert len(headlines(window)) == 3


def test_space_does_what_a_click_does(qtbot: QtBot, window: Window) -> None:
    values = window.workspace.facets.sections["source"].values
    values.setFocus()
    values.setCurrentIndex(values.model().index(0, 0))
    with qtbot.waitSignal(window.desk.found):
        QTest.keyClick(values, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert len(chips(window)) == 1


def test_arrows_and_letters_move_and_the_reader_follows(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.workspace.query.field, Qt.Key.Key_Down)
    assert window.workspace.results.list.hasFocus()
    for key, expected in ((Qt.Key.Key_J, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_K, 1)):
        with qtbot.waitSignal(window.desk.article_read):
            QTest.keyClick(window.workspace.results.list, key)
        assert window.workspace.reader.view is not None
        assert window.workspace.reader.view.article_id == expected
    QTest.keyClick(window.workspace.results.list, Qt.Key.Key_Return)
    assert window.workspace.reader.article.hasFocus()


def test_the_order_can_be_chosen(qtbot: QtBot, window: Window) -> None:
    order = window.workspace.query.sort
    order.setFocus()
    with qtbot.waitSignal(window.desk.found):
        QTest.keyClick(order, Qt.Key.Key_O)
        order.activated.emit(order.currentIndex())
    settle(qtbot, window)
    assert [line.split()[0] for line in headlines(window)] == ["Botanical", "River", "Harbour"]


def test_keys_go_round_the_panes_and_back_to_the_search(window: Window) -> None:
    window.workspace.query.field.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.workspace.facets.dates.histogram.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.workspace.reader.article.hasFocus()
    QTest.keyClick(window.workspace.reader.article, Qt.Key.Key_Slash)
    assert window.workspace.query.field.hasFocus()


def test_panes_can_be_hidden(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not window.workspace.facets.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.facets.isVisible()


def test_a_result_says_what_it_is(window: Window) -> None:
    rows = window.workspace.results.list.results
    row = rows.data(rows.index(1, 0), Qt.ItemDataRole.UserRole)
    assert spoken(row) == "Botanical garden 🌱 opens its night house, Halden Courier, 12 June 2019, All rights reserved"  # type: ignore[arg-type]
