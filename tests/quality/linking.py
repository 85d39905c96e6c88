"""Measure how names in one article are brought together: pairs of mentions of persons that mean the same person.

A file has one JSON object a line: `text`, `ents` and `links: [[start, end, id]]` in code points. Only mentions that were recognised as persons
with their exact span are looked at, in pairs: a pair is found when both have one name, and right when both have one id.
"""

import json
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.recognition import Kind
from tests.quality.entities import opened


@dataclass(slots=True)
class Pairs:
    """Counts of pairs over all articles."""

    right: int = 0
    found: int = 0
    there: int = 0
    errors: list[str] = field(default_factory=list)

    def report(self) -> dict[str, float]:
        """Return precision, recall and F of pairs, 0 to 1."""
        precision, recall = self.right / (self.found or 1), self.right / (self.there or 1)
        return {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / (precision + recall or 1),
            "pairs": float(self.there),
        }


def measure(file: Path) -> Pairs:
    """Return the counts over a file of annotated articles."""
    recogniser, pairs = load_recogniser(), Pairs()
    with opened(file) as lines:
        for line in lines:
            document = json.loads(line)
            people = {(s, e) for s, e, kind in document["ents"] if kind == "PER"}
            ids = {(s, e): of for s, e, of in document["links"] if (s, e) in people}
            mentions = recogniser.recognise(SourceText(body=document["text"])).mentions
            seen = [
                (ids[m.span.start, m.span.end], m)
                for m in mentions
                if m.kind is Kind.PERSON and (m.span.start, m.span.end) in ids
            ]
            for (one, first), (other, second) in combinations(seen, 2):
                same, said = one == other, first.name == second.name
                pairs.there += same
                pairs.found += said
                pairs.right += same and said
                if same != said:
                    pairs.errors.append(
                        f"{'apart' if same else 'joined'} {first.surface!r} ({first.name}) {second.surface!r} ({second.name})"
                    )
    return pairs
