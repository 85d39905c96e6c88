"""Check my draft in its window: pasted, opened or dropped; found, shown in place, stopped, saved."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.base import settings
from app.base.progress import CancelToken
from app.gui import draft_window as module
from app.gui.draft_window import DraftWindow
from app.gui.finding_list import laid_out
from app.gui.finding_model import spoken
from app.gui.tokens import DARK, LIGHT
from app.gui.window import Window
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from tests.gui.driving import ADDRESS, settle
from tests.gui.test_names import name_of
from tests.gui.test_quoting import QUOTED, opened

DRAFT = """A note from 🌱 Varnsund.

The mayor told the [Northbridge Wire](https://x.example/other): “A harbour with one crane is a harbour that waits.”

Some say the loan of four million is to be repaid by 2041, and so on.
"""


@pytest.fixture
def draft(qtbot: QtBot, window: Window) -> DraftWindow:
    """The window that checks drafts, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.beside.draft.isVisible()
    return window.beside.draft


@pytest.fixture
def checked(qtbot: QtBot, window: Window, draft: DraftWindow) -> DraftWindow:
    """The same with a draft that was checked by key."""
    draft.field.setPlainText(DRAFT)
    QTest.keyClick(draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    return draft


def said(draft: DraftWindow) -> list[str]:
    return [spoken(finding) for finding in draft.findings.list.findings.findings]


def shades(draft: DraftWindow) -> list[str]:
    selections = draft.field.extraSelections()
    return [shade.cursor.selectedText() for shade in selections]  # type: ignore[attr-defined, unused-ignore]


def look(draft: DraftWindow, number: int) -> tuple[str, QTextCharFormat.UnderlineStyle]:
    """The ground of a passage and the line below it."""
    selections = draft.field.extraSelections()
    shape = selections[number].format  # type: ignore[attr-defined, unused-ignore]
    return shape.background().color().name(), shape.underlineStyle()


def told(draft: DraftWindow) -> str:
    return draft.findings._empty._words.text() if draft.findings.currentWidget() is draft.findings._empty else ""


def drop(target: QWidget, path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(40, 40), copy, carried, left, none),
        QDragMoveEvent(QPoint(40, 40), copy, carried, left, none),
        QDropEvent(QPointF(40, 40), copy, carried, left, none),
    ):
        QApplication.sendEvent(target, event)
        # Qt hands a move to a widget as accepted already when it took what entered.
        assert event.isAccepted() or isinstance(event, QDragMoveEvent)


def test_an_empty_draft_cannot_be_checked_and_says_what_to_do(draft: DraftWindow) -> None:
    assert not draft.check.isEnabled()
    assert "Paste a draft" in told(draft)
    draft.run()
    assert not draft.stop.isVisible()


def test_passages_are_found_told_and_shaded(checked: DraftWindow) -> None:
    verbatim, altered = said(checked)
    assert verbatim.startswith("1, verbatim: “A harbour with one crane is a harbour that waits”, from Harbour of Varnsund")
    assert "Refused: The terms want a link to the article." in verbatim
    assert "[instead of: paid back] repaid" in altered
    assert "Refused: Not marked as a quotation." in altered
    assert checked.findings.summary.text() == "2 passages from 1 article · 2 against the terms"
    assert shades(checked)[0] == "A harbour with one crane is a harbour that waits"
    assert shades(checked)[1].startswith("the loan of four million is to be repaid by 2041")
    (source,) = checked.findings.sources.sources
    index = checked.findings.sources.index(0, 1)
    assert source.article_id == 2
    assert "too many" in str(checked.findings.sources.data(index))
    assert look(checked, 1) == (LIGHT.used.lower(), QTextCharFormat.UnderlineStyle.WaveUnderline)


def test_a_finding_leads_to_its_passage_and_back(qtbot: QtBot, checked: DraftWindow) -> None:
    listed, field = checked.findings.list, checked.field
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert "loan of four" in field.passage(1)
    assert field.textCursor().position() == field._passages[1][0].selectionStart()  # type: ignore[union-attr]
    place = listed.visualRect(listed.findings.index(0, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert look(checked, 0)[0] == LIGHT.selection.lower()
    cursor = field.textCursor()
    cursor.setPosition(field.toPlainText().index("loan of four") + 3)
    field.setTextCursor(cursor)
    assert listed.currentIndex().row() == 1


def test_shades_follow_what_is_typed_and_the_change_is_told(checked: DraftWindow) -> None:
    assert checked.told.text() == ""
    QTest.keyClick(checked.field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(checked.field, "New words. ")
    assert shades(checked)[0] == "A harbour with one crane is a harbour that waits"
    assert "Check it again" in checked.told.text()


@pytest.mark.parametrize("by", ["enter", "button"])
def test_the_article_of_a_finding_is_opened(qtbot: QtBot, window: Window, checked: DraftWindow, by: str) -> None:
    with qtbot.waitSignal(window.desk.article_read):
        if by == "enter":
            QTest.keyClick(checked.findings.list, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(checked.open_article, Qt.MouseButton.LeftButton)
    view = window.workspace.reader.view
    assert view is not None
    assert view.article_id == 2


def test_own_words_are_told_to_be_in_no_article(qtbot: QtBot, window: Window, draft: DraftWindow) -> None:
    QTest.keyClicks(draft.field, "Words of my own, every one of them.")
    qtbot.mouseClick(draft.check, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert told(draft) == "Nothing in this draft stands in the archive."
    assert not draft.save.isEnabled()


def test_links_and_block_quotes_of_markdown_count(qtbot: QtBot, window: Window, draft: DraftWindow) -> None:
    draft.field.setPlainText(
        "Maren Tveit in the Halden Courier:\n\n> Nobody had ever asked to see the garden in the dark before\n"
    )
    draft.run()
    settle(qtbot, window)
    assert said(draft)[0].endswith("To look at: The terms give no right to quote; this rests on quotation by law.")
    assert draft.findings.summary.text() == "1 passage from 1 article · 1 to look at"


def test_what_was_quoted_for_the_publication_counts(qtbot: QtBot, window: Window, draft: DraftWindow) -> None:
    spans = find_passage(read_article(opened(window), 2).body, QUOTED)
    hand_out(opened(window), QuoteRequest(2, spans, "site.example", url=ADDRESS))
    draft.field.setPlainText("“We have waited for eleven years”, says the Northbridge Wire.")
    draft.run()
    settle(qtbot, window)
    assert "More than the terms" not in said(draft)[0]
    line = draft.publication.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "site.example")
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert "Refused: More than the terms allow" in said(draft)[0]


def test_the_publication_last_quoted_for_is_proposed(qtbot: QtBot, window: Window) -> None:
    settings.save(settings.Settings(publication="my-site.example"))
    window.beside.show_draft()
    settle(qtbot, window)
    assert window.beside.draft.publication.currentText() == "my-site.example"


@pytest.mark.parametrize("way", ["dialog", "drop on the field", "drop on the window"])
def test_a_file_is_opened(
    qtbot: QtBot, window: Window, draft: DraftWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    path = tmp_path / "draft.html"
    path.write_text(
        "<p>See <a href='https://x.example/a'>this</a>.</p><blockquote>A harbour waits</blockquote>", encoding="utf-8"
    )
    if way == "dialog":
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        qtbot.mouseClick(draft.open_file, Qt.MouseButton.LeftButton)
    else:
        drop(draft.field.viewport() if way.endswith("field") else draft, path)
    settle(qtbot, window)
    assert draft.field.toPlainText() == "See [this](<https://x.example/a>).\n\n> A harbour waits"
    assert draft.told.text() == "draft.html"
    assert not window.workspace.imports.isVisible()


def test_a_draft_that_a_file_took_the_place_of_can_be_brought_back(
    qtbot: QtBot, window: Window, draft: DraftWindow, tmp_path: Path
) -> None:
    QTest.keyClicks(draft.field, "Mine.")
    (tmp_path / "other.txt").write_text("Another one.", encoding="utf-8")
    drop(draft.field.viewport(), tmp_path / "other.txt")
    settle(qtbot, window)
    assert draft.field.toPlainText() == "Another one."
    QTest.keyClick(draft.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert draft.field.toPlainText() == "Mine."


def test_a_file_that_is_no_draft_is_told_and_the_draft_stays(
    qtbot: QtBot, window: Window, draft: DraftWindow, tmp_path: Path
) -> None:
    draft.field.setPlainText("Mine.")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    draft.read_file(tmp_path / "empty.txt")
    settle(qtbot, window)
    assert "empty" in draft.told.text()
    assert draft.field.toPlainText() == "Mine."


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Checking waits until it is let go, or asked to stop."""
    go = threading.Event()
    check = module.check_draft

    def waiting(library: object, text: object, publication: str, cancel: CancelToken) -> object:
        while not go.wait(0.01):
            cancel.check()
        return check(library, text, publication, cancel)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "check_draft", waiting)
    yield go
    go.set()


def test_a_check_is_stopped_and_the_window_was_free_all_along(
    qtbot: QtBot, window: Window, draft: DraftWindow, held: threading.Event
) -> None:
    draft.field.setPlainText(DRAFT)
    draft.run()
    qtbot.waitUntil(lambda: told(draft) == "Comparing the draft with 3 articles …")
    assert draft.stop.isVisible()
    assert not draft.check.isVisible()
    assert draft.field.isReadOnly()
    with qtbot.waitSignal(window.desk.article_read):
        window.desk.read(1)
    QTest.keyClick(draft.stop, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert told(draft) == "Stopped. Nothing was found out."
    assert draft.check.isVisible()
    assert not draft.field.isReadOnly()
    assert shades(draft) == []


def test_another_archive_forgets_what_was_found(qtbot: QtBot, window: Window, checked: DraftWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.desk.opened):
        window.open_archive(tmp_path / "other", create=True)
    settle(qtbot, window)
    assert "Paste a draft" in told(checked)
    assert checked.field.toPlainText() == DRAFT
    assert shades(checked) == []


@pytest.mark.parametrize("suffix", ["html", "json"])
def test_the_report_is_saved(
    qtbot: QtBot, checked: DraftWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    chosen = tmp_path / f"report.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(checked.save, Qt.MouseButton.LeftButton)
    assert checked.told.text() == f"Saved: report.{suffix}"
    text = chosen.read_text(encoding="utf-8")
    if suffix == "json":
        assert len(json.loads(text)["quotes"]) == 2
    else:
        assert "<del>paid back</del> <ins>repaid</ins>" in text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    qtbot.mouseClick(checked.save, Qt.MouseButton.LeftButton)
    assert "cannot be written" in checked.told.text()


def test_other_colours_and_widths_are_taken(qtbot: QtBot, window: Window, checked: DraftWindow) -> None:
    window.beside.dress(DARK)
    assert look(checked, 0)[0] == DARK.selection.lower()
    finding = checked.findings.list.findings.findings[1]
    assert laid_out(finding, DARK, 200).size().height() > laid_out(finding, DARK, 600).size().height()
    checked.grab()


def test_what_takes_the_focus_has_a_name(checked: DraftWindow) -> None:
    for widget in (checked.field, checked.findings.list, checked.findings.table, checked.publication, checked.open_file,
                   checked.check, checked.stop, checked.save, checked.open_article):  # fmt: skip
        assert name_of(widget)
