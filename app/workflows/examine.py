"""Look into a file as import would, without keeping anything: its articles, their terms, names and direct speech."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.base.errors import ItemError
from app.entities import GivenNames, load_recogniser
from app.importers import Captured, ReadResult, read
from app.model.captured import CapturedArticle, SourceText, StatedEntity
from app.model.recognition import Kind, Recognition
from app.model.rights import RightsStatement
from app.rights import RightsEvidence, detect, profile_of


def examine(path: Path) -> ReadResult:
    """Return what the importers read from the file at `path`; ItemError when it cannot be read."""
    try:
        content = path.read_bytes()
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise ItemError("file-unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return read_articles(Captured(content=content, name=path.name, path=str(path), modified=modified))


def read_articles(captured: Captured) -> ReadResult:
    """Return what the importers read, with datelines told from agencies; ItemError when it cannot be read."""
    result = read(captured)
    return replace(result, articles=tuple(map(_with_dateline, result.articles)))


def _with_dateline(article: CapturedArticle) -> CapturedArticle:
    """Return an article without the source that only a town in capitals at its start made: where a report is from is not whose it is."""
    source = article.source
    if source is None or source.where != "slug" or not load_recogniser().lists_place(source.value):
        return article
    return replace(article, source=None, slug=None, dateline=article.dateline or article.slug)


def recognise(article: CapturedArticle, known: GivenNames | None = None) -> Recognition:
    """Return the names and the direct speech of a captured article; `known` names are matched first."""
    stated = (*article.entities, *_slug(article))
    return load_recogniser().recognise(source_text(article), stated=stated, known=known or GivenNames())


def recognition_version() -> str:
    """Return the version of rules and model that `recognise` reads with."""
    return load_recogniser().version


def _slug(article: CapturedArticle) -> tuple[StatedEntity, ...]:
    """Return the source as a stated name when its slug in capitals opens the body: it is spelled as the source is."""
    name = article.source.value if article.source else ""
    opens = bool(name) and article.body[: len(name)] == name.upper() and not load_recogniser().lists_place(name)
    return (StatedEntity(Kind.ORGANISATION, name, "slug"),) if opens else ()


def terms(article: CapturedArticle) -> RightsStatement:
    """Return the rights statement of a captured article: what it states itself, else its source's profile, else the unknown one."""
    source = article.source.value if article.source else None
    stated = detect(
        RightsEvidence(
            notice=article.notice.value if article.notice else "",
            facts=article.rights_facts,
            source_name=source,
            language=article.language.value if article.language else None,
            notice_follows_body=article.notice_follows_body,
        )
    )
    if stated.origin != "none":
        return stated
    address = article.canonical_url or article.url
    profile = profile_of(address.value if address else None, source)
    return profile.statement if profile else stated


def source_text(article: CapturedArticle) -> SourceText:
    """Return the texts of a captured article that recognition reads."""
    return SourceText(
        body=article.body,
        headline=article.headline.value if article.headline else "",
        deck=article.deck.value if article.deck else "",
        photo_credit=article.photo_credit.value if article.photo_credit else "",
        language=article.language.value if article.language else "en",
    )
