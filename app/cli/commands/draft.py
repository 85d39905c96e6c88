"""`pressmark draft`: check a text that quotes from the archive."""

import argparse
from dataclasses import asdict
from pathlib import Path

from app.cli.main import DONE, REFUSED, archive_folder, remember
from app.cli.output import say, say_json
from app.messages.drafts import NOT_ADVICE, change_of, problem_of, share_of, verdict_of
from app.workflows.check_draft import DraftQuote, DraftReport, DraftSource, check_draft, read_draft_file
from app.workflows.library import Library


def run_draft(given: argparse.Namespace) -> int:
    """Print each passage with what is wrong, and the sums by article; exit code 3 when something goes against terms."""
    folder = archive_folder(given)
    draft = read_draft_file(Path(given.file))
    with Library.open(folder) as library:
        remember(folder)
        report = check_draft(library, draft, given.publication)
    if given.json:
        say_json(as_json(report, draft.text))
    else:
        _print(report, draft.text)
    return REFUSED if report.refused else DONE


def _print(report: DraftReport, text: str) -> None:
    if not report.quotes:
        say("Nothing in this draft stands in the archive.")
    for number, quote in enumerate(report.quotes, 1):
        passage = quote.passage
        say(
            f"{number}. {'altered' if passage.is_altered else 'verbatim'}, from [{quote.article_id}] {quote.headline} ({quote.source})"
        )
        say(f"   “{' '.join(passage.draft.of(text).split())}”")
        for change in passage.changes:
            say(f"   {'≠' if change.how == 'altered' else '·'} {change_of(change)}")
        for problem in quote.problems:
            say(f"   {'✗' if problem.refused else '!'} {problem_of(quote, problem)}")
    for source in report.sources:
        say(f"[{source.article_id}] {source.headline} ({source.badge}): {verdict_of(source)}{share_of(source)}")
    say(NOT_ADVICE)


def as_json(report: DraftReport, text: str) -> dict[str, object]:
    """Return the report as `resources/schemas/draft.schema.json` describes it."""
    return {
        "words": report.words,
        "publication": report.publication or None,
        "refused": report.refused,
        "quotes": [_quote(quote, text) for quote in report.quotes],
        "sources": [_source(source) for source in report.sources],
        "notice": NOT_ADVICE,
    }


def _quote(quote: DraftQuote, text: str) -> dict[str, object]:
    passage = quote.passage
    return {
        "kind": "altered" if passage.is_altered else "verbatim",
        "text": passage.draft.of(text),
        "start": passage.draft.start,
        "end": passage.draft.end,
        "article": quote.article_id,
        "headline": quote.headline,
        "source": quote.source,
        "span": [passage.article.start, passage.article.end],
        "same_words": passage.same,
        "changes": [asdict(change) for change in passage.changes],
        "speaker": quote.speaker,
        "named_speaker": quote.named_speaker,
        "also_in": list(quote.also_in),
        "basis": quote.basis,
        "problems": [{"code": p.code, "refused": p.refused, "message": problem_of(quote, p)} for p in quote.problems],
    }


def _source(source: DraftSource) -> dict[str, object]:
    return {
        "article": source.article_id,
        "headline": source.headline,
        "source": source.source,
        "badge": source.badge,
        "verdict": source.verdict,
        "words": source.words,
        "chars": source.chars,
        "share_of_draft": source.share_of_draft,
        "measures": {name: {**asdict(m), "remaining": m.remaining} for name, m in source.measures.items()},
    }
