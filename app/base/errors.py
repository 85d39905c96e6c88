"""Expected trouble: codes and parameters, never sentences.

PressmarkError
├── ArchiveError      an archive cannot be opened, read or written
│   └── ArchiveLocked another process is writing
├── ItemError         one imported item cannot be read; the batch goes on
├── QueryError        a search that cannot be understood, with its place
├── QuoteError        a quotation that cannot be made (not: one that the terms refuse)
└── UsageError        the request itself does not make sense

`app.messages` turns a code and its parameters into a sentence. All other exceptions are bugs and reach the one handler of
the face. Cancelling is `Cancelled`, which is no error.
"""

from collections.abc import Mapping
from types import MappingProxyType

Param = str | int | float | None


class PressmarkError(Exception):
    """Trouble of the user's world: `code` names it, `params` fill its sentence."""

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, Param] = MappingProxyType(params)

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way home from a worker process."""
        return _rebuild, (type(self), self.code, dict(self.params))


def _rebuild(kind: type[PressmarkError], code: str, params: dict[str, Param]) -> PressmarkError:
    return kind(code, **params)


class ArchiveError(PressmarkError):
    """The archive cannot be opened, read or written."""


class ArchiveLocked(ArchiveError):
    """Another process holds the write lock; `holder` names it."""


class ItemError(PressmarkError):
    """One item cannot be imported; the rest of the batch goes on."""


class QueryError(PressmarkError):
    """The query cannot be understood: `params["position"]` counts code points from 0."""


class QuoteError(PressmarkError):
    """A quotation cannot be made from this request (article or passage not found, passage found twice)."""


class UsageError(PressmarkError):
    """The request does not make sense as it was given."""


class Cancelled(BaseException):
    """The user stopped the job; not an error, and silent."""
