"""The first run: three ways to begin."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.base.errors import PressmarkError
from app.gui import tokens
from app.gui.icons import app_icon
from app.gui.style import restyle, sans, serif
from app.messages import sentence_of

CLOUD_FOLDERS = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud", "box sync", "pcloud")


def default_folder() -> Path:
    """Return where a first archive is put unless the user chooses another place."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Pressmark archive"


def in_cloud(folder: Path) -> bool:
    """Return whether a folder seems to lie in one that a service copies: two machines would write one database."""
    return any(mark in part.casefold() for part in folder.parts for mark in CLOUD_FOLDERS)


class WelcomePage(QWidget):
    """Offers the sample archive, an import and an archive that exists; shows how far one is that is being made."""

    sample_wanted = Signal()
    import_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(64, 64))
        title = QLabel(self.tr("Find it again. Quote it right."))
        title.setFont(serif(tokens.HEADLINE, bold=True))
        words = QLabel(
            self.tr("Pressmark keeps articles on this computer, finds them by words, people, places and dates,\nand copies quotations within each source’s terms.")
        )  # fmt: skip
        words.setFont(sans(tokens.TITLE))
        words.setProperty("role", "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sample = self._way(self.tr("Try the sample archive"), primary=True)
        self.import_button = self._way(self.tr("Import articles…"))
        self.open = self._way(self.tr("Open an archive…"))
        self.sample.clicked.connect(lambda: self.sample_wanted.emit())
        self.import_button.clicked.connect(lambda: self.import_wanted.emit())
        self.open.clicked.connect(lambda: self.open_wanted.emit())
        folder = default_folder()
        note = self.tr("A new archive is made in {0}.").format(folder)
        if in_cloud(folder):
            note += "\n" + self.tr(
                "That folder seems to be copied by a cloud service, which can damage a database. Better choose another one."
            )
        self.note = QLabel(note)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setFont(sans(tokens.SECONDARY))
        self.note.setProperty("role", "caption")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(320)
        self.progress.hide()
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addStretch()
        for button in (self.sample, self.import_button, self.open):
            ways.addWidget(button)
        ways.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (picture, title, words):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.note)
        column.addStretch(3)

    def _way(self, text: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumHeight(40)
        button.setProperty("primary", primary)
        return button

    def show_busy(self, words: str, done: int = 0, total: int = 0) -> None:
        """Show that an archive is being made or opened."""
        for button in (self.sample, self.import_button, self.open):
            button.setEnabled(False)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.note.setText(words)
        restyle(self.note, "role", "caption")

    def show_problem(self, error: PressmarkError) -> None:
        """Show why an archive could not be opened; all ways are open again."""
        for button in (self.sample, self.import_button, self.open):
            button.setEnabled(True)
        self.progress.hide()
        self.note.setText(sentence_of(error))
        restyle(self.note, "role", "over")
