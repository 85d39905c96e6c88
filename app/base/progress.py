"""How a long job tells where it is, and how it is asked to stop."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from app.base.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` items (total None while still counting); `note` names the item in hand."""

    done: int
    total: int | None
    note: str = ""


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Report to nobody."""


class CancelToken:
    """A flag that one thread sets and the job looks at between items."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next safe point."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled when the job was asked to stop."""
        if self._event.is_set():
            raise Cancelled
