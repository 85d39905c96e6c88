"""The terms of an article: looked at, confirmed for the source, put in other words, saved."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.gui.terms_dialog import TermsDialog
from app.gui.tokens import DARK
from app.gui.window import Window
from app.workflows.terms import confirm_terms, terms_of
from tests.gui.driving import select, settle
from tests.gui.test_names import name_of
from tests.gui.test_quoting import QUOTED, opened, parts, way


def open_terms(qtbot: QtBot, window: Window) -> TermsDialog:
    """Open the dialog by its key and wait until the terms are shown."""
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    dialog = window.beside.terms
    assert dialog.isVisible()
    return dialog


def told(dialog: TermsDialog) -> str:
    return "\n".join(label.text() for label in dialog.facts.findChildren(QLabel) if label.text())


def test_terms_are_told_in_words_with_their_notice(qtbot: QtBot, read_harbour: Window) -> None:
    dialog = open_terms(qtbot, read_harbour)
    assert dialog.title.text() == "Quotation up to 5 % of the text"
    assert "Northbridge Wire · From the article’s own notice · not confirmed yet" in dialog.origin.text()
    assert "Mark it as a quotation" in told(dialog)
    assert "Naming the author, commercial use, changes" in told(dialog)
    assert "no more than 5% of the" in dialog.notice.text.toPlainText()
    assert dialog.notice.text.document().findBlock(0).length() > 1
    assert dialog.close_button.hasFocus() or not dialog.isActiveWindow()


def test_a_click_on_the_bar_and_its_button_open_the_terms(qtbot: QtBot, read_harbour: Window) -> None:
    bar, dialog = read_harbour.workspace.reader.terms, read_harbour.beside.terms
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.mouseClick(bar.clause, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert dialog.isVisible()


def test_confirming_holds_for_the_source_and_the_window_follows(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, QUOTED)
    span = read_harbour.workspace.reader.article.selected_span()
    dialog = open_terms(qtbot, read_harbour)
    assert dialog.confirm.text() == "Confirm for this article"
    with qtbot.waitSignal(read_harbour.desk.found_again):
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert "Confirmed for 1 article of this source" in dialog.told.text()
    assert dialog.confirm.text() == "Confirmed"
    assert not dialog.confirm.isEnabled()
    assert terms_of(opened(read_harbour), 2).confirmed_at
    reader = read_harbour.workspace.reader
    assert reader.terms.state.text() == "confirmed"
    assert reader.view is not None
    assert reader.view.article_id == 2
    assert reader.article.selected_span() == span
    assert parts(read_harbour)[1].isVisible()


def test_other_words_are_previewed_and_applied_by_keys(qtbot: QtBot, read_harbour: Window) -> None:
    dialog = open_terms(qtbot, read_harbour)
    dialog.other_words.setFocus()
    QTest.keyClick(dialog.other_words, Qt.Key.Key_Space)
    settle(qtbot, read_harbour)
    panel = dialog.reword
    assert panel.isVisible()
    assert "Editorial content" in panel.field.toPlainText()
    QTest.keyClick(panel.field, Qt.Key.Key_Delete)
    QTest.keyClicks(panel.field, "Be nice.")
    settle(qtbot, read_harbour)
    assert "No terms can be read" in panel.reading.text()
    assert not panel.apply.isEnabled()
    panel.field.selectAll()
    QTest.keyClicks(panel.field, "Up to 30 words may be quoted with a link.")
    settle(qtbot, read_harbour)
    assert panel.reading.text().startswith("This is read: Quotation up to 30 words")
    panel.apply.setFocus()
    with qtbot.waitSignal(read_harbour.desk.found_again):
        QTest.keyClick(panel.apply, Qt.Key.Key_Space)
    settle(qtbot, read_harbour)
    assert not panel.isVisible()
    assert dialog.title.text() == "Quotation up to 30 words"
    rows = read_harbour.workspace.results.list.results
    badges = [rows.data(rows.index(n, 0), Qt.ItemDataRole.UserRole).badge for n in range(rows.rowCount())]  # type: ignore[attr-defined]
    assert "≤ 30 words" in badges


def test_esc_leaves_the_words_then_the_dialog(qtbot: QtBot, read_harbour: Window) -> None:
    dialog = open_terms(qtbot, read_harbour)
    qtbot.mouseClick(dialog.other_words, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.reword.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.reword.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settle(qtbot, read_harbour)


@pytest.mark.parametrize(("form", "key"), [("odrl", "permission"), ("schema.org", "copyrightNotice")])
def test_terms_are_saved_for_other_programs(
    qtbot: QtBot, read_harbour: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, key: str
) -> None:
    dialog = open_terms(qtbot, read_harbour)
    chosen = tmp_path / "terms.jsonld"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(dialog.save_odrl if form == "odrl" else dialog.save_schema, Qt.MouseButton.LeftButton)
    assert key in json.loads(chosen.read_text(encoding="utf-8"))
    assert dialog.told.text() == "Saved: terms.jsonld"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    qtbot.mouseClick(dialog.save_odrl, Qt.MouseButton.LeftButton)
    assert "cannot be written" in dialog.told.text()


def test_terms_of_a_profile_name_their_page_and_open_from_the_bar(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    text = "---\ntitle: Lock opened\nsource: Critical Blast\nurl: https://criticalblast.com/lock\n---\n\nBoats had waited for a year at the lock.\n"
    (tmp_path / "lock.md").write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.job.ended, timeout=60_000):
        window.import_paths([tmp_path / "lock.md"])
    settle(qtbot, window)
    window.desk.read(4)
    settle(qtbot, window)
    assert window.workspace.reader.terms.state.text() == "not confirmed yet"
    assert "From the source’s pages" in window.workspace.reader.terms.clause.accessibleName()
    select(qtbot, window, "Boats had waited")
    settle(qtbot, window)
    qtbot.mouseClick(way(parts(window)[1], "Look at the terms"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    dialog = window.beside.terms
    assert dialog.isVisible()
    assert dialog.view is not None
    assert dialog.view.terms_page == "https://criticalblast.com/content/reprint-policy"
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert parts(window)[1].state == "allowed"


def test_without_an_article_there_are_no_terms_to_show(qtbot: QtBot, window: Window) -> None:
    window.workspace.reader.clear_article()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not window.beside.terms.isVisible()
    assert window.workspace.reader.toast.words.text() == "Choose an article first"


def test_the_dialog_takes_other_colours(qtbot: QtBot, read_harbour: Window) -> None:
    dialog = open_terms(qtbot, read_harbour)
    read_harbour.beside.dress(DARK)
    cursor = dialog.notice.text.textCursor()
    cursor.setPosition(30)
    assert cursor.charFormat().background().color().name() == DARK.hit.lower()


def test_what_takes_the_focus_in_the_dialog_has_a_name(qtbot: QtBot, read_harbour: Window) -> None:
    dialog = open_terms(qtbot, read_harbour)
    for widget in (
        dialog.facts,
        dialog.notice.text,
        dialog.reword.field,
        dialog.confirm,
        dialog.other_words,
        dialog.close_button,
    ):
        assert name_of(widget)


def test_confirming_twice_is_no_trouble(qtbot: QtBot, read_harbour: Window) -> None:
    confirm_terms(opened(read_harbour), 2)
    dialog = open_terms(qtbot, read_harbour)
    assert not dialog.confirm.isEnabled()
    assert "confirmed by" in dialog.origin.text()


def test_a_narrow_bar_leaves_phrases_out_and_keeps_the_window_narrow(qtbot: QtBot, read_harbour: Window) -> None:
    tags = read_harbour.workspace.reader.terms.tags
    tags.resize(tags.sizeHint())
    shown = [tag for tag in tags.findChildren(QLabel) if tag.isVisible()]
    assert [tag.text() for tag in shown] == ["mark as quote", "name the source", "link", "only website"]
    assert tags.minimumSizeHint().width() == 0
    tags.resize(shown[0].width() + shown[1].width() + 20, tags.height())
    assert [tag.text() for tag in shown if tag.isVisible()] == ["mark as quote", "name the source"]
    assert shown[1].geometry().right() < tags.width()
    tags.resize(10, tags.height())
    assert not any(tag.isVisible() for tag in shown)
    assert tags.accessibleName() == "mark as quote, name the source, link, only website"
