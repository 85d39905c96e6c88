"""Names put right in the reader: each decision is told, can be taken back, and everything that shows names follows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.base.spans import Span
from app.gui.naming import Naming
from app.gui.window import Window
from app.index.query import Query
from app.messages.decisions import decision_words
from app.workflows.decisions import decisions
from app.workflows.find import find
from app.workflows.passages import find_passage
from app.workflows.read import read_article
from tests.gui.driving import select, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MAYOR = "Ingrid Solbakken"


@pytest.fixture
def naming(read_harbour: Window) -> Naming:
    return read_harbour.workspace.reader.naming


def put(window: Window, passage: str) -> None:
    """Put the cursor into a passage of the harbour article."""
    article = window.workspace.reader.article
    assert article.page is not None
    (span,) = find_passage(article.page.view.body, passage)
    place = article.page.range_of(Span(span.start + 1, span.start + 1))
    assert place is not None
    cursor = QTextCursor(article.document())
    cursor.setPosition(place[0])
    article.setTextCursor(cursor)
    window.activateWindow()
    article.setFocus()


def labels(window: Window) -> list[str]:
    view = window.workspace.reader.view
    assert view is not None
    return [mention.label for mention in view.mentions]


def facet(window: Window, name: str) -> dict[str, int]:
    return {row.label: row.count for row in find(window.desk._open_library(), Query()).facets[name]}  # type: ignore[index]


def texts(window: Window) -> list[str]:
    menu = QMenu()
    window.workspace.reader.article.actions_for_menu(menu)
    return [action.text().split("\t")[0] for action in menu.actions()]


def undo(qtbot: QtBot, window: Window) -> None:
    toast = window.workspace.reader.toast
    assert toast.undo.isVisible()
    with qtbot.waitSignal(window.desk.article_renewed):
        qtbot.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def test_name_is_none_here_by_its_key_and_comes_back(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    before = labels(read_harbour).count("Oslo")
    put(read_harbour, "Oslo must still")
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        QTest.keyClick(read_harbour, Qt.Key.Key_E, CTRL | SHIFT)
    settle(qtbot, read_harbour)
    assert labels(read_harbour).count("Oslo") == before - 1
    assert "Oslo" not in facet(read_harbour, "place")
    toast = read_harbour.workspace.reader.toast
    assert "is no entity at one place" in toast.words.text()
    assert toast.undo.geometry().right() < toast.width() <= read_harbour.workspace.reader.width()
    undo(qtbot, read_harbour)
    assert labels(read_harbour).count("Oslo") == before
    assert facet(read_harbour, "place")["Oslo"] == 1


def test_name_is_none_anywhere_after_the_reach_was_told(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    put(read_harbour, "Oslo must still")
    naming.reject_everywhere()
    settle(qtbot, read_harbour)
    box = naming.sure
    assert isinstance(box, QMessageBox)
    assert box.text() == "“Oslo” is no name anywhere, now and later: affects 1 article."
    assert box.textFormat() == Qt.TextFormat.PlainText
    with qtbot.waitSignal(read_harbour.desk.decided):
        QTest.keyClick(box, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert "Oslo" not in labels(read_harbour)
    undo(qtbot, read_harbour)
    assert "Oslo" in labels(read_harbour)


def test_name_is_somebody_else_who_is_found_while_typing(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    put(read_harbour, "Solbakken expects")
    QTest.keyClick(read_harbour, Qt.Key.Key_E, CTRL)
    settle(qtbot, read_harbour)
    assert naming.who.isVisible()
    assert naming.who.title.text() == f"“Solbakken” is not {MAYOR} (person) but…"
    naming.who.field.selectAll()
    QTest.keyClicks(naming.who.field, "okafor")
    settle(qtbot, read_harbour)
    assert naming.who.list.item(0).text().startswith("Tomas Okafor  ·  person")
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        QTest.keyClick(naming.who.field, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert "Tomas Okafor" in labels(read_harbour)
    assert facet(read_harbour, "person")["Tomas Okafor"] == 2
    undo(qtbot, read_harbour)
    assert "Tomas Okafor" not in labels(read_harbour)


def test_selection_names_a_new_organisation_always(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    select(qtbot, read_harbour, "customs house")
    assert "This names…" in texts(read_harbour)
    QTest.keyClick(read_harbour, Qt.Key.Key_E, CTRL)
    settle(qtbot, read_harbour)
    shown = [naming.who.list.item(n).text() for n in range(naming.who.list.count())]
    assert shown == [f"“customs house”, {kind} that is new here" for kind in ("a person", "an organisation", "a place")]
    QTest.keyClick(naming.who.field, Qt.Key.Key_Down)
    naming.who.always.setFocus()
    QTest.keyClick(naming.who.always, Qt.Key.Key_Space)
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        qtbot.mouseClick(naming.who.take, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert facet(read_harbour, "organisation")["customs house"] == 1
    assert read_harbour.workspace.reader.toast.words.text().endswith("(1 more)")
    assert "always means" in decision_words(decisions(read_harbour.desk._open_library())[0])
    undo(qtbot, read_harbour)
    assert "customs house" not in facet(read_harbour, "organisation")


def test_text_always_means_a_new_name_that_is_typed(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    select(qtbot, read_harbour, "customs house")
    naming.name_this()
    naming.who.field.selectAll()
    QTest.keyClicks(naming.who.field, "Customs of Varnsund")
    naming.who.always.setChecked(True)
    settle(qtbot, read_harbour)
    naming.who.list.setCurrentRow(naming.who.list.count() - 2)
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        QTest.keyClick(naming.who.list, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert "Customs of Varnsund" in facet(read_harbour, "organisation")
    undo(qtbot, read_harbour)
    assert "Customs of Varnsund" not in facet(read_harbour, "organisation")


def test_speaker_is_chosen_typed_or_nobody(qtbot: QtBot, read_harbour: Window, naming: Naming) -> None:
    put(read_harbour, "A harbour with one crane")

    def spoken() -> list[str | None]:
        return [each.speaker for each in read_article(read_harbour.desk._open_library(), 2).quotations]

    before = spoken()
    QTest.keyClick(read_harbour, Qt.Key.Key_S, CTRL | SHIFT)
    settle(qtbot, read_harbour)
    last = naming.who.list.item(naming.who.list.count() - 1)
    assert last.text() == "Nobody who is known"
    naming.who.list.setCurrentItem(last)
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        QTest.keyClick(naming.who.list, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert spoken()[0] is None
    put(read_harbour, "A harbour with one crane")
    naming.ask_speaker()
    settle(qtbot, read_harbour)
    assert naming.who.list.item(0).text() == MAYOR
    QTest.keyClicks(naming.who.field, "Pia Lund")
    settle(qtbot, read_harbour)
    with qtbot.waitSignal(read_harbour.desk.article_renewed):
        QTest.keyClick(naming.who.field, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert spoken()[0] == "Pia Lund"
    assert facet(read_harbour, "speaker")["Pia Lund"] == 1
    undo(qtbot, read_harbour)
    assert spoken()[0] is None
    assert before[0] == MAYOR


def test_pointing_at_the_margin_means_the_speech_beside_it(
    read_harbour: Window, naming: Naming, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(read_harbour, "A harbour with one crane")
    article = read_harbour.workspace.reader.article
    point = QPoint(30, article.cursorRect().center().y())
    place = article.verticalScrollBar().value()
    put(read_harbour, "The loan of four")
    article.verticalScrollBar().setValue(place)
    offered: list[str] = []
    # A menu that is open would hold the test up.
    monkeypatch.setattr(QMenu, "isEmpty", lambda menu: bool(offered.extend(action.text() for action in menu.actions())) or True)
    article.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, article.viewport().mapToGlobal(point)))
    assert "Who says this…\tCtrl+Shift+S" in offered
    assert naming.quotation() is not None


def test_record_of_a_name_is_shown_among_the_names(qtbot: QtBot, read_harbour: Window) -> None:
    put(read_harbour, "Oslo must still")
    assert {"Oslo", "Not a name here", "Not a name anywhere…", "This is somebody else…", "Show in Names"} <= set(
        texts(read_harbour)
    )
    QTest.keyClick(read_harbour, Qt.Key.Key_M, CTRL | SHIFT)
    settle(qtbot, read_harbour)
    names = read_harbour.beside.names
    assert names.isVisible()
    assert names.page.name.text() == "Oslo"


def test_keys_say_what_is_missing_where_nothing_is_named(qtbot: QtBot, read_harbour: Window) -> None:
    put(read_harbour, "Two firms have")
    for key in (Qt.Key.Key_E, Qt.Key.Key_M):
        read_harbour.workspace.reader.toast.hide()
        QTest.keyClick(read_harbour, key, CTRL | SHIFT)
        assert "Put the cursor on a name" in read_harbour.workspace.reader.toast.words.text()
    QTest.keyClick(read_harbour, Qt.Key.Key_S, CTRL | SHIFT)
    assert "direct speech" in read_harbour.workspace.reader.toast.words.text()
