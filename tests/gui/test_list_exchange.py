"""Lists of names out of the window and into it, with the report of each line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.gui.names_window import NamesWindow
from app.gui.window import Window
from app.workflows.authority_list import authority, record_named
from app.workflows.corrections import confirm
from tests.gui.driving import settle


@pytest.fixture
def names(qtbot: QtBot, window: Window) -> NamesWindow:
    window.beside.show_names()
    settle(qtbot, window)
    return window.beside.names


def test_list_is_taken_in_and_each_line_told_the_refused_first(
    qtbot: QtBot, window: Window, names: NamesWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "kind,name,isni,dates\nperson,Tomas Okafor,,1970–\nperson,Pia Lund,123,\nplace,Lundby,,\n", encoding="utf-8"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(window.desk.decided):
        qtbot.mouseClick(names.take_list, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    exchange = names.exchange
    assert exchange.told.text() == "From the list: 1 record added, 1 joined, 0 unchanged, 1 refused."
    assert [exchange.lines.item(row, 2).text() for row in range(3)] == ["refused", "joined", "added"]
    assert "is no identifier of ISNI" in exchange.lines.item(0, 3).text()
    library = window.desk._open_library()
    assert authority(library, record_named(library, "Tomas Okafor")).summary.dates == "1970–"
    assert "Tomas Okafor" in [row.name for row in names.list.rows.rows]


@pytest.mark.parametrize(("name", "begins"), [("out.csv", "uid,kind,name"), ("out.jsonld", "{")])
def test_list_is_written_in_the_form_of_its_name(
    qtbot: QtBot, window: Window, names: NamesWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: str
) -> None:
    library = window.desk._open_library()
    confirm(library, record_named(library, "Tomas Okafor"))
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(names.save_list, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert names.exchange.told.text() == f"Written to {name}: 1 record."
    text = path.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "Tomas Okafor" in text


def test_file_that_is_no_list_is_told(qtbot: QtBot, window: Window, names: NamesWindow, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    names.exchange.take(path)
    settle(qtbot, window)
    assert "has no heading row" in names.exchange.told.text()
    assert not names.exchange.lines.isVisible()
