"""What must be on the device before a step counts; Whoosh itself never flushes."""

import os
from collections.abc import Iterable
from pathlib import Path


def flush(folder: Path, *, only: Iterable[Path] | None = None) -> None:
    """Flush files of a folder (all, or `only` these) and then its names to the device."""
    for path in (*(folder.iterdir() if only is None else only), folder):
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
