"""Values of the command line: numbers, spans, dates, facets, each refused with a word on what it should be."""

import argparse
from datetime import date

from app.base.dates import EdtfDate, parse_edtf
from app.index.query import FACET_NAMES, FacetName


def within(text: str) -> tuple[FacetName, str]:
    """Return a facet and what is typed to filter its values."""
    name, _, typed = text.partition("=")
    for known in FACET_NAMES:
        if name == known and typed.strip():
            return known, typed
    raise argparse.ArgumentTypeError(f"{text!r} is not FACET=TEXT; facets are {', '.join(FACET_NAMES)}")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the switch that has one JSON object printed."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def natural(text: str) -> int:
    """Return a whole number from 0 on."""
    return _number(text, least=0)


def positive(text: str) -> int:
    """Return a whole number from 1 on."""
    return _number(text, least=1)


def _number(text: str, *, least: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18 or int(text) < least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} on")
    return int(text)


def span(text: str) -> tuple[int, int]:
    """Return where a passage starts and ends."""
    start, colon, end = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(f"{text!r} is not START:END")
    first, last = natural(start), natural(end)
    if last <= first:
        raise argparse.ArgumentTypeError(f"{text!r} ends before it starts")
    return first, last


def edtf(text: str) -> EdtfDate:
    """Return a day, month or year."""
    try:
        found = parse_edtf(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2022-03-04, 2022-03 or 2022") from None
    if date.min in (found.first, found.last) or date.max in (found.first, found.last):
        raise argparse.ArgumentTypeError(f"{text!r} has an open end; leave out --from or --to instead")
    return found
