"""Start of the window: the only place that puts the parts of the program together."""

import argparse
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType


def main() -> None:
    """Run the window and leave with its exit code."""
    multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Open the window on what the arguments say, and return the exit code when it is closed."""
    given = _parser().parse_args(arguments)
    from PySide6.QtWidgets import QApplication

    from app.base import settings
    from app.gui.style import colours_of, dress, known_scheme, load_fonts
    from app.gui.window import Window

    # Searching in a thread must give the window its turn often (measured: 5 ms of lateness at p99 instead of more than 25).
    sys.setswitchinterval(0.001)
    # Ctrl+C in the terminal ends the program as it does others; nothing that was acknowledged is lost by it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Pressmark")
    application.setDesktopFileName("pressmark")
    load_fonts()
    scheme = known_scheme(settings.load().theme)
    # Before the first widget is made: those that exist would keep the system's font.
    dress(application, colours_of(scheme))
    window = Window(scheme)
    sys.excepthook = _Bugs(window)
    window.show()
    folder = given.folder or os.environ.get("PRESSMARK_ARCHIVE") or settings.load().last_archive
    if given.sample:
        window.open_sample()
    elif folder:
        window.open_archive(Path(folder).expanduser().absolute())
    return application.exec()


def _parser() -> argparse.ArgumentParser:
    from app import __version__

    parser = argparse.ArgumentParser(prog="pressmark-gui", description="The window of Pressmark.")
    parser.add_argument("folder", nargs="?", metavar="DIR", help="the archive to open (else the one opened last)")
    parser.add_argument("--sample", action="store_true", help="open a copy of the sample archive in your data folder")
    parser.add_argument("--version", action="version", version=f"pressmark {__version__}")
    return parser


class _Bugs:
    """The one handler of what nobody expected: the traceback for the developers, a sentence for the user, and the window stays."""

    def __init__(self, window: object) -> None:
        self._window = window
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if self._telling:
            return
        self._telling = True
        from PySide6.QtWidgets import QMessageBox, QWidget

        words = "Something went wrong in Pressmark that should not. What was acknowledged is kept.\n\n"
        parent = self._window if isinstance(self._window, QWidget) else None
        QMessageBox.warning(parent, "Pressmark", f"{words}{kind.__name__}: {error}")
        self._telling = False
