"""Measure direct speech and its speakers on annotated news: `python -m tests.quality.quotations [--errors N] [--file F]`.

Gold: passages between marks, `direct` (whole utterances) or `mixed` (a few quoted words inside a sentence of the reporter).
Span recall is over the direct ones; a found span is right when it is a gold passage of either kind. The speaker is right when
the name is that of the gold source, or, for a source that is a pronoun or a shorter name, its fuller form. Sources that name
nobody (“a spokesman”) cannot be scored: they count as covered only when a speaker was given, and then as wrong.
"""

import argparse
import gzip
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.base.text import fold
from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.recognition import Mention, Quotation, Recognition

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "quotes" / "polnear_dev.jsonl.gz"
PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it", "who", "him", "her"])
_GAP = re.compile(r"\n+")


@dataclass(slots=True)
class Tally:
    """Counts over all articles."""

    direct: int = 0
    direct_found: int = 0
    predicted: int = 0
    predicted_right: int = 0
    named: int = 0
    named_covered: int = 0
    named_right: int = 0
    pronoun: int = 0
    pronoun_covered: int = 0
    given: int = 0
    unnamed_given: int = 0
    end_to_end: int = 0
    errors: list[str] = field(default_factory=list)
    by_how: dict[str, list[int]] = field(default_factory=dict)


def bare(start: int, end: int, text: str) -> tuple[int, int]:
    """Return a gold span without its outer marks, which the corpus counts in."""
    while start < end and text[start] in "“”\"„«»'‘`":
        start += 1
    while end > start and text[end - 1] in "“”\"„«»'’`":
        end -= 1
    return start, end


def same_person(gold: str, name: str) -> bool:
    """Return whether a printed source and a canonical name share their last names."""
    words = {w for w in re.findall(r"\w+", fold(gold)) if len(w) > 1}
    own = [w for w in re.findall(r"\w+", fold(name)) if len(w) > 1]
    return bool(own) and own[-1] in words


def judge(document: dict[str, Any], found: Recognition, tally: Tally, body: str) -> None:
    """Add one article to the tally; `body` has the corpus's length, its blank lines kept."""
    gold = {bare(q["start"], q["end"], body): q for q in document["quotes"]}
    spans = {bare(q.span.start, q.span.end, body): q for q in found.quotations}
    tally.predicted += len(spans)
    tally.predicted_right += sum(s in gold for s in spans)
    tally.errors += [f"extra  {body[max(0, s[0] - 40) : s[1] + 20]!r}" for s in spans if s not in gold]
    for span, quotation in gold.items():
        if quotation["kind"] != "direct":
            continue
        tally.direct += 1
        if span not in spans:
            tally.errors.append(f"missed {body[max(0, span[0] - 40) : span[1] + 20]!r}")
            continue
        tally.direct_found += 1
        _judge_speaker(quotation, spans[span], found.mentions, tally, body)


def _judge_speaker(gold: dict[str, Any], got: Quotation, mentions: tuple[Mention, ...], tally: Tally, body: str) -> None:
    sources = [body[s:e] for s, e in gold["sources"]]
    source = sources[0] if sources else ""
    expected = _people_in(gold["sources"], mentions) if source.lower() not in PRONOUNS else set()
    how = tally.by_how.setdefault(got.how, [0, 0, 0])
    if source.lower() in PRONOUNS:
        tally.pronoun += 1
        tally.pronoun_covered += got.speaker is not None
        return
    if not re.search(r"[A-Z]", source):
        tally.unnamed_given += got.speaker is not None
        if got.speaker is not None:
            how[1] += 1
            tally.errors.append(f"unnamed {source!r} got {got.speaker!r} ({got.how}) {_around(got, body)}")
        return
    right = got.speaker is not None and (got.speaker in expected or same_person(source, got.speaker))
    tally.named += 1
    tally.named_covered += got.speaker is not None
    tally.named_right += right
    tally.end_to_end += right
    how[0] += right
    how[1] += got.speaker is not None and not right
    how[2] += got.speaker is None
    if not right:
        tally.errors.append(f"speaker {source!r} got {got.speaker!r} ({got.how}) {_around(got, body)}")


def _people_in(sources: list[list[int]], mentions: tuple[Mention, ...]) -> set[str]:
    """Return the canonical names of mentions inside the gold source."""
    return {m.name for s, e in sources for m in mentions if m.span.field == "body" and s <= m.span.start and m.span.end <= e}


def _around(got: Quotation, body: str) -> str:
    return (
        repr(body[max(0, got.span.start - 90) : got.span.start + 25])
        + " … "
        + repr(body[got.span.end - 20 : got.span.end + 90])
    )


def measure(file: Path) -> Tally:
    """Return the tally over a file of annotated articles."""
    recogniser = load_recogniser()
    tally = Tally()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            body = document["text"]
            judge(document, recogniser.recognise(SourceText(body=body)), tally, body)
    return tally


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    t = measure(given.file)
    print(
        f"spans: recall {t.direct_found / t.direct:.3f} of {t.direct} direct, precision {t.predicted_right / t.predicted:.3f} of {t.predicted}"
    )
    print(
        f"speakers named in the gold: coverage {t.named_covered / t.named:.3f} of {t.named}, precision {t.named_right / t.named_covered:.3f}"
    )
    print(
        f"  with a speaker also where the gold names none: {t.unnamed_given}; pronouns: {t.pronoun_covered} of {t.pronoun} given"
    )
    print(f"end to end over named: {t.end_to_end / t.named:.3f}")
    for how, (right, wrong, none) in sorted(t.by_how.items()):
        print(f"  {how:16} right {right:4} wrong {wrong:3} none {none:3}")
    for error in t.errors[: given.errors]:
        print("   ", error)


if __name__ == "__main__":
    main()
