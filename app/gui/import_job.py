"""An import that runs beside the window, told in its thread."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.base.errors import PressmarkError
from app.base.progress import Progress
from app.workflows.ingest_process import ImportEvent, ImportProcess


class ImportJob(QObject):
    """One import at a time: `progressed(Progress)` while it runs, then `ended(BatchReport)` or `failed(PressmarkError)`."""

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: ImportProcess | None = None
        self._listener: threading.Thread | None = None
        self._came.connect(self._tell)

    @property
    def running(self) -> bool:
        """Return whether an import is under way."""
        return self._process is not None

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
        last: ImportEvent | None = None
        for event in process.events():
            if isinstance(event, Progress):
                self._came.emit(event)
            else:
                last = event
        # Only now is the process gone and its hold on the archive with it.
        self._came.emit(last)

    @Slot(object)
    def _tell(self, event: ImportEvent) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)
            return
        self._process = None
        (self.failed if isinstance(event, PressmarkError) else self.ended).emit(event)
