"""What a draft does around a passage: marks it, names its source, links it, and says who spoke."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from app.base.spans import Span
from app.base.text import fold
from app.citation import clean_url
from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.draft import Draft
from app.model.recognition import Quotation
from app.workflows.draft_marks import marked_passages

_LEAST_NAME = 3
UNMARKED_WORDS = 2
"""So many words of a passage may stand outside its marks: where an article's sentence goes on."""


class Surroundings:
    """A draft with what it says about its quotations, read once."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.draft = draft
        self.marked = marked_passages(draft)
        self.urls = [(link.span, url) for link in draft.links if (url := clean_url(link.url))]
        self.spoken: tuple[Quotation, ...] = load_recogniser().recognise(SourceText(draft.text, language=language)).quotations

    def is_marked(self, pieces: Iterable[Span]) -> bool:
        """Return whether the pieces of a passage stand in quotation marks or in a block quote, but for a word or two."""
        words = (span.start + word.start() for span in pieces for word in re.finditer(r"\w+", span.of(self.draft.text)))
        outside = [at for at in words if not self._holds(at)]
        return len(outside) <= UNMARKED_WORDS

    def _holds(self, at: int) -> bool:
        return any(mark.start <= at < mark.end for mark in self.marked)

    def names(self, span: Span, names: Iterable[str]) -> bool:
        """Return whether one of the names stands in the passage's paragraph or in one beside it."""
        near = fold(self._near(span).of(self.draft.text))
        return any(
            re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", near) for name in names if len(name.strip()) >= _LEAST_NAME
        )

    def links(self, addresses: Sequence[str], near: Span | None = None) -> bool:
        """Return whether the draft links one of an article's addresses, whatever passage of it the link leads to.

        With `near` only links in that passage's paragraph, or in one beside it, count.
        """
        wanted = {_bare(url) for address in addresses if (url := clean_url(address))}
        around = self._near(near) if near is not None else Span(0, len(self.draft.text) + 1)
        return any(_bare(url) in wanted for span, url in self.urls if around.start <= span.start <= around.end)

    def speaker(self, span: Span) -> str | None:
        """Return whom the draft lets say a passage; None where it does not say so, or not surely."""
        for quotation in self.spoken:
            if quotation.speaker and quotation.span.overlaps(span):
                return quotation.speaker
        return None

    def _near(self, span: Span) -> Span:
        """Return a passage's paragraph with its neighbours."""
        text = self.draft.text
        start = text.rfind("\n", 0, span.start)
        start = text.rfind("\n", 0, max(start, 0)) if start > 0 else -1
        end = text.find("\n", span.end)
        end = text.find("\n", end + 1) if end >= 0 else len(text)
        return Span(start + 1, end if end >= 0 else len(text))


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
