"""Find a passage that was typed or pasted in an article's text."""

import re
from functools import cache

from app.base.spans import Span

_ALIKE = ("'’‘ʼ`´", '"“”„«»', "-‐‑–—")
"""Characters that people type for one another: apostrophes and quotation marks, dashes."""


def find_passage(text: str, passage: str) -> tuple[Span, ...]:
    """Return where `passage` stands in `text`, in order, without overlaps.

    White space counts as equal whatever its length and kind. Letters count exactly; only when the passage is not there as it
    was given, straight and curly marks count as equal too.
    """
    words = passage.split()
    if not words:
        return ()
    exact = r"\s+".join(re.escape(word) for word in words)
    found = [Span(*match.span()) for match in re.finditer(exact, text)]
    if not found:
        loose = r"\s+".join("".join(map(_loosely, word)) for word in words)
        found = [Span(*match.span()) for match in re.finditer(loose, text)]
    return tuple(found)


@cache
def _loosely(character: str) -> str:
    for group in _ALIKE:
        if character in group:
            return f"[{re.escape(group)}]"
    return re.escape(character)
