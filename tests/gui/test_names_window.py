"""Names in their window: listed, filtered, shown, changed in place, merged, split, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.gui.names_list import ALL
from app.gui.names_window import NamesWindow
from app.gui.window import Window
from app.index.query import Query
from app.model.recognition import Kind
from app.workflows.authority_list import authority
from app.workflows.find import find
from app.workflows.ingest import ingest
from app.workflows.library import Library
from tests.gui.driving import settle

CTRL = Qt.KeyboardModifier.ControlModifier
MAYOR = "Ingrid Solbakken"
MORE = "More of the harbour\n\n“We shall see what the harbour needs next year,” said Ingrid Solbakken in Bergen.\n"
SHORT = "Short of the harbour\n\n“We shall see what the harbour needs next year,” said I. Solbakken in Bergen.\n"
NIGHT = "Night of the garden\n\n“The garden is open until the morning this week,” said T. Okafor in Bergen.\n"


def opened(window: Window) -> Library:
    return window.desk._open_library()


def number(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


@pytest.fixture
def names(qtbot: QtBot, window: Window, tmp_path: Path) -> NamesWindow:
    """The window on all names of six articles."""
    (tmp_path / "more").mkdir()
    for name, text in (("more", MORE), ("short", SHORT), ("night", NIGHT)):
        (tmp_path / "more" / f"{name}.txt").write_text(text, encoding="utf-8")
    library = opened(window)
    ingest(library.archive, [tmp_path / "more"], jobs=1)
    library.refresh()
    QTest.keyClick(window, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    found = window.beside.names
    settle(qtbot, window)
    found.list.which.setCurrentIndex(ALL)
    settle(qtbot, window)
    return found


def listed(names: NamesWindow) -> list[str]:
    return [row.name for row in names.list.rows.rows]


def choose(qtbot: QtBot, names: NamesWindow, window: Window, *wanted: str) -> None:
    """Click the rows of names, the second and later with Ctrl."""
    for count, name in enumerate(wanted):
        place = listed(names).index(name)
        centre = names.list.table.visualRect(names.list.rows.index(place, 0)).center()
        qtbot.mouseClick(
            names.list.table.viewport(), Qt.MouseButton.LeftButton, CTRL if count else Qt.KeyboardModifier.NoModifier, centre
        )
    settle(qtbot, window)


def people(library: Library) -> dict[str, int]:
    return {row.label: row.count for row in find(library, Query()).facets["person"]}


def test_names_are_listed_by_kind_with_counts_and_filtered_while_typing(
    qtbot: QtBot, window: Window, names: NamesWindow
) -> None:
    assert names.isVisible()
    assert MAYOR in listed(names)
    names.list.words.setFocus()
    QTest.keyClicks(names.list.words, "tom ok")
    qtbot.waitUntil(lambda: listed(names) == ["Tomas Okafor"])
    cells = [names.list.rows.data(names.list.rows.index(0, n)) for n in range(3)]
    assert cells == ["Tomas Okafor", "1", "found"]
    names.list.words.clear()
    QTest.keyClick(names, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Oslo" in listed(names))
    QTest.keyClicks(names.list.words, "zzz")
    qtbot.waitUntil(lambda: names.list.pages.currentWidget() is not names.list.table)


def test_record_is_renamed_in_place_and_everything_follows(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, "Tomas Okafor")
    names.page.name.setFocus()
    names.page.name.selectAll()
    QTest.keyClicks(names.page.name, "Thomas Okafor-Lund")
    assert names.page.rename_hint.text().startswith("Return renames it: affects 1 article")
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.page.name, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Thomas Okafor-Lund" in listed(names)
    assert names.page.name.text() == "Thomas Okafor-Lund"
    assert "Thomas Okafor-Lund" in people(opened(window))
    assert "Tomas Okafor  ·  typed" in [names.page.variants.item(n).text() for n in range(names.page.variants.count())]
    with qtbot.waitSignal(window.desk.decided):
        qtbot.mouseClick(names.toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "Tomas Okafor" in listed(names)
    assert names.page.name.text() == "Tomas Okafor"


def test_esc_leaves_a_name_as_it_was_and_then_the_window(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, "Tomas Okafor")
    names.page.name.setFocus()
    QTest.keyClicks(names.page.name, "x")
    QTest.keyClick(names.page.name, Qt.Key.Key_Escape)
    assert names.page.name.text() == "Tomas Okafor"
    assert names.isVisible()
    QTest.keyClick(names.page.name, Qt.Key.Key_Escape)
    assert not names.isVisible()


def test_malformed_identifier_is_told_beside_its_field_and_a_good_one_kept(
    qtbot: QtBot, window: Window, names: NamesWindow
) -> None:
    choose(qtbot, names, window, MAYOR)
    facts = names.page.facts
    field = facts.fields["isni"]
    field.setFocus()
    QTest.keyClicks(field, "0000 0001 2103 2684")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "is no identifier of ISNI" in facts.wrong["isni"].text()
    assert facts.wrong["isni"].isVisible()
    assert not window.desk.busy()
    field.selectAll()
    QTest.keyClicks(field, "https://isni.org/isni/0000000121032683")
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert field.text() == "0000000121032683"
    assert not facts.wrong["isni"].isVisible()
    view = authority(opened(window), number(opened(window), MAYOR))
    assert view.identifiers == {"isni": "0000000121032683"}
    assert view.summary.status == "confirmed"


def test_variant_is_added_by_enter_and_removed_by_del(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, "Tomas Okafor")
    names.page.new_name.setFocus()
    QTest.keyClicks(names.page.new_name, "T. N. Okafor")
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.page.new_name, Qt.Key.Key_Return)
    settle(qtbot, window)
    texts = [names.page.variants.item(n).text() for n in range(names.page.variants.count())]
    assert "T. N. Okafor  ·  typed" in texts
    names.page.variants.setFocus()
    names.page.variants.setCurrentRow(texts.index("T. N. Okafor  ·  typed"))
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.page.variants, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert all("T. N." not in names.page.variants.item(n).text() for n in range(names.page.variants.count()))


def test_chosen_names_are_merged_after_the_reach_is_told_and_undone(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, MAYOR, "Tomas Okafor")
    assert not names.actions_row.split.isEnabled()
    qtbot.mouseClick(names.actions_row.merge, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert names.sure.question.text() == "Merge 2 names into one: affects 3 articles. It is called:"
    assert names.sure.choice.currentText() == MAYOR
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.sure.yes, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Tomas Okafor" not in listed(names)
    assert names.page.name.text() == MAYOR
    assert people(opened(window))[MAYOR] == 3
    with qtbot.waitSignal(window.desk.decided):
        qtbot.mouseClick(names.toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "Tomas Okafor" in listed(names)
    assert people(opened(window))[MAYOR] == 2


def test_question_is_left_with_esc_and_nothing_is_done(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, MAYOR)
    names.actions_row.reject.setFocus()
    QTest.keyClick(names.actions_row.reject, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert names.sure.question.text() == f"“{MAYOR}” is no name anywhere, now and later: affects 2 articles."
    QTest.keyClick(names.sure.yes, Qt.Key.Key_Escape)
    assert not names.sure.isVisible()
    assert names.isVisible()
    assert MAYOR in people(opened(window))


def test_what_is_no_name_goes_from_list_facets_and_reader_and_comes_back(
    qtbot: QtBot, window: Window, names: NamesWindow
) -> None:
    window.desk.read(1)
    settle(qtbot, window)
    choose(qtbot, names, window, "Tomas Okafor")
    names.actions_row.reject.click()
    settle(qtbot, window)
    with qtbot.waitSignal(window.desk.article_renewed):
        qtbot.mouseClick(names.sure.yes, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    view = window.workspace.reader.view
    assert view is not None
    assert all(mention.label != "Tomas Okafor" for mention in view.mentions)
    assert "Tomas Okafor" not in listed(names)
    names.list.which.setCurrentIndex(3)
    settle(qtbot, window)
    assert listed(names) == ["Tomas Okafor"]
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.actions_row.confirm, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert "Tomas Okafor" in people(opened(window))


def test_kind_is_changed_to_one_that_is_chosen(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, "Tomas Okafor")
    names.actions_row.kind.click()
    settle(qtbot, window)
    assert names.sure.question.text() == "“Tomas Okafor” is no person: affects 1 article. It is:"
    QTest.keyClick(names.sure.choice, Qt.Key.Key_Down)
    QTest.keyClick(names.sure.choice, Qt.Key.Key_Up)
    assert names.sure.choice.currentText() == "an organisation"
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(names.sure.yes, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Tomas Okafor" not in people(opened(window))
    QTest.keyClick(names, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert "Tomas Okafor" in listed(names)


def test_record_is_split_by_articles_and_the_reach_is_told_before(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, MAYOR)
    names.actions_row.split.click()
    dialog = names.actions_row.split_dialog
    assert not dialog.split.isEnabled()
    dialog.articles.setFocus()
    places = [dialog.articles.item(n).text().startswith("More of") for n in range(dialog.articles.count())]
    dialog.articles.setCurrentRow(places.index(True))
    QTest.keyClick(dialog.articles, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert dialog.reach.text() == "Affects 1 article"
    QTest.keyClicks(dialog.name, "Ingrid Solbakken of Bergen")
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert people(opened(window))["Ingrid Solbakken of Bergen"] == 1
    assert "Ingrid Solbakken of Bergen" in listed(names)


def test_decision_is_undone_from_the_log(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, MAYOR)
    with qtbot.waitSignal(window.desk.decided):
        names.actions_row.confirm.click()
    settle(qtbot, window)
    assert "was confirmed" in names.page.log.item(0).text()
    with qtbot.waitSignal(window.desk.decided):
        qtbot.mouseClick(names.page.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert names.page.log.item(0).text().endswith("(undone)") or names.page.log.item(1).text().endswith("(undone)")
    assert "found" in names.page.state.text()


def test_articles_are_searched_for_and_read_from_here(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    choose(qtbot, names, window, MAYOR)
    assert names.page.search.text() == "Search in 2 articles"
    with qtbot.waitSignal(window.desk.found):
        qtbot.mouseClick(names.page.search, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.desk.selection.facets["person"].include == {str(number(opened(window), MAYOR))}
    assert window.workspace.chips.summary.text().startswith("2 articles")
    names.page.articles.setFocus()
    with qtbot.waitSignal(window.desk.article_read):
        QTest.keyClick(names.page.articles, Qt.Key.Key_Return)


def test_record_is_shown_with_the_list_turned_to_it(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    names.list.words.setText("nobody at all")
    names.show_record(number(opened(window), "Oslo", "place"), Kind.PLACE)
    settle(qtbot, window)
    assert names.tabs.currentIndex() == 2
    assert names.page.name.text() == "Oslo"


def test_suggestions_are_answered_by_keys_and_taken_back(qtbot: QtBot, window: Window, names: NamesWindow) -> None:
    QTest.keyClick(names, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    page = names.suggestions
    count = len(page.pairs)
    assert count
    assert page.progress.text() == f"1 of {count}"
    first = page.pair
    assert first is not None
    QTest.keyClick(page, Qt.Key.Key_H)
    assert page.pair is not first
    QTest.keyClick(page, Qt.Key.Key_U)
    assert page.pair is first
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(page, Qt.Key.Key_Y)
    settle(qtbot, window)
    assert authority(opened(window), first.record).summary.record == first.into
    with qtbot.waitSignal(window.desk.decided):
        page.go_back()
    settle(qtbot, window)
    assert page.pair is first
    assert authority(opened(window), first.record).summary.record == first.record
    with qtbot.waitSignal(window.desk.decided):
        QTest.keyClick(page, Qt.Key.Key_N)
    settle(qtbot, window)
    page.begin()
    settle(qtbot, window)
    assert first not in page.pairs
