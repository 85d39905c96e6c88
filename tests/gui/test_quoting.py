"""From a selection to the clipboard, by key and mouse, always through the licence."""

import json
import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.base import settings
from app.citation import Payload
from app.gui import clipboard as door
from app.gui.article_view import ArticleTextView
from app.gui.facts_page import history_facts
from app.gui.quote_bar import QuoteBar
from app.gui.window import Window
from app.workflows.ledger import entries, verify
from app.workflows.library import Library
from app.workflows.publications import publications
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.terms import reword_terms
from tests.gui.driving import ADDRESS, QUOTED, select, settle

COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def parts(window: Window) -> tuple[ArticleTextView, QuoteBar]:
    return window.workspace.reader.article, window.workspace.reader.bar


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def opened(window: Window) -> Library:
    return window.desk._open_library()


def copy(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_C, COPY)
    settle(qtbot, window)


def give_address(qtbot: QtBot, window: Window) -> None:
    """Type the address that the bar asks for, and Enter."""
    _, bar = parts(window)
    assert bar.state == "link"
    QTest.keyClicks(bar.address, ADDRESS)
    QTest.keyClick(bar.address, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_selecting_shows_the_meter_beside_the_selection(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    _, bar = parts(read_harbour)
    assert bar.isVisible()
    assert re.fullmatch(r"10 of \d+ words", bar.sum.text())
    assert "left for my-site.example" in bar.left.text()
    assert bar.meter.isVisible()


def test_a_missing_link_is_asked_for_once_then_the_quotation_is_copied(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    copy(qtbot, read_harbour)
    assert copied() == ""
    give_address(qtbot, read_harbour)
    assert "A harbour with one crane is a harbour that waits" in copied()
    assert f'href="{ADDRESS}' in clipboard().html()
    assert "Ingrid Solbakken" in clipboard().html()
    assert ADDRESS in clipboard().data("text/markdown").toStdString()
    assert clipboard().data("text/rtf").toStdString().startswith(r"{\rtf1")
    assert read_harbour.workspace.reader.toast.isVisible()
    assert "left for my-site.example" in read_harbour.workspace.reader.toast.words.text()
    (entry,) = entries(opened(read_harbour))
    assert (entry.publication, entry.article_id) == ("my-site.example", 2)
    assert verify(opened(read_harbour)).whole
    assert read_harbour.workspace.reader.view is not None
    assert read_harbour.workspace.reader.view.value("url") == ADDRESS
    assert len(read_harbour.workspace.reader.view.excerpts) == 1


def test_legal_alone_but_not_in_sum_is_refused_and_the_clipboard_stays(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    first = copied()
    select(qtbot, read_harbour, "We have waited for eleven years")
    copy(qtbot, read_harbour)
    _, bar = parts(read_harbour)
    assert bar.state == "refused"
    assert re.search(r"the terms allow \d+ of \d+ words for my-site.example; 10 are used", bar.refusal.text())
    assert not bar.copy_button.isEnabled()
    assert copied() == first
    assert len(entries(opened(read_harbour))) == 1


def test_another_publication_has_an_allowance_of_its_own(qtbot: QtBot, read_harbour: Window) -> None:
    _, bar = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    select(qtbot, read_harbour, "We have waited for eleven years")
    line = bar.publication.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "other.example")
    settle(qtbot, read_harbour)
    assert bar.state == "allowed"
    qtbot.mouseClick(bar.copy_button, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert "We have waited for eleven years" in copied()
    assert [entry.publication for entry in entries(opened(read_harbour))] == ["my-site.example", "other.example"]
    assert settings.load().publication == "other.example"


def test_undo_gives_the_excerpt_back(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    with qtbot.waitSignal(read_harbour.desk.released):
        qtbot.mouseClick(read_harbour.workspace.reader.toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    _, bar = parts(read_harbour)
    assert copied() == ""
    assert "with what you quoted before" not in bar.left.text()
    assert [entry.status for entry in entries(opened(read_harbour))] == ["released"]


def test_what_was_done_is_told_beside_the_bar(qtbot: QtBot, read_harbour: Window) -> None:
    _, bar = parts(read_harbour)
    select(qtbot, read_harbour, "The loan of four million")
    settle(qtbot, read_harbour)
    toast = read_harbour.workspace.reader.toast
    toast.say("Copied")
    assert bar.isVisible()
    assert not toast.geometry().intersects(bar.geometry())
    bar.move(bar.x(), 60)
    toast.say("Copied again")
    assert not toast.geometry().intersects(bar.geometry())


LONG = "The loan of four million is to be paid back by 2041. The ministry in Oslo must still agree to it"


def way(bar: QuoteBar, name: str) -> QPushButton:
    return next(button for button in bar.way_buttons() if name in button.text())


def test_a_passage_that_is_too_long_is_trimmed_and_copied_by_one_click(qtbot: QtBot, read_harbour: Window) -> None:
    article, bar = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    with qtbot.waitSignal(read_harbour.desk.released):
        qtbot.mouseClick(read_harbour.workspace.reader.toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    whole = select(qtbot, read_harbour, LONG)
    settle(qtbot, read_harbour)
    assert bar.state == "refused"
    assert not bar.copy_button.isEnabled()
    qtbot.mouseClick(way(bar, "Whole sentences · 12"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    span = article.selected_span()
    assert span is not None
    assert span.start == whole.start
    assert copied().startswith("“The loan of four million is to be paid back by 2041.”")
    (_, _, entry) = (None, None, entries(opened(read_harbour))[-1])
    assert (entry.words, entry.status) == (12, "reserved")
    qtbot.waitUntil(lambda: article.hasFocus() or not read_harbour.isActiveWindow())


def test_a_trim_with_a_gap_is_copied_with_its_gap(qtbot: QtBot, read_harbour: Window) -> None:
    _, bar = parts(read_harbour)
    select(qtbot, read_harbour, "The harbour master, who has run the first crane for most of his life, said that he")
    settle(qtbot, read_harbour)
    qtbot.mouseClick(way(bar, "Part with […]"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    give_address(qtbot, read_harbour)
    assert copied().startswith("“The harbour master, […] said that he”")


def test_plain_copy_is_refused_over_the_cap_and_offers_private_study(qtbot: QtBot, read_harbour: Window) -> None:
    article, bar = parts(read_harbour)
    select(qtbot, read_harbour, LONG)
    QTest.keyClick(article, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, read_harbour)
    assert copied() == ""
    assert "the terms allow" in bar.refusal.text()
    qtbot.mouseClick(way(bar, "private study"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert copied() == LONG
    assert not clipboard().hasHtml()
    assert "private study" in read_harbour.workspace.reader.toast.words.text()
    (entry,) = entries(opened(read_harbour))
    assert (entry.basis, entry.before, entry.after) == ("private_study", 0, 0)


def test_another_basis_wants_a_reason_and_is_recorded(qtbot: QtBot, read_harbour: Window) -> None:
    _, bar = parts(read_harbour)
    select(qtbot, read_harbour, LONG)
    settle(qtbot, read_harbour)
    assert bar.basis.isVisible()
    with qtbot.waitSignal(read_harbour.desk.measured):
        QTest.keyClicks(bar.basis, "Perm")
    settle(qtbot, read_harbour)
    assert bar.state == "reason"
    assert not bar.meter.isVisible()
    QTest.keyClicks(bar.reason, "letter of 3 May")
    QTest.keyClick(bar.reason, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert LONG in copied().replace("\n", " ")
    (entry,) = entries(opened(read_harbour))
    assert (entry.basis, entry.reason) == ("permission", "letter of 3 May")


def test_whether_a_publication_is_commercial_is_asked_where_it_matters(qtbot: QtBot, read_harbour: Window) -> None:
    _, bar = parts(read_harbour)
    reword_terms(opened(read_harbour), 2, "Up to 40 words may be quoted for non-commercial purposes.")
    read_harbour.desk.read(2)
    settle(qtbot, read_harbour)
    select(qtbot, read_harbour, "The loan of four million")
    settle(qtbot, read_harbour)
    assert "Say whether my-site.example is commercial" in bar.remarks.text()
    qtbot.mouseClick(way(bar, "It is commercial"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert bar.state == "refused"
    assert "forbid commercial use" in bar.refusal.text()
    (publication,) = publications(opened(read_harbour))
    assert publication.commercial is True


def test_the_reference_alone_is_copied_without_a_row(qtbot: QtBot, read_harbour: Window) -> None:
    QTest.keyClick(read_harbour, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    settle(qtbot, read_harbour)
    assert "Northbridge Wire" in copied()
    assert "“" not in copied()
    assert entries(opened(read_harbour)) == ()


def test_printing_is_metered_too(qtbot: QtBot, read_harbour: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = tmp_path / "printed.pdf"

    def choose(_: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return printer

    monkeypatch.setattr(door, "choose_printer", choose)
    _, bar = parts(read_harbour)
    QTest.keyClick(read_harbour, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, read_harbour)
    assert not printed.exists()
    assert "the terms allow" in bar.refusal.text()
    qtbot.mouseClick(way(bar, "private study"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert printed.read_bytes().startswith(b"%PDF")
    assert [entry.basis for entry in entries(opened(read_harbour))] == ["private_study"]


def test_a_printer_that_is_called_off_records_nothing(
    qtbot: QtBot, read_harbour: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "choose_printer", lambda _: None)
    select(qtbot, read_harbour, QUOTED)
    read_harbour.workspace.reader.quoting.print_passage()
    settle(qtbot, read_harbour)
    assert entries(opened(read_harbour)) == ()


def test_no_other_path_leads_to_the_clipboard(qtbot: QtBot, read_harbour: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the one door closed nothing that a hand can do fills the clipboard, whatever way it tries."""
    seen: list[Payload] = []
    monkeypatch.setattr(door, "put", lambda payload: bool(seen.append(payload)) or True)
    monkeypatch.setattr(door, "drag", lambda payload, _: bool(seen.append(payload)) or True)
    article, bar = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    QTest.keyClicks(bar.address, ADDRESS)
    QTest.keyClick(bar.address, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    control = Qt.KeyboardModifier.ControlModifier
    for key, held in ((Qt.Key.Key_C, control), (Qt.Key.Key_Insert, control),
                      (Qt.Key.Key_C, COPY), (Qt.Key.Key_X, control), (Qt.Key.Key_A, control), (Qt.Key.Key_C, control)):  # fmt: skip
        QTest.keyClick(article, key, held)
        settle(qtbot, read_harbour)
    menu = QMenu()
    article.actions_for_menu(menu)
    for action in menu.actions()[:3]:
        action.trigger()
        settle(qtbot, read_harbour)
    article.copy()
    article.cut()
    assert len(seen) >= 5
    board = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        assert board.text(mode) == ""


def test_terms_without_a_right_to_quote_want_a_reason(qtbot: QtBot, window: Window) -> None:
    window.desk.read(1)
    settle(qtbot, window)
    _, bar = parts(window)
    select(qtbot, window, "plants that flower at night")
    assert bar.state == "reason"
    copy(qtbot, window)
    assert copied() == ""
    assert "Say why" in bar.refusal.text()
    QTest.keyClicks(bar.reason, "as evidence in a review")
    QTest.keyClick(bar.reason, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "plants that flower at night" in copied()
    (entry,) = entries(opened(window))
    assert (entry.basis, entry.reason) == ("statutory", "as evidence in a review")


def test_an_address_that_cannot_be_linked_is_told(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    _, bar = parts(read_harbour)
    QTest.keyClicks(bar.address, "javascript:alert(1)")
    QTest.keyClick(bar.address, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert "cannot be linked" in bar.refusal.text()
    assert copied() == ""


def test_plain_copy_goes_through_the_licence_too(qtbot: QtBot, read_harbour: Window) -> None:
    article, _ = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    QGuiApplication.clipboard().clear()
    select(qtbot, read_harbour, "The town council of Varnsund voted on Monday for a second crane in the harbour")
    QTest.keyClick(article, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, read_harbour)
    assert copied() == ""
    assert len(entries(opened(read_harbour))) == 1


def test_nothing_leaves_the_article_by_qt_s_own_ways(qtbot: QtBot, read_harbour: Window) -> None:
    article, _ = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    assert article.createMimeDataFromSelection().formats() == []
    article.copy()
    assert copied() == ""
    assert not article.acceptDrops()


def test_copy_without_a_selection_says_so(qtbot: QtBot, read_harbour: Window) -> None:
    copy(qtbot, read_harbour)
    assert read_harbour.workspace.reader.toast.words.text() == "Select a passage of the article first"


def test_a_passage_is_selected_and_quoted_with_keys_alone(qtbot: QtBot, window: Window) -> None:
    window.desk.read(3)
    settle(qtbot, window)
    article, bar = parts(window)
    article.setFocus()
    assert article.page is not None
    cursor = article.textCursor()
    cursor.setPosition(article.page.body_start)
    article.setTextCursor(cursor)
    for _ in range(3):
        QTest.keyClick(article, Qt.Key.Key_Right, COPY)
    settle(qtbot, window)
    assert bar.state == "allowed"
    copy(qtbot, window)
    assert copied().startswith("“Researchers from Basel”")
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_characters_beyond_the_basic_plane_do_not_shift_the_passage(qtbot: QtBot, window: Window) -> None:
    window.desk.read(1)
    settle(qtbot, window)
    article, bar = parts(window)
    span = select(qtbot, window, "the dark before")
    assert article.textCursor().selectedText() == "the dark before"
    assert article.selected_span() == span
    QTest.keyClicks(bar.reason, "review")
    QTest.keyClick(bar.reason, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "the dark before" in copied()


class _Drag:
    """Stands for the system's drag: it ends as the test says."""

    outcome = Qt.DropAction.CopyAction
    seen: QMimeData | None = None

    def __init__(self, source: object) -> None: ...

    def setMimeData(self, carried: QMimeData) -> None:  # noqa: N802  # Qt's name
        type(self).seen = carried

    def exec(self, _: Qt.DropAction) -> Qt.DropAction:
        return self.outcome


@pytest.mark.parametrize("taken", [True, False])
def test_a_drag_is_metered_and_given_back_when_nobody_takes_it(
    qtbot: QtBot, read_harbour: Window, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    article, bar = parts(read_harbour)
    select(qtbot, read_harbour, QUOTED)
    QTest.keyClicks(bar.address, ADDRESS)
    monkeypatch.setattr(door, "QDrag", _Drag)
    _Drag.outcome = Qt.DropAction.CopyAction if taken else Qt.DropAction.IgnoreAction
    cursor = QTextCursor(article.textCursor())
    cursor.setPosition(article.textCursor().selectionStart() + 3)
    start = article.cursorRect(cursor).center()
    QTest.mousePress(article.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(article.viewport(), start + QPoint(QApplication.startDragDistance() + 5, 3))
    settle(qtbot, read_harbour)
    assert _Drag.seen is not None
    assert "A harbour with one crane" in _Drag.seen.text()
    assert [entry.status for entry in entries(opened(read_harbour))] == (["reserved"] if taken else ["released"])


def test_the_menu_of_the_article_offers_the_metered_ways(qtbot: QtBot, read_harbour: Window) -> None:
    article, _ = parts(read_harbour)
    menu = QMenu()
    article.actions_for_menu(menu)
    assert [action.text() for action in menu.actions()] == ["Copy reference", "Print…"]
    menu.clear()
    select(qtbot, read_harbour, QUOTED)
    article.actions_for_menu(menu)
    ways = ["Copy quote", "Copy the words alone", "Copy reference", "Print…"]
    assert [action.text() for action in menu.actions() if action.text()][:4] == ways


def test_the_ledger_knows_what_the_meter_said(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    give_address(qtbot, read_harbour)
    request = QuoteRequest(2, (cast("ArticleTextView", parts(read_harbour)[0]).selected_span(),), "my-site.example")  # type: ignore[arg-type]
    with qtbot.waitSignal(read_harbour.desk.measured) as said:
        read_harbour.desk.measure(request)
    assert said.args is not None
    assert said.args[0].measures["words"].before == 10
    assert json.dumps(said.args[0].measures["words"].used) == "10"


def put_cursor(window: Window, words: str) -> None:
    """Put the cursor before words of the article, as a click does."""
    article, _ = parts(window)
    cursor = article.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    article.setTextCursor(cursor)


def strike(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.desk.article_renewed):
        QTest.keyClick(window, Qt.Key.Key_K, COPY)
    settle(qtbot, window)


def test_struck_paragraph_is_dimmed_and_the_meter_follows_at_once(qtbot: QtBot, read_harbour: Window) -> None:
    article, bar = parts(read_harbour)
    put_cursor(read_harbour, "Two firms")
    strike(qtbot, read_harbour)
    (shade,) = (each for each in article.extraSelections() if each.format.fontStrikeOut())
    assert shade.cursor.selectedText().startswith("Two firms")
    assert "not counted" in article._marks.tips_at(shade.cursor.selectionStart())[-1]
    select(qtbot, read_harbour, QUOTED)
    before = bar.sum.text()
    library = opened(read_harbour)
    with qtbot.waitSignal(read_harbour.desk.measured):
        read_harbour.desk.strike(2, [1], counted=False)
    settle(qtbot, read_harbour)
    assert bar.sum.text() != before
    assert read_article(library, 2).uncounted[0].number == 1
    article.select_span(read_article(library, 2).uncounted[-1].span)
    with qtbot.waitSignal(read_harbour.desk.measured):
        strike(qtbot, read_harbour)
    assert not [
        each for each in article.extraSelections() if each.format.fontStrikeOut() and each.cursor.selectedText()[:3] == "Two"
    ]


def test_striking_is_offered_in_the_menu_for_the_paragraph_with_the_cursor(qtbot: QtBot, read_harbour: Window) -> None:
    article, _ = parts(read_harbour)

    def offered() -> list[str]:
        menu = QMenu()
        article.actions_for_menu(menu)
        return [action.text().split("\t")[0] for action in menu.actions()]

    assert "Do not count as the article’s text" not in offered()
    put_cursor(read_harbour, "Two firms")
    assert offered()[-1] == "Do not count as the article’s text"
    strike(qtbot, read_harbour)
    assert offered()[-1] == "Count as the article’s text"
    assert "Struck out of the text" in [name for _, name, _ in history_facts(read_article(opened(read_harbour), 2))]


def test_without_a_paragraph_the_key_says_what_to_do(qtbot: QtBot, read_harbour: Window) -> None:
    put_cursor(read_harbour, "Harbour of Varnsund")
    QTest.keyClick(read_harbour, Qt.Key.Key_K, COPY)
    assert "Put the cursor into a paragraph" in read_harbour.workspace.reader.toast.words.text()


def test_a_missing_link_leaves_other_ways(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    _, bar = parts(read_harbour)
    qtbot.mouseClick(way(bar, "Another basis"), Qt.MouseButton.LeftButton)
    assert bar.basis.isVisible()
    qtbot.mouseClick(way(bar, "reference alone"), Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert "Northbridge Wire" in copied()
    assert entries(opened(read_harbour)) == ()
