"""Originals are kept byte for byte, once, and never changed."""

import os
import stat
from pathlib import Path

import pytest

from app.archive import Originals
from app.base.errors import ArchiveError
from app.base.text import sha256


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def test_content_comes_back_under_its_hash(originals: Originals) -> None:
    digests = originals.keep([b"one", b"two", b"one", b""])
    assert digests == tuple(map(sha256, (b"one", b"two", b"one", b"")))
    assert [originals.read(digest) for digest in digests] == [b"one", b"two", b"one", b""]
    assert len(list(originals.all())) == 3


def test_kept_file_is_read_only_and_not_written_again(originals: Originals) -> None:
    (digest,) = originals.keep([b"evidence"])
    path = originals.path(digest)
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    before = path.stat().st_mtime_ns, path.stat().st_ino
    originals.keep([b"evidence"])
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_changed_original_is_found_on_reading_and_on_keeping(originals: Originals) -> None:
    (digest,) = originals.keep([b"evidence"])
    path = originals.path(digest)
    path.chmod(0o644)
    path.write_bytes(b"forgery!")
    for attempt in (lambda: originals.read(digest), lambda: originals.keep([b"evidence"])):
        with pytest.raises(ArchiveError) as caught:
            attempt()
        assert caught.value.code == "original-damaged"
    assert path.read_bytes() == b"forgery!", "evidence of the change must stay"


def test_missing_original_is_named(originals: Originals) -> None:
    with pytest.raises(ArchiveError) as caught:
        originals.read("ab" * 32)
    assert caught.value.code == "original-missing"


def test_all_is_flushed_before_keep_returns(originals: Originals, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flush(handle: int) -> None:
        events.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def rename(source: Path, target: Path) -> None:
        events.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(os, "replace", rename)
    originals.keep([b"one", b"two"])
    assert events[:4] == ["file", "rename", "file", "rename"]
    assert set(events[4:]) == {"folder"}
    assert len(events) >= 4 + 3, "both new folders and their parent"


def test_full_disk_leaves_no_half_file(originals: Originals, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArchiveError) as caught:
        originals.keep([b"too much"])
    assert (caught.value.code, caught.value.params["path"]) == ("disk-full", str(originals.folder))
    assert not [path for path in originals.folder.rglob("*") if path.is_file()]


def test_sweep_removes_what_broken_writes_left(originals: Originals) -> None:
    (digest,) = originals.keep([b"one"])
    left = originals.path(digest).with_name(".abc.123.new")
    left.write_bytes(b"half")
    assert originals.sweep() == 1
    assert originals.sweep() == 0
    assert list(originals.all()) == [originals.path(digest)]
