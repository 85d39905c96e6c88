"""What was found in a draft, in sentences."""

from app.messages import sentence
from app.messages.answers import UNITS
from app.workflows.check_draft import DraftQuote, DraftSource, Problem

NOT_ADVICE = "This compares the draft with the terms as they were read. It is no legal advice."


def problem_of(quote: DraftQuote, problem: Problem) -> str:
    """Return what is wrong with a passage."""
    return sentence(f"draft-{problem.code}", {"speaker": quote.speaker or "", "named": quote.named_speaker or ""})


def verdict_of(source: DraftSource) -> str:
    """Return how much of an article is taken, with the arithmetic where its terms count."""
    if not source.measures:
        taken = f"{source.words:,} words" if source.words is not None else f"{source.chars:,} characters"
        return f"{taken} taken; its terms name no number"
    name = "words" if "words" in source.measures else next(iter(source.measures))
    worst = max(source.measures, key=lambda each: source.measures[each].used - source.measures[each].cap)
    name = worst if source.verdict == "refused" else name
    measure = source.measures[name]
    unit = UNITS.get(name, name)
    over = f", {-measure.remaining:,} too many" if measure.remaining < 0 else f", {measure.remaining:,} left"
    return f"{measure.used:,} of {measure.cap:,} {unit} used{over}"


def share_of(source: DraftSource) -> str:
    """Return the other reading of a percentage: the share of the citing text."""
    share = source.share_of_draft
    return f" · {share:.1%} of this draft" if share is not None and source.measures else ""
