"""`pressmark quote`: hand out a passage under its terms, or say by the numbers why not."""

import argparse

from app.base.errors import Param, QuoteError, UsageError
from app.base.spans import Span
from app.cli.main import DONE, REFUSED, archive_folder, remember
from app.cli.output import complain, say, say_json
from app.messages import sentence
from app.rights import Measure
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import Assessment, HandedOut, QuoteRequest
from app.workflows.read import read_article
from app.workflows.views import ArticleView

UNITS = {"words": "words", "chars": "characters", "solid": "characters without spaces", "points": "characters"}


def run_quote(given: argparse.Namespace) -> int:
    """Print the quotation, or refuse with exit code 3; the ledger has its row before anything is printed."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        view = read_article(library, given.id)
        request = QuoteRequest(
            article_id=given.id,
            spans=(_span(given, view),),
            publication=given.publication,
            medium=given.medium,
            style=given.style,
            basis=given.basis,
            reason=given.reason,
            url=given.url,
        )
        answer = hand_out(library, request)
    refusal = refusal_of(answer.assessment, view=view, request=request)
    if given.json:
        say_json(as_json(answer, refusal))
    elif answer.payload is not None:
        say(getattr(answer.payload, given.format))
        complain(left_over(answer.assessment, given.publication))
    else:
        complain(refusal)
    return DONE if answer.payload is not None else REFUSED


def _span(given: argparse.Namespace, view: ArticleView) -> Span:
    if given.span is not None:
        return Span(*given.span)
    found = find_passage(view.body, given.text)
    if not found:
        raise QuoteError("passage-missing", article=given.id)
    if len(found) > 1:
        listed = ", ".join(f"{span.start}:{span.end}" for span in found)
        raise UsageError("passage-twice", count=len(found), article=given.id, spans=listed)
    return found[0]


def as_json(answer: HandedOut, refusal: str) -> dict[str, object]:
    """Return the answer as `resources/schemas/quote.schema.json` describes it."""
    found = answer.assessment
    payload = answer.payload
    return {
        "verdict": found.verdict,
        "reason": found.reason,
        "basis": found.basis,
        "message": refusal or None,
        "measures": {name: _measure(measure) for name, measure in found.measures.items()},
        "binding": found.binding,
        "spans": [[span.start, span.end] for span in found.spans],
        "excerpt": answer.excerpt_id,
        "url": payload.url if payload else None,
        "html": payload.html if payload else None,
        "plain": payload.plain if payload else None,
        "markdown": payload.markdown if payload else None,
        "rtf": payload.rtf if payload else None,
    }


def _measure(measure: Measure) -> dict[str, int]:
    return {name: getattr(measure, name) for name in ("total", "cap", "before", "used", "remaining")}


def left_over(found: Assessment, publication: str) -> str:
    """Return how much may still be quoted, in words where they count."""
    measure = found.measures.get("words") or (found.measures.get(found.binding) if found.binding else None)
    if measure is None or measure.cap is None:
        return f"Recorded in the ledger for {publication} (basis: {found.basis.replace('_', ' ')})."
    unit = "words" if "words" in found.measures else UNITS[found.binding or "chars"]
    return f"{measure.used:,} of {measure.cap:,} {unit} used · {measure.remaining:,} left for {publication}"


def refusal_of(found: Assessment, *, view: ArticleView, request: QuoteRequest) -> str:
    """Return why a passage is refused, with the arithmetic; "" when it is not."""
    if found.verdict == "allowed":
        return ""
    if found.verdict == "empty":
        return sentence("quote-empty")
    if found.reason == "over_cap":
        return _over_cap(found, view=view, request=request)
    params: dict[str, Param] = {"media": ", ".join(view.rights.media), "medium": request.medium or "website"}
    return sentence(f"quote-{(found.reason or 'empty').replace('_', '-')}", params)


def _over_cap(found: Assessment, *, view: ArticleView, request: QuoteRequest) -> str:
    if found.nothing_quotable:
        return sentence("quote-nothing-quotable", {"clause": found.clause})
    name = found.binding or next(iter(found.measures))
    measure = found.measures[name]
    numbers = {"cap": measure.cap, "total": measure.total, "before": measure.before, "used": measure.used}
    return sentence("quote-over-cap", {**numbers, "unit": UNITS[name], "publication": request.publication})
