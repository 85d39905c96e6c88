"""References for other programs, of one article or of the results."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.gui import references_dialog
from app.gui.references_dialog import ReferencesDialog
from app.gui.window import Window
from tests.gui.driving import settle


def open_references(qtbot: QtBot, window: Window) -> ReferencesDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.beside.references.isVisible()
    return window.beside.references


def save(qtbot: QtBot, window: Window, path: Path, patch: pytest.MonkeyPatch) -> str:
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(window.beside.references.save, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def test_the_article_that_is_read_is_cited(
    qtbot: QtBot, read_harbour: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_references(qtbot, read_harbour)
    assert dialog.article.text() == "“Harbour of Varnsund gets a second crane”"
    text = save(qtbot, read_harbour, tmp_path / "one.bib", monkeypatch)
    assert text.count("@") == 1
    assert "Northbridge Wire" in text
    assert dialog.told.text() == "Saved 1 reference: one.bib"


def test_all_results_are_cited_in_the_chosen_form(
    qtbot: QtBot, window: Window, search: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_references(qtbot, window)
    assert dialog.results.text() == "All results: 3 articles"
    QTest.keyClick(dialog.results, Qt.Key.Key_Space)
    assert dialog.results.isChecked()
    QTest.keyClicks(dialog.form, "C")
    assert len(json.loads(save(qtbot, window, tmp_path / "all.json", monkeypatch))) == 3
    QTest.keyClick(dialog.form, Qt.Key.Key_Up)
    assert save(qtbot, window, tmp_path / "all.ris", monkeypatch).count("TY  -") == 3
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    search("harbour")
    dialog = open_references(qtbot, window)
    assert dialog.results.text() == "All results: 1 article"
    dialog.results.click()
    assert save(qtbot, window, tmp_path / "harbour.ris", monkeypatch).count("TY  -") == 1


def test_no_more_than_a_thousand_are_promised(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(references_dialog, "MOST", 2)
    dialog = open_references(qtbot, window)
    assert dialog.results.text() == "The first 2 of 3 results"
    dialog.results.click()
    assert save(qtbot, window, tmp_path / "two.bib", monkeypatch).count("@") == 2


def test_without_article_and_results_nothing_can_be_saved(qtbot: QtBot, window: Window, search: Callable[[str], None]) -> None:
    search("zzzz")
    dialog = open_references(qtbot, window)
    assert not dialog.article.isEnabled()
    assert not dialog.results.isEnabled()
    assert not dialog.save.isEnabled()


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, read_harbour: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_references(qtbot, read_harbour)
    assert save(qtbot, read_harbour, tmp_path, monkeypatch) == ""
    assert "cannot be written" in dialog.told.text()
