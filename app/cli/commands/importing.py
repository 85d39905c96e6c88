"""`pressmark import`: files and folders into the archive, with a report of what became of each item."""

import argparse
from pathlib import Path

from app.cli.main import DONE, FAILED, archive_folder, remember
from app.cli.output import complain, progress_bar, say, say_json
from app.messages import sentence_of
from app.messages.reports import import_row, write_import_report
from app.workflows.batch import STATUSES, BatchReport
from app.workflows.ingest import ingest
from app.workflows.library import Library

QUIET = ("imported", "same")


def run_import(given: argparse.Namespace) -> int:
    """Import and print the report; exit code 1 when an item failed."""
    folder = archive_folder(given)
    with Library.open(folder, create=True) as library:
        remember(folder)
        with progress_bar("Importing") as report:
            batch = ingest(library.archive, [Path(path) for path in given.paths], jobs=given.jobs, report=report)
        with progress_bar("Indexing") as report:
            library.refresh(report=report)
    items = [import_row(item) for item in batch.items]
    if given.report:
        write_import_report(Path(given.report), batch.items)
    if given.json:
        counts: dict[str, object] = {name: batch.count(name) for name in STATUSES}
        say_json({**counts, "items": items})
    else:
        _print(batch, items)
    if batch.stopped is not None:
        complain(sentence_of(batch.stopped))
    return FAILED if batch.failed or batch.stopped is not None else DONE


def _print(batch: BatchReport, items: list[dict[str, object]]) -> None:
    counts = ((name, getattr(batch, name)) for name in STATUSES)
    say(" · ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts if count) or "Nothing was found to import.")
    for item in items:
        if item["status"] not in QUIET:
            say(f"{str(item['status']).replace('_', ' ')}: {item['path']}")
            say("    " + " ".join(str(item[part]) for part in ("message", "remedy") if item[part]))
