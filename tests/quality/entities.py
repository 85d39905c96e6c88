"""Measure the recogniser on annotated text: exact span and kind of persons, organisations and places; other kinds are left out.

A file has one JSON object a line: `text` and `ents: [[start, end, kind]]` in code points, kinds PER, ORG, LOC.
"""

import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from app.entities import load_recogniser
from app.model.captured import SourceText

SHORT = {"person": "PER", "organisation": "ORG", "place": "LOC"}
WORDS = 750
"""Speed is told in articles of so many words."""

Found = tuple[int, int, str]


@dataclass(slots=True)
class Score:
    """Counts of right, missed and wrong names by kind, and what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    seconds: float = 0.0
    words: int = 0

    def add(self, text: str, gold: set[Found], found: set[Found]) -> None:
        """Count one document."""
        for kind in SHORT.values():
            expected = {x for x in gold if x[2] == kind}
            got = {x for x in found if x[2] == kind}
            self.right[kind] += len(expected & got)
            self.missed[kind] += len(expected - got)
            self.wrong[kind] += len(got - expected)
        for label, items in (("missed", gold - found), ("wrong", found - gold)):
            for start, end, kind in sorted(items):
                around = text[max(0, start - 30) : start] + "[" + text[start:end] + "]" + text[end : end + 25]
                self.errors.append(f"{label:6} {kind} {around!r}")

    def shares(self, kind: str) -> dict[str, float]:
        """Return precision, recall and f1 of a kind, or of `all`."""
        kinds = list(SHORT.values()) if kind == "all" else [kind]
        right, missed, wrong = (sum(c[k] for k in kinds) for c in (self.right, self.missed, self.wrong))
        precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
        return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall or 1)}

    def report(self) -> dict[str, object]:
        """Return the shares of all kinds together and of each, and the articles of 750 words read in a second."""
        shares: dict[str, object] = {kind: self.shares(kind) for kind in ("all", *SHORT.values())}
        return shares | {"articles_per_s": self.words / WORDS / (self.seconds or 1)}


def opened(path: Path) -> IO[str]:
    """Return a file of JSON lines, packed by gzip or not."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def documents(path: Path) -> Iterator[tuple[str, set[Found]]]:
    """Yield text and gold names of each document; newlines stay, so that spans hold."""
    with opened(path) as lines:
        for line in lines:
            if line.strip():
                document = json.loads(line)
                yield document["text"], {(s, e, k) for s, e, k in document["ents"] if k in SHORT.values()}


def measure(path: Path) -> Score:
    """Return the score on one file; the time is that of names, speech and speakers together."""
    recogniser = load_recogniser()
    score = Score()
    for text, gold in documents(path):
        began = time.process_time()
        recognition = recogniser.recognise(SourceText(body=text))
        score.seconds += time.process_time() - began
        score.words += len(text.split())
        found = {(m.span.start, m.span.end, SHORT[m.kind.value]) for m in recognition.mentions}
        score.add(text, gold, found)
    return score
