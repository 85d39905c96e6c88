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
    own = np.flatnonzero(snapshot.article_ids == wanted.article_id)
    parts = _telling(snapshot, wanted)
    mask = np.zeros(len(snapshot), np.bool_)
    for part in parts:
        mask[part.postings.docs] = True
    mask &= snapshot.live
    documents = np.flatnonzero(mask)
    scores = snapshot.summed(parts, mask, documents)
    itself = np.isin(documents, own)
    whole = float(scores[itself].max()) if itself.any() else float(scores.max(initial=0.0))
    others = np.flatnonzero(~itself & (scores >= LEAST * whole))
    ids = snapshot.article_ids.take(documents.take(others))
    best = np.lexsort((ids, -scores.take(others)))[:limit]
    shares = np.minimum(scores.take(others.take(best)) / (whole or 1.0), 1.0)
    return tuple(map(Hit, ids.take(best).tolist(), shares.tolist()))


def _telling(snapshot: Snapshot, wanted: Text) -> list[Scored]:
    found = Counter(word.term for word in words(wanted.text))
    if wanted.language in LANGUAGES:
        stemmed: Counter[str] = Counter()
        for stem, count in zip(stems(list(found), wanted.language), found.values(), strict=True):
            stemmed[stem.decode()] += count
        field, found = "stems", stemmed
    else:
        field = "body"
    weighed = []
    for term, count in found.items():
        postings = snapshot.postings(field, term)
        if 1 < len(postings) <= max(COMMON * len(snapshot), 2):
            weighed.append((count * float(np.log(len(snapshot) / len(postings))), term, Scored(field, postings, 1.0)))
    return [part for _, _, part in sorted(weighed, key=lambda each: (-each[0], each[1]))[:TELLING]]
