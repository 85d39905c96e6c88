"""The longest beginning of a passage that its terms still allow: what to offer when the whole is too long."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.base.spans import Span
from app.rights import CountedText
from app.workflows.library import Library
from app.workflows.quote import measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import article_and_body

_SENTENCE_END = re.compile(r"[.!?…][”\"»’')\]]*(?=\s|$)")
_WORD_END = re.compile(r"\S(?=\s|$)")


def shortened(library: Library, request: QuoteRequest) -> Span | None:
    """Return the beginning of the request's first span that is allowed: of whole sentences where one fits, else of whole words.

    None when not even a word is allowed. QuoteError when the article is not there.
    """
    with library.archive.reading() as session:
        _, body = article_and_body(session, request.article_id)
    counted = CountedText(body.text)
    whole = request.spans[0]

    def allowed(end: int) -> bool:
        passage = replace(request, spans=(Span(whole.start, end),))
        found = measure(library, passage, counted=counted)
        return found.verdict == "allowed" or found.reason not in (None, "over_cap")

    for pattern in (_SENTENCE_END, _WORD_END):
        ends = [match.end() for match in pattern.finditer(body.text, whole.start, whole.end)]
        fitting = _last_allowed(ends, allowed)
        if fitting is not None:
            return Span(whole.start, fitting)
    return None


def _last_allowed(ends: list[int], allowed: Callable[[int], bool]) -> int | None:
    """Return the last end that is allowed; longer passages never use less, so halving finds it."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if allowed(ends[middle]):
            low = middle + 1
        else:
            high = middle
    return ends[low - 1] if low else None
