"""Time one change of the selection: a long article, twenty earlier excerpts of it, half of them from another copy of its text."""

import argparse
import json
import re
import time
from fractions import Fraction
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from app.base.spans import Span
from app.model.rights import Cap, RightsStatement
from app.model.tables import Article, Body
from app.rights import counted_text
from app.workflows.library import Library
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import Assessment, QuoteRequest
from app.workflows.statements import keep_statement
from tests.benchmarks.archive import make_archive
from tests.benchmarks.corpus import articles

EARLIER, SHARE = 20, 50
"""So many earlier excerpts, together a fiftieth of the text."""
PUBLICATION = "my-site.example"
TERMS = RightsStatement(kind="quote_cap", caps=(Cap(Fraction(5), "percent"),))
"""No unit is named, so that all measures are taken."""


def run(arguments: argparse.Namespace) -> int:
    """Print milliseconds; 0 when each change counted what was handed out before and all that was selected."""
    with TemporaryDirectory() as folder, _library(Path(folder), arguments.words) as library:
        words = [_words(_text(library, article_id)) for article_id in (1, 2)]
        each, before = len(words[0]) // (EARLIER + 1), len(words[0]) // SHARE // EARLIER
        for number in range(EARLIER):
            article_id = 1 + number % 2
            hand_out(library, _request(article_id, words[article_id - 1], number * each, before))
        times, last = _timed(library, words[0][EARLIER * each :], arguments.changes)
    told = {
        "words": len(words[0]), "changes": len(times), "first_ms": round(times[0], 2), "median_ms": round(median(times), 2),
        "p95_ms": round(quantiles(times, n=20)[-1], 2), "before_words": last.measures["words"].before, "used_words": last.measures["words"].used,
    }  # fmt: skip
    print(json.dumps(told, indent=1))
    return 0 if (told["before_words"], told["used_words"]) == (EARLIER * before, EARLIER * before + len(times)) else 1


def _timed(library: Library, words: list[Span], changes: int) -> tuple[list[float], Assessment]:
    """Return what each change took, the window's way, while a selection grows by words as under a mouse; and the last answer."""
    counted_text.cache_clear()
    times = []
    for count in range(1, changes + 1):
        request = _request(1, words, 0, count)
        began = time.perf_counter()
        found = measure(library, request)
        times.append((time.perf_counter() - began) * 1000)
    return times, found


def _library(folder: Path, words: int) -> Library:
    """Return an archive of one article and its copy, which is spaced in another way, under terms that name a share."""
    (document,) = articles(1, words=words)
    make_archive(folder / "archive", (document,))
    library = Library.open(folder / "archive")
    with library.archive.transaction() as session:
        article, body = session.get_one(Article, 1), session.get_one(Body, 1)
        keep_statement(session, article, TERMS, notice="")
        session.add(
            Article(**article.model_dump(exclude={"id", "uid", "body_id", "member"}), id=2, uid="copy", body_id=2, member="2")
        )
        session.flush()
        text = body.text.replace(". ", ".\n")
        session.add(
            Body(
                **body.model_dump(exclude={"id", "article_id", "text", "sha256"}),
                id=2,
                article_id=2,
                text=text,
                sha256="1" * 64,
            )
        )
    return library


def _text(library: Library, article_id: int) -> str:
    with library.archive.reading() as session:
        return session.get_one(Body, article_id).text


def _words(text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(r"\S+", text)]


def _request(article_id: int, words: list[Span], first: int, count: int) -> QuoteRequest:
    return QuoteRequest(article_id, (Span(words[first].start, words[first + count - 1].end),), PUBLICATION)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=200)
