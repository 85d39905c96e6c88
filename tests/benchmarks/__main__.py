"""Benchmarks: `python -m tests.benchmarks search [--articles N] [--words N] [--peers tantivy,fts5] [--json]`."""

import argparse
import sys

from tests.benchmarks import search


def main() -> int:
    """Run the benchmark that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("search", help=search.__doc__)
    search.add_arguments(command)
    command.set_defaults(run=search.run)
    arguments = parser.parse_args()
    result: int = arguments.run(arguments)
    return result


if __name__ == "__main__":
    sys.exit(main())
