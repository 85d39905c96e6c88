"""The index beside the database: made again while the old one answers, by several processes, stopped at once when asked."""

import threading
from pathlib import Path

import pytest

from app.archive.changes import record_change
from app.base.errors import Cancelled
from app.base.progress import CancelToken, Progress
from app.index import bulk
from app.index.query import Query
from app.model.tables import Article
from app.workflows import catch_up
from app.workflows.find import find
from app.workflows.library import Library
from tests.benchmarks.archive import make_archive
from tests.benchmarks.corpus import articles

DOCUMENTS = list(articles(120, seed=5, words=30))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_archive(tmp_path / "archive", DOCUMENTS)
    return tmp_path / "archive"


def change(library: Library, number: int, headline: str) -> None:
    with library.archive.transaction() as session:
        article = session.get_one(Article, number)
        article.headline = headline
        session.add(article)
        record_change(session, number, "update")


def test_old_index_answers_while_a_new_one_is_made_and_says_what_is_pending(folder: Path) -> None:
    with Library.open(folder) as library:
        change(library, 7, "Zeppelin")
        begun, go_on = threading.Event(), threading.Event()

        def report(progress: Progress) -> None:
            begun.set()
            assert go_on.wait(30)

        made = threading.Thread(target=lambda: catch_up.rebuild(library.archive, report=report).close())
        made.start()
        assert begun.wait(30)
        found = find(library, Query("zeppelin"))
        assert (found.results.total, found.results.pending) == (0, 1)
        assert find(library, Query("")).results.total == len(DOCUMENTS)
        go_on.set()
        made.join()
        assert find(library, Query("")).results.total == len(DOCUMENTS)
        library.reread()
        found = find(library, Query("zeppelin"))
        assert (found.results.total, found.results.pending) == (1, 0)


def test_several_processes_make_the_index_that_one_makes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(folder) as library:
        expected = find(library, Query("", sort="oldest", limit=200))
    monkeypatch.setattr(catch_up, "BATCH", 25)
    monkeypatch.setattr(bulk.os, "cpu_count", lambda: 2)
    told: list[Progress] = []
    with Library.open(folder) as library:
        made = catch_up.rebuild(library.archive, report=told.append)
        assert len(made._state.segments) == 5
        assert told[-1] == Progress(len(DOCUMENTS), len(DOCUMENTS))
        made.close()
        library.reread()
        found = find(library, Query("", sort="oldest", limit=200))
    assert (found.rows, found.results.histogram) == (expected.rows, expected.results.histogram)
    assert {name: set(rows) for name, rows in found.facets.items()} == {
        name: set(rows) for name, rows in expected.facets.items()
    }


@pytest.mark.parametrize("processes", [1, 2])
def test_rebuild_that_is_stopped_leaves_the_old_index(folder: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    monkeypatch.setattr(catch_up, "BATCH", 25)
    monkeypatch.setattr(bulk.os, "cpu_count", lambda: processes)
    with Library.open(folder) as library:
        token = CancelToken()
        with pytest.raises(Cancelled):
            catch_up.rebuild(library.archive, report=lambda _: token.cancel(), cancel=token)
        place = catch_up.index_folder(library.archive)
        assert len(list(place.glob("generation-*"))) == 1
        assert library.index.is_current()
        assert find(library, Query("")).results.total == len(DOCUMENTS)


def test_machine_on_which_no_worker_lives_makes_the_index_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catch_up, "BATCH", 25)
    monkeypatch.setattr(bulk.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(bulk, "_watch", lambda *_: (_ for _ in ()).throw(bulk.BrokenExecutor()))
    with Library.open(folder) as library:
        catch_up.rebuild(library.archive).close()
        library.reread()
        assert find(library, Query("")).results.total == len(DOCUMENTS)


def test_batches_shrink_with_the_memory_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "available_bytes", lambda: 2**40)
    assert bulk.affordable_words(2) == bulk.MOST_WORDS
    monkeypatch.setattr(bulk, "available_bytes", lambda: 2**29)
    assert bulk.LEAST_WORDS < bulk.affordable_words(1) < bulk.MOST_WORDS
    monkeypatch.setattr(bulk, "available_bytes", lambda: 2**20)
    assert bulk.affordable_words(4) == bulk.LEAST_WORDS
