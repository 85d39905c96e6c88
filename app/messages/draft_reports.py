"""What was found in a draft as a page and as JSON; each says that it is no legal advice."""

from dataclasses import asdict
from pathlib import Path

from app.messages.drafts import NOT_ADVICE, Piece, count_words, pieces_of, problem_of, share_of, verdict_of
from app.messages.pages import page, safe
from app.messages.reports import write_json, write_text
from app.workflows.check_draft import DraftQuote, DraftReport, DraftSource
from app.workflows.draft_problems import Problem

_TAGS = {"same": "", "struck": "del", "added": "ins"}


def draft_json(report: DraftReport, text: str) -> dict[str, object]:
    """Return the report on a draft's text as `resources/schemas/draft.schema.json` describes it."""
    return {
        "words": report.words,
        "publication": report.publication or None,
        "refused": report.refused,
        "quotes": [_quote(quote, text) for quote in report.quotes],
        "sources": [_source(source) for source in report.sources],
        "notice": NOT_ADVICE,
    }


def write_draft(path: Path, report: DraftReport, text: str) -> None:
    """Write the report in the form that the file's name asks for: JSON, else a page; ArchiveError `file-unwritable`."""
    if path.suffix.lower() == ".json":
        write_json(path, draft_json(report, text))
    else:
        write_draft_page(path, report, text)


def write_draft_page(path: Path, report: DraftReport, text: str) -> None:
    """Write the report as an HTML page that opens nothing from elsewhere; ArchiveError `file-unwritable`."""
    write_text(path, draft_page(report, text))


def draft_page(report: DraftReport, text: str) -> str:
    """Return the report as an HTML page."""
    about = f"{report.words:,} words" + (f", for {report.publication}" if report.publication else "")
    found = "".join(_passage(number, quote, text) for number, quote in enumerate(report.quotes, 1))
    sums = "".join(map(_sum, report.sources))
    parts = [
        f"<p>{safe(about)} · {safe(count_words(report))}</p>",
        f"<h2>Passages</h2>{found or '<p>Nothing in this draft stands in the archive.</p>'}",
        f"<h2>By article</h2><table><tr><th>Article</th><th>Terms</th><th>Taken</th></tr>{sums}</table>" if sums else "",
        f"<p>{safe(NOT_ADVICE)}</p>",
    ]
    return page("A draft and what it quotes", parts)


def _passage(number: int, quote: DraftQuote, text: str) -> str:
    kind = "altered" if quote.passage.is_altered else "verbatim"
    said = "".join(map(_marked, pieces_of(quote.passage, text)))
    also = f"<p>Also in {', '.join(f'[{article}]' for article in quote.also_in)}</p>" if quote.also_in else ""
    problems = "".join(_told(quote, problem) for problem in quote.problems) or "<p class=good>✓ In order.</p>"
    where = f"[{quote.article_id}] {quote.headline} ({quote.source})"
    return f"<p>{number}. {kind}, from {safe(where)}</p><blockquote>“{said}”</blockquote>{problems}{also}"


def _marked(piece: Piece) -> str:
    tag = _TAGS[piece.how]
    return f"<{tag}>{safe(piece.text)}</{tag}>" if tag else safe(piece.text)


def _told(quote: DraftQuote, problem: Problem) -> str:
    return f"<p class={'bad' if problem.refused else 'look'}>{'✗' if problem.refused else '!'} {safe(problem_of(quote, problem))}</p>"


def _sum(source: DraftSource) -> str:
    cells = (
        f"[{source.article_id}] {source.headline} ({source.source})",
        source.badge,
        f"{verdict_of(source)}{share_of(source)}",
    )
    return f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in cells)}</tr>"


def _quote(quote: DraftQuote, text: str) -> dict[str, object]:
    passage = quote.passage
    return {
        "kind": "altered" if passage.is_altered else "verbatim",
        "text": passage.draft.of(text),
        "start": passage.draft.start,
        "end": passage.draft.end,
        "article": quote.article_id,
        "headline": quote.headline,
        "source": quote.source,
        "span": [passage.article.start, passage.article.end],
        "same_words": passage.same,
        "changes": [{"how": change.how, "draft": change.draft, "article": change.article} for change in passage.changes],
        "speaker": quote.speaker,
        "named_speaker": quote.named_speaker,
        "also_in": list(quote.also_in),
        "basis": quote.basis,
        "problems": [{"code": p.code, "refused": p.refused, "message": problem_of(quote, p)} for p in quote.problems],
    }


def _source(source: DraftSource) -> dict[str, object]:
    return {
        "article": source.article_id,
        "headline": source.headline,
        "source": source.source,
        "badge": source.badge,
        "verdict": source.verdict,
        "words": source.words,
        "chars": source.chars,
        "share_of_draft": source.share_of_draft,
        "measures": {name: {**asdict(m), "remaining": m.remaining} for name, m in source.measures.items()},
    }
