"""The full-text index of one archive on this machine: a cache, made again whenever it does not fit.

On disk: `current` names the generation in use and the archive it belongs to; each generation is a Whoosh index in a folder of its
own. Only a generation that `current` names with this archive's UUID is ever opened: opening a Whoosh index runs what is in it.
"""

import json
import os
import shutil
import threading
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.index import LockError

from app.base.progress import CancelToken, Progress, Report, silent
from app.index.document import IndexDocument
from app.index.facets import Facts, read_facts
from app.index.highlighting import Matched
from app.index.names import Names
from app.index.parsing import parse
from app.index.query import Query
from app.index.results import Results
from app.index.schema import CHECKPOINT, SIGNATURE, fields_of, make_schema
from app.index.searching import Snapshot, matched_leaves, search

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
        try:
            self._index = whoosh_index.open_dir(str(generation))
            self._searcher = self._index.searcher()
            self._facts = self._read_facts()
            self.checkpoint = self._read_checkpoint()
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
        generation = folder / f"generation-{uuid.uuid4().hex}"
        generation.mkdir(parents=True)
        try:
            count = _write_all(generation, documents, archive_uid, seq=seq, total=total, report=report, cancel=cancel)
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

    def close(self) -> None:
        """Let go of all files."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._searcher.close()
                self._index.close()

    def apply(self, updates: Sequence[IndexDocument], deletes: Sequence[int], *, seq: int, count: int) -> None:
        """Take in changed and deleted articles, and the checkpoint, in one commit.

        IndexBusy while another process writes, IndexUnusable when it fails: then make it again.
        """
        try:
            writer = self._index.writer()
        except LockError as error:
            raise IndexBusy from error
        except Exception as error:
            raise IndexUnusable(f"{type(error).__name__}: {error}") from error
        try:
            # Two updates of one article in a batch would leave two documents.
            for document in {document.article_id: document for document in updates}.values():
                writer.update_document(**fields_of(document))
            for article in set(deletes):
                writer.delete_by_term("article_id", article)
            writer.update_document(special=CHECKPOINT, facts=json.dumps(asdict(Checkpoint(self._archive_uid, seq, count))))
            writer.commit()
        except Exception as error:
            # A failed add_document poisons the next one: nothing of this writer can be used.
            writer.cancel()
            raise IndexUnusable(f"{type(error).__name__}: {error}") from error
        flush(Path(self._index.storage.folder))
        self.refresh()

    def refresh(self) -> None:
        """Read the state on disk when another process changed it."""
        with self._lock:
            if not self._searcher.up_to_date():
                # Whoosh's own `refresh` keeps the readers of old segments, and with them documents deleted since.
                self._searcher.close()
                self._searcher = self._index.refresh().searcher()
                self._facts = self._read_facts()
                self.checkpoint = self._read_checkpoint()

    def search(self, query: Query, names: Names, *, pending: int = 0, cancel: CancelToken | None = None) -> Results:
        """Return what the query finds; QueryError when it cannot be understood, Cancelled when it was asked to stop."""
        self.refresh()
        with self._lock:
            return search(Snapshot(self._searcher, self._facts), query, names, pending=pending, cancel=cancel)

    def matched(self, query: Query, names: Names) -> Matched:
        """Return what of a query can be seen in texts, for `highlight` and `snippets`."""
        return Matched(matched_leaves(parse(query.text), typing=query.typing))

    def _read_facts(self) -> Facts:
        reader = self._searcher.reader()
        stored = ((n, f["article_id"], f["facts"]) for n, f in reader.iter_docs() if "article_id" in f)
        return read_facts(stored, reader.doc_count_all())

    def _read_checkpoint(self) -> Checkpoint:
        stored = self._searcher.document(special=CHECKPOINT)
        if stored is None:
            raise IndexUnusable("without a checkpoint")
        return Checkpoint(**json.loads(stored["facts"]))


def _write_all(
    generation: Path, documents: Iterable[IndexDocument], archive_uid: str, *, seq: int, total: int | None, report: Report,
    cancel: CancelToken | None,
) -> int:  # fmt: skip
    index = whoosh_index.create_in(str(generation), make_schema())
    writer = index.writer(limitmb=128)
    count = 0
    try:
        for document in documents:
            if cancel is not None:
                cancel.check()
            writer.add_document(**fields_of(document))
            count += 1
            if count % 50 == 0:
                report(Progress(count, total))
        writer.add_document(special=CHECKPOINT, facts=json.dumps(asdict(Checkpoint(archive_uid, seq, count))))
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    index.close()
    flush(generation)
    return count


def flush(folder: Path) -> None:
    """Flush all files of a folder, and its names, to the device; Whoosh itself never does."""
    for path in (*folder.iterdir(), folder):
        if os.name == "nt" and path.is_dir():
            continue
        try:
            handle = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
