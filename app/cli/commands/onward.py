"""`pressmark complete` and `pressmark similar`: ways to go on."""

import argparse

from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.workflows.library import Library
from app.workflows.onward import completions, similar_articles


def run_complete(given: argparse.Namespace) -> int:
    """Print how a query could go on: words, and names with how many articles have them."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        found = completions(library, given.text)
    if given.json:
        say_json({"completions": [{"query": c.text, "kind": c.kind, "value": c.value, "count": c.count} for c in found]})
    else:
        for c in found:
            say(f"{c.kind.capitalize()}: {c.value} ({c.count:,})")
    return DONE


def run_similar(given: argparse.Namespace) -> int:
    """Print the articles most like one, with how much of what tells it apart they share."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        rows = similar_articles(library, given.id, limit=given.limit)
    if given.json:
        say_json(
            {"similar": [{"id": row.article_id, "headline": row.headline, "source": row.source or None, "date": row.published or None, "likeness": round(row.score, 4)} for row in rows]}
        )  # fmt: skip
        return DONE
    if not rows:
        say("No other article shares the words that tell this one apart.")
    for row in rows:
        say(f"{row.score:4.0%}  [{row.article_id}] {row.headline}")
        say("      " + " · ".join(part for part in (row.source, row.published or "undated", row.badge) if part))
    return DONE
