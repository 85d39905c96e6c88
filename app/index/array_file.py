"""One file that holds named arrays and is mapped into memory: what is not touched is not read.

Layout: magic, length of the header, header (JSON: name → type, length, place), then the arrays, each at a multiple of 64 bytes.
"""

import json
import mmap
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"PMARRAY1"
ALIGNMENT = 64
TYPES = frozenset({"u1", "u2", "u4", "i4", "i8", "f8"})

Array = NDArray[Any]
Ints = NDArray[np.int64]
Sizes = dict[str, tuple[str, int]]
"""Name → type and length of an array."""
PAGE = mmap.PAGESIZE
TOGETHER = 65_536
"""Pieces that lie so near to each other, in bytes, are read as one."""


class ArrayWriter:
    """A new file of arrays whose sizes are known before their content; they may be written in pieces, in any order.

    Left without an error, the file is on the device.
    """

    def __init__(self, path: Path, sizes: Mapping[str, tuple[str, int]]) -> None:
        header: dict[str, tuple[str, int, int]] = {}
        at = 0
        for name, (kind, count) in sizes.items():
            if kind not in TYPES:
                raise ValueError(f"{name}: {kind}")
            header[name] = (kind, count, at)
            at += _aligned(count * int(kind[1]))
        text = json.dumps(header).encode()
        head = MAGIC + len(text).to_bytes(8, "little") + text
        self._header, self._base = header, _aligned(len(head))
        self._file = path.open("wb")
        self._file.write(head)
        self._file.truncate(self._base + at)

    def write(self, name: str, array: Array, at: int = 0) -> None:
        """Write an array, or a piece of it from its item `at` on; OSError when that fails."""
        kind, count, place = self._header[name]
        if array.ndim != 1 or at + len(array) > count:
            raise ValueError(f"{name}: {len(array)} at {at} of {count}")
        self._file.seek(self._base + place + at * int(kind[1]))
        self._file.write(np.ascontiguousarray(array, np.dtype(f"<{kind}")).view(np.uint8).data)

    def __enter__(self) -> "ArrayWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            self._file.close()


def sizes_of(arrays: Mapping[str, Array]) -> Sizes:
    """Return types and lengths of arrays as a file keeps them."""
    return {name: (array.dtype.str[1:], len(array)) for name, array in arrays.items()}


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write the arrays and flush them to the device; OSError when that fails."""
    with ArrayWriter(path, sizes_of(arrays)) as file:
        for name, array in arrays.items():
            file.write(name, array)


def open_arrays(path: Path) -> dict[str, Array]:
    """Return the arrays of a file, read-only and mapped; ValueError when it is none or is cut, OSError when it cannot be read."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < len(MAGIC) + 8:
            raise ValueError(f"{path.name} is no file of arrays")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start = len(MAGIC) + 8
    length = int.from_bytes(mapped[len(MAGIC) : start], "little")
    if mapped[: len(MAGIC)] != MAGIC or length > size - start:
        raise ValueError(f"{path.name} is no file of arrays")
    base = _aligned(start + length)
    found: dict[str, Array] = {}
    for name, (kind, count, at) in json.loads(mapped[start : start + length]).items():
        if kind not in TYPES or base + at + count * int(kind[1]) > size:
            raise ValueError(f"{path.name} is cut")
        found[name] = np.frombuffer(mapped, np.dtype(f"<{kind}"), count, base + at)
    return found


def read_ahead(array: Array, lows: Ints, highs: Ints) -> None:
    """Have the system read the pieces `array[low:high]` of a mapped array, given in order, at once and beside; nothing where it cannot.

    A page that is touched without this is read with all that lies around it, megabytes on some systems: a thousand pieces here and
    there would read the whole file, one after the other.
    """
    base: object = array.base
    mapped = base.obj if isinstance(base, memoryview) else base
    if not isinstance(mapped, mmap.mmap) or not hasattr(mmap, "MADV_WILLNEED") or not len(lows):
        return
    place = array.ctypes.data - np.frombuffer(mapped, np.uint8).ctypes.data
    begins, ends = place + lows * array.itemsize, place + highs * array.itemsize
    apart = (begins[1:] > ends[:-1] + TOGETHER).nonzero()[0]
    for begin, end in zip(begins[[0, *(apart + 1)]].tolist(), ends[[*apart, len(ends) - 1]].tolist(), strict=True):
        start = begin // PAGE * PAGE
        # Only advice: where the system does not take it, pages are read when they are touched.
        with suppress(OSError):
            mapped.madvise(mmap.MADV_WILLNEED, start, end - start)


def _aligned(length: int) -> int:
    return -(-length // ALIGNMENT) * ALIGNMENT
