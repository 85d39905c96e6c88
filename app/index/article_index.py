"""The full-text index of one archive on this machine: a cache, made again whenever it does not fit.

On disk: `current` names the generation in use and the archive it belongs to; each generation is a Whoosh index in a folder of its
own. Only a generation that `current` names with this archive's UUID is ever opened: opening a Whoosh index runs what is in it.
"""

import json
import os
import shutil
import threading
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from app.base.errors import Cancelled
from app.base.progress import CancelToken, Progress, Report, silent
from app.index.building import SegmentBuilder
from app.index.bulk import Batch, segments_of_all
from app.index.codec import PressmarkSegment
from app.index.completing import Completion, complete
from app.index.document import IndexDocument
from app.index.files import flush
from app.index.highlighting import Matched
from app.index.likeness import Text, similar
from app.index.merging import due
from app.index.names import Names
from app.index.parsing import parse
from app.index.query import Query
from app.index.results import Hit, Results
from app.index.schema import SIGNATURE
from app.index.searching import matched_leaves, search
from app.index.shared_passages import SharedPassage, shared_passages
from app.index.snapshot import Snapshot
from app.index.store import State, Store, StoreBusy, write_segment

POINTER = "current"


class IndexUnusable(Exception):
    """The index is missing, foreign, damaged or of another form: it must be made again. Not an error of the user's world."""


class IndexBusy(Exception):
    """Another process writes the index; its old state stays in use."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What of the archive the index holds: all changes up to `seq`, `count` articles. Written in the commit of the documents."""

    archive_uid: str
    seq: int
    count: int
    signature: str = SIGNATURE


class ArticleIndex:
    """An open index. `search` may be called from any thread; the state on disk is read anew when it changed."""

    def __init__(self, folder: Path, generation: Path, archive_uid: str) -> None:
        self._folder = folder
        self._generation = generation
        self._archive_uid = archive_uid
        self._lock = threading.Lock()
        self._closed = False
        self._merging: threading.Thread | None = None
        self._stop = CancelToken()
        self._snapshot = Snapshot((), ())
        try:
            self._store = Store.open(generation)
            self._take(self._store.read())
        except Exception as error:
            raise IndexUnusable(f"{type(error).__name__}: {error}") from error
        if self.checkpoint.archive_uid != archive_uid or self.checkpoint.signature != SIGNATURE:
            raise IndexUnusable("of another archive or form")

    @classmethod
    def open(cls, folder: Path, archive_uid: str) -> "ArticleIndex":
        """Return the index of an archive; IndexUnusable when it is missing, foreign, of another form or damaged."""
        generation, owner, signature = _pointed_to(folder)
        if owner != archive_uid or signature != SIGNATURE or Path(generation).name != generation:
            raise IndexUnusable("of another archive or form")
        return cls(folder, folder / generation, archive_uid)

    @classmethod
    def build(
        cls, folder: Path, archive_uid: str, documents: Iterable[IndexDocument], *, seq: int, total: int | None = None,
        report: Report = silent, cancel: CancelToken | None = None,
    ) -> "ArticleIndex":  # fmt: skip
        """Make a new index beside the one in use, swap, and return it; broken off, the old one stays in use."""
        return cls.build_batches(folder, archive_uid, [lambda: documents], seq=seq, total=total, report=report, cancel=cancel)

    @classmethod
    def build_batches(
        cls, folder: Path, archive_uid: str, batches: Sequence[Batch], *, seq: int, total: int | None = None,
        report: Report = silent, cancel: CancelToken | None = None,
    ) -> "ArticleIndex":  # fmt: skip
        """Make a new index as `build` does, from articles in several batches, which are taken in at the same time."""
        generation = folder / f"generation-{uuid.uuid4().hex}"
        generation.mkdir(parents=True)
        try:
            new = segments_of_all(generation, batches, total=total, report=report, cancel=cancel)
            count = _write_all(generation, new, archive_uid, seq=seq)
        except BaseException:
            shutil.rmtree(generation, ignore_errors=True)
            raise
        _point_to(folder, generation, archive_uid)
        _remove_others(folder, generation)
        report(Progress(count, total))
        return cls(folder, generation, archive_uid)

    def is_current(self) -> bool:
        """Return whether this is still the generation in use; another process may have made the index again."""
        try:
            return _pointed_to(self._folder)[0] == self._generation.name
        except IndexUnusable:
            return False

    def __enter__(self) -> "ArticleIndex":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self._stop.cancel()
        if self._merging is not None:
            self._merging.join()
        with self._lock:
            if not self._closed:
                self._closed = True
                self._store.close()

    def apply(self, updates: Sequence[IndexDocument], deletes: Sequence[int], *, seq: int, count: int) -> None:
        """Take in changed and deleted articles, and the checkpoint, in one commit.

        IndexBusy while another process writes, IndexUnusable when it fails: then make it again.
        """
        # Two updates of one article in a batch would leave two documents.
        wanted = {document.article_id: document for document in updates}
        builder = SegmentBuilder()
        try:
            for document in wanted.values():
                builder.add(document)
            new = (write_segment(self._generation, found.arrays()) for found in [builder] if wanted)
            self._store.commit(new, sorted({*wanted, *deletes}), lambda: asdict(Checkpoint(self._archive_uid, seq, count)))
        except StoreBusy as error:
            raise IndexBusy from error
        except Exception as error:
            raise IndexUnusable(f"{type(error).__name__}: {error}") from error
        self.refresh()
        self._tidy()

    def _tidy(self) -> None:
        """Merge large segments in a thread of its own, while everything else goes on."""
        running = self._merging is not None and self._merging.is_alive()
        if not running and due([segment.doc_count() for segment in self._state.segments]):
            self._merging = threading.Thread(target=self._merge_quietly, name="merging", daemon=True)
            self._merging.start()

    def _merge_quietly(self) -> None:
        # What cannot be merged now is found as before, and merged another time.
        with suppress(Cancelled, StoreBusy, OSError):
            self.merge(self._stop)

    def merge(self, cancel: CancelToken | None = None) -> None:
        """Merge all segments that are due; Cancelled, StoreBusy or OSError leave the index as it was before."""
        while self._store.merge((cancel or CancelToken()).check):
            self.refresh()

    def refresh(self) -> None:
        """Read the state on disk when another process changed it; where it is gone, for a new one, the old goes on answering."""
        with self._lock:
            if self._store.latest() > self._state.generation:
                self._take(self._store.read())

    def _take(self, state: State) -> None:
        if state.checkpoint is None:
            raise IndexUnusable("without a checkpoint")
        self.checkpoint = Checkpoint(**state.checkpoint)
        self._state = state
        deleted = [segment.deleted_docs() for segment in state.segments]
        self._snapshot = Snapshot(state.arrays, deleted, self._snapshot)

    def search(self, query: Query, names: Names, *, pending: int = 0, cancel: CancelToken | None = None) -> Results:
        """Return what the query finds; QueryError when it cannot be understood, Cancelled when it was asked to stop."""
        self.refresh()
        with self._lock:
            return search(self._snapshot, query, names, pending=pending, cancel=cancel)

    def complete(self, text: str, names: Names) -> tuple[Completion, ...]:
        """Return how a query that is being typed could go on, as `completing.complete` says."""
        self.refresh()
        with self._lock:
            return complete(text, self._snapshot, names)

    def similar(self, wanted: Text, *, limit: int = 10) -> tuple[Hit, ...]:
        """Return the articles most like another, as `likeness.similar` says."""
        self.refresh()
        with self._lock:
            return similar(self._snapshot, wanted, limit=limit)

    def shared_passages(self, terms: Sequence[str], cancel: CancelToken | None = None) -> list[SharedPassage]:
        """Return where a text's words stand in articles, as `shared_passages` says; Cancelled when it was asked to stop."""
        self.refresh()
        with self._lock:
            return shared_passages(self._snapshot, terms, cancel.check if cancel else lambda: None)

    def matched(self, query: Query) -> Matched:
        """Return what of a query can be seen in texts, for `highlight` and `snippets`."""
        return Matched(matched_leaves(parse(query.text), typing=query.typing))


def _write_all(generation: Path, new: Iterable[PressmarkSegment], archive_uid: str, *, seq: int) -> int:
    store = Store.create(generation)
    count = 0

    def counted() -> Iterator[PressmarkSegment]:
        nonlocal count
        for segment in new:
            count += segment.doc_count()
            yield segment

    store.commit(counted(), (), lambda: asdict(Checkpoint(archive_uid, seq, count)))
    store.close()
    return count


def _pointed_to(folder: Path) -> tuple[str, str, str]:
    """Return the generation in use, and of which archive and form it is; IndexUnusable where there is none."""
    try:
        pointer = json.loads((folder / POINTER).read_text(encoding="utf-8"))
        return str(pointer["generation"]), str(pointer["archive_uid"]), str(pointer["signature"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusable("no index here") from error


def _point_to(folder: Path, generation: Path, archive_uid: str) -> None:
    beside = folder / f"{POINTER}.{uuid.uuid4().hex}.new"
    pointer = {"generation": generation.name, "archive_uid": archive_uid, "signature": SIGNATURE}
    beside.write_text(json.dumps(pointer), encoding="utf-8")
    os.replace(beside, folder / POINTER)
    flush(folder)


def _remove_others(folder: Path, generation: Path) -> None:
    for path in folder.glob("generation-*"):
        if path != generation:
            shutil.rmtree(path, ignore_errors=True)
