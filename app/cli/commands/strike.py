"""`pressmark strike`: which paragraphs are counted as an article's text, struck out or counted again."""

import argparse

from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.workflows.library import Library
from app.workflows.read import read_article
from app.workflows.striking import strike
from app.workflows.views import ArticleView, ParagraphView

BEGINNING = 60
"""So many characters of each paragraph are printed."""


def run_strike(given: argparse.Namespace) -> int:
    """Print the paragraphs with their numbers, after a change as they are now."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        if given.paragraphs:
            strike(library, given.id, given.paragraphs, counted=given.undo)
        view = read_article(library, given.id)
    if given.json:
        say_json({"article": given.id, "paragraphs": [_as_json(view, each) for each in view.paragraphs]})
        return DONE
    for each in view.paragraphs:
        say(f"{each.number:>4}  {_state(each):11}  {_beginning(each.span.of(view.body))}")
    return DONE


def _as_json(view: ArticleView, each: ParagraphView) -> dict[str, object]:
    return {
        "number": each.number, "start": each.span.start, "end": each.span.end, "text": each.span.of(view.body), "counted": each.counted,
        "how": each.how,
    }  # fmt: skip


def _state(each: ParagraphView) -> str:
    if each.counted:
        return "counted"
    return "struck out" if each.how == "user" else "not counted"


def _beginning(text: str) -> str:
    return text if len(text) <= BEGINNING else f"{text[: BEGINNING - 1]}…"
