"""Archives, imports and looks of the window."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.base import settings
from app.gui import window as window_module
from app.gui.keys_dialog import KeysDialog
from app.gui.tokens import DARK, LIGHT
from app.gui.welcome import in_cloud
from app.gui.window import Window
from tests.gui.driving import settle

LONG_MS = 60_000


def drop(window: Window, paths: list[Path]) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy, left, none = (
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(where, copy, carried, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(where), copy, carried, left, none))


def test_a_first_run_offers_three_ways(empty_window: Window) -> None:
    assert empty_window.pages.currentWidget() is empty_window.welcome
    assert [
        b.isEnabled() for b in (empty_window.welcome.sample, empty_window.welcome.import_button, empty_window.welcome.open)
    ] == [True] * 3
    assert "Pressmark archive" in empty_window.welcome.note.text()


def test_an_archive_that_is_not_there_is_told_on_the_first_page(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    with qtbot.waitSignal(empty_window.desk.failed):
        empty_window.open_archive(tmp_path / "nothing")
    assert "There is no archive" in empty_window.welcome.note.text()
    assert empty_window.welcome.open.isEnabled()


def test_an_archive_is_opened_by_menu_and_remembered(
    qtbot: QtBot, empty_window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(empty_window.desk.found):
        QTest.keyClick(empty_window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert settings.load().last_archive == str(folder)
    assert empty_window.windowTitle() == "archive – Pressmark"
    settle(qtbot, empty_window)


def test_files_that_are_dropped_are_imported_and_found(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "ferry.txt").write_text(
        "Ferry sails again\n\nThe ferry to Skerry sails again, said Mayor Liv Aune.\n", encoding="utf-8"
    )
    (new / "empty.txt").write_text("", encoding="utf-8")
    with qtbot.waitSignal(window.job.ended, timeout=LONG_MS):
        drop(window, [new])
    panel = window.workspace.imports
    settle(qtbot, window)
    assert panel.isVisible()
    assert panel.words.text() == "1 article imported"
    assert panel.filters[("failed")].text() == "Failed 1"
    assert "is empty" in str(panel.items.data(panel.items.index(0, 2)))
    assert window.workspace.chips.summary.text().startswith("4 articles in ")


def test_the_report_is_filtered_saved_and_closed(
    qtbot: QtBot, window: Window, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "empty.txt").write_text("", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in sorted(files.iterdir())], ""))
    with qtbot.waitSignal(window.job.ended, timeout=LONG_MS):
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    panel = window.workspace.imports
    assert panel.items.rowCount() == 1
    assert len([b for b in panel.filters.values() if b.isVisible()]) >= 2
    status = next(s for s in ("same", "duplicate", "imported", "needs_review") if panel.filters[s].isVisible())  # type: ignore[index]
    qtbot.mouseClick(panel.filters[status], Qt.MouseButton.LeftButton)  # type: ignore[index]
    assert {item.status for item in panel.items.items} == {status}
    report = tmp_path / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert report.read_text(encoding="utf-8").startswith("path,status,code,message")
    with qtbot.waitSignal(window.job.ended, timeout=LONG_MS):
        qtbot.mouseClick(panel.retry, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    settle(qtbot, window)


def test_an_import_without_an_archive_makes_one(
    qtbot: QtBot, empty_window: Window, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_module, "default_folder", lambda: tmp_path / "made")
    with qtbot.waitSignal(empty_window.job.ended, timeout=LONG_MS):
        drop(empty_window, [files])
    qtbot.waitUntil(lambda: empty_window.workspace.chips.summary.text().startswith("3 articles"))
    assert (tmp_path / "made" / "archive.db").is_file()
    settle(qtbot, empty_window)


def test_an_import_can_be_stopped(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number}.txt").write_text(
            f"Note {number}\n\nThe quay of Varnsund was repaired {number} times.\n", encoding="utf-8"
        )
    with qtbot.waitSignal(window.job.progressed, timeout=LONG_MS):
        window.import_paths([many])
    with qtbot.waitSignal(window.job.ended, timeout=LONG_MS) as ended:
        qtbot.mouseClick(window.workspace.imports.stop, Qt.MouseButton.LeftButton)
    assert ended.args is not None
    assert ended.args[0].cancelled
    assert window.workspace.imports.words.text().startswith("Stopped · kept so far: ")
    settle(qtbot, window)
    kept = sum(len(item.article_ids) for item in ended.args[0].items)
    assert window.desk.article_count() == 3 + kept


def test_the_sample_archive_is_made_once_and_opened(
    qtbot: QtBot, empty_window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def make(where: Path) -> None:
        made.append(where)
        shutil.copytree(folder, where)

    monkeypatch.setattr(window_module, "make_sample", make)
    for _ in range(2):
        with qtbot.waitSignal(empty_window.desk.article_read):
            empty_window.open_sample()
        settle(qtbot, empty_window)
    assert len(made) == 1


def test_dark_and_light_can_be_chosen_and_are_kept(window: Window, qapp: QApplication) -> None:
    window.wear("dark")
    assert qapp.palette().window().color().name().upper() == DARK.ground
    assert settings.load().theme == "dark"
    window.wear("light")
    assert qapp.palette().window().color().name().upper() == LIGHT.ground
    assert settings.load().theme == "light"


def test_text_grows_and_shrinks_and_the_selection_stays(qtbot: QtBot, read_harbour: Window) -> None:
    article = read_harbour.workspace.reader.article
    before = article.document().size().height()
    QTest.keyClick(read_harbour, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(read_harbour, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert article.document().size().height() > before
    QTest.keyClick(read_harbour, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert article.zoom_factor == 1.0


def test_the_layout_is_remembered(qtbot: QtBot, dressed: QApplication) -> None:
    first = Window("light")
    qtbot.addWidget(first)
    first.resize(700, 640)
    first.show()
    first.close()
    assert set(json.loads(settings.load().window_state)) == {"window", "panes"}
    second = Window("light")
    qtbot.addWidget(second)
    assert second.size().width() == 700


def test_original_and_history_tell_where_an_article_came_from(qtbot: QtBot, read_harbour: Window) -> None:
    reader = read_harbour.workspace.reader
    tab = reader.tabs.tabRect(1).center()
    qtbot.mouseClick(reader.tabs, Qt.MouseButton.LeftButton, pos=tab)
    assert reader.pages.currentWidget() is reader.original
    assert any("harbour.txt" in label for label in _texts(reader.original))
    assert any("inferred" in label or "stated" in label for label in _texts(reader.original))
    qtbot.mouseClick(reader.tabs, Qt.MouseButton.LeftButton, pos=reader.tabs.tabRect(2).center())
    assert "Imported" in _texts(reader.history)


def _texts(page: QWidget) -> list[str]:
    """Return what a page of facts shows; what cannot be wrapped stands in fields."""
    return [w.text() for w in page.findChildren(QWidget) if isinstance(w, QLabel | QLineEdit)]


def test_the_keys_are_shown_by_a_question_mark(qtbot: QtBot, window: Window) -> None:
    window.workspace.results.list.setFocus()
    QTest.keyClick(window.workspace.results.list, Qt.Key.Key_Question)
    (dialog,) = window.findChildren(KeysDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_a_cloud_folder_is_recognised() -> None:
    assert in_cloud(Path("Dropbox", "Pressmark archive"))
    assert not in_cloud(Path("Documents", "Pressmark archive"))


def test_a_name_under_the_pointer_tells_its_record(read_harbour: Window) -> None:
    article, view = read_harbour.workspace.reader.article, read_harbour.workspace.reader.view
    assert view is not None
    assert article.page is not None
    found = article.page.range_of(
        next(m.span for m in view.mentions if m.label == "Ingrid Solbakken" and m.span.field == "body")
    )
    assert found
    cursor = article.textCursor()
    cursor.setPosition(found[0] + 2)
    where = article.cursorRect(cursor).center()
    QApplication.sendEvent(article, QHelpEvent(QEvent.Type.ToolTip, where, article.mapToGlobal(where)))
    assert QToolTip.text() == "Person: Ingrid Solbakken"
    QToolTip.hideText()


def test_an_article_is_shown_from_its_beginning_when_the_view_shrinks(qtbot: QtBot, read_harbour: Window) -> None:
    article = read_harbour.workspace.reader.article
    read_harbour.resize(1000, 420)
    settle(qtbot, read_harbour)
    qtbot.waitUntil(lambda: article.verticalScrollBar().maximum() > 0)
    assert article.verticalScrollBar().value() == 0
