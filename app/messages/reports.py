"""Reports that leave the program: the items of an import as rows, and tables as CSV."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.base.cells import safe_cell
from app.base.errors import ArchiveError
from app.messages import remedy, sentence
from app.workflows.batch import ItemReport

IMPORT_COLUMNS = ("path", "status", "code", "message", "remedy", "article_ids")


def import_row(item: ItemReport) -> dict[str, object]:
    """Return an item of an import by the names of `IMPORT_COLUMNS`, with its sentences."""
    message = sentence(item.code, dict(item.params)) if item.code else ""
    return {
        "path": item.path, "status": item.status, "code": item.code, "message": message, "remedy": remedy(item.code),
        "article_ids": list(item.article_ids),
    }  # fmt: skip


def write_import_report(path: Path, items: Iterable[ItemReport]) -> None:
    """Write the items of an import as CSV; ArchiveError `file-unwritable`."""
    rows = ([json.dumps(v) if isinstance(v, list) else v for v in import_row(item).values()] for item in items)
    write_csv(path, IMPORT_COLUMNS, rows)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV (UTF-8, RFC 4180); a text that a spreadsheet would run as a formula gets a `'` before it."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([_safe_cell(cell) for cell in row] for row in rows)
    except OSError as error:
        raise ArchiveError("file-unwritable", path=str(path), reason=error.strerror or str(error)) from error


def write_text(path: Path, text: str, *, newline: str | None = None) -> None:
    """Write a text as UTF-8; `newline` as `open` takes it. ArchiveError `file-unwritable`."""
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline=newline)
    except OSError as error:
        raise ArchiveError("file-unwritable", path=str(path), reason=error.strerror or str(error)) from error


def write_json(path: Path, document: object) -> None:
    """Write a document as JSON that people can read too; ArchiveError `file-unwritable`."""
    write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _safe_cell(cell: object) -> object:
    return safe_cell(cell) if isinstance(cell, str) else cell
