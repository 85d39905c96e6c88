"""Where a text matches a query, and pieces of it around the hits. Works on the text itself, not on the index."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice, pairwise

from rapidfuzz.distance import OSA

from app.base.spans import Span
from app.base.text import fold
from app.index.analysis import LANGUAGES, chunk_words, cut, is_plain, stems, terms_of, words
from app.index.results import Snippet
from app.index.syntax import Leaf

Condition = Callable[[set[str]], Set[str]]
SNIPPET_CHARS = 220
MAX_SNIPPETS = 2
_SENTENCE = re.compile(r"[.!?…”\"»\n](?:(?<!\n)\s+(?=[A-ZÀ-Þ“„«\"0-9])|(?<=\n)\n*)")
"""Line feeds, or the end of a sentence. It begins with a set of signs: whatever is none of them is passed over quickly."""
_LETTER = re.compile("[A-Za-z0-9]")
"""Where one stands, there is a word."""
Leaves = tuple[Leaf, ...]


Place = tuple[int, int, str]
"""Where a word stands in a text, from and to, and its term."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The conditions on words of a query, as far as they can be seen in a text."""

    leaves: Leaves
    _sought: "dict[tuple[str, str], tuple[_Seeker | None, Leaves]]" = field(default_factory=dict, compare=False, repr=False)

    def sought(self, language: str, field: str) -> "tuple[_Seeker | None, Leaves]":
        """Return what finds the single words that are wanted in a field of texts of a language, and the phrases."""
        if (language, field) not in self._sought:
            wanted = [leaf for leaf in self.leaves if leaf.field in ("", field) or (leaf.field == "said" and field == "body")]
            single = tuple(leaf for leaf in wanted if not _is_phrase(leaf))
            self._sought[language, field] = _seeker(single, language) if single else None, tuple(filter(_is_phrase, wanted))
        return self._sought[language, field]


def highlight(matched: Matched, text: str, *, language: str = "", field: str = "body") -> tuple[Span, ...]:
    """Return the passages of a field's text that the query matched, in order, without overlaps."""
    return tuple(Span(start, end, field) for start, end in _passages(matched, text, language, field))


def _passages(matched: Matched, text: str, language: str, field: str) -> list[tuple[int, int]]:
    """Return from where to where the passages reach; those that touch are one."""
    single, phrases = matched.sought(language, field)
    found = [(start, end) for start, end, _ in single.find(text)] if single else []
    for leaf in phrases:
        found += _phrases(leaf, text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _is_phrase(leaf: Leaf) -> bool:
    return leaf.form == "phrase" and len(terms_of(leaf.text)) > 1


class _Seeker:
    """Finds the words that one of some conditions means. Each chunk of the texts that are shown is judged once."""

    def __init__(self, leaves: Leaves, language: str) -> None:
        self._conditions = [_condition(leaf, language) for leaf in leaves]
        self._judged: set[bytes] = set()
        self._meant: dict[bytes, tuple[Place, ...]] = {}
        self._as_written = all(_is_as_written(leaf, language) for leaf in leaves)
        begun = [_begun(leaf.text) for leaf in leaves if leaf.form == "prefix"]
        self._beginnings = [beginning.encode() for _, beginning in begun]
        whole = [terms_of(leaf.text) for leaf in leaves if leaf.form != "prefix"]
        self._words = {term.encode() for terms in (*whole, *(terms for terms, _ in begun)) for term in terms}

    def find(self, text: str) -> list[Place]:
        """Return where words of a text are meant, in order."""
        if not is_plain(text):
            standing = list(words(text))
            meant = self._meant_of({word.term for word in standing})
            return [(word.start, word.end, word.term) for word in standing if word.term in meant]
        separated = b" " + cut(text) + b" "
        possible = self._possible(separated)
        if new := possible - self._judged:
            self._judge(new)
        found: list[Place] = []
        for chunk in possible & self._meant.keys():
            for at in _occurrences(separated, b" " + chunk + b" "):
                begin = at if text.isascii() else len(separated[1 : at + 1].decode())
                for start, end, term in self._meant[chunk]:
                    found.append((begin + start, begin + end, term))
        found.sort()
        return found

    def _possible(self, separated: bytes) -> set[bytes]:
        """Return the chunks of a text that may be meant: all, or where words are wanted as they are written, those and odd ones."""
        if not self._as_written:
            return set(separated.split())
        found = self._words.copy()
        for beginning in self._beginnings:
            for at in _occurrences(separated, b" " + beginning):
                found.add(separated[at + 1 : separated.index(b" ", at + 1)])
        if not separated.isascii() or b"'" in separated:
            found.update(chunk for chunk in separated.split() if not chunk.isalnum())
        return found

    def _judge(self, chunks: set[bytes]) -> None:
        self._judged |= chunks
        # Nearly all chunks are a word and nothing else: those are judged together.
        plain = {chunk.decode() for chunk in chunks if chunk.isalnum()}
        odd = {chunk: chunk_words(chunk) for chunk in chunks if not chunk.isalnum()}
        meant = self._meant_of(plain | {word.term for held in odd.values() for word in held})
        self._meant |= {term.encode(): ((0, len(term), term),) for term in meant & plain}
        for chunk, held in odd.items():
            if wanted := tuple((word.start, word.end, word.term) for word in held if word.term in meant):
                self._meant[chunk] = wanted

    def _meant_of(self, terms: set[str]) -> set[str]:
        return set().union(*(condition(terms) for condition in self._conditions))


@lru_cache(maxsize=64)
def _seeker(leaves: Leaves, language: str) -> _Seeker:
    return _Seeker(leaves, language)


def _occurrences(text: bytes, wanted: bytes) -> list[int]:
    """Return where a chunk between two spaces stands; the space behind one may be the space before the next."""
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + len(wanted) - 1)
    return found


def _is_as_written(leaf: Leaf, language: str) -> bool:
    """Return whether a leaf means its own words, or what begins with its text, and no other forms of them."""
    return leaf.form in ("phrase", "prefix") or (leaf.form == "word" and language not in LANGUAGES)


def _begun(text: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a beginning that stand as they are, and what begins the last one."""
    terms = terms_of(text)
    return (terms[:-1], terms[-1]) if len(terms) > 1 else ((), fold(text))


def _condition(leaf: Leaf, language: str) -> Condition:
    """Return what tells which of some terms a leaf means, in texts of a language."""
    text = fold(leaf.text)
    match leaf.form:
        case "prefix":
            whole, beginning = _begun(leaf.text)
            return lambda terms: {term for term in terms if term in whole or term.startswith(beginning)}
        case "pattern":
            pattern = re.compile("".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in text))
            return lambda terms: {term for term in terms if pattern.fullmatch(term)}
        case "fuzzy":
            most = leaf.distance
            return lambda terms: {term for term in terms if OSA.distance(term, text, score_cutoff=most) <= most}
    wanted = frozenset(terms_of(leaf.text))
    if leaf.form != "word" or language not in LANGUAGES:
        return wanted.__and__
    inflected = frozenset(stems(list(wanted), language))

    def meant(terms: set[str]) -> set[str]:
        ordered = list(terms)
        pairs = zip(ordered, stems(ordered, language), strict=True)
        return (terms & wanted) | {term for term, stem in pairs if stem in inflected}

    return meant


def _phrases(leaf: Leaf, text: str) -> Iterator[tuple[int, int]]:
    """Give where the words of a phrase stand: all of it, or each of its words when it may be loose."""
    wanted = terms_of(leaf.text)
    found = _seeker((replace(leaf, form="phrase"),), "").find(text)
    terms = tuple(term for _, _, term in found)
    for at in range(len(found) - len(wanted) + 1):
        end = at + len(wanted)
        if terms[at:end] == wanted and _reach(text, found[at:end], 0) == len(wanted):
            yield found[at][0], found[end - 1][1]
        elif leaf.distance and terms[at] == wanted[0]:
            near = found[at : at + _reach(text, found[at:], len(wanted) + leaf.distance - 2)]
            if set(wanted) <= {term for _, _, term in near}:
                yield from ((start, end) for start, end, _ in near)


def _reach(text: str, found: Sequence[Place], most: int) -> int:
    """Return how many of the words that were found, from the first on, have at most so many others between them."""
    others = 0
    for number, (before, after) in enumerate(pairwise(found), 1):
        between = text[before[1] : after[0]]
        if not most and _LETTER.search(between):
            others += 1
        elif not between.isspace():
            others += sum(1 for _ in islice(words(between), most - others + 1))
        if others > most:
            return number
    return len(found)


def snippets(matched: Matched, text: str, *, language: str = "") -> tuple[Snippet, ...]:
    """Return up to two sentences (or pieces of long ones) with hits, the richest first, in the order of the text.

    Without words in the query, or without a hit in this text, the text's beginning.
    """
    hits = _passages(matched, text, language, "body")
    if not hits:
        return (_piece(text, _sentence(text, 0), ()),) if text else ()
    sentences: list[tuple[int, int]] = []
    inside: list[list[tuple[int, int]]] = []
    for hit in hits:
        if not sentences or hit[0] >= sentences[-1][1]:
            sentences.append(_sentence(text, hit[0]))
            inside.append([])
        inside[-1].append(hit)
    best = sorted(range(len(sentences)), key=lambda n: (-len(inside[n]), n))[:MAX_SNIPPETS]
    return tuple(_piece(text, sentences[n], inside[n]) for n in sorted(best))


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends, looked for no further than a snippet could reach."""
    start = max(0, at - SNIPPET_CHARS)
    for match in _SENTENCE.finditer(text, start, at + 1):
        start = match.end()
    end = _SENTENCE.search(text, at, at + 2 * SNIPPET_CHARS)
    return start, end.end() if end else min(at + 2 * SNIPPET_CHARS, len(text))


def _piece(text: str, sentence: tuple[int, int], hits: Sequence[tuple[int, int]]) -> Snippet:
    """Return a sentence, cut at words around its first hit to the longest a snippet may be; spans count inside it."""
    start, end = sentence
    at = hits[0][0] if hits else 0
    if end - start > SNIPPET_CHARS or (start and at - start == SNIPPET_CHARS):
        start = max(start, min(at - SNIPPET_CHARS // 3, end - SNIPPET_CHARS))
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = min(end, start + SNIPPET_CHARS)
        if end < len(text) and not text[end].isspace():
            end = max(text.rfind(" ", start, end), start + 1)
    piece = text[start:end].rstrip()
    reach = start + len(piece)
    return Snippet(piece, tuple(Span(low - start, min(high, reach) - start) for low, high in hits if start <= low < reach))
