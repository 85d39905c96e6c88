"""What the command line prints: safe text, one JSON object, a bar where a person watches."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.base.errors import ArchiveError
from app.base.progress import Progress, Report, silent
from app.base.text import printable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def say(text: str = "") -> None:
    """Print text of any origin: control and bidi characters are escaped, lines stay lines."""
    print(printable(text))


def say_json(document: object) -> None:
    """Print one JSON object, readable by people too; lone surrogates are escaped, so that the output is valid UTF-8."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def complain(text: str) -> None:
    """Print one sentence on standard error."""
    print(f"pressmark: {printable(text)}", file=sys.stderr)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV (UTF-8, RFC 4180); a text that a spreadsheet would run as a formula gets a `'` before it."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([_safe_cell(cell) for cell in row] for row in rows)
    except OSError as error:
        raise ArchiveError("file-unwritable", path=str(path), reason=error.strerror or str(error)) from error


def _safe_cell(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


@contextmanager
def progress_bar(label: str) -> Iterator[Report]:
    """Give a report function that draws a bar on standard error, or stays silent when that is no terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def report(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield report
