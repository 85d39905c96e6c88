"""The command line: parse, do, and turn what went wrong into one sentence and an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.base import settings
from app.base.errors import Cancelled, PressmarkError, UsageError
from app.cli.output import complain
from app.cli.parser import build_parser

DONE, FAILED, WRONG_USAGE, REFUSED, INTERRUPTED = 0, 1, 2, 3, 130

Command = Callable[[argparse.Namespace], int]


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code; without a sub-command print the help."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build_parser()
    given = parser.parse_args(arguments)
    if given.command is None and not given.selftest:
        parser.print_help()
        return DONE
    try:
        return _command("selftest" if given.selftest else given.command)(given)
    except UsageError as error:
        complain(_sentence(error))
        return WRONG_USAGE
    except PressmarkError as error:
        complain(_sentence(error))
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) went away; what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def archive_folder(given: argparse.Namespace) -> Path:
    """Return the archive to work on: --archive, else PRESSMARK_ARCHIVE, else the last opened; UsageError when none is known."""
    named = given.archive or os.environ.get("PRESSMARK_ARCHIVE") or settings.load().last_archive
    if not named:
        raise UsageError("archive-not-given")
    return Path(named).expanduser().absolute()


def remember(folder: Path) -> None:
    """Make the archive the last opened one."""
    known = settings.load()
    if known.last_archive != str(folder):
        settings.save(settings.remember_archive(known, folder))


def _sentence(error: PressmarkError) -> str:
    from app.messages import sentence_of

    return sentence_of(error)


def _command(name: str) -> Command:
    """Return the command; imported late, so that `--help` and usage errors are quick."""
    from importlib import import_module

    module = {
        "import": "importing", "rights": "single_file", "entities": "single_file", "quotations": "single_file", "complete": "onward",
        "similar": "onward",
    }.get(name, name)  # fmt: skip
    found: Command = getattr(import_module(f"app.cli.commands.{module}"), f"run_{name}")
    return found
