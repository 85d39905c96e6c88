"""Benchmarks, told in `README.md` beside this: `python -m tests.benchmarks NAME [--articles N] …`."""

import argparse
import sys

from tests.benchmarks import authorities, drafting, meter, rebuild, recognition, rights, search


def main() -> int:
    """Run the benchmark that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    commands = parser.add_subparsers(required=True)
    known = (
        ("search", search), ("rebuild", rebuild), ("draft", drafting), ("meter", meter), ("rights", rights),
        ("recognition", recognition), ("authorities", authorities),
    )  # fmt: skip
    for name, benchmark in known:
        command = commands.add_parser(name, help=benchmark.__doc__)
        benchmark.add_arguments(command)
        command.set_defaults(run=benchmark.run)
    arguments = parser.parse_args()
    result: int = arguments.run(arguments)
    return result


if __name__ == "__main__":
    sys.exit(main())
