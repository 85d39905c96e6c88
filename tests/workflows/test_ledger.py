"""The ledger shows any row that was changed, moved or removed."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from app.workflows import ledger
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article


@pytest.fixture
def filled(library: Library) -> Library:
    """Three excerpts of the harbour article, for three publications."""
    spans = find_passage(read_article(library, 2).body, "A harbour with one crane")
    for name in ("a.example", "b.example", "c.example"):
        hand_out(library, QuoteRequest(2, spans, name, url="https://wire.example.org/crane"))
    return library


def tamper(library: Library, statement: str) -> None:
    connection = sqlite3.connect(library.archive.database)
    with connection:
        connection.execute(statement)
    connection.close()


def test_untouched_ledger_is_whole(filled: Library) -> None:
    check = ledger.verify(filled)
    assert (check.whole, check.rows, check.code) == (True, 3, "ledger-whole")
    assert check.head == ledger.entries(filled)[-1].hash


def test_empty_ledger_is_whole(library: Library) -> None:
    check = ledger.verify(library)
    assert (check.whole, check.rows, check.head) == (True, 0, ledger.GENESIS)


@pytest.mark.parametrize(
    "column",
    ["at = 'never'", "publication = 'z.example'", "ranges = '[]'", "numbers = '{}'", "url = NULL", "user_name = 'someone'",
     "verdict = 'refused'", "reason = 'because'", "excerpt_sha256 = ''", "status = 'released'", "numbers = x'00ff'"],
)  # fmt: skip
def test_changed_row_is_named(filled: Library, column: str) -> None:
    tamper(filled, f"UPDATE excerpt SET {column} WHERE id = 2")
    check = ledger.verify(filled)
    assert (check.whole, check.code, check.params) == (False, "ledger-row-changed", {"row": 2})


def test_removed_row_is_named(filled: Library) -> None:
    tamper(filled, "DELETE FROM excerpt WHERE id = 2")
    check = ledger.verify(filled)
    assert (check.whole, check.code, check.params) == (False, "ledger-row-missing", {"row": 2})


def test_rows_that_changed_places_are_named(filled: Library) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        tamper(filled, f"UPDATE excerpt SET id = {new} WHERE id = {old}")
    check = ledger.verify(filled)
    assert (check.whole, check.code, check.params) == (False, "ledger-row-missing", {"row": 2})


def test_cut_tail_is_missed_through_the_remembered_head(filled: Library) -> None:
    tamper(filled, "DELETE FROM excerpt WHERE id = 3")
    check = ledger.verify(filled)
    assert (check.whole, check.code, check.params) == (False, "ledger-tail-missing", {"row": 3})


def test_rewritten_chain_is_missed_through_the_remembered_head(filled: Library) -> None:
    with filled.archive.transaction() as session:
        row = session.get_one(ledger.Excerpt, 3)
        row.publication = "z.example"
        row.hash = ledger.row_hash(row)
        session.add(row)
    assert ledger.verify(filled).code == "ledger-tail-missing"


def test_without_remembered_head_the_inside_is_still_proven(filled: Library, own_folders: Path) -> None:
    (own_folders / "settings" / ledger.HEADS_FILE).unlink()
    assert ledger.verify(filled).whole


def test_entries_of_one_publication(filled: Library) -> None:
    assert [entry.publication for entry in ledger.entries(filled, ledger.LedgerFilter(publication="B.EXAMPLE"))] == [
        "b.example"
    ]
    assert len(ledger.entries(filled)) == 3


def test_entries_that_hold_words_of_an_article_or_a_period(filled: Library) -> None:
    def listed(wanted: ledger.LedgerFilter) -> list[int]:
        return [entry.excerpt_id for entry in ledger.entries(filled, wanted)]

    assert listed(ledger.LedgerFilter(words="CRANE b.example")) == [2]
    assert listed(ledger.LedgerFilter(words="crane unheard")) == []
    assert listed(ledger.LedgerFilter(article_id=2)) == [1, 2, 3]
    assert listed(ledger.LedgerFilter(last=date(1999, 12, 31))) == []
