"""Migrations: whole or not at all, after a backup, and the tables as the model has them."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlmodel import SQLModel

from app.archive import Archive
from app.archive.backups import back_up, faults
from app.archive.migrations import apply_steps, migrate, steps, version_of
from app.base.errors import ArchiveError


def shape(path: Path) -> dict[str, object]:
    found = inspect(create_engine(f"sqlite:///{path}"))
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)],
            sorted((i["name"], tuple(i["column_names"])) for i in found.get_indexes(table)),
            sorted((tuple(k["constrained_columns"]), k["referred_table"]) for k in found.get_foreign_keys(table)),
            sorted(tuple(u["column_names"]) for u in found.get_unique_constraints(table)),
            sorted(str(c["sqltext"]) for c in found.get_check_constraints(table)),
        )
        for table in found.get_table_names()
    }


def test_steps_lead_to_the_tables_of_the_model(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    modelled = tmp_path / "modelled.db"
    SQLModel.metadata.create_all(create_engine(f"sqlite:///{modelled}"))
    assert shape(archive.database) == shape(modelled)


def test_all_tables_of_the_design_are_there(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    wanted = """article body original source rights_statement authority authority_name mention quotation publication excerpt
        event paragraph_choice change correction import_batch import_item tag collection note saved_search"""
    assert set(wanted.split()) <= set(shape(archive.database))


def test_failed_step_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    before = archive.database.read_bytes()
    broken = ("CREATE TABLE extra (x);\nALTER TABLE nothing ADD COLUMN y;\n",)
    with pytest.raises(sqlite3.OperationalError):
        apply_steps(archive.database, broken, version=2)
    assert archive.database.read_bytes() == before


def test_migration_backs_up_first(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    more = (*steps(), "CREATE TABLE extra (x);\n")
    assert migrate(archive.database, backups=archive.backups, steps=more) == len(more)
    assert version_of(archive.database) == len(more)
    (copy,) = archive.backups.glob(f"*before-version-{len(more)}.db")
    assert version_of(copy) == len(steps())
    assert faults(copy) == ()


def test_step_that_breaks_references_is_refused(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    with pytest.raises(ArchiveError) as caught:
        step = "INSERT INTO source (name, folded, rights_statement_id) VALUES ('a', 'a', 5);\n"
        apply_steps(archive.database, (step,), version=2)
    assert caught.value.code == "migration-broken"
    assert version_of(archive.database) == len(steps())


def test_backup_is_a_whole_copy_and_leaves_no_half_one(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    copy = back_up(archive.database, archive.backups, why="test")
    assert faults(copy) == ()
    assert [path.suffix for path in archive.backups.iterdir()] == [".db"]
    archive.close()
