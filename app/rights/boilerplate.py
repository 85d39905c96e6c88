"""Paragraphs that a page puts around an article's text: words of links and buttons.

While nobody said what of a body is the article's text, the smaller total counts (specification of rights, §2.1), so that one taken
for such by mistake only makes a limit stricter.
"""

from functools import lru_cache

import regex

from app.base.spans import Span

KEPT_TEXTS = 8
MOST_LETTERS = 80
"""Words of a link or a button are no longer, in code points; a sentence that was cut off mostly is."""
_ENDS_A_SENTENCE = regex.compile(r"[\p{Sentence_Terminal}\p{Terminal_Punctuation}…][\p{Pf}\p{Pe}\p{Po}\"']*\s*$")


@lru_cache(maxsize=KEPT_TEXTS)
def likely_boilerplate(text: str) -> tuple[Span, ...]:
    """Return the short paragraphs before the first and after the last one that ends as a sentence does, in order.

    None where the most of the text is in paragraphs that end without a mark: such are poems, lists, and scripts that know no full stop.
    """
    paragraphs = paragraph_spans(text)
    closed = [_ENDS_A_SENTENCE.search(span.of(text)[-8:]) is not None for span in paragraphs]
    told = sum(len(span) for span, ends in zip(paragraphs, closed, strict=True) if ends)
    if 2 * told <= len(text):
        return ()
    first, last = closed.index(True), len(closed) - closed[::-1].index(True)
    around = (*paragraphs[:first], *paragraphs[last:])
    return tuple(span for span in around if len(span) <= MOST_LETTERS and span.of(text).strip())


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a body, without the newlines between them, in order."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)
