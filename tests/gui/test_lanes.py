"""Work beside the window's thread."""

import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import PressmarkError, QueryError
from app.base.progress import CancelToken
from app.gui.lanes import Lane


@pytest.fixture
def lane(qapp: QApplication) -> Lane:
    return Lane("test")


def test_answers_come_in_the_window_s_thread(qtbot: QtBot, lane: Lane) -> None:
    seen: list[tuple[int, int]] = []
    lane.run(
        lambda _: threading.get_ident(), done=lambda there: seen.append((there, threading.get_ident())), failed=pytest.fail
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][1] == threading.get_ident() != seen[0][0]
    lane.close()


def test_a_later_job_with_the_same_key_drops_the_earlier_answer(qtbot: QtBot, lane: Lane) -> None:
    go, seen, cancelled = threading.Event(), list[str](), list[bool]()

    def first(cancel: CancelToken) -> str:
        go.wait(5)
        cancelled.append(cancel.cancelled)
        return "first"

    lane.run(first, done=seen.append, failed=pytest.fail, key="search")
    lane.run(lambda _: "second", done=seen.append, failed=pytest.fail, key="search")
    go.set()
    qtbot.waitUntil(lambda: not lane.busy())
    assert (seen, cancelled) == (["second"], [True])
    lane.close()


def test_expected_trouble_goes_to_failed(qtbot: QtBot, lane: Lane) -> None:
    seen: list[PressmarkError] = []

    def job(_: CancelToken) -> str:
        raise QueryError("query-or-alone", position=3)

    lane.run(job, done=pytest.fail, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].code == "query-or-alone"
    lane.close()


def test_a_bug_reaches_the_one_handler(qtbot: QtBot, lane: Lane) -> None:
    with qtbot.captureExceptions() as caught:
        lane.run(lambda _: 1 // 0, done=pytest.fail, failed=pytest.fail)
        qtbot.waitUntil(lambda: not lane.busy())
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    lane.close()


def test_all_jobs_are_dropped_at_once(qtbot: QtBot, lane: Lane) -> None:
    go, seen = threading.Event(), list[str]()

    def waiting(cancel: CancelToken) -> str:
        go.wait(5)
        return "late"

    lane.run(waiting, done=seen.append, failed=pytest.fail)
    lane.run(lambda _: "later", done=seen.append, failed=pytest.fail, key="other")
    lane.drop_all()
    go.set()
    qtbot.waitUntil(lambda: not lane.busy())
    assert seen == []
    lane.close()
