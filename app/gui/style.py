"""The theme: fonts, palette and style sheet made from the tokens, for the whole program at once."""

from dataclasses import asdict
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.base.paths import resource
from app.gui import tokens
from app.gui.tokens import DARK, LIGHT, Colours

Scheme = Literal["system", "light", "dark"]


def known_scheme(name: str) -> Scheme:
    """Return the scheme of that name, "system" for a name that nobody knows."""
    return "light" if name == "light" else "dark" if name == "dark" else "system"


def colours_of(scheme: Scheme) -> Colours:
    """Return the colours of a scheme; "system" asks what the desktop wants, and is light where it does not say."""
    if scheme == "system":
        wanted = QGuiApplication.styleHints().colorScheme()
        return DARK if wanted == Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; characters that they lack come from the system's fonts."""
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def dress(application: QApplication, colours: Colours) -> None:
    """Give the program its palette, font and style sheet."""
    application.setStyle("Fusion")
    application.setPalette(palette(colours))
    application.setFont(sans(tokens.BODY))
    application.setStyleSheet(style_sheet(colours))


def sans(size: float, *, bold: bool = False) -> QFont:
    """Return the font of tools, with figures of one width; `size` in pixels."""
    return _font([tokens.SANS, "Segoe UI", "SF Pro Text", "Noto Sans", "sans-serif"], size, bold=bold)


def serif(size: float, *, bold: bool = False) -> QFont:
    """Return the font of reading; `size` in pixels."""
    return _font([tokens.SERIF, "Noto Serif", "Georgia", "serif"], size, bold=bold)


def _font(families: list[str], size: float, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(families)
    # Pixel sizes are whole numbers in Qt; points at 96 dpi are not, and the tokens hold halves.
    font.setPointSizeF(size * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if families[0] == tokens.SANS:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(colours: Colours) -> QPalette:
    """Return the palette for Qt's own widgets."""
    made = QPalette()
    role = QPalette.ColorRole
    parts = {
        role.Window: colours.ground, role.WindowText: colours.ink, role.Base: colours.surface, role.AlternateBase: colours.panel,
        role.Text: colours.ink, role.Button: colours.surface, role.ButtonText: colours.ink, role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.ink, role.Highlight: colours.selection, role.HighlightedText: colours.ink, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.PlaceholderText: colours.ink3, role.Mid: colours.line, role.Light: colours.surface,
        role.Dark: colours.ink3, role.Midlight: colours.line, role.Shadow: colours.line, role.Accent: colours.accent,
    }  # fmt: skip
    for name, colour in parts.items():
        made.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.ink3))
    return made


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of the whole program."""
    sheet = SHEET
    icons = {"down": resource("icons", "down.svg"), "check": resource("icons", f"check-{colours.name}.svg")}
    for name, value in {**asdict(colours), **{name: path.as_posix() for name, path in icons.items()}}.items():
        sheet = sheet.replace(f"«{name}»", value)
    return sheet


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


SHEET = """
QMainWindow, QDialog { background: «ground»; }
QToolTip { background: «surface»; color: «ink»; border: 1px solid «line»; padding: 4px 3px; }
QMenuBar { background: «panel»; color: «ink2»; border-bottom: 1px solid «line»; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: «soft»; color: «accent»; }
QMenu { background: «surface»; color: «ink»; border: 1px solid «line»; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: «soft»; color: «accent»; }
QMenu::item:disabled { color: «ink3»; }
QMenu::separator { height: 1px; background: «line»; margin: 4px 8px; }
QStatusBar { background: «panel»; color: «ink2»; border-top: 1px solid «line»; }
QStatusBar::item { border: none; }
QSplitter::handle { background: «line»; }
QLineEdit { background: «surface»; color: «ink»; border: 1px solid «line»; border-radius: 6px; padding: 4px 8px; selection-background-color: «selection»; selection-color: «ink»; }
QLineEdit:focus, QComboBox:focus { border: 1px solid «accent»; }
QLineEdit#query { border-radius: 8px; padding: 7px 8px; border-width: 1px; }
QLineEdit#query:focus { border: 2px solid «accent»; padding: 6px 7px; }
QLineEdit[wrong="true"] { border: 1px solid «over»; }
QLineEdit[role="fact"] { border: none; padding: 0; background: transparent; }
QPushButton { outline: none; background: «surface»; color: «ink»; border: 1px solid «line»; border-radius: 8px; padding: 7px 14px; }
QPushButton:hover { border-color: «ink3»; }
QPushButton:focus { border: 1px solid «accent»; }
QPushButton:pressed { background: «panel»; }
QPushButton:disabled { color: «ink3»; background: «panel»; }
QPushButton[primary="true"] { background: «accent»; color: «on_accent»; border-color: «accent»; }
QPushButton[primary="true"]:focus { border: 2px solid «ink»; padding: 6px 13px; }
QPushButton[primary="true"]:disabled { background: «panel»; color: «ink3»; border-color: «line»; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent; color: «ink2»; padding: 3px 4px; border-radius: 4px; }
QPushButton[flat="true"]:hover { color: «ink»; border-color: «line»; }
QPushButton[flat="true"]:focus { border: 1px solid «accent»; }
QPushButton[way="true"] { background: «soft»; color: «accent»; border: 1px solid «soft»; border-radius: 6px; padding: 4px 10px; }
QPushButton[way="true"]:hover, QPushButton[way="true"]:focus { border-color: «accent»; }
QPushButton[chip="include"] { background: «soft»; color: «accent»; border: 1px solid «soft»; border-radius: 13px; padding: 4px 11px; }
QPushButton[chip="exclude"] { background: «panel»; color: «ink2»; border: 1px solid «line»; border-radius: 13px; padding: 4px 11px; text-decoration: line-through; }
QPushButton[chip]:hover, QPushButton[chip]:focus { border-color: «accent»; }
QCheckBox { color: «ink2»; spacing: 6px; }
QCheckBox:disabled { color: «ink3»; }
QCheckBox:focus { color: «accent»; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid «ink3»; border-radius: 4px; background: «surface»; }
QCheckBox::indicator:focus { border: 1px solid «accent»; }
QCheckBox::indicator:disabled { border: 1px solid «line»; background: «panel»; }
QCheckBox::indicator:checked { border: 1px solid «accent»; background: «accent»; image: url(«check»); }
QRadioButton { color: «ink»; spacing: 8px; }
QRadioButton:disabled { color: «ink3»; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid «ink3»; border-radius: 7px; background: «surface»; }
QRadioButton::indicator:focus { border: 1px solid «accent»; }
QRadioButton::indicator:disabled { border: 1px solid «line»; background: «panel»; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid «accent»; background: «surface»; }
QComboBox { background: «surface»; color: «ink»; border: 1px solid «line»; border-radius: 7px; padding: 5px 8px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(«down»); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: «surface»; color: «ink»; border: 1px solid «line»; selection-background-color: «soft»; selection-color: «accent»; outline: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: «line»; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: «ink3»; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: «line»; border: none; border-radius: 2px; max-height: 5px; }
QProgressBar::chunk { background: «accent»; border-radius: 2px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: «ink2»; padding: 10px 2px; margin-right: 20px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: «ink»; border-bottom: 2px solid «accent»; font-weight: 600; }
QTabBar::tab:hover { color: «ink»; }
QTabBar::tab:focus { color: «accent»; }
QTableView { background: «ground»; border: none; outline: none; gridline-color: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListWidget { background: «surface»; border: 1px solid «line»; border-radius: 6px; outline: none; padding: 4px; }
QListWidget::item { padding: 6px 8px; border-radius: 4px; }
QListWidget::item:selected { background: «soft»; color: «accent»; }
QListWidget::indicator { width: 14px; height: 14px; border: 1px solid «ink3»; border-radius: 4px; background: «surface»; }
QListWidget::indicator:checked { border: 1px solid «accent»; background: «accent»; image: url(«check»); }
QTableView#report { background: «surface»; selection-background-color: «soft»; selection-color: «ink»; }
QTableView#report::item { padding: 0 8px; }
QHeaderView::section { background: «panel»; color: «ink2»; border: none; border-bottom: 1px solid «line»; padding: 4px 9px; }
QPlainTextEdit { background: «surface»; color: «ink»; border: 1px solid «line»; border-radius: 6px; padding: 4px; selection-background-color: «selection»; selection-color: «ink»; }
QPlainTextEdit:focus { border: 1px solid «accent»; }
QPlainTextEdit#draft { border: none; border-radius: 0; padding: 0; }
QListView#findings { background: «ground»; border: none; border-top: 1px solid «line»; outline: none; }
QTextEdit#notice-text { background: transparent; color: «ink»; border: 1px solid transparent; }
QTextEdit#notice-text:focus { border: 1px solid «accent»; border-radius: 4px; }
QFrame#rule { background: «line»; border: none; }
QTextEdit#article, QTextEdit#facts { background: «surface»; color: «ink»; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea#facts-page { border: 1px solid transparent; }
QScrollArea#facts-page:focus { border: 1px solid «accent»; }
QScrollArea#facets, QScrollArea#facets > QWidget, QWidget#facet-column { background: «panel»; }
QWidget#bar { background: «ground»; border-bottom: 1px solid «line»; }
QWidget#chips { background: «ground»; border-bottom: 1px solid «line»; }
QWidget#reader, QWidget#page { background: «surface»; }
QWidget#tabs { background: «surface»; border-bottom: 1px solid «line»; }
QWidget#terms, QWidget#report-panel { background: «panel»; border-top: 1px solid «line»; }
QFrame#quote-bar, QFrame#toast { background: «surface»; border: 1px solid «line»; border-radius: 10px; }
QFrame#notice { background: «soft»; border: none; border-bottom: 1px solid «line»; }
QLabel { background: transparent; }
QLabel[role="caption"] { color: «ink3»; }
QLabel[role="secondary"] { color: «ink2»; }
QLabel[role="strong"] { color: «ink»; font-weight: 600; }
QLabel[role="over"] { color: «over»; }
QLabel[role="warn"] { color: «warn»; }
QLabel[role="ok"] { color: «ok»; }
QLabel[role="badge"] { color: «ink2»; background: «surface»; border: 1px solid «line»; border-radius: 4px; padding: 0 6px; }
"""
