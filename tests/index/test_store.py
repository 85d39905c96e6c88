"""Commits: all or nothing, one at a time, and search says the same whatever became of the segments."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index

from app.base.errors import Cancelled
from app.base.progress import CancelToken
from app.index import ArticleIndex, IndexBusy, IndexUnusable
from app.index import store as store_module
from app.index.codec import ArrayCursor
from app.index.merging import TIER
from app.index.query import Query
from app.index.store import Store
from tests.benchmarks.corpus import articles, word
from tests.benchmarks.peers.pressmark import Names

DOCUMENTS = list(articles(60, seed=8, words=30))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ArticleIndex]:
    made = ArticleIndex.build(tmp_path / "index", "uid", DOCUMENTS[:10], seq=1)
    yield made
    made.close()


def generation(index: ArticleIndex) -> Path:
    (found,) = index._folder.glob("generation-*")
    return found


def segments(index: ArticleIndex) -> int:
    return len(list(generation(index).glob("*.pma")))


def answers(index: ArticleIndex) -> list[tuple[int, list[int], dict[str, list[tuple[str, int]]]]]:
    found = []
    for text in ("", word(3), f"{word(1)} {word(2)}", f'"{word(0)} {word(1)}"', f"{word(20)[:2]}*"):
        results = index.search(Query(text, sort="oldest", limit=100, facet_limit=500), Names())
        facets = {name: sorted((row.value, row.count) for row in rows) for name, rows in results.facets.items()}
        found.append((results.total, [hit.article_id for hit in results.hits], facets))
    return found  # type: ignore[return-value]


def test_many_small_commits_are_as_one(index: ArticleIndex, tmp_path: Path) -> None:
    for n, document in enumerate(DOCUMENTS[10:]):
        index.apply([document], [], seq=2 + n, count=11 + n)
    gone = [document.article_id for document in DOCUMENTS[::7]]
    index.apply(DOCUMENTS[1:3], gone, seq=99, count=len(DOCUMENTS) - len(gone))
    assert segments(index) < 20
    kept = [document for document in DOCUMENTS if document.article_id not in gone]
    whole = ArticleIndex.build(tmp_path / "whole", "uid", kept, seq=1)
    assert answers(index) == answers(whole)
    whole.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sets(st.integers(0, 59), max_size=6), st.sets(st.integers(0, 59), max_size=4)), min_size=1, max_size=12
    )
)
def test_counts_after_each_commit_are_those_of_a_new_index(tmp_path: Path, steps: list[tuple[set[int], set[int]]]) -> None:
    folder = tmp_path / uuid4().hex
    held = set(range(30))
    with ArticleIndex.build(folder / "grown", "uid", DOCUMENTS[:30], seq=1) as grown:
        answers(grown)
        for number, (added, gone) in enumerate(steps):
            held = (held | added) - gone
            grown.apply(
                [DOCUMENTS[n] for n in added - gone], [DOCUMENTS[n].article_id for n in gone], seq=2 + number, count=len(held)
            )
            with ArticleIndex.build(folder / f"new{number}", "uid", [DOCUMENTS[n] for n in sorted(held)], seq=1) as new:
                assert answers(grown) == answers(new)


def test_all_articles_may_go_and_come_again(index: ArticleIndex) -> None:
    index.apply([], [document.article_id for document in DOCUMENTS], seq=2, count=0)
    assert index.search(Query(""), Names()).total == 0
    assert (index.checkpoint.seq, index.checkpoint.count) == (2, 0)
    index.apply(DOCUMENTS[:2], [], seq=3, count=2)
    assert index.search(Query(""), Names()).total == 2


def test_commit_that_breaks_off_leaves_the_old_state(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers(index)

    def full(path: Path, arrays: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "write_arrays", full)
        with pytest.raises(IndexUnusable):
            index.apply(DOCUMENTS[10:12], [], seq=2, count=12)
    again = ArticleIndex.open(index._folder, "uid")
    assert answers(again) == before
    assert again.checkpoint.seq == 1
    again.close()
    index.apply(DOCUMENTS[10:12], [], seq=2, count=12)
    assert index.checkpoint.count == 12


def test_two_do_not_write_at_once(index: ArticleIndex) -> None:
    other = whoosh_index.open_dir(str(generation(index)))
    lock = other.lock("WRITELOCK")
    assert lock.acquire()
    with pytest.raises(IndexBusy):
        index.apply(DOCUMENTS[10:11], [], seq=2, count=11)
    lock.release()
    index.apply(DOCUMENTS[10:11], [], seq=2, count=11)
    other.close()


def test_another_process_sees_the_commit_and_keeps_its_own_state_until_then(index: ArticleIndex) -> None:
    other = ArticleIndex.open(index._folder, "uid")
    before = answers(other)
    snapshot = other._snapshot
    index.apply(DOCUMENTS[10:20], [1, 2], seq=2, count=18)
    assert len(snapshot) == 10
    assert answers(other) == answers(index) != before
    other.close()


def test_folder_is_looked_through_only_when_it_changed(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    other = ArticleIndex.open(index._folder, "uid")
    look, looked = whoosh_index.FileIndex.latest_generation, 0

    def counted(self: whoosh_index.FileIndex) -> int:
        nonlocal looked
        looked += 1
        return int(look(self))

    monkeypatch.setattr(whoosh_index.FileIndex, "latest_generation", counted)
    os.utime(generation(index), (1_000_000_000, 1_000_000_000))
    for _ in range(3):
        assert other.search(Query(""), Names()).total == 10
    assert looked == 1
    index.apply(DOCUMENTS[10:12], [], seq=2, count=12)
    assert other.search(Query(""), Names()).total == 12
    other.close()


def test_segments_of_another_codec_answer_and_are_merged(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    stock = whoosh_index.open_dir(str(generation(index)))
    writer = stock.writer()
    writer.add_document(article_id=77, headline="Crane", body="harbour crane, harbour light")
    writer.add_document(article_id=78, body="gone")
    writer.commit(merge=False)
    writer = stock.writer()
    writer.delete_by_term("body", "gone")
    writer.commit(merge=False)
    stock.close()

    def found(text: str) -> list[int]:
        return [hit.article_id for hit in index.search(Query(text), Names()).hits]

    assert (found("crane"), found('"harbour light"'), found('"light harbour"'), found("gone"), found("harb*")) == (
        [77], [77], [], [], [77],
    )  # fmt: skip
    assert index.search(Query(""), Names()).total == 11
    assert index.checkpoint.seq == 1
    for n in range(TIER):
        index.apply(DOCUMENTS[10 + n : 11 + n], [], seq=2 + n, count=12 + n)
    assert not [path for path in generation(index).iterdir() if path.suffix == ".seg"]
    assert found("harbour") == [77]
    index.apply([], [77], seq=20, count=18)
    assert found("harbour") == []


def test_large_merges_go_on_beside(index: ArticleIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MERGED_AT_ONCE", 0)
    for n, document in enumerate(DOCUMENTS[10:40]):
        index.apply([document], [], seq=2 + n, count=11 + n)
    while index._merging is not None and index._merging.is_alive():
        index._merging.join()
    index.merge()
    assert segments(index) < 12
    assert index.checkpoint.seq == 31
    whole = ArticleIndex.build(tmp_path / "whole", "uid", DOCUMENTS[:40], seq=1)
    assert answers(index) == answers(whole)
    whole.close()


def test_what_is_deleted_while_a_merge_goes_on_stays_deleted(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MERGED_AT_ONCE", 0)
    monkeypatch.setattr(ArticleIndex, "_tidy", lambda self: None)
    for n, document in enumerate(DOCUMENTS[10:20]):
        index.apply([document], [13] if n == 6 else [], seq=2 + n, count=11 + n)
    other = Store.open(generation(index))
    begun = False

    def meanwhile() -> None:
        nonlocal begun
        if not begun:
            begun = True
            index.apply([DOCUMENTS[25]], [15, 16, 3], seq=50, count=17)

    assert other.merge(meanwhile)
    other.close()
    index.refresh()
    assert begun
    assert index.checkpoint.seq == 50
    expected = {d.article_id for d in DOCUMENTS[:20]} - {13, 15, 16, 3} | {DOCUMENTS[25].article_id}
    assert {hit.article_id for hit in index.search(Query(""), Names()).hits} == expected
    again = ArticleIndex.open(index._folder, "uid")
    assert answers(again) == answers(index)
    again.close()


def test_merge_that_is_stopped_leaves_nothing(index: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MERGED_AT_ONCE", 0)
    monkeypatch.setattr(ArticleIndex, "_tidy", lambda self: None)
    for n, document in enumerate(DOCUMENTS[10:20]):
        index.apply([document], [], seq=2 + n, count=11 + n)
    token = CancelToken()
    token.cancel()
    before = answers(index)
    with pytest.raises(Cancelled):
        index.merge(token)
    assert answers(index) == before
    assert not list(generation(index).glob("*.part"))


def test_lost_segment_is_unusable(index: ArticleIndex) -> None:
    for path in generation(index).glob("*.pma"):
        shutil.move(path, path.with_suffix(".gone"))
    with pytest.raises(IndexUnusable):
        ArticleIndex.open(index._folder, "uid")


def test_cursor_walks_the_terms(index: ArticleIndex) -> None:
    field = index._snapshot.segments[0].fields["body"]
    cursor = ArrayCursor(field)
    walked = [cursor.first()]
    while (term := cursor.next()) is not None:
        walked.append(term)
    assert walked == field.texts == sorted(field.texts)
    assert cursor.find(walked[3] or "") == walked[3]
    assert cursor.find("\U0010ffff") is None
