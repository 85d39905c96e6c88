"""Measure direct speech and who says it on annotated news.

A file has one JSON object a line: `text` and `quotes: [{start, end, kind, sources: [[s, e]], speaker?}]` in code points. `kind` is `direct`
(whole utterances) or `mixed` (a few quoted words in a sentence of the reporter's); `sources` are the words that say who speaks.

A found span is right when it is a gold span of either kind, marks counted or not; recall is over the direct ones. A speaker is judged
on direct speech that was found and has a source. Where `speaker` is given (a name, or null for nobody named), the answer must be it.
Else the answer is right when its name is that of the source, or when it was read from the very words of the source (a pronoun's
person cannot be checked); a source that names nobody ("a spokesman") asks for no name, unless read from those words.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.base.text import fold
from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.recognition import Mention, Quotation, Recognition
from tests.quality.entities import opened

NO_SOURCES = frozenset({"said", "says"})
"""Words that a corpus gives as a source by a slip: they are the verb."""
PRONOUNS = frozenset({"he", "she", "they"})
_ARTICLE = re.compile(r"(?:the|an?|one|some|many|two|his|her) ", re.IGNORECASE)
MARKS = "“”\"„«»'‘’`「」『』"


@dataclass(slots=True)
class Tally:
    """Counts over all articles; `errors` tells each mistake, `by_how` right and wrong answers by pattern."""

    direct: int = 0
    direct_found: int = 0
    predicted: int = 0
    predicted_right: int = 0
    judged: int = 0
    judged_right: int = 0
    nameable: int = 0
    given: int = 0
    given_right: int = 0
    asked: int = 0
    errors: list[str] = field(default_factory=list)
    by_how: dict[str, list[int]] = field(default_factory=dict)

    def report(self) -> dict[str, float]:
        """Return the figures, shares from 0 to 1."""
        return {
            "span_precision": self.predicted_right / (self.predicted or 1),
            "span_recall": self.direct_found / (self.direct or 1),
            "speaker_accuracy": self.judged_right / (self.judged or 1),
            "speaker_precision_confident": self.given_right / (self.given or 1),
            "coverage_confident": self.given / (self.nameable or 1),
            "end_to_end_recall": self.judged_right / (self.asked or 1),
        }


def bare(start: int, end: int, text: str) -> tuple[int, int]:
    """Return a span without outer marks and white space, which some corpora count in."""
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return start, end


def same_name(gold: str, name: str) -> bool:
    """Return whether the words of a source hold the last name of an answer."""
    words = set(re.findall(r"\w+", fold(gold)))
    own = re.findall(r"\w+", fold(name))
    return bool(own) and own[-1] in words


def judge(document: dict[str, Any], found: Recognition, tally: Tally) -> None:
    """Add one article to the tally."""
    body = document["text"]
    gold = {bare(q["start"], q["end"], body): q for q in document["quotes"]}
    spans = {bare(q.span.start, q.span.end, body): q for q in found.quotations}
    tally.predicted += len(spans)
    tally.predicted_right += sum(s in gold for s in spans)
    tally.errors += [f"extra  {body[max(0, s[0] - 60) : s[0]]!r} [{body[s[0] : s[1]][:200]!r}]" for s in spans if s not in gold]
    for span, quotation in gold.items():
        if quotation["kind"] != "direct":
            continue
        tally.direct += 1
        sourced = "speaker" in quotation or any(body[s:e] not in NO_SOURCES for s, e in quotation["sources"])
        tally.asked += sourced
        if span not in spans:
            tally.errors.append(f"missed {body[max(0, span[0] - 60) : span[1] + 20]!r}")
            continue
        tally.direct_found += 1
        if sourced:
            _judge_speaker(quotation, spans[span], found.mentions, tally, body)


def _judge_speaker(gold: dict[str, Any], got: Quotation, mentions: tuple[Mention, ...], tally: Tally, body: str) -> None:
    right = _is_right(gold, got, mentions, body)
    source = body[slice(*gold["sources"][0])] if gold["sources"] else gold.get("speaker") or ""
    named = gold["speaker"] is not None if "speaker" in gold else _names_somebody(source)
    tally.judged += 1
    tally.judged_right += right
    tally.nameable += named
    if got.speaker is not None:
        tally.given += 1
        tally.given_right += right
    counts = tally.by_how.setdefault(got.how, [0, 0])
    counts[not right] += 1
    if not right:
        tally.errors.append(f"speaker {source!r} got {got.speaker!r} ({got.how} {got.confidence:.2f}) {_around(got, body)}")


def _is_right(gold: dict[str, Any], got: Quotation, mentions: tuple[Mention, ...], body: str) -> bool:
    if "speaker" in gold:
        expected = gold["speaker"]
        if expected is None or got.speaker is None:
            return expected is None and got.speaker is None
        return fold(expected) == fold(got.speaker) or same_name(expected, got.speaker)
    words = " ".join(body[s:e] for s, e in gold["sources"])
    read_there = got.source is not None and any(s < got.source.end and got.source.start < e for s, e in gold["sources"])
    if not _names_somebody(words):
        return got.speaker is None or read_there
    if got.speaker is None:
        return False
    inside = {m.name for s, e in gold["sources"] for m in mentions if m.span.field == "body" and s <= m.span.start < e}
    return read_there or got.speaker in inside or same_name(words, got.speaker)


def _names_somebody(words: str) -> bool:
    """Return whether a source is a name or a pronoun, not a description ("a White House official", "the owner")."""
    if words.lower() in PRONOUNS:
        return True
    article = _ARTICLE.match(words)
    if article is None:
        return bool(re.search("[A-Z]", words))
    if article[0].lower().strip() != "the":
        return False
    first = re.split(r",|\bof\b", words[article.end() :])[0]
    return all(word[0].isupper() for word in first.split())


def _around(got: Quotation, body: str) -> str:
    return f"{body[max(0, got.span.start - 100) : got.span.start + 25]!r} … {body[got.span.end - 20 : got.span.end + 100]!r}"


def measure(file: Path) -> Tally:
    """Return the tally over a file of annotated articles."""
    recogniser = load_recogniser()
    tally = Tally()
    with opened(file) as lines:
        for line in lines:
            if line.strip():
                document = json.loads(line)
                judge(document, recogniser.recognise(SourceText(body=document["text"])), tally)
    return tally
