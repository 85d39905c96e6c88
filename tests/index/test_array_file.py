"""Arrays on disk come back as they were, and a damaged file is told."""

import mmap
from pathlib import Path

import numpy as np
import pytest

from app.index.array_file import open_arrays, read_ahead, write_arrays

ARRAYS = {
    "bytes": np.frombuffer(b"text\n", np.uint8),
    "none": np.zeros(0, np.int64),
    "numbers": np.arange(1000, dtype=np.int64) - 500,
    "small": np.array([1, 65535], np.uint16),
}


def test_arrays_come_back_aligned_and_read_only(tmp_path: Path) -> None:
    write_arrays(tmp_path / "a.pma", ARRAYS)
    found = open_arrays(tmp_path / "a.pma")
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert np.array_equal(found[name], array)
        assert not found[name].flags.writeable
        assert not len(array) or found[name].ctypes.data % 64 == 0


@pytest.mark.parametrize("damage", ["empty", "cut", "foreign", "header"])
def test_damaged_file_is_told(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.pma"
    write_arrays(path, ARRAYS)
    content = path.read_bytes()
    path.write_bytes(
        {"empty": b"", "cut": content[:-2000], "foreign": b"x" * 500, "header": content[:8] + b"\xff" * 8 + content[16:]}[
            damage
        ]
    )
    with pytest.raises(ValueError, match=r"a\.pma"):
        open_arrays(path)


def test_other_types_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="odd"):
        write_arrays(tmp_path / "a.pma", {"odd": np.array(["text"])})


@pytest.mark.skipif(not hasattr(mmap, "MADV_WILLNEED"), reason="the system takes no such advice")
def test_pieces_are_read_ahead_page_by_page_and_neighbours_as_one(tmp_path: Path) -> None:
    write_arrays(tmp_path / "a.pma", {"few": np.zeros(10, np.uint8), "many": np.arange(300_000, dtype=np.uint32)})
    asked: list[tuple[int, int]] = []

    class Mapped(mmap.mmap):
        def madvise(self, option: int, start: int = 0, length: int = 0) -> None:
            asked.append((start, start + length))
            super().madvise(option, start, length)

    with (tmp_path / "a.pma").open("rb") as file:
        mapped = Mapped(file.fileno(), 0, access=mmap.ACCESS_READ)
    place = mapped.find(np.arange(4, dtype=np.uint32).tobytes())
    array = np.frombuffer(mapped, np.uint32, 300_000, place)
    lows = np.array([0, 1_000, 200_000])
    read_ahead(array, lows, lows + 10)
    assert [start % mmap.PAGESIZE for start, _ in asked] == [0] * len(asked)
    assert [end for _, end in asked] == [place + 4 * 1_010, place + 4 * 200_010]
    assert asked[1][0] <= place + 4 * 200_000
    read_ahead(np.arange(5), lows[:1], lows[:1] + 1)
    assert len(asked) == 2
