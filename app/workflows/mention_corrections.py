"""Decisions of people on single places, articles and texts, and undoing of any decision; rules as in `corrections`."""

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from app.base.errors import UsageError
from app.base.spans import Span
from app.base.text import fold
from app.index.query import Query
from app.model.captured import SourceText
from app.model.recognition import Kind
from app.model.tables import Article, Authority, AuthorityName, Body, Change, Correction, MentionRow, QuotationRow
from app.workflows.always import clear_always
from app.workflows.authorities import new_record
from app.workflows.correction_log import LoggedCorrection, append, logged
from app.workflows.corrections import chosen, deciding, named, standing, take_effect
from app.workflows.find import matching_ids
from app.workflows.library import Library
from app.workflows.overlay import (
    IN_BULK,
    among,
    articles_concerned,
    articles_of,
    cover_quotations,
    hide_covered,
    lay_over,
    lift,
    record_changes,
)
from app.workflows.read import article_and_body
from app.workflows.record_state import settle_records
from app.workflows.rejoin import rejoin
from app.workflows.replay import settle_articles
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN

ALL = 2**31
PLACED = ("reject-here", "speaker", "mention")
"""Decisions on one article."""


def reject_here(library: Library, article_id: int, *, record: int | None = None, span: Span | None = None) -> int:
    """Say that a name is no entity: at one place of an article, or a record in the whole article.

    UsageError `mention-missing` when nothing of the kind is named there; QuoteError when there is no such article.
    """
    with deciding(library) as session:
        article, body = article_and_body(session, article_id)
        if span is not None:
            mention = _mention_at(session, body, span)
            decision = append(
                session, "reject-here", record=mention.authority_id, article=article.id, body=body.id, field=mention.field,
                start=mention.start, end=mention.end,
            )  # fmt: skip
        elif record is not None:
            decision = append(session, "reject-here", record=standing(session, record).id, article=article.id)
        else:
            raise UsageError("mention-missing", article=article_id)
        _take_effect_here(session, decision)
        if not articles_concerned(session, decision):
            raise UsageError("mention-missing", article=article_id)
        return decision.correction_id


def add_mention(
    library: Library, article_id: int, span: Span, *, record: int | None = None, kind: Kind | None = None, name: str = ""
) -> int:
    """Say whom or what a passage names: a record, or a name of some kind (the passage itself unless said), made if there is none.

    UsageError when the passage is empty or outside the text, or neither record nor kind is given.
    """
    with deciding(library) as session:
        article, body = article_and_body(session, article_id)
        surface = _passage(article, body, span)
        if record is None and kind is None:
            raise UsageError("entity-not-said", text=surface)
        target = chosen(session, record).id if record is not None else _found_or_new(session, kind, name or surface)
        decision = append(
            session,
            "mention",
            target=target,
            article=article.id,
            body=body.id,
            field=span.field,
            start=span.start,
            end=span.end,
        )
        _take_effect_here(session, decision)
        return decision.correction_id


def set_speaker(
    library: Library, article_id: int, span: Span, record: int | None, *, name: str = "", kind: Kind = Kind.PERSON
) -> int:
    """Say who speaks in the quotation at a span of the body: a record, or a name of some kind, made if there is none.

    With neither, nobody who is known speaks. UsageError `quotation-missing`.
    """
    with deciding(library) as session:
        article, body = article_and_body(session, article_id)
        quotation = _quotation_at(session, body, span)
        if quotation is None:
            raise UsageError("quotation-missing", article=article_id)
        if record is None and name:
            record = _found_or_new(session, kind, name)
        speaker = chosen(session, record) if record is not None else None
        if speaker is not None and speaker.kind == "place":
            raise UsageError("speaker-place", name=speaker.preferred)
        target = speaker.id if speaker is not None else None
        decision = append(
            session, "speaker", target=target, article=article.id, body=body.id, start=quotation.start, end=quotation.end
        )
        _take_effect_here(session, decision)
        return decision.correction_id


def always(library: Library, text: str, *, record: int | None = None, kind: Kind | None = None) -> int:
    """Say that a text always means one record, or is a name of some kind; it is matched first and overrides recognition.

    UsageError for an empty text, or when neither is said.
    """
    wanted = named(text)
    if record is None and kind is None:
        raise UsageError("entity-not-said", text=wanted)
    articles = _printing(library, wanted)
    with deciding(library) as session:
        target = chosen(session, record).id if record is not None else _found_or_new(session, kind, wanted)
        decision = append(session, "always", target=target, text=wanted)
        _take_effect_always(session, decision, articles)
        return decision.correction_id


def undo(library: Library, correction_id: int) -> int:
    """Take a decision back, whatever came after it, and return the number of the undoing; which can be undone too.

    UsageError `correction-missing`, `correction-undone`, or `merge-circle` when a merge that comes back leads to itself.
    """
    with library.archive.reading() as session:
        decision = logged(session, correction_id)
        first = _undone(session, decision)
    articles = _printing(library, first.rule["text"]) if first.kind == "always" else []
    with deciding(library) as session:
        decision = logged(session, correction_id)
        if decision.undone_by is not None:
            raise UsageError("correction-undone", correction=correction_id, by=decision.undone_by)
        undoing = append(
            session, "undo", record=decision.record, target=decision.target, article=decision.article, of=correction_id
        )
        again = _mark(session, decision, undoing.correction_id)
        if again.kind == "merge" and again.undone_by is None and _leads_to(session, again.target, again.record):
            raise UsageError("merge-circle", correction=again.correction_id)
        _settle_undone(session, again, articles)
        return undoing.correction_id


def _undone(session: Session, decision: LoggedCorrection) -> LoggedCorrection:
    """Return the decision that an undoing, or an undoing of one, comes down to."""
    while decision.kind == "undo":
        decision = logged(session, decision.rule["of"])
    return decision


def _mark(session: Session, decision: LoggedCorrection, undoing: int) -> LoggedCorrection:
    """Note what was undone by what, down to the decision that it is about, and return that."""
    by: int | None = undoing
    while True:
        row = session.get_one(Correction, decision.correction_id)
        row.undone_by = by
        session.add(row)
        session.flush()
        if decision.kind != "undo":
            return logged(session, decision.correction_id)
        # What an undoing undid is in force again once that is undone, and the other way round.
        by = decision.correction_id if by is None else None
        decision = logged(session, decision.rule["of"])


def _leads_to(session: Session, record: int | None, other: int | None) -> bool:
    """Return whether merges lead from one record to another."""
    seen: set[int] = set()
    while record is not None and record not in seen:
        if record == other:
            return True
        seen.add(record)
        merged = select(Correction.target_id).where(
            Correction.kind == "merge", col(Correction.undone_by).is_(None), Correction.authority_id == record
        )
        record = session.exec(merged.order_by(col(Correction.id).desc()).limit(1)).first()
    return False


def _settle_undone(session: Session, decision: LoggedCorrection, printing: list[int]) -> None:
    """Bring everything to what the log says, a decision having been undone or come back into force."""
    if decision.kind == "always":
        _take_effect_always(session, decision, sorted({*printing, *articles_of(session, decision.correction_id)}))
    elif decision.kind in PLACED:
        _take_effect_here(session, decision)
    else:
        take_effect(session, decision)


def _take_effect_here(session: Session, decision: LoggedCorrection) -> None:
    """Lay a decision on one article over it, or lift it."""
    articles = [decision.article or 0]
    clear_always(session, articles)
    if decision.undone_by is not None:
        lift(session, decision)
    elif decision.kind == "speaker":
        span = (col(QuotationRow.start) < decision.rule["end"]) & (col(QuotationRow.end) > decision.rule["start"])
        cover_quotations(session, decision, (col(QuotationRow.body_id) == decision.rule["body"]) & span)
    elif "start" in decision.rule:
        _lay_place(session, decision)
    else:
        lay_over(session, decision)
    settle_articles(session, articles)
    if decision.target is not None:
        settle_records(session, (), chosen={decision.target})
    record_changes(session, articles)


def _lay_place(session: Session, decision: LoggedCorrection) -> None:
    """Write the row of what one place of an article names: the decision's record, or nothing."""
    rule = decision.rule
    article, body = session.get_one(Article, decision.article), session.get_one(Body, rule["body"])
    target = session.get_one(Authority, decision.target) if decision.target is not None else None
    surface = _texts(article, body).of(Span(rule["start"], rule["end"], rule["field"]))
    row = {
        "article_id": article.id, "body_id": body.id, "field": rule["field"], "start": rule["start"], "end": rule["end"],
        "surface": surface, "name": target.preferred if target else surface, "kind": target.kind if target else "",
        "authority_id": decision.target, "how": "person", "confidence": 1.0, "version": "", "decided_by": decision.user_name,
        "correction_id": decision.correction_id,
    }  # fmt: skip
    session.execute(insert(MentionRow), [row])
    hide_covered(session, [article.id or 0])


def _take_effect_always(session: Session, decision: LoggedCorrection, articles: list[int]) -> None:
    if decision.target is not None:
        settle_records(session, (), chosen={decision.target})
    if decision.undone_by is not None:
        _forget_told(session, decision)
        rejoin(session, decision)
    settle_articles(session, articles)
    record_changes(session, articles)


def _forget_told(session: Session, decision: LoggedCorrection) -> None:
    """Take away what recognition found only because it was told the text, and have those articles recognised again some time."""
    told = (col(MentionRow.hidden_by) == decision.correction_id, col(MentionRow.how) == "known")
    articles = session.exec(select(MentionRow.article_id).where(*told).distinct()).all()
    session.execute(delete(MentionRow).where(*told), execution_options=IN_BULK)
    session.execute(update(Article).where(among(col(Article.id), articles)).values(recognised=None), execution_options=IN_BULK)


def _printing(library: Library, text: str) -> list[int]:
    """Return the articles that may print a text: those that the index finds it in, and those that it has not taken in yet."""
    words = " ".join("".join(c if c.isalnum() else " " for c in text).split())
    found = set(matching_ids(library, Query(f'"{words}"', limit=ALL, counted=()))) if words else set()
    with library.archive.reading() as session:
        waiting = select(Change.article_id).where(col(Change.seq) > library.index.checkpoint.seq).distinct()
        credited = select(Article.id).where(col(Article.photo_credit).contains(text, autoescape=True))
        found |= {id_ for id_ in (*session.exec(waiting), *session.exec(credited)) if id_ is not None}
        there = session.exec(select(Article.id).where(among(col(Article.id), found)))
        return sorted(id_ for id_ in there if id_ is not None)


def _mention_at(session: Session, body: Body, span: Span) -> MentionRow:
    found = select(MentionRow).where(
        MentionRow.body_id == body.id, MentionRow.field == span.field, col(MentionRow.start) < span.end, col(MentionRow.end) > span.start,
        MENTION_SHOWN,
    )  # fmt: skip
    mention = session.exec(found.order_by(col(MentionRow.start)).limit(1)).first()
    if mention is None:
        raise UsageError("mention-missing", article=body.article_id)
    return mention


def _quotation_at(session: Session, body: Body, span: Span) -> QuotationRow | None:
    found = select(QuotationRow).where(
        QuotationRow.body_id == body.id, col(QuotationRow.start) < span.end, col(QuotationRow.end) > span.start, QUOTATION_SHOWN
    )
    return session.exec(found.order_by(col(QuotationRow.start)).limit(1)).first()


def _texts(article: Article, body: Body) -> SourceText:
    return SourceText(body.text, article.headline, article.deck or "", article.photo_credit or "")


def _passage(article: Article, body: Body, span: Span) -> str:
    text = _texts(article, body).of(span)
    if not text.strip() or len(text) != len(span):
        raise UsageError("passage-empty", article=article.id)
    return text


def _found_or_new(session: Session, kind: Kind | None, name: str) -> int:
    """Return the record of that kind with that name, typed variants included; a new one when there is none."""
    assert kind is not None
    folded = fold(named(name))
    own = select(Authority.id).where(Authority.kind == kind.value, Authority.folded == folded).order_by(col(Authority.id))
    typed = (
        select(Authority.id)
        .join(AuthorityName, col(AuthorityName.authority_id) == col(Authority.id))
        .where(Authority.kind == kind.value, AuthorityName.folded == folded, AuthorityName.origin == "typed")
    )
    found = session.exec(own.limit(1)).first() or session.exec(typed.limit(1)).first()
    if found is not None:
        return chosen(session, found).id or 0
    return new_record(session, kind=kind.value, name=name)
