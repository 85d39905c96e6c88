"""What a publication is, said in a dialog and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.gui.publications_dialog import PublicationsDialog
from app.gui.window import Window
from app.workflows.publications import PublicationView, describe_publication, publications
from tests.gui.driving import settle


@pytest.fixture
def dialog(qtbot: QtBot, window: Window) -> PublicationsDialog:
    describe_publication(window.desk._open_library(), PublicationView("The Paper", "print"))
    with qtbot.waitSignal(window.desk.publications_read):
        window.edit_publications()
    (found,) = window.findChildren(PublicationsDialog)
    return found


def save(qtbot: QtBot, window: Window, dialog: PublicationsDialog) -> tuple[PublicationView, ...]:
    with qtbot.waitSignal(window.desk.publications_read):
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    return publications(window.desk._open_library())


def test_known_publication_is_shown_and_changed(qtbot: QtBot, window: Window, dialog: PublicationsDialog) -> None:
    assert (dialog.name.text(), dialog.name.isReadOnly(), dialog.medium.currentText()) == ("The Paper", True, "print")
    QTest.keyClicks(dialog.commercial, "yes")
    QTest.keyClicks(dialog.language, "German")
    QTest.keyClicks(dialog.house, "50")
    assert save(qtbot, window, dialog) == (PublicationView("The Paper", "print", True, "de", 50),)
    assert dialog.name.text() == "The Paper"


def test_new_publication_is_added_and_offered_in_the_bar(qtbot: QtBot, window: Window, dialog: PublicationsDialog) -> None:
    QTest.keyClick(dialog.names, Qt.Key.Key_End)
    assert not dialog.name.isReadOnly()
    QTest.keyClicks(dialog.name, "radio.example")
    QTest.keyClicks(dialog.medium, "broad")
    assert PublicationView("radio.example", "broadcast") in save(qtbot, window, dialog)
    bar = window.workspace.reader.bar
    assert bar.publication.findText("radio.example") >= 0


def test_language_without_marks_of_its_own_is_kept(qtbot: QtBot, window: Window) -> None:
    describe_publication(window.desk._open_library(), PublicationView("The Paper", "print", language="sw"))
    with qtbot.waitSignal(window.desk.publications_read):
        window.edit_publications()
    (dialog,) = window.findChildren(PublicationsDialog)
    assert dialog.language.currentText() == "Swahili"
    QTest.keyClicks(dialog.commercial, "yes")
    assert save(qtbot, window, dialog) == (PublicationView("The Paper", "print", True, "sw"),)


def test_name_that_is_none_is_told_as_on_the_command_line(qtbot: QtBot, window: Window, dialog: PublicationsDialog) -> None:
    QTest.keyClick(dialog.names, Qt.Key.Key_End)
    dialog.name.setText("x" * 201)
    with qtbot.waitSignal(window.desk.failed) as told:
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert told.args[0].code == "publication-name-long"


def test_publication_is_known_in_the_bar_whatever_its_case(window: Window, dialog: PublicationsDialog) -> None:
    bar = window.workspace.reader.bar
    bar.publication.setEditText("the  paper ")
    assert bar.choices.described() == PublicationView("The Paper", "print")
    assert (bar.medium.currentText(), bar.medium.isEnabled()) == ("print", False)


def test_publication_without_a_name_is_not_kept(qtbot: QtBot, window: Window, dialog: PublicationsDialog) -> None:
    QTest.keyClick(dialog.names, Qt.Key.Key_End)
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(publications(window.desk._open_library())) == 1
