"""Kill an import at random moments and prove that nothing acknowledged is lost: `python -m tests.torture.kill --kills 500`.

The importing process prints each file that it reports as kept. After each kill -9 the archive is opened again: every printed file
must be there with its original, the database must be whole, and search must agree with it. Files are invented on the spot.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

IMPORTER = """
import sys
from pathlib import Path
from app.archive import Archive
from app.workflows import ingest as module
from app.workflows.ingest import ingest
if __name__ == "__main__":
    module.GROUP_FILES = 3
    with Archive.open(Path(sys.argv[1])) as archive:
        def tell(progress):
            print(progress.done, flush=True)
        print("ready", flush=True)
        ingest(archive, [Path(sys.argv[2])], jobs=1, report=tell)
        print("end", flush=True)
"""
WORDS = [
    "harbour",
    "crane",
    "mayor",
    "council",
    "ship",
    "quay",
    "bell",
    "tower",
    "garden",
    "night",
    "lamp",
    "herring",
    "winter",
    "letter",
    "museum",
    "stair",
    "engine",
]


def write_articles(folder: Path, first: int, count: int, rng: random.Random) -> None:
    """Write invented articles as text files, numbered from `first`."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        body = ". ".join(" ".join(rng.choices(WORDS, k=9)).capitalize() for _ in range(6))
        text = f"Report {number} of the quay\n\nNORTHBRIDGE WIRE - Mayor Ingrid Solbakken met number{number}. {body}.\n"
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def run_and_kill(script: Path, archive: Path, files: Path, *, lines: int, delay: float) -> int:
    """Start an import, kill it `delay` seconds after it printed `lines` lines, and return how many files it had reported."""
    process = subprocess.Popen(
        [sys.executable, script, archive, files], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."}
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    told = [process.stdout.readline().strip() for _ in range(lines)]
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    told += [line.strip() for line in process.stdout.read().splitlines()]
    process.wait()
    process.stdout.close()
    return max((int(line) for line in told if line.isdigit()), default=0)


def verify(archive_folder: Path, files: Path, reported: int) -> int:
    """Prove the archive whole and in agreement with its index, and return how many articles it has."""
    from app.index.query import Query
    from app.workflows.check import check
    from app.workflows.find import find
    from app.workflows.library import Library

    with Library.open(archive_folder) as library:
        found = check(library)
        wrong = [finding for finding in found.findings if finding.code != "check-original-unknown"]
        assert not wrong, wrong
        total = find(library, Query(limit=0)).results.total
        assert total == found.articles, f"search has {total}, the database {found.articles}"
        assert library.pending() == 0
        assert found.articles >= reported, f"{reported} were acknowledged, {found.articles} are there"
        for number in range(0, found.articles, 7):
            assert find(library, Query(text=f"number{number}", counted=())).results.total <= 1
        return found.articles


def torture(kills: int, seed: int, folder: Path) -> int:
    """Kill `kills` imports and return how many articles were imported in all."""
    from app.archive import Archive

    rng = random.Random(seed)
    script = folder / "importer.py"
    script.write_text(IMPORTER, encoding="utf-8")
    archive, files = folder / "archive", folder / "files"
    Archive.create(archive).close()
    written = articles = 0
    for _ in range(kills):
        if written - articles < 40:
            write_articles(files, written, 60, rng)
            written += 60
        # Most kills fall between acknowledgements; some before the first, while workers start.
        lines = rng.choice((0, 2, 3, 4, 6, 8))
        reported = run_and_kill(script, archive, files, lines=lines, delay=rng.uniform(0.0, 0.2 if lines else 1.5))
        articles = verify(archive, files, reported)
    return articles


def main() -> None:
    """Run the torture with the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "SETTINGS", "DATA"):
            os.environ[f"PRESSMARK_{name}"] = str(Path(folder) / name.lower())
        articles = torture(given.kills, given.seed, Path(folder))
    print(f"{given.kills} kills, {articles} articles imported, nothing lost")


if __name__ == "__main__":
    main()
