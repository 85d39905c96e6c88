"""The ledger in its window: listed, narrowed, ordered, settled, reported, proven."""

import csv
import json
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.gui.ledger_model import COLUMNS, LedgerModel
from app.gui.ledger_window import LedgerWindow
from app.gui.tokens import DARK, LIGHT
from app.gui.window import Window
from app.workflows.ledger import LedgerEntry, LedgerFilter, entries, told_of
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from tests.gui.driving import ADDRESS, settle
from tests.gui.test_names import name_of
from tests.gui.test_quoting import copied, copy, give_address, opened, parts, select

SAID = "“A harbour with one crane is a harbour that waits,”"


@pytest.fixture
def ledger(qtbot: QtBot, read_harbour: Window) -> LedgerWindow:
    """The window on four excerpts: three of the harbour for a, b and c, one of the garden for a."""
    library = opened(read_harbour)
    spans = find_passage(read_article(library, 2).body, SAID)
    for name in ("a.example", "b.example", "c.example"):
        hand_out(library, QuoteRequest(2, spans, name, url=ADDRESS))
    night = find_passage(read_article(library, 1).body, "plants that flower at night")
    hand_out(library, QuoteRequest(1, night, "a.example", basis="permission", reason="letter of 3 May"))
    return open_ledger(qtbot, read_harbour)


def open_ledger(qtbot: QtBot, window: Window) -> LedgerWindow:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.beside.ledger.isVisible()
    return window.beside.ledger


def numbers(ledger: LedgerWindow) -> list[int]:
    return [row.excerpt_id for row in ledger.rows.rows]


def cells(ledger: LedgerWindow, row: int) -> list[str]:
    return [str(ledger.rows.data(ledger.rows.index(row, n))) for n in range(ledger.rows.columnCount())]


def test_an_empty_ledger_says_so(qtbot: QtBot, window: Window) -> None:
    ledger = open_ledger(qtbot, window)
    assert ledger.pages.currentWidget() is not ledger.table
    assert not ledger.publish.isEnabled()
    assert ledger.sums.text().startswith("0 excerpts")


def test_all_excerpts_are_listed_the_newest_first(ledger: LedgerWindow) -> None:
    assert numbers(ledger) == [4, 3, 2, 1]
    assert cells(ledger, 0)[2:4] == ["Botanical garden 🌱 opens its night house", "a.example · website"]
    assert cells(ledger, 0)[4:] == ["5", "no limit stated", "permission: letter of 3 May", "reserved"]
    assert cells(ledger, 1)[5].startswith("10 of ")
    assert ledger.sums.text() == "4 excerpts · 35 words · 0 published · 0 given back"
    assert "no legal advice" in ledger.findChildren(type(ledger.sums))[-1].text()


def test_a_click_on_a_title_orders_by_it_and_back(qtbot: QtBot, ledger: LedgerWindow) -> None:
    assert click_title(qtbot, ledger, 0) == "No. ↑"
    assert numbers(ledger) == [1, 2, 3, 4]
    assert click_title(qtbot, ledger, 0) == "No. ↓"
    title = click_title(qtbot, ledger, 2)
    assert numbers(ledger)[0 if title == "Article ↑" else -1] == 4


def click_title(qtbot: QtBot, ledger: LedgerWindow, column: int) -> str:
    """Click the title of a column, and return it as it is then."""
    header = ledger.table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(column) + 20, 10))
    return str(ledger.rows.headerData(column, Qt.Orientation.Horizontal))


def test_words_publication_and_period_narrow_it(qtbot: QtBot, ledger: LedgerWindow) -> None:
    QTest.keyClicks(ledger.filters.words, "letter gard")
    assert numbers(ledger) == [4]
    assert ledger.sums.text().startswith("1 excerpt · 5 words")
    ledger.filters.words.clear()
    QTest.keyClicks(ledger.filters.publication, "b.ex")
    assert numbers(ledger) == [2]
    ledger.filters.clear()
    QTest.keyClicks(ledger.filters.last, "1999-03")
    assert numbers(ledger) == []
    (show_all,) = [
        b for b in ledger.pages.currentWidget().findChildren(QPushButton) if b.text() == "Show all" and b.isVisible()
    ]
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert len(numbers(ledger)) == 4
    QTest.keyClicks(ledger.filters.first, "1999")
    assert len(numbers(ledger)) == 4


def test_a_date_that_is_none_is_told_and_narrows_nothing(ledger: LedgerWindow) -> None:
    QTest.keyClicks(ledger.filters.first, "2026-13")
    assert ledger.sums.text() == "“2026-13” is no date. Write 2026, 2026-03 or 2026-03-04."
    assert len(numbers(ledger)) == 4
    QTest.keyClick(ledger.filters.first, Qt.Key.Key_Backspace)
    QTest.keyClick(ledger.filters.first, Qt.Key.Key_Backspace)
    QTest.keyClick(ledger.filters.first, Qt.Key.Key_Backspace)
    assert ledger.sums.text().startswith("4 excerpts")


def test_the_article_that_is_read_narrows_it_and_is_followed(qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow) -> None:
    assert ledger.filters.only_article.isEnabled()
    QTest.keyClick(ledger.filters.only_article, Qt.Key.Key_Space)
    assert numbers(ledger) == [3, 2, 1]
    read_harbour.desk.read(1)
    settle(qtbot, read_harbour)
    assert numbers(ledger) == [4]


def test_an_address_is_recorded_by_keys_and_a_wrong_one_told(qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow) -> None:
    ledger.publish.setFocus()
    QTest.keyClick(ledger.publish, Qt.Key.Key_Space)
    assert ledger.address.isVisible()
    QTest.keyClicks(ledger.address.field, "nowhere")
    QTest.keyClick(ledger.address.field, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert "cannot be linked" in ledger.told.text()
    ledger.address.field.selectAll()
    QTest.keyClicks(ledger.address.field, "https://a.example/story")
    with qtbot.waitSignal(read_harbour.desk.settled):
        QTest.keyClick(ledger.address.field, Qt.Key.Key_Return)
    settle(qtbot, read_harbour)
    assert not ledger.address.isVisible()
    assert "recorded as published at https://a.example/story" in ledger.told.text()
    assert cells(ledger, 0)[-1] == "published"
    assert ledger.sums.text().endswith("1 published · 0 given back")
    qtbot.mouseClick(ledger.release, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert ledger.told.text() == "Excerpt 4 was published; what was used stays used."


def test_esc_leaves_the_question_then_the_window(ledger: LedgerWindow) -> None:
    ledger.publish.click()
    QTest.keyClick(ledger.address.field, Qt.Key.Key_Escape)
    assert not ledger.address.isVisible()
    assert ledger.isVisible()
    QTest.keyClick(ledger, Qt.Key.Key_Escape)
    assert not ledger.isVisible()


def test_what_is_given_back_counts_no_longer_and_the_clipboard_stays(qtbot: QtBot, read_harbour: Window) -> None:
    select(qtbot, read_harbour, SAID)
    give_address(qtbot, read_harbour)
    select(qtbot, read_harbour, "The loan of four million")
    settle(qtbot, read_harbour)
    bar = parts(read_harbour)[1]
    assert "with what you quoted before" in bar.left.text() or bar.state == "refused"
    before = copied()
    ledger = open_ledger(qtbot, read_harbour)
    with qtbot.waitSignal(read_harbour.desk.settled):
        qtbot.mouseClick(ledger.release, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert cells(ledger, 0)[-1] == "given back"
    assert copied() == before
    assert bar.sum.text().startswith("5 of ")
    view = read_harbour.workspace.reader.view
    assert view is not None
    assert view.excerpts == ()


def test_what_is_copied_meanwhile_appears(qtbot: QtBot, read_harbour: Window) -> None:
    ledger = open_ledger(qtbot, read_harbour)
    select(qtbot, read_harbour, SAID)
    copy(qtbot, read_harbour)
    give_address(qtbot, read_harbour)
    assert numbers(ledger) == [1]


@pytest.mark.parametrize("by", ["enter", "double click", "button"])
def test_the_article_of_a_row_is_opened(qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow, by: str) -> None:
    with qtbot.waitSignal(read_harbour.desk.article_read):
        if by == "enter":
            QTest.keyClick(ledger.table, Qt.Key.Key_Return)
        elif by == "button":
            qtbot.mouseClick(ledger.open_article, Qt.MouseButton.LeftButton)
        else:
            place = ledger.table.visualRect(ledger.rows.index(0, 2)).center()
            qtbot.mouseClick(ledger.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseDClick(ledger.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view = read_harbour.workspace.reader.view
    assert view is not None
    assert view.article_id == 1


@pytest.mark.parametrize("suffix", ["html", "csv", "json"])
def test_a_report_keeps_to_the_filter(
    qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    QTest.keyClicks(ledger.filters.words, "letter")
    chosen = tmp_path / f"report.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(ledger.save, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert ledger.told.text() == f"Saved: report.{suffix}"
    text = chosen.read_text(encoding="utf-8")
    assert "letter of 3 May" in text
    assert "b.example" not in text
    if suffix == "json":
        assert [row["excerpt_id"] for row in json.loads(text)["entries"]] == [4]
    elif suffix == "csv":
        assert len(list(csv.reader(text.splitlines()))) == 4
    else:
        assert "Quotations, with “letter”" in text


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    qtbot.mouseClick(ledger.save, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert "cannot be written" in ledger.told.text()


def test_the_proof_is_green_then_red(qtbot: QtBot, read_harbour: Window, ledger: LedgerWindow) -> None:
    qtbot.mouseClick(ledger.verify, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    head = entries(opened(read_harbour))[-1].hash
    assert ledger.told.text().startswith("The ledger is whole")
    assert ledger.told.text().endswith(head)
    assert ledger.told.property("role") == "ok"
    connection = sqlite3.connect(opened(read_harbour).archive.database)
    with connection:
        connection.execute("UPDATE excerpt SET publication = 'z.example' WHERE id = 2")
    connection.close()
    qtbot.mouseClick(ledger.verify, Qt.MouseButton.LeftButton)
    settle(qtbot, read_harbour)
    assert ledger.told.property("role") == "over"
    assert "2" in ledger.told.text()


def test_what_takes_the_focus_has_a_name(ledger: LedgerWindow) -> None:
    filters = ledger.filters
    for widget in (filters.words, filters.publication, filters.first, filters.last, filters.only_article, ledger.table,
                   ledger.publish, ledger.release, ledger.open_article, ledger.verify, ledger.save):  # fmt: skip
        assert name_of(widget)


def test_ink_tells_what_words_tell_too(ledger: LedgerWindow) -> None:
    ledger.dress(DARK)
    row = replace(ledger.rows.rows[0], status="released")
    ledger.rows.show(((row, ""),))
    index = ledger.rows.index(0, 7)
    assert ledger.rows.data(index) == "given back"
    assert ledger.rows.data(index, Qt.ItemDataRole.ForegroundRole).name() == DARK.ink3.lower()  # type: ignore[attr-defined]


def test_ten_thousand_rows_are_narrowed_and_ordered_at_once(ledger: LedgerWindow) -> None:
    one = ledger.rows.rows[0]
    made = (replace(one, excerpt_id=n, publication=f"p{n % 50}.example", words=n % 97) for n in range(10_000))
    many = tuple((row, told_of(row)) for row in made)
    model = LedgerModel(LIGHT)
    began = time.perf_counter()
    model.show(many)
    model.filter(LedgerFilter(words="p7 letter"))
    assert len(model.rows) == 200
    model.filter(LedgerFilter(publication="p9.example"))
    assert len(model.rows) == 200
    model.filter(LedgerFilter())
    for column in range(len(COLUMNS)):
        model.sort(column)
    assert time.perf_counter() - began < 3
    assert isinstance(model.rows[0], LedgerEntry)
    assert model.row_of(77) is not None
