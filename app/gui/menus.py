"""The menus and keys of the window, all in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox

from app import __version__
from app.gui.keys_dialog import KeysDialog

if TYPE_CHECKING:
    from app.gui.window import Window

SCHEMES = (("system", "Like the system"), ("light", "Light"), ("dark", "Dark"))


def make_menus(window: Window) -> tuple[QObject, ...]:
    """Fill the menu bar and return what must live as long as the window."""
    _file(window)
    _edit(window)
    _search(window)
    _view(window)
    _article(window)
    _ledger(window)
    _help(window)
    return _bare_keys(window)


def _add(menu: QMenu, text: str, do: Callable[[], object], keys: str | QKeySequence.StandardKey | None = None) -> QAction:
    action = menu.addAction(text)
    if keys is not None:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _=False: do())
    return action


def _file(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&File"))
    _add(menu, window.tr("&Import files…"), window.choose_files, "Ctrl+I")
    _add(menu, window.tr("Import a &folder…"), window.choose_folder, "Ctrl+Shift+I")
    menu.addSeparator()
    _add(menu, window.tr("&New archive…"), window.new_archive)
    _add(menu, window.tr("&Open archive…"), window.choose_archive, QKeySequence.StandardKey.Open)
    _add(menu, window.tr("Open the &sample archive"), window.open_sample)
    menu.addSeparator()
    _add(menu, window.tr("&Print…"), window.workspace.reader.quoting.print_passage, QKeySequence.StandardKey.Print)
    menu.addSeparator()
    _add(menu, window.tr("&Quit"), window.close, QKeySequence.StandardKey.Quit)


def _edit(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&Edit"))
    quoting = window.workspace.reader.quoting
    _add(menu, window.tr("Copy &quote"), quoting.copy, "Ctrl+Shift+C")
    # Its key is the article's own: in a field Ctrl+C copies what was typed there.
    _add(menu, window.tr("Copy the &words alone") + "\tCtrl+C", quoting.copy_plain)
    _add(menu, window.tr("Copy &reference"), quoting.copy_reference, "Ctrl+Alt+C")
    menu.addSeparator()
    _add(menu, window.tr("&Publications…"), window.edit_publications)


def _search(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&Search"))
    field, article = window.workspace.query.field, window.workspace.reader.article

    def search() -> None:
        field.setFocus()
        field.selectAll()

    _add(menu, window.tr("&Search"), search, QKeySequence.StandardKey.Find)
    _add(menu, window.tr("Clear all &filters"), lambda: window.desk.search(window.desk.selection.bare()), "Ctrl+Shift+X")
    menu.addSeparator()
    _add(menu, window.tr("&Next hit"), lambda: article.next_hit(1), "F3")
    _add(menu, window.tr("&Previous hit"), lambda: article.next_hit(-1), "Shift+F3")


def _view(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&View"))
    for text, pane, keys in (
        (window.tr("&Filters"), window.workspace.facets, "Ctrl+1"),
        (window.tr("&Results"), window.workspace.results, "Ctrl+2"),
    ):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(True)
        action.setShortcut(QKeySequence(keys))
        action.toggled.connect(pane.setVisible)
    menu.addSeparator()
    _add(menu, window.tr("&Names…"), window.beside.show_names, "Ctrl+Shift+N")
    _add(menu, window.tr("&Recognise names again…"), window.beside.show_recognise)
    menu.addSeparator()
    _add(menu, window.tr("&Larger text"), lambda: window.zoom(0.1), QKeySequence.StandardKey.ZoomIn)
    _add(menu, window.tr("&Smaller text"), lambda: window.zoom(-0.1), QKeySequence.StandardKey.ZoomOut)
    _add(menu, window.tr("&Usual size"), lambda: window.zoom(0), "Ctrl+0")
    menu.addSeparator()
    theme = menu.addMenu(window.tr("&Theme"))
    group = QActionGroup(theme)
    for key, name in SCHEMES:
        action = _add(theme, window.tr(name), lambda key=key: window.wear(key))  # type: ignore[misc]  # a lambda with a default
        action.setCheckable(True)
        action.setChecked(key == window.scheme)
        group.addAction(action)


def _article(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&Article"))
    _add(menu, window.tr("&Terms…"), window.beside.show_terms, "Ctrl+T")
    _add(menu, window.tr("Count the &paragraph or not"), window.workspace.reader.quoting.strike, "Ctrl+Shift+K")
    naming = window.workspace.reader.naming
    menu.addSeparator()
    _add(menu, window.tr("Whom this &names…"), naming.name_this, "Ctrl+E")
    _add(menu, window.tr("Not a name &here"), naming.reject_here, "Ctrl+Shift+E")
    _add(menu, window.tr("Not a name &anywhere…"), naming.reject_everywhere)
    _add(menu, window.tr("&Who says this…"), naming.ask_speaker, "Ctrl+Shift+S")
    _add(menu, window.tr("Show in N&ames"), naming.show_record, "Ctrl+Shift+M")
    menu.addSeparator()
    _add(menu, window.tr("Check a &draft…"), window.beside.show_draft, "Ctrl+D")
    menu.addSeparator()
    _add(menu, window.tr("&References…"), window.beside.show_references, "Ctrl+Shift+R")


def _ledger(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&Ledger"))
    _add(menu, window.tr("&Show the ledger"), window.beside.show_ledger, "Ctrl+L")


def _help(window: Window) -> None:
    menu = window.menuBar().addMenu(window.tr("&Help"))
    _add(menu, window.tr("&Keys"), lambda: KeysDialog(window).open(), QKeySequence.StandardKey.HelpContents)
    _add(menu, window.tr("&About Pressmark"), lambda: _about(window))


def _about(window: Window) -> None:
    words = window.tr(
        "Pressmark {0}: a news archive on your own computer.\nIt opens no connection unless you ask it to.\n\n"
        "It reads terms, counts and records; it gives no legal advice."
    )
    QMessageBox.about(window, window.tr("About Pressmark"), words.format(__version__))


def _bare_keys(window: Window) -> tuple[QShortcut, ...]:
    """Make the keys that no menu shows."""
    made = []
    for keys, do in (
        ("/", window.workspace.query.field.setFocus),
        ("?", lambda: KeysDialog(window).open()),
        ("F6", lambda: window.cycle(1)),
        ("Shift+F6", lambda: window.cycle(-1)),
    ):
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(do)
        made.append(shortcut)
    return tuple(made)
