"""`pressmark quote`: hand out a passage under its terms, or say by the numbers why not."""

import argparse

from app.base.errors import QuoteError, UsageError
from app.base.spans import Span
from app.cli.main import DONE, REFUSED, archive_folder, remember
from app.cli.output import complain, say, say_json
from app.messages import sentence
from app.messages.answers import left_over, refusal_of, remarks_of, size_of, trim_name
from app.rights import Measure
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out
from app.workflows.quoting import HandedOut, QuoteRequest
from app.workflows.read import read_article
from app.workflows.trims import Trim, trims
from app.workflows.views import ArticleView


def run_quote(given: argparse.Namespace) -> int:
    """Print the quotation, or refuse with exit code 3; the ledger has its row before anything is printed."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        view = read_article(library, given.id)
        request = _request(given, view)
        answer = hand_out(library, request)
        shorter = trims(library, request) if answer.assessment.reason == "over_cap" else ()
    refusal = refusal_of(answer.assessment, view.rights, medium=answer.medium, publication=request.publication)
    told = remarks_of(answer.assessment, request.publication)
    if given.json:
        say_json(as_json(answer, refusal, told, shorter))
        return DONE if answer.payload is not None else REFUSED
    if answer.payload is None:
        complain(refusal)
        if answer.assessment.reason == "unconfirmed":
            complain(sentence("terms-how", {"article": given.id}))
        for trim in shorter:
            complain(
                f"{trim_name(trim)}, {size_of(trim)}: " + " ".join(f"--span {span.start}:{span.end}" for span in trim.spans)
            )
        return REFUSED
    for remark in told:
        complain(remark)
    say(answer.payload.plain if given.plain else getattr(answer.payload, given.format))
    complain(left_over(answer.assessment, given.publication))
    return DONE


def _request(given: argparse.Namespace, view: ArticleView) -> QuoteRequest:
    if given.span is not None:
        spans = tuple(Span(*each) for each in given.span)
    else:
        spans = tuple(_span(text, given.id, view) for text in given.text)
    return QuoteRequest(
        article_id=given.id, spans=spans, publication=given.publication, medium=given.medium, style=given.style, basis=given.basis,
        reason=given.reason, url=given.url, form="plain" if given.plain else "quote", purpose=given.purpose,
    )  # fmt: skip


def _span(text: str, article: int, view: ArticleView) -> Span:
    found = find_passage(view.body, text)
    if not found:
        raise QuoteError("passage-missing", article=article)
    if len(found) > 1:
        listed = ", ".join(f"{span.start}:{span.end}" for span in found)
        raise UsageError("passage-twice", count=len(found), article=article, spans=listed)
    return found[0]


def as_json(answer: HandedOut, refusal: str, told: tuple[str, ...], shorter: tuple[Trim, ...]) -> dict[str, object]:
    """Return the answer as `resources/schemas/quote.schema.json` describes it."""
    found = answer.assessment
    payload = answer.payload
    return {
        "verdict": found.verdict,
        "reason": found.reason,
        "basis": found.basis,
        "message": refusal or None,
        "remarks": list(told),
        "shorter": [
            {"kind": t.kind, "size": t.size, "unit": t.unit, "spans": [[span.start, span.end] for span in t.spans]}
            for t in shorter
        ],
        "measures": {name: _measure(measure) for name, measure in found.measures.items()},
        "binding": found.binding,
        "spans": [[span.start, span.end] for span in found.spans],
        "excerpt": answer.excerpt_id,
        "url": payload.url if payload else None,
        "html": (payload.html or None) if payload else None,
        "plain": payload.plain if payload else None,
        "markdown": (payload.markdown or None) if payload else None,
        "rtf": (payload.rtf or None) if payload else None,
    }


def _measure(measure: Measure) -> dict[str, int]:
    return {name: getattr(measure, name) for name in ("total", "cap", "before", "used", "remaining")}
