"""An import that runs beside the window, told in its thread."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.base.errors import PressmarkError
from app.base.progress import Progress
from app.workflows.ingest_process import ImportProcess


class ImportJob(QObject):
    """One import at a time: `progressed(Progress)` while it runs, then `ended(BatchReport)` or `failed(PressmarkError)`."""

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: ImportProcess | None = None
        self._listener: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Return whether an import is under way."""
        return self._listener is not None and self._listener.is_alive()

    def start(self, folder: Path, paths: Sequence[Path]) -> None:
        """Import files and folders into the archive in `folder`; connect the signals first."""
        self._process = process = ImportProcess(folder, paths)
        self._listener = threading.Thread(target=self._listen, args=(process,), name="import", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """Ask it to end safely: what was kept stays, and `ended` follows."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop, and wait until the import has ended."""
        self.stop()
        if self._listener is not None:
            self._listener.join()

    def _listen(self, process: ImportProcess) -> None:
        for event in process.events():
            if isinstance(event, Progress):
                self.progressed.emit(event)
            elif isinstance(event, PressmarkError):
                self.failed.emit(event)
            else:
                self.ended.emit(event)
