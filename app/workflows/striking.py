"""A person's word on which paragraphs are counted as an article's text.

What is struck out makes the whole smaller that percentages are taken of. A passage of it counts as quoted all the same, so that
striking out never lets more be quoted; rows of the ledger keep their ranges and numbers.
"""

import json
from collections.abc import Sequence

from sqlmodel import Session, select

from app.base.clock import utc_now
from app.base.errors import QuoteError
from app.base.spans import Span
from app.model.tables import Body, Event, ParagraphChoice
from app.workflows.library import Library
from app.workflows.paragraphs import paragraphs_of
from app.workflows.people import user_name
from app.workflows.read import article_and_body
from app.workflows.views import ParagraphView


def strike(library: Library, article_id: int, numbers: Sequence[int], *, counted: bool = False) -> tuple[ParagraphView, ...]:
    """Strike paragraphs out of what is counted as an article's text, or have them `counted` again; return all paragraphs.

    QuoteError when there is no such article or paragraph, or where nothing would be left to be counted.
    """
    with library.archive.transaction() as session:
        article, body = article_and_body(session, article_id)
        known = paragraphs_of(session, body)
        for number in numbers:
            if not 0 < number <= len(known):
                raise QuoteError("paragraph-missing", paragraph=number, article=article_id, count=len(known))
        changed = [known[number - 1] for number in sorted(set(numbers)) if known[number - 1].counted != counted]
        for each in changed:
            _choose(session, body, each.span, counted=counted)
        session.flush()
        now = paragraphs_of(session, body)
        if not any(each.counted and each.span.of(body.text).strip() for each in now):
            raise QuoteError("paragraph-last", article=article_id)
        if changed:
            details = json.dumps({"paragraphs": ", ".join(str(each.number) for each in changed)})
            kind = "counted" if counted else "struck"
            session.add(Event(at=utc_now(), kind=kind, article_id=article.id, agent=user_name(), details=details))
    return now


def _choose(session: Session, body: Body, span: Span, *, counted: bool) -> None:
    own = select(ParagraphChoice).where(ParagraphChoice.body_id == body.id, ParagraphChoice.start == span.start)
    row = session.exec(own).first() or ParagraphChoice(
        body_id=body.id or 0, start=span.start, end=span.end, counted=counted, user_name="", at=""
    )
    row.counted, row.user_name, row.at = counted, user_name(), utc_now()
    session.add(row)
