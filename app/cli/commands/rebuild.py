"""`pressmark rebuild`: make the search index again."""

import argparse

from app.cli.main import DONE, archive_folder, remember
from app.cli.output import progress_bar, say, say_json
from app.workflows.check import rebuild
from app.workflows.library import Library


def run_rebuild(given: argparse.Namespace) -> int:
    """Make the index again from the database and print how many articles it holds."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        with progress_bar("Indexing") as report:
            rebuild(library, report=report)
        count = library.index.checkpoint.count
    if given.json:
        say_json({"articles": count})
    else:
        say(f"The search index was made again: {count:,} {'article' if count == 1 else 'articles'}.")
    return DONE
