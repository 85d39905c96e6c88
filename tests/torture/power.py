"""Cut the power of an import and prove that nothing acknowledged is lost: `python -m tests.torture.power --cuts 300` as root on Linux.

Archive and index lie on an ext4 image. While an import runs, the image is copied as the device has it at that moment; what the
system holds in memory alone is not in it. Each copy is mounted where the image was, in a mount namespace of its own, and verified:
every article that was reported must be there with its original, and the index must open without being made again.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.torture.kill import verify, write_articles

SIZE = 192 * 2**20
PER_CUT = 30
IMPORTER = """
import sys, time
from pathlib import Path
from app.workflows import ingest as module
from app.workflows.ingest import ingest
from app.workflows.library import Library
if __name__ == "__main__":
    module.GROUP_FILES = 3
    folder, files = Path(sys.argv[1]), Path(sys.argv[2])
    with Library.open(folder, create=True) as library:
        known = 0
        def tell(progress):
            library.refresh()
            print(known + progress.done, flush=True)
        print("ready", flush=True)
        while True:
            ingest(library.archive, [files / "next"], jobs=1, report=tell)
            time.sleep(0.05)
            if (files / "further").exists():
                known += len(list((files / "next").iterdir()))
                (files / "next").rename(files / f"done{known}")
                (files / "further").rename(files / "next")
"""


class Import:
    """An import that goes on and on, with what it has reported."""

    def __init__(self, script: Path, archive: Path, files: Path) -> None:
        self.reported = 0
        self._process = subprocess.Popen(
            [sys.executable, script, archive, files], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."}
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.strip().isdigit():
                self.reported = int(line)

    @contextmanager
    def standing_still(self) -> Iterator[int]:
        """Give how much was reported up to a moment, and let nothing go on meanwhile."""
        self._process.send_signal(signal.SIGSTOP)
        time.sleep(0.02)
        try:
            yield self.reported
        finally:
            self._process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def runs(self) -> bool:
        return self._process.poll() is None


def verify_copy(archive: Path, reported: int) -> None:
    """In the namespace of a copy: print how many articles it holds and whether its index could be opened as it was."""
    from app.archive import Archive
    from app.index import ArticleIndex, IndexUnusable
    from app.workflows.catch_up import index_folder

    with Archive.open(archive) as opened:
        try:
            ArticleIndex.open(index_folder(opened), opened.uid).close()
            rebuilt = False
        except IndexUnusable:
            rebuilt = True
    articles = verify(archive, archive, reported)
    print(json.dumps({"articles": articles, "rebuilt": rebuilt}))


def torture(cuts: int, seed: int, folder: Path) -> tuple[int, int]:
    """Cut the power so many times; return how many articles there were at the end, and how often the index had to be made again."""
    rng = random.Random(seed)
    image, place = folder / "image", folder / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    subprocess.run(["mount", "-o", "loop", image, place], check=True)
    os.environ["PRESSMARK_CACHE"] = str(place / "cache")
    script, files = folder / "importer.py", folder / "files"
    script.write_text(IMPORTER, encoding="utf-8")
    files.mkdir()
    write_articles(files / "next", 0, PER_CUT, rng)
    written, articles, rebuilt = PER_CUT, 0, 0
    running = Import(script, place / "archive", files)
    try:
        while running.reported < 2:
            time.sleep(0.05)
        for _ in range(cuts):
            if not (files / "further").exists():
                write_articles(files / "prepared", written, PER_CUT, rng)
                (files / "prepared").rename(files / "further")
                written += PER_CUT
            time.sleep(rng.uniform(0.05, 1.0))
            assert running.runs()
            with running.standing_still() as reported:
                shutil.copyfile(image, folder / "copy")
            told = _verified(folder / "copy", place, reported)
            articles, rebuilt = told["articles"], rebuilt + told["rebuilt"]
    finally:
        running.end()
        subprocess.run(["umount", "--lazy", place], check=True)
    return articles, rebuilt


def _verified(copy: Path, place: Path, reported: int) -> dict[str, int]:
    work = 'mount -o loop "$1" "$2" && "$3" -m tests.torture.power --verify "$2/archive" --reported "$4"; rc=$?; umount "$2"; exit $rc'
    found = subprocess.run(
        ["unshare", "--mount", "sh", "-c", work, "sh", copy, place, sys.executable, str(reported)],
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, int] = json.loads(found.stdout.splitlines()[-1])
    return told


def main() -> int:
    """Run the torture with the arguments of the command line; 1 when more than one cut in a hundred needed a new index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verify", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--reported", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.verify:
        verify_copy(given.verify, given.reported)
        return 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in ("SETTINGS", "DATA"):
            os.environ[f"PRESSMARK_{name}"] = str(Path(folder) / name.lower())
        articles, rebuilt = torture(given.cuts, given.seed, Path(folder))
    print(f"{given.cuts} cuts, {articles} articles at the last, nothing lost, the index made again after {rebuilt}")
    return 1 if rebuilt * 100 > given.cuts else 0


if __name__ == "__main__":
    sys.exit(main())
