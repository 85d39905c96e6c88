"""Arrays on disk come back as they were, and a damaged file is told."""

from pathlib import Path

import numpy as np
import pytest

from app.index.array_file import open_arrays, write_arrays

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
