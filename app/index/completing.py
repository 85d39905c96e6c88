"""What a word that is being typed could become: words of the texts, and names with how many articles have them."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

import numpy as np

from app.base.text import fold
from app.index.counts import Counts
from app.index.facets import RECORDS
from app.index.names import Names
from app.index.parsing import FIELDS, last_word
from app.index.query import FacetName
from app.index.schema import TEXT_FIELDS
from app.index.snapshot import Snapshot

MOST = 5
"""So many words, and so many names of each kind."""
FROM_LETTERS = 2
NAMED: tuple[FacetName, ...] = ("person", "organisation", "place", "source")
PLAIN: tuple[FacetName, ...] = ("author", "tag", "language", "licence")

CompletionKind = Literal["word"] | FacetName


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: the whole query as it would be, what the word becomes, and how many articles hold it."""

    text: str
    kind: CompletionKind
    value: str
    count: int


def complete(text: str, snapshot: Snapshot, names: Names) -> tuple[Completion, ...]:
    """Return words and names that go on from the last word of a query, the most frequent first; none behind a space."""
    typed = last_word(text)
    if typed is None or len(typed.text) < FROM_LETTERS:
        return ()
    before, field = text[: typed.position], FIELDS.get(typed.field, typed.field)
    wanted = fold(typed.text)
    found: list[Completion] = []
    if field in ("", "said", *TEXT_FIELDS):
        prefix = f"{typed.field}:" if typed.field else ""
        words = _words(wanted, snapshot, (field,) if field else TEXT_FIELDS)
        found += [Completion(f"{before}{prefix}{word}", "word", word, count) for word, count in words]
    for name in (*NAMED, "speaker", *PLAIN) if field else NAMED:
        if field in ("", name):
            found += _values(before, name, typed.text, snapshot, names)
    return tuple(found)


def _words(beginning: str, snapshot: Snapshot, fields: tuple[str, ...]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    raw = beginning.encode("utf-8", "replace")
    for name in fields:
        for field in snapshot.fields(name):
            among = field.beginning_with(raw)
            held = np.diff(field.offsets[among.start : among.stop + 1])
            best = np.argpartition(held, -MOST * 2)[-MOST * 2 :] if len(held) > MOST * 2 else np.arange(len(held))
            counts.update({field.term(among.start + int(n)).decode(): int(held[n]) for n in best})
    # A word in headline and body would count twice: what it is in the best field is at least right.
    found = [(word, max(snapshot.postings(name, word).size for name in fields)) for word, _ in counts.most_common(MOST * 2)]
    return sorted(((word, n) for word, n in found if word != beginning), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _values(before: str, name: FacetName, typed: str, snapshot: Snapshot, names: Names) -> list[Completion]:
    arrays = snapshot.facet(name, names)
    wanted = with_beginning(name, typed, arrays.values, names)
    numbers, counts = Counts(None, arrays.totals).among(wanted).leading(MOST)
    held = [(arrays.values[number], count) for number, count in zip(numbers, counts, strict=True)]
    best = sorted(held, key=lambda pair: (-pair[1], pair[0]))[:MOST]
    labels = [(_label(name, value, names), count) for value, count in best]
    field = {"organisation": "org", "language": "lang"}.get(name, name)
    return [
        Completion(f'{before}{field}:"{label}"' if " " in label else f"{before}{field}:{label}", name, label, count)
        for label, count in labels
    ]


def with_beginning(name: FacetName, typed: str, values: tuple[str, ...], names: Names) -> frozenset[int]:
    """Return the numbers of those values of a facet in whose name each typed word begins a word."""
    kinds = RECORDS.get(name)
    if kinds is not None:
        records = {str(record) for kind in kinds for record in names.beginning(kind, typed)}
        return frozenset(number for number, value in enumerate(values) if value in records)
    wanted = fold(typed).split()
    return frozenset(
        number
        for number, value in enumerate(values)
        if all(any(word.startswith(part) for word in fold(value).split()) for part in wanted)
    )


def _label(name: FacetName, value: str, names: Names) -> str:
    for kind in RECORDS.get(name, ()):
        if label := names.name(kind, int(value)):
            return label
    return value
