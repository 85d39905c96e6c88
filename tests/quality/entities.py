"""Measure the recogniser on annotated text: `python -m tests.quality.entities [NAME…] [--errors N] [--folder DIR]`.

Exact span and kind: precision, recall and F1 for PER, ORG and LOC, over all texts of a set. MISC is left out.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.entities import load_recogniser
from app.model.captured import SourceText

SETS = ("crossner_politics_test", "gum_open", "wikigold")
SHORT = {"person": "PER", "organisation": "ORG", "place": "LOC"}
FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "ner"

Found = tuple[int, int, str]


@dataclass(slots=True)
class Score:
    """Counts of right, missed and wrong names by kind, and of what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    words: int = 0

    def add(self, text: str, gold: set[Found], found: set[Found]) -> None:
        for kind in SHORT.values():
            expected = {x for x in gold if x[2] == kind}
            got = {x for x in found if x[2] == kind}
            self.right[kind] += len(expected & got)
            self.missed[kind] += len(expected - got)
            self.wrong[kind] += len(got - expected)
        for label, items in (("missed", gold - found), ("wrong", found - gold)):
            for start, end, kind in items:
                around = text[max(0, start - 30) : start] + "[" + text[start:end] + "]" + text[end : end + 25]
                self.errors[f"{label:6} {kind} {around!r}"] += 1

    def line(self, kind: str) -> str:
        kinds = list(SHORT.values()) if kind == "all" else [kind]
        right, missed, wrong = (sum(c[k] for k in kinds) for c in (self.right, self.missed, self.wrong))
        precision = right / (right + wrong or 1)
        recall = right / (right + missed or 1)
        return f"{kind} P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall or 1):.3f}"


def documents(path: Path) -> Iterator[tuple[str, set[Found]]]:
    """Yield text and gold names of each document; newlines stay, so that spans hold."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document["text"], {(s, e, k) for s, e, k in document["ents"] if k in SHORT.values()}


def measure(name: str, folder: Path) -> Score:
    """Return the score on one set."""
    recogniser = load_recogniser()
    score = Score()
    for text, gold in documents(folder / f"{name}.jsonl.gz"):
        began = time.perf_counter()
        recognition = recogniser.recognise(SourceText(body=text))
        score.seconds += time.perf_counter() - began
        score.words += len(text.split())
        score.add(text, gold, {(m.span.start, m.span.end, SHORT[m.kind.value]) for m in recognition.mentions})
    return score


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    for name in given.sets:
        score = measure(name, given.folder)
        print(f"{name}: " + " · ".join(score.line(kind) for kind in ("all", *SHORT.values())))
        print(f"  {score.words / 750 / score.seconds:.0f} articles of 750 words a second")
        for error, _ in score.errors.most_common()[:: max(1, len(score.errors) // given.errors)] if given.errors else ():
            print("   ", error)


if __name__ == "__main__":
    main()
