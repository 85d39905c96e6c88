"""Keep a prepared article: all its rows, its event and its entry in the change log, in the caller's transaction."""

import json
import uuid
from datetime import date

from sqlmodel import Session, select

from app import __version__
from app.archive import record_change
from app.base.dates import parse_edtf
from app.base.text import fold, one_line
from app.model.captured import FIELDS_WITH_EVIDENCE, CapturedArticle, Stated, Warning
from app.model.tables import Article, Body, Event, Original, Source
from app.workflows.authorities import AuthorityDesk
from app.workflows.keep_names import keep_names, keep_stated
from app.workflows.prepare import PreparedArticle
from app.workflows.statements import keep_as_read

AGENT = f"pressmark {__version__}"


def keep_original(session: Session, digest: str, *, size: int, media_type: str, encoding: str | None, now: str) -> Original:
    """Return the row of a kept original, written when this file was not known."""
    row = session.exec(select(Original).where(Original.sha256 == digest)).first()
    if row is None:
        row = Original(sha256=digest, size=size, media_type=media_type, encoding=encoding, kept_at=now)
        session.add(row)
        session.flush()
    return row


def keep_article(session: Session, prepared: PreparedArticle, *, original: Original, desk: AuthorityDesk, now: str) -> Article:
    """Write one article with its body, terms, names, quotations, event and change, and return its row."""
    captured = prepared.captured
    first, last = _days(captured.published)
    article = Article(
        uid=str(uuid.uuid4()),
        source_id=_source(session, captured.source),
        original_id=original.id or 0,
        headline=captured.headline.value if captured.headline else "",
        authors=json.dumps([[a.value, a.how, a.where] for a in captured.authors], ensure_ascii=False),
        captions=json.dumps(captured.captions, ensure_ascii=False),
        keywords=json.dumps(captured.keywords, ensure_ascii=False),
        first_day=first,
        last_day=last,
        added_at=now,
        evidence=_evidence(captured),
        warnings=_warnings(captured.warnings),
        content_hash=prepared.content_hash,
        partial=captured.partial,
        recognised=prepared.recognition.version,
        **_values(captured),  # type: ignore[arg-type]
    )
    session.add(article)
    session.flush()
    article_id = article.id or 0
    body = _keep_body(session, article_id, prepared, now)
    article.body_id = body.id
    keep_as_read(session, article, prepared.rights)
    keep_stated(session, captured.entities, article_id=article_id, desk=desk)
    keep_names(session, prepared.recognition, article_id=article_id, body_id=body.id or 0, desk=desk)
    session.add(Event(at=now, kind="imported", article_id=article_id, original_id=original.id, agent=AGENT))
    record_change(session, article_id, "add")
    session.flush()
    return article


def _values(captured: CapturedArticle) -> dict[str, str | None]:
    names = (name for name in FIELDS_WITH_EVIDENCE if name not in ("headline", "source"))
    return {name: stated.value if (stated := _stated(captured, name)) else None for name in names}


def _evidence(captured: CapturedArticle) -> str:
    found = {name: [s.how, s.where] for name in FIELDS_WITH_EVIDENCE if (s := _stated(captured, name))}
    return json.dumps(found, ensure_ascii=False)


def _stated(captured: CapturedArticle, name: str) -> Stated | None:
    found: Stated | None = getattr(captured, name)
    return found


def _warnings(warnings: tuple[Warning, ...]) -> str:
    return json.dumps([[w.code, list(map(list, w.params))] for w in warnings], ensure_ascii=False)


def _days(published: Stated | None) -> tuple[str | None, str | None]:
    """Return the first and last possible day of a date as ISO text, open ends as the calendar's own ends."""
    if published is None:
        return None, None
    known = parse_edtf(published.value)
    return max(known.first, date.min).isoformat(), known.last.isoformat()


def _source(session: Session, source: Stated | None) -> int | None:
    if source is None:
        return None
    folded = fold(source.value)
    row = session.exec(select(Source).where(Source.folded == folded)).first()
    if row is None:
        row = Source(name=one_line(source.value), folded=folded)
        session.add(row)
        session.flush()
    return row.id


def _keep_body(session: Session, article_id: int, prepared: PreparedArticle, now: str) -> Body:
    totals = prepared.totals
    body = Body(
        article_id=article_id, revision=1, text=prepared.captured.body, sha256=prepared.body_sha256, words=totals.words,
        chars=totals.chars, solid=totals.solid, points=totals.points, made_at=now,
    )  # fmt: skip
    session.add(body)
    session.flush()
    return body
