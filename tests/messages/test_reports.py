"""Reports that leave the program."""

import csv
from pathlib import Path

import pytest

from app.base.errors import ArchiveError
from app.messages.reports import IMPORT_COLUMNS, write_csv, write_import_report
from app.workflows.batch import ItemReport


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_items_are_told_in_sentences(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    items = [
        ItemReport(path="good.txt", status="imported", article_ids=(7,)),
        ItemReport(
            path="bad, worse.txt", status="failed", code="file-too-large", params={"path": "bad, worse.txt", "megabytes": 100}
        ),
    ]
    write_import_report(path, items)
    header, good, bad = rows_of(path)
    assert tuple(header) == IMPORT_COLUMNS
    assert (good[0], good[1], good[-1]) == ("good.txt", "imported", "[7]")
    assert bad[0] == "bad, worse.txt"
    assert bad[3].endswith(".")
    assert bad[4]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    write_csv(tmp_path / "table.csv", ["a"], [[text]])
    assert rows_of(tmp_path / "table.csv")[1] == [f"'{text}"]


def test_a_path_that_is_no_text_is_written(tmp_path: Path) -> None:
    write_csv(tmp_path / "table.csv", ["a"], [["broken\udcff.txt"]])
    assert "broken" in rows_of(tmp_path / "table.csv")[1][0]


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        write_csv(tmp_path, ["a"], [])
    assert caught.value.code == "file-unwritable"
