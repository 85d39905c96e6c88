"""An archive: made, opened, closed, refused."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlmodel import select

from app.archive import Archive, record_change
from app.archive.changes import last_seq
from app.base.errors import ArchiveError, ArchiveLocked
from app.model.tables import Change, Excerpt, Meta, Source


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive")


def test_new_archive_has_its_parts_and_a_uid(archive: Archive) -> None:
    assert {path.name for path in archive.folder.iterdir()} >= {"archive.db", "originals", "backups"}
    with archive.reading() as session:
        facts = {row.key: row.value for row in session.exec(select(Meta))}
    assert facts["uid"] == archive.uid
    assert set(facts) == {"uid", "created_at", "created_by"}


def test_rows_are_there_after_reopening_and_the_log_is_folded_in(archive: Archive) -> None:
    with archive.transaction() as session:
        session.add(Source(name="Halden Courier", folded="halden courier"))
        record_change(session, 7, "add")
    archive.close()
    assert not list(archive.folder.glob("archive.db-*"))
    with Archive.open(archive.folder) as again, again.reading() as session:
        assert session.exec(select(Source.name)).all() == ["Halden Courier"]
        assert last_seq(session) == 1


def test_failed_transaction_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError), archive.transaction() as session:
        record_change(session, 1, "add")
        session.flush()
        raise ZeroDivisionError
    assert archive.last_seq() == 0


def test_change_numbers_are_never_used_again(archive: Archive) -> None:
    for article in (1, 2):
        with archive.transaction() as session:
            record_change(session, article, "add")
    with archive.transaction() as session:
        session.delete(session.exec(select(Change).where(Change.seq == 2)).one())
    with archive.transaction() as session:
        record_change(session, 3, "add")
    assert archive.last_seq() == 3


def test_foreign_keys_hold(archive: Archive) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), archive.transaction() as session:
        session.add(Source(name="x", folded="x", rights_statement_id=99))


def test_reader_sees_one_snapshot_while_another_writes(archive: Archive) -> None:
    with archive.reading() as reader:
        assert last_seq(reader) == 0
        with archive.transaction() as writer:
            record_change(writer, 1, "add")
        assert last_seq(reader) == 0
    assert archive.last_seq() == 1


def test_folder_without_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive.open(tmp_path)
    assert (caught.value.code, caught.value.params["path"]) == ("archive-missing", str(tmp_path))


def test_existing_archive_is_not_made_again(archive: Archive) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive.create(archive.folder)
    assert caught.value.code == "archive-exists"


def test_folder_with_other_files_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(ArchiveError) as caught:
        Archive.create(tmp_path)
    assert (caught.value.code, caught.value.params["name"]) == ("archive-folder-used", "thesis.docx")


@pytest.mark.parametrize("content", [b"", b"not a database at all, but text" * 40])
def test_other_file_of_that_name_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "archive.db").write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        Archive.open(tmp_path)
    assert caught.value.code in ("archive-foreign", "archive-damaged")


def test_foreign_database_is_refused(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "archive.db").execute("CREATE TABLE t (x)").connection.close()
    with pytest.raises(ArchiveError) as caught:
        Archive.open(tmp_path)
    assert caught.value.code == "archive-foreign"


def test_newer_archive_is_refused(archive: Archive) -> None:
    archive.close()
    connection = sqlite3.connect(archive.database)
    connection.execute("PRAGMA user_version=999")
    connection.close()
    for read_only in (False, True):
        with pytest.raises(ArchiveError) as caught:
            Archive.open(archive.folder, read_only=read_only)
        assert (caught.value.code, caught.value.params["version"]) == ("archive-newer", 999)


def test_a_table_that_was_taken_away_is_reported(archive: Archive) -> None:
    archive.close()
    with sqlite3.connect(archive.folder / "archive.db") as database:
        database.execute("DROP TABLE paragraph_choice")
        database.execute("DROP TABLE excerpt")
    with Archive.open(archive.folder) as again, pytest.raises(ArchiveError) as caught, again.reading() as session:
        session.exec(select(Excerpt)).all()
    assert caught.value.code == "archive-damaged"


def test_damaged_pages_are_reported(archive: Archive) -> None:
    with archive.transaction() as session:
        session.add_all(Source(name=f"s{n}", folded=f"s{n}") for n in range(2000))
    archive.close()
    content = bytearray(archive.database.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    archive.database.write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        Archive.open(archive.folder)
    assert caught.value.code == "archive-damaged"


def test_read_only_archive_gives_no_writing_session(archive: Archive) -> None:
    archive.close()
    with Archive.open(archive.folder, read_only=True) as again:
        assert again.uid == archive.uid
        with pytest.raises(ArchiveError) as caught, again.transaction():
            raise AssertionError("a read-only archive must not be written")
        assert caught.value.code == "archive-read-only"
        with pytest.raises(ArchiveError):
            again.write_lock("x")


def test_log_left_on_media_that_cannot_be_written_is_read_from_a_copy(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive.transaction() as session:
        record_change(session, 1, "add")
    medium = tmp_path / "medium"
    medium.mkdir()
    for path in archive.folder.glob("archive.db*"):
        (medium / path.name).write_bytes(path.read_bytes())
    before = sorted((path.name, path.stat().st_size) for path in medium.iterdir())
    monkeypatch.setattr("app.archive.archive._writable", lambda folder: False)
    with Archive.open(medium) as again:
        assert again.read_only
        assert again.last_seq() == 1
    assert sorted((path.name, path.stat().st_size) for path in medium.iterdir()) == before


def test_write_lock_names_its_holder(archive: Archive) -> None:
    with archive.write_lock("Importing"):
        with pytest.raises(ArchiveLocked) as caught, archive.write_lock("another", wait_s=0.01):
            raise AssertionError("the lock was given twice")
        assert str(caught.value.params["holder"]).startswith(f"Importing (process {os.getpid()}")
    with archive.write_lock("after", wait_s=0.01):
        pass


def test_short_write_does_not_wait_for_the_lock_of_a_batch(archive: Archive) -> None:
    with archive.write_lock("Importing"), archive.transaction() as session:
        record_change(session, 1, "update")
    assert archive.last_seq() == 1
