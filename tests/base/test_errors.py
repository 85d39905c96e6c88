"""Expected errors keep their code and parameters, also on the way home from a worker."""

import pickle

import pytest

from app.base.errors import ArchiveLocked, Cancelled, ItemError, PressmarkError
from app.base.progress import CancelToken


@pytest.mark.parametrize("kind", [PressmarkError, ItemError, ArchiveLocked])
def test_error_survives_pickling(kind: type[PressmarkError]) -> None:
    error = kind("file-unreadable", path="a", size=3)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, dict(again.params)) == (kind, "file-unreadable", {"path": "a", "size": 3})


def test_cancelling_is_no_exception_that_handlers_catch() -> None:
    token = CancelToken()
    token.check()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
    assert not issubclass(Cancelled, Exception)
