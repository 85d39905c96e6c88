"""Where a text matches a query, and pieces of it around the hits. Works on the text itself, not on the index."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from app.base.spans import Span, union
from app.base.text import fold
from app.index.analysis import LANGUAGES, Word, stem, words
from app.index.results import Snippet
from app.index.syntax import Leaf

SNIPPET_CHARS = 220
MAX_SNIPPETS = 2
_SENTENCE = re.compile(r"(?<=[.!?…”\"»])\s+(?=[A-ZÀ-Þ“„«\"0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Matched:
    """The conditions on words of a query, as far as they can be seen in a text."""

    leaves: tuple[Leaf, ...]


def highlight(matched: Matched, text: str, *, language: str = "", field: str = "body") -> tuple[Span, ...]:
    """Return the passages of a field's text that the query matched, in order, without overlaps."""
    wanted = [leaf for leaf in matched.leaves if leaf.field in ("", field) or (leaf.field == "said" and field == "body")]
    if not wanted:
        return ()
    found = list(words(text))
    spans = [span for leaf in wanted for span in _places(leaf, found, language, field)]
    return union(spans)


def _places(leaf: Leaf, found: list[Word], language: str, field: str) -> list[Span]:
    if leaf.form == "phrase":
        return _phrases(leaf, found, field)
    terms = [word.term for word in words(leaf.text)]
    if leaf.form in ("prefix", "pattern"):
        pattern = re.compile(_as_regex(fold(leaf.text)) + (".*" if leaf.form == "prefix" else ""))
        return [Span(w.start, w.end, field) for w in found if pattern.fullmatch(w.term)]
    if leaf.form == "fuzzy":
        from rapidfuzz.distance import OSA

        return [
            Span(w.start, w.end, field)
            for w in found
            if OSA.distance(w.term, fold(leaf.text), score_cutoff=leaf.distance) <= leaf.distance
        ]
    stems = {stem(term, tag) for term in terms for tag in ([language] if language in LANGUAGES else LANGUAGES)} - {None}
    return [Span(w.start, w.end, field) for w in found if w.term in terms or (stems and stem(w.term, language) in stems)]


def _phrases(leaf: Leaf, found: list[Word], field: str) -> list[Span]:
    wanted = [word.term for word in words(leaf.text)]
    terms = [word.term for word in found]
    spans: list[Span] = []
    for at in range(len(terms) - len(wanted) + 1) if wanted else ():
        if terms[at] != wanted[0]:
            continue
        window = terms[at : at + len(wanted) + leaf.distance]
        if window[: len(wanted)] == wanted:
            spans.append(Span(found[at].start, found[at + len(wanted) - 1].end, field))
        elif leaf.distance and set(wanted) <= set(window):
            spans += [Span(found[at + n].start, found[at + n].end, field) for n, term in enumerate(window) if term in wanted]
    return spans


def _as_regex(pattern: str) -> str:
    return "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)


def snippets(matched: Matched, text: str, *, language: str = "") -> tuple[Snippet, ...]:
    """Return up to two sentences (or pieces of long ones) with hits, the richest first, in the order of the text.

    Without words in the query, or without a hit in this text, the text's beginning.
    """
    hits = highlight(matched, text, language=language)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    if not hits:
        return (_piece(text, 0, starts, ()),) if text else ()
    by_sentence: dict[int, list[Span]] = {}
    for hit in hits:
        by_sentence.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
    best = sorted(by_sentence, key=lambda n: (-len(by_sentence[n]), n))[:MAX_SNIPPETS]
    return tuple(_piece(text, by_sentence[n][0].start, starts, hits) for n in sorted(best))


def _piece(text: str, at: int, starts: list[int], hits: tuple[Span, ...]) -> Snippet:
    """Return the sentence around a place, cut at words to the longest a snippet may be; spans count inside it."""
    number = bisect_right(starts, at) - 1
    start = starts[number]
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    if end - start > SNIPPET_CHARS:
        start = max(start, min(at - SNIPPET_CHARS // 3, end - SNIPPET_CHARS))
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = min(end, start + SNIPPET_CHARS)
        if end < len(text) and not text[end].isspace():
            end = max(text.rfind(" ", start, end), start + 1)
    piece = text[start:end].rstrip()
    inside = tuple(Span(h.start - start, min(h.end - start, len(piece))) for h in hits if start <= h.start < start + len(piece))
    return Snippet(piece, inside)
