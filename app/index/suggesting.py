"""Other spellings for words that find nothing: from the index's own words, weighted by how often they stand there."""

from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from whoosh.searching import Searcher

from app.base.errors import QueryError
from app.base.text import fold
from app.index.analysis import words
from app.index.names import Names
from app.index.results import Suggestion
from app.index.syntax import Leaf, Node, leaves

MOST = 3
MIN_LENGTH = 4
CANDIDATES = 30


def suggest(
    tree: Node | None, text: str, searcher: Searcher, names: Names, total: Callable[[str], int]
) -> tuple[Suggestion, ...]:
    """Return up to three whole queries that would find something, the most frequent spelling first."""
    reader = searcher.reader()
    unknown = [leaf for leaf in leaves(tree) if _is_unknown(leaf, reader)]
    if not unknown:
        return ()
    leaf = unknown[0]
    found: list[Suggestion] = []
    for spelling in _spellings(fold(leaf.text), reader):
        other = text[: leaf.position] + spelling + text[leaf.position + len(leaf.text) :]
        try:
            count = total(other)
        except QueryError:
            continue
        if count:
            found.append(Suggestion(other, count))
        if len(found) == MOST:
            break
    return tuple(found)


def _is_unknown(leaf: Leaf, reader: object) -> bool:
    if leaf.field or leaf.form not in ("word", "prefix") or len(leaf.text) < MIN_LENGTH:
        return False
    terms = [word.term for word in words(leaf.text)]
    return len(terms) == 1 and ("body", terms[0]) not in reader  # type: ignore[operator]


def _spellings(word: str, reader: object) -> list[str]:
    """Return likely words: at most two slips away (one for short words), nearer ones first, then frequent ones."""
    lexicon = [raw.decode("utf-8") for raw in reader.lexicon("body")]  # type: ignore[attr-defined]
    most = 1 if len(word) < 6 else 2
    near = process.extract(word, lexicon, scorer=OSA.distance, score_cutoff=most, limit=CANDIDATES)
    ranked = sorted(near, key=lambda hit: (hit[1], -reader.frequency("body", hit[0])))  # type: ignore[attr-defined]
    return [term for term, _, _ in ranked if len(term) > 2]
