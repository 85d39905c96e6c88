"""Decisions on names as the window tells them and takes them back."""

from collections.abc import Callable, Sequence

from app.gui.wording import counted
from app.messages.decisions import decision_words
from app.model.recognition import Kind
from app.workflows.decisions import Decision
from app.workflows.library import Library
from app.workflows.mention_corrections import undo

Made = tuple[Decision, ...]
Job = Callable[[Library], Sequence[int]]
KIND_NAMES = {Kind.PERSON: "People", Kind.ORGANISATION: "Organisations", Kind.PLACE: "Places"}
KIND_OF_ONE = {Kind.PERSON: "a person", Kind.ORGANISATION: "an organisation", Kind.PLACE: "a place"}
STATUS_NAMES = {"auto": "found", "confirmed": "confirmed", "rejected": "no name"}


def told(made: Made) -> str:
    """Return what was decided: the first decision in a sentence, and how many more there were."""
    if not made:
        return ""
    more = len(made) - 1
    return decision_words(made[0]) + (f" ({more:,} more)" if more else "")


def taking_back(made: Made) -> Job:
    """Return the job that takes decisions back, the last one first."""
    numbers = [each.made.correction_id for each in reversed(made)]
    return lambda library: [undo(library, number) for number in numbers]


def affects(articles: int) -> str:
    """Return how far a decision reaches: "affects 37 articles"."""
    return f"affects {counted(articles, 'article', 'articles')}"
