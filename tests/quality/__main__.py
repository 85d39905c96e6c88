"""Measure quality: `python -m tests.quality rights [--data FILE] [--json] [--verbose]`."""

import argparse
import json
from pathlib import Path

from tests.quality import rights


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    subjects = parser.add_subparsers(dest="subject", required=True)
    reading = subjects.add_parser("rights", help="terms read from notices")
    reading.add_argument("--data", type=Path, default=rights.STATEMENTS)
    reading.add_argument("--verbose", action="store_true", help="print each difference")
    reading.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    score = rights.measure(asked.data)
    report = score.report()
    if asked.json:
        print(json.dumps(report))
        return
    for line in score.differences if asked.verbose else ():
        print(line)
    for name, value in report.items():
        if name != "fields":
            print(f"{name:<18}{value:.3f}" if isinstance(value, float) else f"{name:<18}{value}")


if __name__ == "__main__":
    main()
