"""Commits: new segments, deletions and the checkpoint become the index in one step, under Whoosh's own lock.

Order on the device: segments, then the table of contents, then the folder; only then are old files removed. A cut anywhere leaves
either the old state or the new one.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.fields import Schema
from whoosh.index import TOC, FileIndex, clean_files

from app.index.array_file import open_arrays, write_arrays
from app.index.codec import PressmarkSegment
from app.index.files import flush
from app.index.foreign import foreign_arrays
from app.index.merging import Check, Mask, due, merge_into
from app.index.schema import make_schema
from app.index.segment_arrays import SegmentArrays, from_named

MERGED_AT_ONCE = 4_096
"""Merges of up to so many documents are part of a commit; larger ones are made beside."""
UNFINISHED = ".part"
PATIENCE_S = 0.5
"""A swap after a merge holds the lock for some milliseconds; who commits waits so long for it."""
TRIES = 3
SETTLED_NS = 3_000_000_000
"""A folder that was changed before so long has another time when it is changed again, on any file system."""
INDEX_NAME = "MAIN"
Segment = Any
"""A segment as the table of contents names it, ours or one of another codec."""


@dataclass(frozen=True)
class State:
    """What one commit left: its number, its segments with their arrays."""

    generation: int
    segments: tuple[Segment, ...]
    arrays: tuple[SegmentArrays, ...]

    @property
    def checkpoint(self) -> dict[str, Any] | None:
        """Return the checkpoint of the commit."""
        return next((found for segment in reversed(self.segments) if (found := getattr(segment, "checkpoint", None))), None)


class StoreBusy(Exception):
    """Another process holds the lock."""


class Store:
    """The Whoosh index in one folder."""

    def __init__(self, folder: Path, index: FileIndex) -> None:
        self._folder = folder
        self._index = index
        self._opened: dict[str, SegmentArrays] = {}
        self._looked_at = (0, -1)

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Make an empty index in an empty folder."""
        from whoosh.index import create_in

        return cls(folder, create_in(str(folder), make_schema()))

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the index in a folder; the errors of Whoosh and of the system when it cannot be."""
        from whoosh.index import open_dir

        return cls(folder, open_dir(str(folder)))

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def latest(self) -> int:
        """Return the number of the latest commit, -1 when the folder is gone."""
        try:
            changed = self._folder.stat().st_mtime_ns
            if changed != self._looked_at[0]:
                latest = int(self._index.latest_generation())
                if time.time_ns() - changed < SETTLED_NS:
                    return latest
                self._looked_at = changed, latest
            return self._looked_at[1]
        except OSError:
            return -1

    def read(self) -> State:
        """Return the latest commit; segments that were open at the last call are not opened again."""
        for _ in range(TRIES):
            try:
                return self._read()
            except FileNotFoundError:
                # Another process committed in between, and what the older table of contents names is gone.
                continue
        return self._read()

    def _read(self) -> State:
        toc = TOC.read(self._index.storage, INDEX_NAME)
        opened = self._opened
        arrays = tuple(opened.get(s.segment_id()) or self._arrays(s, toc.schema) for s in toc.segments)
        self._opened = {s.segment_id(): a for s, a in zip(toc.segments, arrays, strict=True)}
        return State(toc.generation, tuple(toc.segments), arrays)

    def _arrays(self, segment: Segment, schema: Schema | None = None) -> SegmentArrays:
        if isinstance(segment, PressmarkSegment):
            return from_named(open_arrays(segment.path_in(self._folder)))
        return foreign_arrays(self._index.storage, segment, schema)

    def commit(self, new: Iterable[PressmarkSegment], gone: Sequence[int], checkpoint: Callable[[], dict[str, Any]]) -> None:
        """Take in segments, and let go of the articles `gone` in the older ones; StoreBusy while another process commits.

        `new` is asked for its segments while the lock is held: a file that no table of contents names may be removed at any time.
        `checkpoint` is asked when all segments have been taken in. Small segments are merged at once, large ones by `merge`.
        """
        with self._locked():
            state = self.read()
            segments, arrays = list(state.segments), list(state.arrays)
            for segment, held in zip(segments, arrays, strict=True):
                for number in np.flatnonzero(np.isin(held.article_ids, gone)).tolist():
                    segment.delete_document(number)
                segment.checkpoint = None
            kept = [n for n, segment in enumerate(segments) if segment.doc_count()]
            segments, arrays = [segments[n] for n in kept], [arrays[n] for n in kept]
            for fresh in new:
                segments.append(fresh)
                arrays.append(self._arrays(fresh))
            while chosen := due([segment.doc_count() for segment in segments], most=MERGED_AT_ONCE):
                together = self._merged([segments[n] for n in chosen], [arrays[n] for n in chosen])
                kept = [n for n in range(len(segments)) if n not in chosen]
                segments, arrays = (
                    [*(segments[n] for n in kept), together],
                    [*(arrays[n] for n in kept), self._arrays(together)],
                )
            if not segments:
                segments.append(write_segment(self._folder, _empty()))
            segments[-1].checkpoint = checkpoint()
            self._publish(segments, state.generation + 1)

    def merge(self, check: Check = lambda: None) -> bool:
        """Merge the segments that are due, beside what is in use, and return whether there were any.

        Others may commit meanwhile: only the swap takes the lock. StoreBusy when another process merges or holds the lock then.
        """
        with self._locked("MERGELOCK"):
            for left in self._folder.glob(f"*{UNFINISHED}"):
                left.unlink()
            state = self.read()
            chosen = due([segment.doc_count() for segment in state.segments])
            if not chosen:
                return False
            old = [state.segments[n] for n in chosen]
            fresh = self._merged(old, [state.arrays[n] for n in chosen], check, unfinished=True)
            with self._locked():
                self._swap(old, fresh)
            return True

    @contextmanager
    def _locked(self, name: str = "WRITELOCK") -> Iterator[None]:
        lock = self._index.lock(name)
        until = time.monotonic() + PATIENCE_S
        while not lock.acquire():
            if time.monotonic() > until:
                raise StoreBusy
            time.sleep(PATIENCE_S / 50)
        try:
            yield
        finally:
            lock.release()

    def _swap(self, old: Sequence[Segment], fresh: PressmarkSegment) -> None:
        """Put a merged segment in the place of those it was made of, with what has been deleted in them since."""
        now = self.read()
        checkpoint = now.checkpoint
        current = {segment.segment_id(): segment for segment in now.segments}
        before = 0
        for segment in old:
            latest = current.pop(segment.segment_id(), None)
            # Without a segment, all its documents have been deleted since.
            gone = latest.deleted_docs() if latest is not None else frozenset(range(segment.doc_count_all()))
            places = np.cumsum(_live(segment)) - 1 + before
            fresh.delete_all(places[sorted(gone - segment.deleted_docs())].tolist())
            before += segment.doc_count()
        self._unfinished(fresh).replace(fresh.path_in(self._folder))
        segments = [*current.values(), fresh]
        for segment in segments:
            segment.checkpoint = None
        segments[-1].checkpoint = checkpoint
        self._publish(segments, now.generation + 1)

    def _merged(
        self, old: Sequence[Segment], arrays: Sequence[SegmentArrays], check: Check = lambda: None, *, unfinished: bool = False
    ) -> PressmarkSegment:  # fmt: skip
        segment = PressmarkSegment(INDEX_NAME)
        path = self._unfinished(segment) if unfinished else segment.path_in(self._folder)
        try:
            segment.set_doc_count(merge_into(path, arrays, [_live(each) for each in old], check))
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return segment

    def _unfinished(self, segment: PressmarkSegment) -> Path:
        # Another process that commits removes what looks like a segment and is in no table of contents.
        return self._folder / f"merging-{segment.segment_id()}{UNFINISHED}"

    def _publish(self, segments: list[Segment], generation: int) -> None:
        toc = TOC(make_schema(), segments, generation)
        flush(self._folder, only=())
        toc.write(self._index.storage, INDEX_NAME)
        flush(self._folder, only=[self._folder / TOC._filename(INDEX_NAME, generation)])
        clean_files(self._index.storage, INDEX_NAME, generation, segments)


def write_segment(folder: Path, arrays: SegmentArrays) -> PressmarkSegment:
    """Write a segment to the device and return it, for `Store.commit`; OSError when it cannot be written."""
    segment = PressmarkSegment(INDEX_NAME, len(arrays))
    write_arrays(segment.path_in(folder), arrays.named())
    return segment


def _live(segment: Segment) -> Mask:
    mask = np.ones(segment.doc_count_all(), np.bool_)
    mask[sorted(segment.deleted_docs())] = False
    return mask


def _empty() -> SegmentArrays:
    from app.index.building import SegmentBuilder

    return SegmentBuilder().arrays()
