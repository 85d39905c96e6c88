"""What was found in a draft, in sentences."""

from app.messages import sentence
from app.messages.answers import UNITS
from app.workflows.check_draft import DraftQuote, DraftSource
from app.workflows.draft_matching import Change
from app.workflows.draft_problems import Problem

NOT_ADVICE = "This compares the draft with the terms as they were read. It is no legal advice."


def problem_of(quote: DraftQuote, problem: Problem) -> str:
    """Return what is wrong with a passage."""
    return sentence(f"draft-{problem.code}", {"speaker": quote.speaker or "", "named": quote.named_speaker or ""})


def change_of(change: Change) -> str:
    """Return in what a passage differs from the article."""
    code = {"cut": "cut", "added": "added"}.get(
        change.how, "changed" if change.draft and change.article else "put-in" if change.draft else "left-out"
    )
    return sentence(f"draft-{code}", {"draft": change.draft, "article": change.article})


def verdict_of(source: DraftSource) -> str:
    """Return how much of an article is taken, with the arithmetic where its terms count."""
    if not source.measures:
        taken = f"{source.words:,} words" if source.words is not None else f"{source.chars:,} characters"
        return f"{taken} taken; its terms name no number"
    name = _telling(source)
    measure = source.measures[name]
    unit = UNITS.get(name, name)
    over = f", {-measure.remaining:,} too many" if measure.remaining < 0 else f", {measure.remaining:,} left"
    return f"{measure.used:,} of {measure.cap:,} {unit} used{over}"


def _telling(source: DraftSource) -> str:
    """Return the measure to tell: words where they count and decide, else the one that is passed by most."""
    measures = source.measures
    worst = max(measures, key=lambda each: measures[each].used / max(measures[each].cap, 1))
    words = measures.get("words")
    return "words" if words and (source.verdict != "refused" or words.remaining < 0) else worst


def share_of(source: DraftSource) -> str:
    """Return the other reading of a percentage: the share of the citing text."""
    share = source.share_of_draft
    return f" · {share:.1%} of this draft" if share is not None and source.measures else ""
