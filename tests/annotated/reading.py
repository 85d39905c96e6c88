"""Annotated articles: read from their files, and checked for what no reader would forgive. The marks are told in README.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
KINDS = {"P": "PER", "O": "ORG", "L": "LOC"}
HEADERS = ("headline", "source", "author", "date", "language", "deck")
OPENING, CLOSING = '“„«»‘‚「『"”', '”“»«’」』"‘'
SPOKEN = ("speech", "part")

_CALENDAR = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "I",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
    ]
)
_MARK = re.compile(
    r"\[(?P<kind>[POL=]) (?P<id>[a-z0-9-]+)\||\{(?P<speaker>[a-z0-9-]+|\?)(?P<part>~?)\||(?P<close>[\]}])|(?P<stray>[\[{|])"
)


class MarkError(ValueError):
    """A file's marks cannot be read; says where."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of a text, in code points, end exclusive: `label` is PER, ORG, LOC, `=`, `speech` or `part`; `of` the id."""

    start: int
    end: int
    label: str
    of: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated article: headers with their marks taken away, the body as readers see it, and what was marked."""

    name: str
    headers: dict[str, str]
    body: str
    marks: tuple[Marked, ...]
    headline_marks: tuple[Marked, ...]

    def names(self) -> set[str]:
        """Return all names that are marked, as printed, in body and headline."""
        found = {self.body[m.start : m.end] for m in self.marks if m.label in KINDS.values()}
        title = self.headers["headline"]
        return found | {title[m.start : m.end] for m in self.headline_marks if m.label in KINDS.values()}

    def record(self) -> dict[str, object]:
        """Return the article in the form of the quality commands: `text`, `ents`, `links` (who is meant) and `quotes` of the body."""
        return {
            "id": self.name,
            "text": self.body,
            "ents": [[m.start, m.end, m.label] for m in self.marks if m.label in KINDS.values()],
            "links": [[m.start, m.end, m.of] for m in self.marks if m.label in KINDS.values()],
            "quotes": [self._quote(m) for m in self.marks if m.label in SPOKEN],
        }

    def _quote(self, speech: Marked) -> dict[str, object]:
        sources = [m for m in self.marks if m.of == speech.of and m.label not in SPOKEN]
        outside = [m for m in sources if not any(s.start <= m.start < s.end for s in self.marks if s.label in SPOKEN)]
        nearest = min(outside, key=lambda m: min(abs(m.start - speech.end), abs(speech.start - m.end)), default=None)
        full = max((self.body[m.start : m.end] for m in sources if m.label == "PER"), key=len, default=None)
        return {
            "start": speech.start, "end": speech.end, "kind": "direct" if speech.label == "speech" else "mixed", "speaker": full,
            "sources": [[nearest.start, nearest.end]] if nearest else [], "cues": [],
        }  # fmt: skip


def articles(part: str) -> Iterator[Annotated]:
    """Yield the articles of `train` or `test` by name; MarkError names the file whose marks are broken."""
    for path in sorted((FOLDER / part).glob("*.txt")):
        yield read(path.stem, path.read_text(encoding="utf-8"))


def read(name: str, written: str) -> Annotated:
    """Return the article that a file holds; MarkError when its marks do not close or overlap."""
    head, _, body = written.partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines())
    if unknown := headers.keys() - set(HEADERS):
        raise MarkError(f"{name}: unknown header {sorted(unknown)}")
    title, title_marks = unmark(name, headers["headline"])
    text, marks = unmark(name, body.strip())
    return Annotated(name, headers | {"headline": title}, text, marks, title_marks)


def unmark(name: str, written: str) -> tuple[str, tuple[Marked, ...]]:
    """Return a text without its marks, and the marks in order of their start."""
    found: list[Marked] = []
    open_marks: list[tuple[int, str, str, str]] = []
    text = ""
    at = 0
    for mark in _MARK.finditer(written):
        text += written[at : mark.start()]
        at = mark.end()
        if mark["stray"]:
            raise MarkError(f"{name}: {mark['stray']!r} opens no mark: …{written[max(0, mark.start() - 30) : mark.end() + 20]}")
        if mark["close"]:
            if not open_marks or open_marks[-1][3] != mark["close"]:
                raise MarkError(f"{name}: {mark['close']!r} closes nothing: …{written[max(0, mark.start() - 30) : mark.end()]}")
            start, label, of, _ = open_marks.pop()
            found.append(Marked(start, len(text), label, of))
        elif mark["speaker"]:
            open_marks.append((len(text), "part" if mark["part"] else "speech", mark["speaker"], "}"))
        else:
            open_marks.append((len(text), KINDS.get(mark["kind"], "="), mark["id"], "]"))
    if open_marks:
        raise MarkError(f"{name}: a mark is not closed: …{text[open_marks[0][0] :][:40]}")
    return text + written[at:], tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def faults(article: Annotated) -> Iterator[str]:
    """Yield a sentence for each inconsistency of an article."""
    body, marks = article.body, article.marks
    names = [m for m in marks if m.label in KINDS.values()]
    if missing := set(HEADERS[:5]) - article.headers.keys():
        yield f"has no {sorted(missing)}"
    if not 120 <= len(body.split()) <= 700:
        yield f"has {len(body.split())} words, not 120 to 700"
    kinds: dict[str, set[str]] = {}
    for mark in (*names, *(m for m in article.headline_marks if m.label in KINDS.values())):
        kinds.setdefault(mark.of, set()).add(mark.label)
    yield from (f"{of} is of two kinds" for of, labels in kinds.items() if len(labels) > 1)
    known = {m.of for m in marks if m.label not in SPOKEN} | {"?"}
    yield from (f"{m.of} speaks and is nowhere named" for m in marks if m.label in SPOKEN and m.of not in known)
    yield from _edges(body, names)
    yield from _speech(body, [m for m in marks if m.label in SPOKEN])
    yield from _unmarked(body, names)


def _edges(body: str, names: list[Marked]) -> Iterator[str]:
    for one, other in pairwise(names):
        if other.start < one.end:
            yield f"a name inside a name: {body[one.start : one.end]}"
    for mark in names:
        surface = body[mark.start : mark.end]
        if surface != surface.strip() or "\n" in surface or surface.endswith(",") or not surface:
            yield f"edges of {surface!r}"
        if body[mark.start - 1 : mark.start].isalnum() or body[mark.end : mark.end + 1].isalnum():
            yield f"{surface!r} is cut out of a word"


def _speech(body: str, speech: list[Marked]) -> Iterator[str]:
    for mark in speech:
        said = body[mark.start : mark.end]
        if said[0] not in OPENING:
            yield f"speech does not open with its mark: {said[:40]}"
        goes_on = body[mark.end : mark.end + 1] == "\n"
        if said.rstrip()[-1] not in CLOSING and not goes_on:
            yield f"speech does not close with its mark: {said[-40:]}"


def _unmarked(body: str, names: list[Marked]) -> Iterator[str]:
    covered = bytearray(len(body))
    for mark in names:
        covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    for surface in sorted({body[m.start : m.end] for m in names}):
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", body):
            if not any(covered[match.start() : match.end()]):
                yield f"{surface!r} stands unmarked: …{body[max(0, match.start() - 25) : match.end() + 15]!r}"


def doubts(article: Annotated) -> Iterator[str]:
    """Yield capitalised words inside sentences and marks without braces: to be looked at, often rightly so."""
    body = article.body
    covered = bytearray(len(body))
    for mark in article.marks:
        if mark.label in (*KINDS.values(), "="):
            covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    for match in re.finditer(r"(?<=[a-z,;] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)*", body):
        if not covered[match.start()] and match[0] not in _CALENDAR:
            yield f"no name? …{body[max(0, match.start() - 20) : match.end() + 15]!r}"
    yield from (
        f"owner or name? {body[m.start : m.end]!r}" for m in article.marks if body[m.start : m.end].endswith(("’s", "'s"))
    )
    inside = [(m.start, m.end) for m in article.marks if m.label in SPOKEN]
    for match in re.finditer(r"[“«„][^”»“\n]+", body):
        if not any(s <= match.start() < e for s, e in inside):
            yield f"no speech? {match[0][:50]}"
