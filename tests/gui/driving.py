"""Invented articles for the window's tests, and what a hand does in it."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.base.spans import Span
from app.gui.facet_list import VALUE, FacetList
from app.gui.window import Window
from app.workflows.passages import find_passage

QUOTED = "“A harbour with one crane is a harbour that waits,”"
ADDRESS = "https://northbridge.example.com/crane"


def settle(qtbot: QtBot, window: Window) -> None:
    """Wait until no answer is to come any more."""
    qtbot.waitUntil(lambda: not window.desk.busy())


def select(qtbot: QtBot, window: Window, passage: str) -> Span:
    """Select a passage of the article in the reader and wait until its meter is shown."""
    article = window.workspace.reader.article
    view = window.workspace.reader.view
    assert view is not None
    (span,) = find_passage(view.body, passage)
    with qtbot.waitSignal(window.desk.measured):
        article.select_span(span)
    return span


def click_value(qtbot: QtBot, window: Window, values: FacetList, label: str) -> None:
    """Click a value of a facet and wait for the answer."""
    model = values.model()
    index = next(model.index(n, 0) for n in range(model.rowCount()) if model.index(n, 0).data(VALUE).label == label)
    place: QPoint = values.visualRect(index).center()
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)
