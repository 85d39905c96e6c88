"""`pressmark quote`: hand out a passage under its terms, or say by the numbers why not."""

import argparse

from app.base.errors import QuoteError, UsageError
from app.base.spans import Span
from app.cli.main import DONE, REFUSED, archive_folder, remember
from app.cli.output import complain, say, say_json
from app.messages.answers import left_over, refusal_of
from app.rights import Measure
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import HandedOut, QuoteRequest
from app.workflows.read import read_article
from app.workflows.views import ArticleView


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
    medium = request.medium or "website"
    refusal = refusal_of(answer.assessment, media=view.rights.media, medium=medium, publication=request.publication)
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
