"""Commits: new segments, deletions and the checkpoint become the index in one step, under Whoosh's own lock.

Order on the device: segments, then the table of contents, then the folder; only then are old files removed. A cut anywhere leaves
either the old state or the new one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import TOC, FileIndex, clean_files

from app.index.array_file import open_arrays, write_arrays
from app.index.codec import PressmarkSegment
from app.index.files import flush
from app.index.merging import due, merged
from app.index.schema import make_schema
from app.index.segment_arrays import SegmentArrays, from_named


@dataclass(frozen=True)
class State:
    """What one commit left: its number, its segments with their arrays."""

    generation: int
    segments: tuple[PressmarkSegment, ...]
    arrays: tuple[SegmentArrays, ...]

    @property
    def checkpoint(self) -> dict[str, Any] | None:
        """Return the checkpoint of the commit."""
        return self.segments[-1].checkpoint if self.segments else None


class StoreBusy(Exception):
    """Another process holds the lock."""


class Store:
    """The Whoosh index in one folder."""

    def __init__(self, folder: Path, index: FileIndex) -> None:
        self._folder = folder
        self._index = index

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
        """Return the number of the latest commit."""
        return int(self._index.latest_generation())

    def read(self, known: State | None = None) -> State:
        """Return the latest commit; segments that `known` holds are not opened again. ValueError for segments of another codec."""
        toc = TOC.read(self._index.storage, self._index.indexname)
        if not all(isinstance(segment, PressmarkSegment) for segment in toc.segments):
            raise ValueError("a segment of another codec")
        opened = {s.segment_id(): a for s, a in zip(known.segments, known.arrays, strict=True)} if known else {}
        arrays = tuple(opened.get(s.segment_id()) or self._arrays(s) for s in toc.segments)
        return State(toc.generation, tuple(toc.segments), arrays)

    def _arrays(self, segment: PressmarkSegment) -> SegmentArrays:
        return from_named(open_arrays(segment.path_in(self._folder)))

    def commit(self, new: Iterable[SegmentArrays], gone: Sequence[int], checkpoint: Callable[[], dict[str, Any]]) -> None:
        """Take in segments, and let go of the articles `gone` in the older ones; StoreBusy while another process commits.

        `checkpoint` is asked when all segments have been taken in.
        """
        lock = self._index.lock("WRITELOCK")
        if not lock.acquire():
            raise StoreBusy
        try:
            state = self.read()
            segments, arrays = list(state.segments), list(state.arrays)
            for segment, held in zip(segments, arrays, strict=True):
                segment.delete_all(np.flatnonzero(np.isin(held.article_ids, gone)).tolist())
                segment.checkpoint = None
            kept = [n for n, segment in enumerate(segments) if segment.doc_count()]
            segments, arrays = [segments[n] for n in kept], [arrays[n] for n in kept]
            for fresh in new:
                segments.append(self._written(fresh))
                # Mapped, not held: of a large index only one segment is in memory at a time.
                arrays.append(self._arrays(segments[-1]))
            self._merge(segments, arrays)
            if not segments:
                segments.append(self._written(_empty()))
            segments[-1].checkpoint = checkpoint()
            self._publish(segments, state.generation + 1)
        finally:
            lock.release()

    def _written(self, arrays: SegmentArrays) -> PressmarkSegment:
        segment = PressmarkSegment(self._index.indexname, len(arrays))
        write_arrays(segment.path_in(self._folder), arrays.named())
        return segment

    def _merge(self, segments: list[PressmarkSegment], arrays: list[SegmentArrays]) -> None:
        while chosen := due([segment.doc_count() for segment in segments]):
            live = []
            for n in chosen:
                mask = np.ones(len(arrays[n]), np.bool_)
                mask[sorted(segments[n].deleted_docs())] = False
                live.append(mask)
            together = self._written(merged([arrays[n] for n in chosen], live))
            kept = [n for n in range(len(segments)) if n not in chosen]
            segments[:] = [*(segments[n] for n in kept), together]
            arrays[:] = [*(arrays[n] for n in kept), self._arrays(together)]

    def _publish(self, segments: list[PressmarkSegment], generation: int) -> None:
        toc = TOC(make_schema(), segments, generation)
        flush(self._folder, only=())
        toc.write(self._index.storage, self._index.indexname)
        flush(self._folder, only=[self._folder / TOC._filename(self._index.indexname, generation)])
        clean_files(self._index.storage, self._index.indexname, generation, segments)


def _empty() -> SegmentArrays:
    from app.index.building import SegmentBuilder

    return SegmentBuilder().arrays()
