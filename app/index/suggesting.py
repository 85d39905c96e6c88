"""Other spellings for words that find nothing: from the index's own words, weighted by how often they stand there."""

from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.base.errors import QueryError
from app.base.text import fold
from app.index.analysis import words
from app.index.facets import RECORDS
from app.index.names import Names
from app.index.results import Suggestion
from app.index.schema import TEXT_FIELDS
from app.index.snapshot import Snapshot
from app.index.syntax import Leaf, Node, leaves

MOST = 3
MIN_LENGTH = 4
CANDIDATES = 30


def suggest(
    tree: Node | None, text: str, snapshot: Snapshot, names: Names, total: Callable[[str], int], *, typing: bool
) -> tuple[Suggestion, ...]:
    """Return up to three whole queries that would find something, the likeliest spelling first."""
    for leaf in leaves(tree):
        spellings = _of_names(leaf, names) or _of_words(leaf, snapshot, typing=typing)
        if spellings:
            return _that_find(leaf, spellings, text, total)
    return ()


def _that_find(leaf: Leaf, spellings: Iterable[str], text: str, total: Callable[[str], int]) -> tuple[Suggestion, ...]:
    found: list[Suggestion] = []
    at = text.find(leaf.text, leaf.position)
    for spelling in spellings:
        other = text[:at] + spelling + text[at + len(leaf.text) :]
        try:
            count = total(other)
        except QueryError:
            continue
        if count:
            found.append(Suggestion(other, count))
        if len(found) == MOST:
            break
    return tuple(found)


def _of_names(leaf: Leaf, names: Names) -> tuple[str, ...]:
    """Return names like one that no record has."""
    kinds = RECORDS.get(leaf.field)  # type: ignore[call-overload]  # other fields have no records
    if kinds is None or any(names.find(kind, leaf.text) for kind in kinds):
        return ()
    return tuple(
        spelling
        for kind in kinds
        for spelling in names.spelled(kind, leaf.text)
        if leaf.form == "phrase" or " " not in spelling
    )


def _of_words(leaf: Leaf, snapshot: Snapshot, *, typing: bool) -> list[str]:
    """Return words like one that no text holds."""
    if leaf.field not in ("", *TEXT_FIELDS) or leaf.form not in ("word", "prefix") or len(leaf.text) < MIN_LENGTH:
        return []
    terms = [word.term for word in words(leaf.text)]
    if len(terms) != 1 or any(snapshot.postings(field, terms[0]).size for field in TEXT_FIELDS):
        return []
    return _spellings(fold(leaf.text), snapshot, typing=typing)


def _spellings(word: str, snapshot: Snapshot, *, typing: bool) -> list[str]:
    """Return likely words: at most two slips away (one for short words), nearer ones first, then frequent ones.

    A slip in the first letter is rare: words that begin with another are looked at when there is no other way and time for it.
    """
    most = 1 if len(word) < 6 else 2
    near = _near(word, word[0], snapshot, most) or ({} if typing else _near(word, "", snapshot, most))
    ranked = sorted(near, key=lambda term: (near[term], -snapshot.postings("body", term).size, term))
    return [term for term in ranked if len(term) > 2]


def _near(word: str, beginning: str, snapshot: Snapshot, most: int) -> dict[str, float]:
    near: dict[str, float] = {}
    for field in snapshot.fields("body"):
        among = field.beginning_with(beginning.encode())
        texts = field.texts[among.start : among.stop]
        for term, slips, _ in process.extract(word, texts, scorer=OSA.distance, score_cutoff=most, limit=CANDIDATES):
            near[term] = slips
    return near
