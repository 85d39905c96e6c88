"""`pressmark draft`: check a text that quotes from the archive."""

import argparse
from pathlib import Path

from app.cli.main import DONE, REFUSED, archive_folder, remember
from app.cli.output import say, say_json
from app.messages.draft_reports import draft_json, write_draft_page
from app.messages.drafts import NOT_ADVICE, change_of, problem_of, share_of, verdict_of
from app.workflows.check_draft import DraftReport, check_draft, read_draft_file
from app.workflows.library import Library


def run_draft(given: argparse.Namespace) -> int:
    """Print each passage with what is wrong, and the sums by article; exit code 3 when something goes against terms."""
    folder = archive_folder(given)
    draft = read_draft_file(Path(given.file))
    with Library.open(folder) as library:
        remember(folder)
        report = check_draft(library, draft, given.publication)
    if given.html:
        write_draft_page(Path(given.html), report, draft.text)
    if given.json:
        say_json(draft_json(report, draft.text))
    elif not given.html:
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
