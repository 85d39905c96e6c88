"""`pressmark ledger`: list, export or verify what was handed out."""

import argparse
from dataclasses import asdict, fields
from pathlib import Path

from app.cli.main import DONE, FAILED, archive_folder, remember
from app.cli.output import say, say_json
from app.messages import sentence
from app.messages.reports import write_csv
from app.workflows.ledger import LedgerCheck, LedgerEntry, entries, verify
from app.workflows.library import Library


def run_ledger(given: argparse.Namespace) -> int:
    """Print the ledger, write it as CSV, or verify its chain."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        if given.action == "verify":
            return _verify(verify(library), as_json=given.json)
        rows = entries(library, given.publication)
    if given.csv:
        write_csv(Path(given.csv), [f.name for f in fields(LedgerEntry)], (tuple(asdict(row).values()) for row in rows))
    if given.json:
        say_json({"entries": [asdict(row) for row in rows]})
    elif not given.csv:
        _print(rows)
    return DONE


def _verify(check: LedgerCheck, *, as_json: bool) -> int:
    text = sentence(check.code, check.params)
    if as_json:
        say_json({"whole": check.whole, "rows": check.rows, "code": check.code, "message": text, "head": check.head})
    else:
        say(text)
    return DONE if check.whole else FAILED


def _print(rows: tuple[LedgerEntry, ...]) -> None:
    if not rows:
        say("Nothing was handed out yet.")
    for row in rows:
        size = f"{row.words:,} words" if row.words is not None else f"{row.chars:,} characters"
        say(f"{row.excerpt_id:>5}  {row.at[:16].replace('T', ' ')}  {row.publication}  {size}  {row.basis}  {row.status}")
        say(f"       [{row.article_id}] {row.headline}")
