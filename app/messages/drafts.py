"""What was found in a draft, in sentences, and passages with what was altered in them."""

from dataclasses import dataclass
from typing import Literal

from app.messages import sentence
from app.messages.answers import UNITS
from app.workflows.check_draft import DraftQuote, DraftReport, DraftSource
from app.workflows.draft_passages import Change, Repeated
from app.workflows.draft_problems import Problem

NOT_ADVICE = "This compares the draft with the terms as they were read. It is no legal advice."


Verdict = Literal["refused", "look", "fine"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passage: the same as in the article, struck (the article's words, which the draft lacks), or added by the draft."""

    text: str
    how: Literal["same", "struck", "added"]


def pieces_of(passage: Repeated, text: str) -> tuple[Piece, ...]:
    """Return a passage of the draft `text` in pieces; only what was altered without a sign is struck and added."""
    pieces: list[Piece] = []
    at = passage.draft.start
    for change in passage.changes:
        if change.how == "altered":
            pieces.append(Piece(text[at : change.span.start] + " ", "same"))
            if change.article:
                pieces += [Piece(change.article, "struck"), Piece(" ", "same")]
            if change.draft:
                pieces += [Piece(change.draft, "added"), Piece(" ", "same")]
            at = change.span.end
    pieces.append(Piece(text[at : passage.draft.end], "same"))
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    return tuple(Piece(" ".join(piece.text.split("\n")), piece.how) for piece in pieces if piece.text)


def verdict_on(quote: DraftQuote) -> Verdict:
    """Return how a passage stands: something is refused, there is something to look at, or all is fine."""
    if any(problem.refused for problem in quote.problems):
        return "refused"
    return "look" if quote.problems else "fine"


def count_words(report: DraftReport) -> str:
    """Return in one line how many passages there are, from how many articles, and how many are not in order."""
    verdicts = [verdict_on(quote) for quote in report.quotes]
    refused, look = verdicts.count("refused"), verdicts.count("look")
    passages, articles = len(report.quotes), len(report.sources)
    parts = [
        f"{passages:,} {'passage' if passages == 1 else 'passages'} from {articles:,} {'article' if articles == 1 else 'articles'}",
        f"{refused:,} against the terms" if refused else "",
        f"{look:,} to look at" if look else "",
        "" if refused or look else "all in order",
    ]
    return " · ".join(part for part in parts if part)


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
