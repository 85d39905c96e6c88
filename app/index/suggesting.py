"""Other spellings for words that find nothing: from the index's own words, weighted by how often they stand there."""

from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.base.errors import QueryError
from app.base.text import fold
from app.index.analysis import words
from app.index.results import Suggestion
from app.index.snapshot import Snapshot
from app.index.syntax import Leaf, Node, leaves

MOST = 3
MIN_LENGTH = 4
CANDIDATES = 30


def suggest(
    tree: Node | None, text: str, snapshot: Snapshot, total: Callable[[str], int], *, typing: bool
) -> tuple[Suggestion, ...]:
    """Return up to three whole queries that would find something, the most frequent spelling first."""
    unknown = [leaf for leaf in leaves(tree) if _is_unknown(leaf, snapshot)]
    if not unknown:
        return ()
    leaf = unknown[0]
    found: list[Suggestion] = []
    for spelling in _spellings(fold(leaf.text), snapshot, typing=typing):
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


def _is_unknown(leaf: Leaf, snapshot: Snapshot) -> bool:
    if leaf.field or leaf.form not in ("word", "prefix") or len(leaf.text) < MIN_LENGTH:
        return False
    terms = [word.term for word in words(leaf.text)]
    return len(terms) == 1 and not len(snapshot.postings("body", terms[0]))


def _spellings(word: str, snapshot: Snapshot, *, typing: bool) -> list[str]:
    """Return likely words: at most two slips away (one for short words), nearer ones first, then frequent ones.

    A slip in the first letter is rare: words that begin with another are looked at when there is no other way and time for it.
    """
    most = 1 if len(word) < 6 else 2
    near = _near(word, word[0], snapshot, most) or ({} if typing else _near(word, "", snapshot, most))
    ranked = sorted(near, key=lambda term: (near[term], -len(snapshot.postings("body", term)), term))
    return [term for term in ranked if len(term) > 2]


def _near(word: str, beginning: str, snapshot: Snapshot, most: int) -> dict[str, float]:
    near: dict[str, float] = {}
    for field in snapshot.fields("body"):
        among = field.beginning_with(beginning.encode())
        texts = field.texts[among.start : among.stop]
        for term, slips, _ in process.extract(word, texts, scorer=OSA.distance, score_cutoff=most, limit=CANDIDATES):
            near[term] = slips
    return near
