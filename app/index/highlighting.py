"""Where a text matches a query, and pieces of it around the hits. Works on the text itself, not on the index."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from app.base.spans import Span, union
from app.base.text import fold
from app.index.analysis import LANGUAGES, is_plain, printed, raw_words, stem, term_of, words
from app.index.results import Snippet
from app.index.syntax import Leaf

SNIPPET_CHARS = 220
MAX_SNIPPETS = 2
_SENTENCE = re.compile(r"[.!?…”\"»]\s+(?=[A-ZÀ-Þ“„«\"0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Matched:
    """The conditions on words of a query, as far as they can be seen in a text."""

    leaves: tuple[Leaf, ...]


def highlight(matched: Matched, text: str, *, language: str = "", field: str = "body") -> tuple[Span, ...]:
    """Return the passages of a field's text that the query matched, in order, without overlaps."""
    wanted = tuple(leaf for leaf in matched.leaves if leaf.field in ("", field) or (leaf.field == "said" and field == "body"))
    if not wanted:
        return ()
    raws = raw_words(text)
    spans: list[Span] = []
    if single := tuple(leaf for leaf in wanted if not _is_phrase(leaf)):
        meant = _meant(single, language)
        spans += _standing(frozenset(raw for raw in set(raws) if meant[raw]), text, field)
    for leaf in wanted:
        if _is_phrase(leaf):
            spans += _phrases(leaf, raws, text, field)
    return union(spans)


def _is_phrase(leaf: Leaf) -> bool:
    return leaf.form == "phrase" and len(raw_words(leaf.text)) > 1


def _standing(raws: frozenset[str], text: str, field: str) -> list[Span]:
    """Return where words stand, given as they are printed."""
    if not raws:
        return []
    if is_plain(text):
        return [Span(*match.span(), field) for match in _any_of(raws).finditer(text)]
    return [Span(start, end, field) for raw, start, end in printed(text) if raw in raws]


@lru_cache(maxsize=1024)
def _any_of(raws: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for whole words: looking for a few words is quicker than looking at each."""
    wanted = "|".join(re.escape(raw) for raw in sorted(raws, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?<![^\W_]['’])(?:{wanted})(?!['’]?[^\W_])")


class _Meant(dict[str, bool]):
    """A word as printed → whether one of the conditions means it; asked once for each word of all texts that are shown."""

    def __init__(self, leaves: tuple[Leaf, ...], language: str) -> None:
        super().__init__()
        self._tests = [_test(leaf, language) for leaf in leaves]

    def __missing__(self, raw: str) -> bool:
        term = term_of(raw)
        found = self[raw] = bool(term) and any(test(term) for test in self._tests)
        return found


@lru_cache(maxsize=64)
def _meant(leaves: tuple[Leaf, ...], language: str) -> _Meant:
    return _Meant(leaves, language)


def _test(leaf: Leaf, language: str) -> Callable[[str], bool]:
    text = fold(leaf.text)
    if leaf.form in ("prefix", "pattern"):
        pattern = re.compile(_as_regex(text) + (".*" if leaf.form == "prefix" else ""))
        return lambda term: pattern.fullmatch(term) is not None
    if leaf.form == "fuzzy":
        from rapidfuzz.distance import OSA

        return lambda term: OSA.distance(term, text, score_cutoff=leaf.distance) <= leaf.distance
    terms = {word.term for word in words(leaf.text)}
    if leaf.form == "phrase":
        return lambda term: term in terms
    stems = {stem(term, tag) for term in terms for tag in ([language] if language in LANGUAGES else LANGUAGES)} - {None}
    return lambda term: term in terms or bool(stems and stem(term, language) in stems)


def _phrases(leaf: Leaf, raws: list[str], text: str, field: str) -> list[Span]:
    wanted = [word.term for word in words(leaf.text)]
    terms = [term for raw in raws if (term := term_of(raw))]
    if not set(wanted) <= set(terms):
        return []
    found = [(term, start, end) for raw, start, end in printed(text) if (term := term_of(raw))]
    spans: list[Span] = []
    at = -1
    while (at := _index(terms, wanted[0], at + 1)) >= 0:
        window = terms[at : at + len(wanted) + leaf.distance]
        if window[: len(wanted)] == wanted:
            spans.append(Span(found[at][1], found[at + len(wanted) - 1][2], field))
        elif leaf.distance and set(wanted) <= set(window):
            spans += [Span(found[at + n][1], found[at + n][2], field) for n, term in enumerate(window) if term in wanted]
    return spans


def _index(terms: list[str], wanted: str, start: int) -> int:
    try:
        return terms.index(wanted, start)
    except ValueError:
        return -1


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
