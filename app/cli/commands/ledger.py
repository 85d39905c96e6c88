"""`pressmark ledger`: list, report or verify what was handed out, and say what became of it."""

import argparse
from dataclasses import asdict
from pathlib import Path

from app.base.errors import UsageError
from app.cli.main import DONE, FAILED, archive_folder, remember
from app.cli.output import say, say_json
from app.messages import sentence
from app.messages.ledger_reports import NOT_ADVICE, ledger_json, proof_of, size_of, write_ledger_csv, write_ledger_page
from app.workflows.excerpts import publish, release
from app.workflows.ledger import LedgerCheck, LedgerEntry, LedgerFilter, verify
from app.workflows.ledger_report import LedgerReport, ledger_report
from app.workflows.library import Library
from app.workflows.publications import known_publication


def run_ledger(given: argparse.Namespace) -> int:
    """Print the ledger, write its report, verify its chain, or record what became of an excerpt."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        if given.action == "verify":
            return _verify(verify(library), as_json=given.json)
        if given.action is not None:
            return _settle(library, given)
        publication = known_publication(library, given.publication).name if given.publication is not None else None
        report = ledger_report(library, _wanted(given, publication))
    if given.csv:
        write_ledger_csv(Path(given.csv), report)
    if given.html:
        write_ledger_page(Path(given.html), report)
    if given.json:
        say_json(ledger_json(report))
    elif not (given.csv or given.html):
        _print(report)
    return DONE


def _wanted(given: argparse.Namespace, publication: str | None) -> LedgerFilter:
    first, last = given.first.first if given.first else None, given.last.last if given.last else None
    return LedgerFilter(publication, given.article, first, last)


def _settle(library: Library, given: argparse.Namespace) -> int:
    if given.excerpt is None:
        raise UsageError("excerpt-not-given", action=given.action)
    if given.action == "publish" and not given.url:
        raise UsageError("published-where", excerpt=given.excerpt)
    url = publish(library, given.excerpt, given.url) if given.action == "publish" else None
    if url is None:
        release(library, given.excerpt)
    status = "published" if url else "released"
    text = sentence(f"excerpt-now-{status}", {"excerpt": given.excerpt, "url": url})
    if given.json:
        say_json({"excerpt": given.excerpt, "status": status, "url": url, "message": text})
    else:
        say(text)
    return DONE


def _verify(check: LedgerCheck, *, as_json: bool) -> int:
    text = sentence(check.code, check.params)
    if as_json:
        say_json({"whole": check.whole, "rows": check.rows, "code": check.code, "message": text, "head": check.head})
    else:
        say(text)
    return DONE if check.whole else FAILED


def _print(report: LedgerReport) -> None:
    if not report.entries:
        say("Nothing was handed out yet." if report.check.rows == 0 else "None of the excerpts in the ledger is of this kind.")
        return
    for row in report.entries:
        _print_entry(row)
    for each in report.publications:
        say(sentence("ledger-sum", asdict(each)))
    say(proof_of(report))
    say(NOT_ADVICE)


def _print_entry(row: LedgerEntry) -> None:
    where = f" at {row.published_url}" if row.published_url else ""
    say(
        f"{row.excerpt_id:>5}  {row.at[:16].replace('T', ' ')}  {row.publication}  {size_of(row)}  {row.basis}  {row.status}{where}"
    )
    say(f"       [{row.article_id}] {row.headline}")
