"""One file that holds named arrays and is mapped into memory: what is not touched is not read.

Layout: magic, length of the header, header (JSON: name → type, length, place), then the arrays, each at a multiple of 64 bytes.
"""

import json
import mmap
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"PMARRAY1"
ALIGNMENT = 64
TYPES = frozenset({"u1", "u2", "u4", "i4", "i8", "f8"})

Array = NDArray[np.generic]


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write the arrays and flush them to the device; OSError when that fails."""
    header: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        kind = array.dtype.str[1:]
        if kind not in TYPES or array.ndim != 1:
            raise ValueError(f"{name}: {array.dtype} of {array.ndim} dimensions")
        header[name] = (kind, len(array), at)
        at += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
    text = json.dumps(header).encode()
    head = MAGIC + len(text).to_bytes(8, "little") + text
    with path.open("wb") as file:
        file.write(head.ljust(_aligned(len(head)), b"\0"))
        for array in arrays.values():
            data = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
            file.write(data.tobytes())
            file.write(b"\0" * (-data.nbytes % ALIGNMENT))
        file.flush()
        os.fsync(file.fileno())


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


def _aligned(length: int) -> int:
    return -(-length // ALIGNMENT) * ALIGNMENT
