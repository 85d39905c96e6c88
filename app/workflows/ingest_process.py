"""An import in a process of its own, so that reading and indexing can neither freeze nor crash who asked for it."""

import multiprocessing
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from app.base.errors import ArchiveError, PressmarkError
from app.base.progress import CancelToken, Progress
from app.workflows.batch import BatchReport
from app.workflows.ingest import ingest
from app.workflows.library import Library

INDEX_EVERY_S = 2.0
"""So often what was kept becomes searchable while the import goes on."""

ImportEvent = Progress | BatchReport | PressmarkError
"""How far it is; what became of all items; or why it could not be done. The last two end an import."""


class ImportProcess:
    """An import of files and folders into the archive in `folder`, running since this was made."""

    def __init__(self, folder: Path, paths: Sequence[Path]) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_run, args=(theirs, folder, list(paths)), name="Pressmark import")
        self._process.start()
        theirs.close()

    def events(self) -> Iterator[ImportEvent]:
        """Give each event as it comes, from any one thread; a process that died ends it with ArchiveError `import-broken`."""
        try:
            while True:
                event: ImportEvent = self._ours.recv()
                yield event
                if not isinstance(event, Progress):
                    break
        except (EOFError, OSError):
            yield ArchiveError("import-broken")
        self._process.join()
        self._ours.close()

    def stop(self) -> None:
        """Ask it to end safely; the report then tells what was kept."""
        with suppress(OSError):
            self._ours.send("stop")


def _run(pipe: Connection, folder: Path, paths: list[Path]) -> None:
    cancel = CancelToken()
    threading.Thread(target=_await_stop, args=(pipe, cancel), daemon=True).start()
    try:
        pipe.send(_import(pipe, folder, paths, cancel))
    except PressmarkError as error:
        pipe.send(error)


def _await_stop(pipe: Connection, cancel: CancelToken) -> None:
    # The window's end closes when it ends: then nobody waits for this import, and it stops at the next safe point.
    with suppress(EOFError, OSError):
        pipe.recv()
    cancel.cancel()


def _import(pipe: Connection, folder: Path, paths: list[Path], cancel: CancelToken) -> BatchReport:
    with Library.open(folder, create=True) as library:
        indexed = time.monotonic()

        def report(progress: Progress) -> None:
            nonlocal indexed
            if time.monotonic() - indexed >= INDEX_EVERY_S:
                library.refresh()
                indexed = time.monotonic()
            with suppress(OSError):
                pipe.send(progress)

        batch = ingest(library.archive, paths, report=report, cancel=cancel)
        library.refresh()
    return batch
