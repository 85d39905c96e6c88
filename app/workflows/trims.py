"""Shorter passages to offer when one is too long, each within the terms already (specification of rights, §4).

In the order of worth: the longest run of whole sentences inside the selection; its beginning up to a clause's end, with […] and its
last clause where the terms allow gaps; the direct speech inside it alone; else its first words.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from sqlmodel import Session, select

from app.base.spans import Span
from app.model.tables import Body, QuotationRow
from app.rights import CountedText, judge
from app.rights.sentences import sentence_ends
from app.workflows.allowance import used_before
from app.workflows.conditions import medium_of
from app.workflows.library import Library
from app.workflows.paragraphs import counted_body
from app.workflows.publications import find_publication
from app.workflows.quoting import QuoteRequest
from app.workflows.read import article_and_body
from app.workflows.shown import QUOTATION_SHOWN
from app.workflows.statements import rights_of

TrimKind = Literal["sentences", "clause", "speech", "words"]
Fits = Callable[[Sequence[Span]], bool]

LAST_CLAUSES = 12
"""So many beginnings of a last clause are tried."""
LEAST_WORDS = 3
"""A piece of fewer words beside a […] says nothing."""
_CLOSING = "”\"»’')]"
_CLAUSE_END = re.compile(r"[,;:.!?…、，；：。！？][”\"»’')\]]*(?=\s|$)|[、，；：。！？]|(?=\s[–—]\s)|(?=\n)")
_WORD_END = re.compile(r"\S(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Trim:
    """A shorter passage that the terms allow, with its size: in words, or in characters where the script has no words."""

    kind: TrimKind
    spans: tuple[Span, ...]
    size: int
    unit: Literal["words", "characters"]


def trims(library: Library, request: QuoteRequest) -> tuple[Trim, ...]:
    """Return what of the request's first span is within its terms' limits, one passage of each kind that there is, longest kind first.

    Empty when not even a word is. QuoteError when the article is not there.
    """
    with library.archive.reading() as session:
        article, body = article_and_body(session, request.article_id)
        statement = rights_of(session, article)
        publication = find_publication(session, request.publication)
        prior = used_before(session, article, body, publication.id if publication else None)
        spoken, counted = _spoken(session, body), counted_body(session, body)
    medium = medium_of(request, publication)

    def fits(spans: Sequence[Span]) -> bool:
        return judge(statement, counted, spans, prior, medium=medium, purpose=request.purpose).verdict == "allowed"

    whole = request.spans[0]
    found: list[Trim] = []
    for kind, spans in _candidates(counted, whole, spoken, fits, gaps=statement.derivatives != "none"):
        snapped = counted.snap(spans)
        if snapped and not any(_says_no_more(counted, kind, snapped, other) for other in found):
            found.append(Trim(kind, snapped, _amount(counted, snapped), "words" if counted.has_words else "characters"))
    return tuple(found)


def _candidates(
    counted: CountedText, whole: Span, spoken: Sequence[Span], fits: Fits, *, gaps: bool
) -> Iterator[tuple[TrimKind, tuple[Span, ...]]]:
    yield "sentences", _sentences(counted, whole, fits)
    yield "clause", _clauses(counted, whole, fits, gaps=gaps)
    yield "speech", _speech(counted, whole, spoken, fits)
    yield "words", _beginning(whole, _ends(_WORD_END, counted.text, whole), fits)


def _sentences(counted: CountedText, whole: Span, fits: Fits) -> tuple[Span, ...]:
    """Return the longest run of sentences that stand whole in the passage and fit together."""
    # A sentence that began before the passage is none of its own.
    ends = _sentence_ends(counted.text, whole)
    before = counted.text[: whole.start].rstrip(" \"“”„«»'‘’([")
    starts = [whole.start] if not before or before[-1] in ".!?…。！？\n:" else []
    starts += [end for end in ends if end < whole.end]
    best: tuple[Span, ...] = ()
    next_end = 0
    for start in starts:
        # What fits from one sentence on fits from the next one on too, so that each end is looked at once.
        while next_end < len(ends) and (ends[next_end] <= start or fits((Span(start, ends[next_end]),))):
            next_end += 1
        if next_end and ends[next_end - 1] > start:
            run = (Span(start, ends[next_end - 1]),)
            best = run if _size(counted, run) > _size(counted, best) else best
    return best


def _sentence_ends(text: str, whole: Span) -> list[int]:
    """Return where sentences end inside a passage, as they are counted; closing marks behind the last one may lie outside."""
    found = []
    for border in (*sentence_ends(text), len(text)):
        end = len(text[whole.start : border].rstrip()) + whole.start
        if whole.start < len(text[whole.start : end].rstrip(_CLOSING)) + whole.start <= whole.end:
            found.append(min(end, whole.end))
    return found


def _clauses(counted: CountedText, whole: Span, fits: Fits, *, gaps: bool) -> tuple[Span, ...]:
    """Return the beginning up to a clause's end, with the passage's last clause after a gap where both fit and gaps are allowed."""
    ends = _ends(_CLAUSE_END, counted.text, whole)
    best = _beginning(whole, ends, fits)
    if not gaps:
        return best
    for start in ends[-LAST_CLAUSES:]:
        last = Span(start, whole.end)
        if not _says_something(counted, last) or not fits((last,)):
            continue
        first = _beginning(whole, ends[: bisect_left(ends, start)], partial(_with, fits, last))
        together = (*first, last)
        if first and _says_something(counted, first[0]) and _size(counted, together) > _size(counted, best):
            best = together
    return best


def _with(fits: Fits, last: Span, spans: Sequence[Span]) -> bool:
    return fits((*spans, last))


def _speech(counted: CountedText, whole: Span, spoken: Sequence[Span], fits: Fits) -> tuple[Span, ...]:
    """Return the longest direct speech that stands whole in the passage and fits."""
    inside = [span for span in spoken if whole.start <= span.start and span.end <= whole.end and fits((span,))]
    return (max(inside, key=lambda span: _size(counted, (span,))),) if inside else ()


def _beginning(whole: Span, ends: Sequence[int], fits: Fits) -> tuple[Span, ...]:
    """Return the longest beginning that ends at one of `ends` and fits; longer ones never use less, so halving finds it."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if fits((Span(whole.start, ends[middle]),)):
            low = middle + 1
        else:
            high = middle
    return (Span(whole.start, ends[low - 1]),) if low else ()


def _ends(pattern: "re.Pattern[str]", text: str, whole: Span) -> list[int]:
    return sorted({match.end() for match in pattern.finditer(text, whole.start, whole.end)} - {whole.start})


def _says_no_more(counted: CountedText, kind: TrimKind, spans: tuple[Span, ...], other: Trim) -> bool:
    """Return whether a passage is of no worth beside another: its words but for the marks, or a fragment that is not even longer."""
    if kind == "words":
        return True
    if kind == "clause" and len(spans) == 1:
        return _size(counted, spans) <= _size(counted, other.spans)
    return _amount(counted, spans) == other.size == _amount(counted, (*spans, *other.spans))


def _amount(counted: CountedText, spans: Sequence[Span]) -> int:
    size = counted.used(spans)
    return size.words if size.words is not None else size.chars


def _says_something(counted: CountedText, span: Span) -> bool:
    words = counted.used((span,)).words
    return words is None or words >= LEAST_WORDS


def _size(counted: CountedText, spans: Sequence[Span]) -> int:
    return counted.used(spans).solid


def _spoken(session: Session, body: Body) -> list[Span]:
    rows = session.exec(
        select(QuotationRow.start, QuotationRow.end).where(QuotationRow.body_id == body.id, QUOTATION_SHOWN)
    ).all()
    return [Span(start, end) for start, end in rows]
