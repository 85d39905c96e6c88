"""Pieces of one quotation around its ellipses: short ones are looked for near the long ones that were found, and all are joined."""

from collections.abc import Sequence

from app.base.spans import Span
from app.workflows.draft_passages import ONLY_CUT, Change, Repeated, Side, tidy

GAP = 6
"""So many words of the article, who says it for example, may stand between two pieces of one quotation that is interrupted."""
LEAST = 2
"""A single word that both have there may be chance."""


def over_cuts(draft: Side, article: Side, passages: Sequence[Repeated]) -> list[Repeated]:
    """Return the passages in order, with those joined between which the draft has only an ellipsis, and short pieces beside them found."""
    found = sorted(passages, key=lambda each: each.draft)
    for step in (1, -1):
        for passage in list(found):
            found += _beside(draft, article, passage, found, step)
    return _joined(sorted(found, key=lambda each: each.draft), draft.text, article.text)


def _beside(draft: Side, article: Side, passage: Repeated, found: Sequence[Repeated], step: int) -> list[Repeated]:
    """Return the short pieces after (step 1) or before (-1) a passage in its quotation, one after the other, in the article's order."""
    pieces: list[Repeated] = []
    while (words := _next_piece(draft, passage.draft, step)) is not None:
        span = draft.span(words[0], words[-1] + 1)
        if any(other.draft.overlaps(span) for other in found):
            break
        terms = [draft.terms[word] for word in words if not draft.inserted[word]]
        at = _place(article, terms, passage.article, step)
        if at is None:
            break
        passage = Repeated(span, article.span(at, at + len(terms)), len(terms))
        pieces.append(passage)
    return pieces if step < 0 else [*pieces, *_resumed(draft, article, passage, found)]


def _resumed(draft: Side, article: Side, passage: Repeated, found: Sequence[Repeated]) -> list[Repeated]:
    """Return the quotation that goes on with the article's very next words after some of the writer's own (“We will”, she said, “go”)."""
    word, at = draft.place(passage.draft.end), article.place(passage.article.end)
    inside, paragraph = draft.mark[word - 1], draft.text.find("\n", passage.draft.end)
    while word < len(draft.words) and draft.mark[word] is None:
        word += 1
    mark = draft.mark[word] if word < len(draft.words) else None
    if mark is None or inside is None or mark == inside or 0 <= paragraph < draft.words[word].start:
        return []
    last = next((each for each in range(word, len(draft.words)) if draft.mark[each] != mark), len(draft.words))
    span, terms = draft.span(word, last), draft.terms[word:last]
    starts = [start for start in range(at, at + GAP + 1) if article.terms[start : start + len(terms)] == terms]
    if len(terms) < LEAST or not starts or any(other.draft.overlaps(span) for other in found):
        return []
    return [Repeated(span, article.span(starts[0], starts[0] + len(terms)), len(terms))]


def _next_piece(draft: Side, span: Span, step: int) -> range | None:
    """Return the words of a quotation from the ellipsis beside a passage to the next one, or to the quotation's end."""
    first, after = draft.place(span.start), draft.place(span.end)
    inner, word = (after - 1, after) if step > 0 else (first, first - 1)
    if not 0 <= word < len(draft.words) or draft.mark[inner] is None or draft.mark[word] != draft.mark[inner]:
        return None
    if not ONLY_CUT.fullmatch(draft.between(max(inner, word), max(inner, word))):
        return None
    end = word
    while 0 <= end + step < len(draft.words) and _is_one_piece(draft, word, end + step):
        end += step
    return range(min(word, end), max(word, end) + 1)


def _is_one_piece(draft: Side, one: int, other: int) -> bool:
    return draft.mark[one] == draft.mark[other] and draft.cuts[one] == draft.cuts[other]


def _place(article: Side, terms: Sequence[str], beside: Span, step: int) -> int | None:
    """Return the place of words in the article that is nearest to a passage, on the side of it that the order asks for."""
    if not terms:
        return None
    length = len(terms)
    if step > 0:
        places = range(article.place(beside.end), len(article.words) - length + 1)
    else:
        places = range(article.place(beside.start) - length, -1, -1)
    return next((at for at in places if article.terms[at] == terms[0] and article.terms[at : at + length] == terms), None)


def _joined(passages: Sequence[Repeated], text: str, printed: str) -> list[Repeated]:
    """Join passages between which the draft has only an ellipsis."""
    joined: list[Repeated] = []
    for passage in passages:
        before = joined[-1] if joined else None
        if (
            before
            and before.article.end <= passage.article.start
            and ONLY_CUT.fullmatch(text[before.draft.end : passage.draft.start])
        ):
            gap = Span(before.draft.end, passage.draft.start)
            cut = Change("cut", gap.of(text).strip(), tidy(printed[before.article.end : passage.article.start]), gap)
            joined[-1] = Repeated(
                Span(before.draft.start, passage.draft.end),
                Span(before.article.start, passage.article.end),
                before.same + passage.same,
                (*before.changes, cut, *passage.changes),
                (*before.ranges, *passage.ranges),
                (*before.pieces[:-1], Span(before.pieces[-1].start, passage.pieces[0].end), *passage.pieces[1:]),
            )
        else:
            joined.append(passage)
    return joined
