"""Names read again from the window: only what is outdated, with progress, stopped, and followed by everything that shows names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import select

from app.base.progress import CancelToken, Progress, Report
from app.gui import recognise_dialog
from app.gui.recognise_dialog import RecogniseDialog
from app.gui.window import Window
from app.model.tables import Article
from app.workflows.library import Library
from app.workflows.recognise_again import RecognitionReport
from tests.gui.driving import settle


def age(window: Window) -> None:
    """Let two articles have been read by an older version."""
    with window.desk._open_library().archive.transaction() as session:
        for article in session.exec(select(Article).limit(2)):
            article.recognised = "older"
            session.add(article)


def begin(qtbot: QtBot, window: Window) -> RecogniseDialog:
    window.beside.show_recognise()
    settle(qtbot, window)
    return window.beside.recognise


def test_outdated_articles_are_told_and_read_again(qtbot: QtBot, window: Window) -> None:
    age(window)
    dialog = begin(qtbot, window)
    assert dialog.state.text() == "2 articles were read by an older version."
    dialog.start.setFocus()
    with qtbot.waitSignal(window.desk.decided, timeout=20_000):
        QTest.keyClick(dialog.start, Qt.Key.Key_Space)
        assert dialog.stop.isVisible()
    settle(qtbot, window)
    assert dialog.told.text().startswith("Recognised again with")
    assert "2 articles" in dialog.told.text()
    assert dialog.state.text() == "All articles were recognised with the rules of now."
    assert not dialog.start.isEnabled()
    QTest.keyClick(dialog.all, Qt.Key.Key_Space)
    assert dialog.start.isEnabled()


def test_it_is_stopped_and_says_so(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(archive: object, *, only_outdated: bool, report: Report, cancel: CancelToken) -> RecognitionReport:
        report(Progress(1, 2))
        assert cancel._event.wait(10)
        return RecognitionReport("now", 1, 0, (), False, True)

    monkeypatch.setattr(recognise_dialog, "recognise_again", slowly)
    age(window)
    dialog = begin(qtbot, window)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.told.text() == "1 of 2 articles")
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert dialog.told.text().endswith("Stopped: what was done is kept, and it can go on from there.")
    assert dialog.start.isEnabled()


def test_archive_that_cannot_be_written_offers_nothing(qtbot: QtBot, empty_window: Window, folder: Path) -> None:
    with qtbot.waitSignal(empty_window.desk.article_read):
        empty_window.desk.use(Library.open(folder, read_only=True))
    dialog = begin(qtbot, empty_window)
    dialog.all.setChecked(True)
    assert not dialog.start.isEnabled()
