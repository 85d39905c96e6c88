"""Import: one bad file never stops a batch, known files are skipped, nothing acknowledged is lost."""

import os
import shutil
from pathlib import Path

import pytest
from sqlmodel import col, select

from app.archive import Archive, Originals
from app.base.errors import ArchiveError, ArchiveLocked
from app.base.progress import CancelToken, Progress
from app.index.query import Query
from app.model.tables import Article, Authority, Event, ImportBatch, ImportItem, Original
from app.workflows.check import check
from app.workflows.discover import Candidate, Refused, discover
from app.workflows.examine import examine, recognise
from app.workflows.find import find
from app.workflows.ingest import ingest
from app.workflows.library import Library
from app.workflows.read import hits, read_article
from app.workflows.sample import has_sample, make_sample, sample_folder
from tests.articles import HARBOUR


def test_batch_is_kept_with_its_report(library: Library, files: Path) -> None:
    with library.archive.reading() as session:
        assert sorted(filter(None, session.exec(select(Article.id)).all())) == [1, 2, 3]
        assert len(session.exec(select(Original.id)).all()) == 3
        (batch,) = session.exec(select(ImportBatch)).all()
        assert batch.ended_at is not None
        items = session.exec(select(ImportItem).order_by(col(ImportItem.id))).all()
        assert [Path(item.path).name for item in items] == ["garden.md", "harbour.txt", "river.md"]
        assert session.exec(select(Event.kind)).all() == ["imported"] * 3
    assert check(library).whole


def test_importing_again_reads_nothing_and_changes_nothing(library: Library, files: Path) -> None:
    seq = library.archive.last_seq()
    batch = ingest(library.archive, [files, files / "river.md"], jobs=1)
    assert (batch.same, len(batch.items)) == (3, 3)
    assert [item.article_ids for item in batch.items] == [(1,), (2,), (3,)]
    assert library.archive.last_seq() == seq


def test_same_bytes_elsewhere_are_the_same_file(library: Library, files: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.txt"
    other.write_bytes((files / "harbour.txt").read_bytes())
    (item,) = ingest(library.archive, [other], jobs=1).items
    assert (item.status, item.article_ids) == ("same", (2,))


def test_same_text_from_the_same_source_is_a_duplicate_and_from_another_a_wire_copy(library: Library, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_text(HARBOUR + "\n\n", encoding="utf-8")
    copy = tmp_path / "copy.html"
    body = "\n".join(HARBOUR.split("\n")[7:])
    paragraphs = "".join(f"<p>{' '.join(p.split())}</p>" for p in body.split("\n\n")[:4])
    copy.write_text(
        f"<html><head><title>x</title><meta property='og:site_name' content='Fjord Today'></head><body><article><h1>x</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    duplicate, wire = ingest(library.archive, [again, copy], jobs=1).items
    assert (duplicate.status, duplicate.article_ids) == ("duplicate", (2,))
    assert wire.article_ids == (4,)


def test_bad_files_are_told_and_the_rest_goes_on(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nothing")
    (folder / "good.txt").write_text(
        "A good headline of words\n\nThe quay of Kjelvik was empty on this morning, and nobody rang the bell at all.",
        encoding="utf-8",
    )
    (folder / b"b\xffd.txt".decode("utf-8", "surrogateescape")).write_text("A second headline of words\n\nThe quay of Kjelvik was full on this evening, and everybody rang the bell.", encoding="utf-8")  # fmt: skip
    batch = ingest(library.archive, [folder, tmp_path / "missing"], jobs=2)
    codes = {Path(item.path).name: item.code for item in batch.items}
    assert codes == {
        "empty.txt": "empty-file", "picture.txt": "not-supported", "pipe": "not-a-file", "dangling.txt": "file-unreadable", "good.txt": "",
        "b\\udcffd.txt": "", "missing": "file-unreadable",
    }  # fmt: skip
    assert (batch.imported, batch.failed) == (2, 5)
    assert all(item.status == "failed" for item in ingest(library.archive, [folder / "empty.txt"]).items), (
        "failed files are tried again"
    )


def test_attachments_of_saved_pages_and_hidden_files_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/style.css", ".hidden.txt", "other.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = [item.path.name for item in discover([tmp_path])]
    assert found == ["other.txt", "page.html"]
    assert [type(item) for item in discover([tmp_path / ".hidden.txt", tmp_path / "no"])] == [Candidate, Refused]


def test_file_that_takes_too_long_is_given_up(library: Library, tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text(
        "A headline of some words\n\nThe quay was empty on this morning, and nobody rang the bell.", encoding="utf-8"
    )
    (item,) = ingest(library.archive, [slow], jobs=1, time_limit_s=0.0).items
    assert (item.status, item.code) == ("failed", "parser-too-slow")
    (item,) = ingest(library.archive, [slow], jobs=1).items
    assert item.status == "imported"


def test_full_disk_stops_the_batch_and_keeps_what_was_acknowledged(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Originals, contents: object) -> None:
        raise ArchiveError("disk-full", path="x")

    new = tmp_path / "new.txt"
    new.write_text(
        "A headline of some words\n\nThe quay was empty on this morning, and nobody rang the bell.", encoding="utf-8"
    )
    monkeypatch.setattr(Originals, "keep", full)
    batch = ingest(library.archive, [new], jobs=1)
    assert batch.stopped is not None
    assert (batch.stopped.code, batch.items) == ("disk-full", ())
    assert library.archive.article_count() == 3
    monkeypatch.undo()
    assert ingest(library.archive, [new], jobs=1).imported == 1


def test_cancelled_batch_tells_what_is_kept(library: Library, files: Path) -> None:
    token = CancelToken()
    token.cancel()
    batch = ingest(library.archive, [files], jobs=1, cancel=token)
    assert (batch.cancelled, batch.items) == (True, ())


def test_second_import_at_once_is_told_who_imports(library: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.archive.lock.WAIT_S", 0.01)
    with (
        library.archive.write_lock("Importing"),
        pytest.raises(ArchiveLocked) as caught,
        library.archive.write_lock("x", wait_s=0.01),
    ):
        raise AssertionError("two imports at once")
    assert "Importing" in str(caught.value.params["holder"])


def test_progress_counts_what_is_kept(tmp_path: Path, files: Path) -> None:
    seen: list[Progress] = []
    with Archive.create(tmp_path / "other") as archive:
        ingest(archive, [files], jobs=1, report=seen.append)
    assert (seen[0].done, seen[0].total) == (0, None)
    assert (seen[-1].done, seen[-1].total) == (3, 3)


def test_article_is_read_with_its_evidence_names_and_hits(library: Library) -> None:
    view = read_article(library, 2)
    assert view.source == "Northbridge Wire"
    assert view.badge == "≤ 5 %"
    assert {m.label for m in view.mentions if m.kind.value == "person"} == {"Ingrid Solbakken"}
    assert {q.speaker for q in view.quotations} == {"Ingrid Solbakken"}
    assert view.value("photo_credit") == "Port Authority of Varnsund"
    assert view.value("published") == ""
    marked = [span.of(view.body) for span in hits(library, Query(text="crane"), view)]
    assert marked
    assert {word.lower() for word in marked} <= {"crane", "cranes"}
    assert view.original.path.read_bytes() == HARBOUR.encode()


def test_a_slug_in_capitals_is_spelled_as_its_source(library: Library) -> None:
    view = read_article(library, 2)
    assert view.body.startswith("NORTHBRIDGE WIRE")
    assert "Northbridge Wire" in {m.label for m in view.mentions if m.kind.value == "organisation"}


@pytest.mark.parametrize(
    ("start", "source", "dateline"), [("BASEL", "", "BASEL"), ("THE HAGUE", "", "THE HAGUE"), ("QUAY DESK", "Quay Desk", "")]
)
def test_a_town_in_capitals_is_no_source(tmp_path: Path, start: str, source: str, dateline: str) -> None:
    """ "BASEL - " tells where a report is from, "QUAY DESK - " whose it is."""
    file = tmp_path / "town.txt"
    file.write_text(
        f"The bell of the quay rang again\n\n{start} - The bell rang for the first time in nine years.\n", encoding="utf-8"
    )
    (article,) = examine(file).articles
    assert (article.source.value if article.source else "") == source
    assert (article.dateline.value if article.dateline else "") == dateline
    kinds = {m.surface: m.kind.value for m in recognise(article).mentions}
    assert kinds[start] == ("organisation" if source else "place")


def test_missing_index_is_made_again_and_changes_are_caught_up(library: Library, own_folders: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(
        "A headline of some words\n\nThe quay was empty on this morning, and nobody rang the zither.", encoding="utf-8"
    )
    ingest(library.archive, [new], jobs=1)
    assert library.pending() == 1
    assert find(library, Query(text="zither")).results.pending == 1
    library.refresh()
    assert (library.pending(), find(library, Query(text="zither")).results.total) == (0, 1)
    folder = library.archive.folder
    library.close()
    shutil.rmtree(own_folders / "cache")
    with Library.open(folder) as again:
        assert find(again, Query(text="zither")).results.total == 1


def test_merged_record_is_found_under_the_other_at_once(library: Library) -> None:
    with library.archive.transaction() as session:
        ingrid = session.exec(select(Authority).where(Authority.preferred == "Ingrid Solbakken")).one()
        tomas = session.exec(select(Authority).where(Authority.preferred == "Tomas Okafor")).one()
        tomas.merged_into = ingrid.id
        session.add(tomas)
    library.refresh()
    found = find(library, Query())
    people = {row.label: row.count for row in found.facets["person"]}
    assert people["Ingrid Solbakken"] == 2
    assert "Tomas Okafor" not in people
    assert library.names.find("person", "okafor") == frozenset({ingrid.id})


def test_sample_archive_is_made_once(tmp_path: Path) -> None:
    folder = sample_folder()
    assert not has_sample(folder)
    first = make_sample(folder)
    assert first.failed == 0
    assert len(first.items) >= 30
    assert has_sample(folder)
    assert make_sample(folder).same == len(first.items)
    with Library.open(folder) as library:
        facets = find(library, Query()).facets
        kinds = {name: len(facets[name]) for name in ("source", "licence", "language", "year")}
        assert kinds["source"] >= 8, kinds
        assert min(kinds.values()) >= 5, kinds
