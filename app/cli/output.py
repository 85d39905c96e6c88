"""What the command line prints: safe text, one JSON object, a bar where a person watches."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.base.progress import Progress, Report, silent
from app.base.text import printable


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
