"""Work outside the window's thread, one job after another, with the answers brought back into it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.base.errors import Cancelled, PressmarkError
from app.base.progress import CancelToken

T = TypeVar("T")
Failed = Callable[[PressmarkError], None]


class Lane(QObject):
    """One worker thread. Make it in the window's thread; `done` and `failed` are called there.

    A job with the same `key` as an earlier one takes its place: the earlier one is cancelled and its answer is dropped.
    """

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._newest: dict[str, CancelToken] = {}
        self._running: set[CancelToken] = set()
        self._answered.connect(self._answer)

    def run(self, job: Callable[[CancelToken], T], *, done: Callable[[T], None], failed: Failed, key: str = "") -> None:
        """Do a job; exactly one of `done` and `failed` follows, or neither when it was cancelled."""
        cancel = CancelToken()
        if key:
            self.drop(key)
            self._newest[key] = cancel
        self._running.add(cancel)
        self._worker.submit(self._work, job, cancel, done, failed)

    def drop(self, key: str) -> None:
        """Cancel the job with that key, if there is one; its answer will not come."""
        if earlier := self._newest.pop(key, None):
            earlier.cancel()

    def drop_all(self) -> None:
        """Cancel all jobs; no answer of theirs will come."""
        for cancel in self._running:
            cancel.cancel()

    def busy(self) -> bool:
        """Return whether an answer is still to come."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel what is waiting, and return when the thread has ended."""
        self.drop_all()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Callable[[CancelToken], T], cancel: CancelToken, done: Callable[[T], None], failed: Failed) -> None:
        answer: Callable[[], None]
        try:
            cancel.check()
            result = job(cancel)
        except Cancelled:
            answer = _nothing
        except PressmarkError as error:
            answer = _bound(failed, error)
        except Exception as error:  # noqa: BLE001  # a bug: it is raised again in the window's thread, where the one handler is
            answer = _bound(_raise, error)
        else:
            answer = _bound(done, result)
        self._answered.emit((cancel, answer))

    @Slot(object)
    def _answer(self, answered: tuple[CancelToken, Callable[[], None]]) -> None:
        cancel, answer = answered
        self._running.discard(cancel)
        if not cancel.cancelled:
            answer()


def _bound(call: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: call(value)


def _nothing() -> None:
    pass


def _raise(error: Exception) -> None:
    raise error
