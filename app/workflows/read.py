"""Read one article out of the archive as the reader shows it."""

import json

from sqlmodel import Session, col, select

from app.archive import Archive
from app.base.clock import utc_now
from app.base.errors import QuoteError
from app.base.spans import Span
from app.index import highlight
from app.index.query import Query
from app.model.captured import FIELDS_WITH_EVIDENCE, Stated, Warning
from app.model.recognition import Kind
from app.model.tables import (
    Article,
    Authority,
    Body,
    Event,
    Excerpt,
    ImportItem,
    MentionRow,
    Original,
    QuotationRow,
    Source,
)  # fmt: skip
from app.rights import badge
from app.workflows.library import Library
from app.workflows.paragraphs import paragraphs_of
from app.workflows.people import user_name
from app.workflows.shown import MENTION_SHOWN, QUOTATION_SHOWN, standing_in
from app.workflows.stated import stated_in
from app.workflows.statements import rights_of
from app.workflows.views import ArticleView, EventView, ExcerptView, MentionView, OriginalView, QuotationView, StatedView


def read_article(library: Library, article_id: int) -> ArticleView:
    """Return the article with its terms, names, quotations, excerpts and history; QuoteError when there is none."""
    with library.archive.reading() as session:
        article, body = article_and_body(session, article_id)
        statement = rights_of(session, article)
        return ArticleView(
            article_id=article_id,
            uid=article.uid,
            headline=article.headline,
            body=body.text,
            body_id=body.id or 0,
            body_sha256=body.sha256,
            words=body.words,
            source=source_name(session, article),
            authors=tuple(Stated(*triple) for triple in json.loads(article.authors)),
            fields=_fields(article, source_name(session, article)),
            captions=tuple(json.loads(article.captions)),
            rights=statement,
            badge=badge(statement),
            mentions=_mentions(session, library, body),
            quotations=_quotations(session, library, body),
            excerpts=excerpts_of(session, article),
            original=_original(session, library.archive, article),
            events=_events(session, article),
            warnings=tuple(Warning(code, tuple(map(tuple, params))) for code, params in json.loads(article.warnings)),
            partial=article.partial,
            paragraphs=paragraphs_of(session, body),
            stated=_stated_entities(session, library, article_id),
        )


def record_shown(library: Library, article_id: int) -> None:
    """Note that the whole text of an article left the program for reading or keeping; such is not metered. Nothing where it is read-only."""
    if library.archive.read_only:
        return
    with library.archive.transaction() as session:
        now = utc_now()
        session.add(Event(at=now, kind="shown", article_id=article_id, agent=user_name()))


def hits(library: Library, query: Query, view: ArticleView) -> tuple[Span, ...]:
    """Return the passages of the body that the query matched, in order."""
    return highlight(library.index.matched(query), view.body, language=view.value("language"), field="body")


def article_and_body(session: Session, article_id: int) -> tuple[Article, Body]:
    """Return an article and its current body; QuoteError `article-missing` when there is none."""
    article = session.get(Article, article_id)
    body = session.get(Body, article.body_id) if article is not None else None
    if article is None or body is None:
        raise QuoteError("article-missing", article=article_id)
    return article, body


def source_name(session: Session, article: Article) -> str:
    """Return the name of the article's source, "" when it has none."""
    source = session.get(Source, article.source_id) if article.source_id else None
    return source.name if source else ""


def excerpts_of(session: Session, article: Article) -> tuple[ExcerptView, ...]:
    """Return what was handed out of texts like this one (wire copies share an allowance) and not released, oldest first."""
    rows = session.exec(select(Excerpt).where(Excerpt.content_hash == article.content_hash).order_by(col(Excerpt.id))).all()
    released = {row.about for row in rows if row.status == "released"}
    return tuple(
        ExcerptView(row.id or 0, tuple(Span(a, b) for a, b in json.loads(row.ranges)), row.publication, row.at)
        for row in rows
        if row.about is None and row.id not in released and row.verdict == "allowed"
    )


def _fields(article: Article, source: str) -> dict[str, Stated]:
    evidence: dict[str, list[str]] = json.loads(article.evidence)
    found: dict[str, Stated] = {}
    for name in FIELDS_WITH_EVIDENCE:
        value = source if name == "source" else getattr(article, name)
        if value:
            how, where = evidence.get(name, ["stated", ""])
            found[name] = Stated(value, how, where)  # type: ignore[arg-type]  # the database holds values of How
    return found


def _mentions(session: Session, library: Library, body: Body) -> tuple[MentionView, ...]:
    rows = session.exec(select(MentionRow).where(MentionRow.body_id == body.id, MENTION_SHOWN).order_by(col(MentionRow.start)))
    stands = standing_in(session)
    return tuple(
        MentionView(
            Span(row.start, row.end, row.field), Kind(row.kind), row.surface, _name(library, row.kind, record) or row.name, record,
            row.confidence,
        )
        for row in rows
        if (record := stands.get(row.authority_id, row.authority_id)) is not None
    )  # fmt: skip


def _name(library: Library, kind: str, record: int) -> str:
    return library.names.name(Kind(kind).value, record)


def _stated_entities(session: Session, library: Library, article_id: int) -> tuple[StatedView, ...]:
    return tuple(
        StatedView(
            Kind(kind) if (kind := each.kind or each.row.kind) else None, each.row.name, each.row.scheme, each.row.code,
            each.row.stated_in, each.record,
            _name(library, each.kind, each.record) or each.row.name if each.kind and each.record is not None else "",
        )
        for each in stated_in(session, [article_id]).get(article_id, [])
    )  # fmt: skip


def _quotations(session: Session, library: Library, body: Body) -> tuple[QuotationView, ...]:
    statement = (
        select(QuotationRow, Authority.kind)
        .join(Authority, col(QuotationRow.speaker_id) == col(Authority.id), isouter=True)
        .where(QuotationRow.body_id == body.id, QUOTATION_SHOWN)
        .order_by(col(QuotationRow.start))
    )
    stands = standing_in(session)
    return tuple(
        _quotation(library, row, kind, stands.get(row.speaker_id, row.speaker_id)) for row, kind in session.exec(statement)
    )


def _quotation(library: Library, row: QuotationRow, kind: str | None, speaker: int | None) -> QuotationView:
    """Return a quotation; a speaker whose record was rejected is none."""
    name = row.speaker if row.speaker_id is None or speaker is not None else None
    if kind is not None and speaker is not None:
        name = _name(library, kind, speaker) or name
    return QuotationView(Span(row.start, row.end), name, speaker, row.suggestion, row.how, row.confidence)


def _original(session: Session, archive: Archive, article: Article) -> OriginalView:
    kept = session.get_one(Original, article.original_id)
    first = session.exec(
        select(ImportItem.path).where(ImportItem.sha256 == kept.sha256).order_by(col(ImportItem.id)).limit(1)
    ).first()
    return OriginalView(
        first or article.member, archive.originals.path(kept.sha256), kept.sha256, kept.size, kept.media_type, kept.encoding,
        kept.kept_at,
    )  # fmt: skip


def _events(session: Session, article: Article) -> tuple[EventView, ...]:
    rows = session.exec(select(Event).where(Event.article_id == article.id).order_by(col(Event.id)))
    return tuple(
        EventView(row.at, row.kind, row.agent, {k: str(v) for k, v in json.loads(row.details).items()}) for row in rows
    )
