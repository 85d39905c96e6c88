"""The ledger's report as a page, as rows of CSV and as JSON; each with its head, and that it is no legal advice."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from app.messages import sentence
from app.messages.answers import UNITS
from app.messages.pages import page, safe
from app.messages.reports import write_csv, write_json, write_text
from app.workflows.ledger import LedgerEntry, LedgerFilter
from app.workflows.ledger_report import LedgerReport, LedgerSum

NOT_ADVICE = "Pressmark records what was handed out and what the terms said as they were read. This is no legal advice."
COLUMNS = tuple(field.name for field in fields(LedgerEntry))


def title_of(wanted: LedgerFilter) -> str:
    """Return what a report is about in one line: "Quotations for my-site.example, 2026-01-01 to 2026-03-31"."""
    about = f" for {wanted.publication}" if wanted.publication is not None else ""
    about += f" of article {wanted.article_id}" if wanted.article_id is not None else ""
    if wanted.first or wanted.last:
        about += f", {wanted.first or 'the beginning'} to {wanted.last or 'today'}"
    if wanted.words.strip():
        about += f", with “{wanted.words.strip()}”"
    return f"Quotations{about}"


def write_ledger(path: Path, report: LedgerReport) -> None:
    """Write the report in the form that the file's name asks for: CSV, JSON, else a page; ArchiveError `file-unwritable`."""
    if path.suffix.lower() == ".csv":
        write_ledger_csv(path, report)
    elif path.suffix.lower() == ".json":
        write_json(path, ledger_json(report))
    else:
        write_ledger_page(path, report)


def write_ledger_csv(path: Path, report: LedgerReport) -> None:
    """Write the entries as CSV, and below them the head and that it is no legal advice; ArchiveError `file-unwritable`."""
    rows: list[Sequence[object]] = [tuple(asdict(row).values()) for row in report.entries]
    write_csv(path, COLUMNS, [*rows, (f"# {proof_of(report)}",), (f"# {NOT_ADVICE}",)])


def write_ledger_page(path: Path, report: LedgerReport) -> None:
    """Write the report as an HTML page that opens nothing from elsewhere; ArchiveError `file-unwritable`."""
    write_text(path, ledger_page(report))


def ledger_json(report: LedgerReport) -> dict[str, object]:
    """Return the report as `resources/schemas/ledger.schema.json` describes it."""
    wanted = report.wanted
    return {
        "archive": report.archive,
        "made_at": report.made_at,
        "publication": wanted.publication,
        "article": wanted.article_id,
        "from": wanted.first.isoformat() if wanted.first else None,
        "to": wanted.last.isoformat() if wanted.last else None,
        "entries": [asdict(row) for row in report.entries],
        "publications": [asdict(each) for each in report.publications],
        "articles": [asdict(each) for each in report.articles],
        "whole": report.check.whole,
        "head": report.check.head,
        "notice": NOT_ADVICE,
    }


def proof_of(report: LedgerReport) -> str:
    """Return whether the ledger is whole, and its last hash."""
    return f"{sentence(report.check.code, report.check.params)} Head: {report.check.head}"


def ledger_page(report: LedgerReport) -> str:
    """Return the report as an HTML page."""
    parts = [
        f"<p>Archive {safe(report.archive)} · made {safe(report.made_at[:16].replace('T', ' '))} UTC</p>",
        _table("By publication", _SUM_HEAD, map(_sum_row, report.publications)),
        _table("By article", _SUM_HEAD, map(_sum_row, report.articles)),
        _table("Excerpts", _ENTRY_HEAD, map(_entry_row, report.entries)),
        f"<p{'' if report.check.whole else ' class=bad'}>{safe(sentence(report.check.code, report.check.params))}</p>",
        f"<p>Head: <code>{safe(report.check.head)}</code></p><p>{safe(NOT_ADVICE)}</p>",
    ]
    return page(title_of(report.wanted), parts)


_SUM_HEAD = ("", "Excerpts", "Words", "Characters", "Published", "Given back")
_ENTRY_HEAD = ("No.", "Handed out (UTC)", "Article", "For", "Size", "Counted", "Basis", "Status", "By")


def _table(title: str, head: Iterable[str], rows: Iterable[str]) -> str:
    body = "".join(rows) or f"<tr><td colspan='{len(tuple(head))}'>Nothing.</td></tr>"
    return f"<h2>{title}</h2><table><tr>{''.join(f'<th>{name}</th>' for name in head)}</tr>{body}</table>"


def _sum_row(each: LedgerSum) -> str:
    numbers = (each.excerpts, each.words, each.chars, each.published, each.released)
    return f"<tr><td>{safe(each.name)}</td>{''.join(f'<td>{number:,}</td>' for number in numbers)}</tr>"


def size_of(row: LedgerEntry) -> str:
    """Return how long an excerpt is: "12 words", "80 characters" where there are no words to count."""
    return f"{row.words:,} words" if row.words is not None else f"{row.chars:,} characters"


def counted_of(row: LedgerEntry) -> str:
    """Return how much of the limit was used with an excerpt: "10 of 13 words"."""
    return f"{row.after:,} of {row.cap:,} {UNITS.get(row.measure, row.measure)}" if row.measure else "no limit stated"


def basis_of(row: LedgerEntry) -> str:
    """Return what an excerpt rests on, with the reason that was given for it."""
    return row.basis.replace("_", " ") + (f": {row.reason}" if row.reason else "")


def _entry_row(row: LedgerEntry) -> str:
    counted = f"{row.before:,} → {counted_of(row)}" if row.measure else counted_of(row)
    status = row.status + (f" at {row.published_url}" if row.published_url else "")
    cells = (
        str(row.excerpt_id), row.at[:16].replace("T", " "), f"[{row.article_id}] {row.headline}", f"{row.publication} ({row.medium})",
        size_of(row), counted, basis_of(row), status, row.user_name,
    )  # fmt: skip
    return (
        f"<tr{' class=released' if row.status == 'released' else ''}>{''.join(f'<td>{safe(cell)}</td>' for cell in cells)}</tr>"
    )
