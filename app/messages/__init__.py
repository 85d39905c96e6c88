"""Codes and parameters into English sentences: what happened, to which item, and what to do.

One catalogue for all faces: reports and JSON use the sentences as they are, the window translates them.
"""

from collections.abc import Mapping

from app.base.errors import Param, PressmarkError
from app.base.text import printable
from app.messages import archives, importing, quoting, records, searching

CATALOGUE: dict[str, str] = {
    **archives.SENTENCES, **importing.SENTENCES, **searching.SENTENCES, **quoting.SENTENCES, **records.SENTENCES,
}  # fmt: skip
REMEDIES: dict[str, str] = {**importing.REMEDIES}

MAX_PARAM = 300
"""A parameter longer than this many characters is cut in the middle: names of hostile files can be long."""


class _Number(int):
    """A whole number that knows plurals: `{n:row,rows}` is "1 row" or "1,204 rows"; without a format "1,204"."""

    def __format__(self, spec: str) -> str:
        singular, comma, plural = spec.partition(",")
        figures = f"{int(self):,d}"
        return f"{figures} {singular if self == 1 else plural}" if comma else figures


def sentence(code: str, params: Mapping[str, Param] | None = None) -> str:
    """Return the sentence of a code with its parameters filled in, each made safe to print; KeyError for an unknown code."""
    shown = {name: _shown(value) for name, value in (params or {}).items()}
    return CATALOGUE[code].format_map(shown)


def sentence_of(error: PressmarkError) -> str:
    """Return the sentence of an expected error."""
    return sentence(error.code, error.params)


def remedy(code: str) -> str:
    """Return what the user can do about an item with this code, "" where nothing is to be done."""
    return REMEDIES.get(code, "")


def _shown(value: Param) -> "str | float | _Number":
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | str):
        return value
    if isinstance(value, int):
        return _Number(value)
    safe = printable(value)
    return safe if len(safe) <= MAX_PARAM else f"{safe[: MAX_PARAM // 2]} … {safe[-MAX_PARAM // 2 :]}"
