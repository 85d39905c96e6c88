"""Which paragraphs of a body are counted as the article's text: those that a person struck out are not, nor are likely links and buttons."""

from collections.abc import Mapping

from sqlmodel import Session, select

from app.base.spans import Span
from app.model.tables import Body, ParagraphChoice
from app.rights import CountedText, counted_text, likely_boilerplate, paragraph_spans
from app.workflows.views import ParagraphView


def paragraphs_of(session: Session, body: Body) -> tuple[ParagraphView, ...]:
    """Return all paragraphs of a body in order, numbered from 1."""
    chosen, likely = _chosen(session, body), {span.start for span in likely_boilerplate(body.text)}
    return tuple(
        ParagraphView(number, span, chosen.get(span, span.start not in likely), "user" if span in chosen else "inferred")
        for number, span in enumerate(paragraph_spans(body.text), 1)
    )


def counted_body(session: Session, body: Body) -> CountedText:
    """Return a body counted; what is no part of the article's text is not in the whole that limits are shares of."""
    chosen = _chosen(session, body)
    likely = (span for span in likely_boilerplate(body.text) if span not in chosen)
    struck = sorted((*likely, *(span for span, counted in chosen.items() if not counted)))
    return counted_text(body.text, tuple(struck))


def _chosen(session: Session, body: Body) -> Mapping[Span, bool]:
    rows = session.exec(select(ParagraphChoice).where(ParagraphChoice.body_id == body.id)).all()
    return {Span(row.start, row.end): row.counted for row in rows}
