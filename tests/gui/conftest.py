"""A window on a small archive; nothing of it is left on the clipboard."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.style import dress, load_fonts
from app.gui.tokens import LIGHT
from app.gui.window import Window
from app.workflows.ingest import ingest
from app.workflows.library import Library
from tests.articles import GARDEN_WITH_EMOJI, LONG_HARBOUR, OPEN


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What is left on the clipboard offscreen crashes the interpreter at its exit."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The program in its own look."""
    load_fonts()
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with three invented articles."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in (("garden.md", GARDEN_WITH_EMOJI), ("harbour.txt", LONG_HARBOUR), ("river.md", OPEN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the three articles, imported once."""
    root = tmp_path_factory.mktemp("prepared")
    (root / "files").mkdir()
    for name, text in (("garden.md", GARDEN_WITH_EMOJI), ("harbour.txt", LONG_HARBOUR), ("river.md", OPEN)):
        (root / "files" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSMARK_CACHE", str(root / "cache"))
        patch.setenv("PRESSMARK_SETTINGS", str(root / "settings"))
        with Library.open(root / "archive", create=True) as library:
            batch = ingest(library.archive, [root / "files"], jobs=1)
            assert batch.failed == 0
    return root / "archive"


@pytest.fixture
def folder(tmp_path: Path, prepared: Path) -> Path:
    """An archive of the test's own: 1 garden, 2 harbour, 3 river."""
    return Path(shutil.copytree(prepared, tmp_path / "archive"))


@pytest.fixture
def empty_window(qtbot: QtBot, dressed: QApplication) -> Window:
    """A window without an archive."""
    window = Window("light")
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, empty_window: Window, folder: Path) -> Window:
    """A window on the archive, all its articles listed and the first one read."""
    with qtbot.waitSignal(empty_window.desk.article_read):
        empty_window.open_archive(folder)
    return empty_window


@pytest.fixture
def search(qtbot: QtBot, window: Window) -> Callable[[str], None]:
    """Type a query, key by key, and wait until the last answer and its article are shown."""

    def typed(text: str) -> None:
        field = window.workspace.query.field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClicks(field, text)
        qtbot.waitUntil(lambda: not window.desk.busy() and window.desk.selection.text == text)

    return typed


@pytest.fixture
def read_harbour(qtbot: QtBot, window: Window) -> Window:
    """The window with the harbour article in the reader."""
    with qtbot.waitSignal(window.desk.article_read):
        window.desk.read(2)
    return window
