"""Articles like another one: those that share the words by which it differs from the rest."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from app.index.analysis import LANGUAGES, stems, words
from app.index.results import Hit
from app.index.snapshot import Scored, Snapshot

TELLING = 25
"""So many words of an article stand for it."""
COMMON = 0.2
"""A word that more than this share of all articles hold tells nothing."""

LEAST = 0.1
"""Articles that share less of what tells one apart are not like it."""


@dataclass(frozen=True, slots=True)
class Text:
    """The article that others are to be like."""

    article_id: int
    text: str
    language: str


def similar(snapshot: Snapshot, wanted: Text, *, limit: int) -> tuple[Hit, ...]:
    """Return the articles that share most of the telling words of another, best first, without itself.

    A score is the share of the article's own score: near 1 for a copy. Words are compared by their stems where there are any.
    """
    shared, alone = _telling(snapshot, wanted)
    mask = np.zeros(len(snapshot), np.bool_)
    for part in shared:
        mask[part.postings.docs] = True
    mask &= snapshot.live & (snapshot.article_ids != wanted.article_id)
    documents = np.flatnonzero(mask)
    scores = snapshot.summed(shared, mask, documents)
    whole = _own_score(snapshot, wanted, [*shared, *alone]) or float(scores.max(initial=1.0))
    near = np.flatnonzero(scores >= LEAST * whole)
    ids = snapshot.article_ids.take(documents.take(near))
    best = np.lexsort((ids, -scores.take(near)))[:limit]
    shares = np.minimum(scores.take(near.take(best)) / whole, 1.0)
    return tuple(map(Hit, ids.take(best).tolist(), shares.tolist()))


def _own_score(snapshot: Snapshot, wanted: Text, parts: list[Scored]) -> float:
    mask = snapshot.live & (snapshot.article_ids == wanted.article_id)
    return float(snapshot.summed(parts, mask, np.flatnonzero(mask)).max(initial=0.0))


def _telling(snapshot: Snapshot, wanted: Text) -> tuple[list[Scored], list[Scored]]:
    """Return the words that tell an article apart and stand in others too, and those that stand in it alone."""
    field, counts = _counted(wanted)
    shared, alone = [], []
    for term, count in counts.items():
        postings = snapshot.postings(field, term)
        if 1 < postings.size <= max(COMMON * len(snapshot), 2):
            shared.append((count * float(np.log(len(snapshot) / postings.size)), term, Scored(field, postings, 1.0)))
        elif postings.size == 1:
            alone.append(Scored(field, postings, 1.0))
    best = sorted(shared, key=lambda each: (-each[0], each[1]))
    return [part for _, _, part in best[:TELLING]], alone[:TELLING]


def _counted(wanted: Text) -> tuple[str, Counter[str]]:
    """Return in which field an article's words are compared, and how often each stands in it."""
    found = Counter(word.term for word in words(wanted.text))
    if wanted.language not in LANGUAGES:
        return "body", found
    stemmed: Counter[str] = Counter()
    for stem, count in zip(stems(list(found), wanted.language), found.values(), strict=True):
        stemmed[stem.decode()] += count
    return "stems", stemmed
