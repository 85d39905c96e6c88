"""Where an agency's report comes from: "LAHORE, Pakistan, March 2 (Northbridge Wire) - ": two places and an agency, whatever they are called."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from app.entities.candidates import Candidate
from app.entities.tokens import Tokens
from app.model.recognition import Kind

_LINES = 4
"""A dateline stands in one of the first lines, below a byline at most."""
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
_DATELINE = re.compile(
    r"^(?P<city>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'.\- ]{2,40})"
    rf"(?:, (?!(?:{_MONTHS}))(?P<land>[A-ZÀ-ÞĀ-Ž][\w.’'\- ]{{1,30}}))?"
    rf"(?:, (?:{_MONTHS})[a-zä]*\.? ?\d{{0,2}})?"
    r" ?\((?P<agency>[A-ZÀ-ÞĀ-Ž][^()\n]{1,40})\) ?[-–—]",
    re.MULTILINE,
)


def datelines(text: int, tokens: Tokens) -> Iterator[Candidate]:
    """Yield the places and the agency of the dateline of a body, in order."""
    head = "\n".join(tokens.text.split("\n", _LINES)[:_LINES])
    match = _DATELINE.search(head)
    if match is None or tokens.field != "body":
        return
    for group, kind in (("city", Kind.PLACE), ("land", Kind.PLACE), ("agency", Kind.ORGANISATION)):
        if match[group]:
            first, last = bisect_left(tokens.starts, match.start(group)), bisect_left(tokens.starts, match.end(group))
            yield Candidate(text, first, last, kind, "dateline", 0.95)
