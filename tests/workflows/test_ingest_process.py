"""An import in a process of its own, seen from the one that asked for it."""

from pathlib import Path

from app.base.errors import PressmarkError
from app.base.progress import Progress
from app.index.query import Query
from app.workflows.batch import BatchReport
from app.workflows.catch_up import rebuild
from app.workflows.find import find
from app.workflows.ingest_process import ImportProcess
from app.workflows.library import Library


def test_it_tells_how_far_it_is_and_what_became_of_each_item(tmp_path: Path, files: Path) -> None:
    events = list(ImportProcess(tmp_path / "archive", [files]).events())
    assert all(isinstance(event, Progress) for event in events[:-1])
    report = events[-1]
    assert isinstance(report, BatchReport)
    assert (report.imported, report.failed) == (3, 0)
    with Library.open(tmp_path / "archive") as library:
        assert find(library, Query(text="crane")).results.total == 1


def test_an_open_library_sees_what_it_did(library: Library, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("A headline of some words\n\nNobody rang the zither on the quay this morning.", encoding="utf-8")
    report = list(ImportProcess(library.archive.folder, [new]).events())[-1]
    assert isinstance(report, BatchReport)
    library.reread()
    assert library.pending() == 0
    assert find(library, Query(text="zither")).results.total == 1


def test_a_reader_follows_to_an_index_that_was_made_again(library: Library) -> None:
    with Library.open(library.archive.folder) as other:
        other.index.close()
        other.index = rebuild(other.archive)
    assert not library.index.is_current()
    library.reread()
    assert library.index.is_current()
    assert find(library, Query(text="crane")).results.total == 1


def test_what_cannot_begin_is_told(tmp_path: Path, files: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where an archive is to be made", encoding="utf-8")
    (error,) = ImportProcess(taken, [files]).events()
    assert isinstance(error, PressmarkError)


def test_a_stopped_import_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Headline number {number}\n\nText of the article {number}.", encoding="utf-8")
    process = ImportProcess(tmp_path / "archive", [folder])
    report: object = None
    for event in process.events():
        if isinstance(event, Progress) and event.done >= 5:
            process.stop()
        report = event
    assert isinstance(report, BatchReport)
    with Library.open(tmp_path / "archive") as library:
        assert find(library, Query()).results.total == report.imported < 300


def test_a_process_that_dies_is_told(tmp_path: Path, files: Path) -> None:
    process = ImportProcess(tmp_path / "archive", [files])
    process._process.kill()
    last = list(process.events())[-1]
    assert isinstance(last, PressmarkError)
    assert last.code == "import-broken"
