"""The articles that a draft may take from, each with what is asked of it, read once."""

import json
from collections.abc import Sequence
from functools import cached_property
from urllib.parse import urlsplit

from sqlmodel import Session, col, select

from app.model.rights import RightsStatement
from app.model.tables import Article, Body, Source
from app.workflows.references import best_url
from app.workflows.shown import Spoken, spoken_in
from app.workflows.statements import rights_of


class SourceArticle:
    """An article with its body and its source's name; its terms and direct speech are read when they are asked for."""

    def __init__(self, session: Session, article: Article, body: Body, source: str) -> None:
        self._session = session
        self.article, self.body, self.source = article, body, source
        self.address = best_url(article)

    @cached_property
    def statement(self) -> RightsStatement:
        """Return the article's terms."""
        return rights_of(self._session, self.article)

    @cached_property
    def spoken(self) -> Sequence[Spoken]:
        """Return the article's direct speech."""
        return spoken_in(self._session, self.body.id or 0)

    @cached_property
    def authors(self) -> list[str]:
        """Return the names of the authors, inferred ones too: who names them names enough."""
        return [name for name, _, _ in json.loads(self.article.authors)]

    @cached_property
    def names(self) -> list[str]:
        """Return by what the article's source may be named: its name, its host."""
        host = (urlsplit(self.address or "").hostname or "").removeprefix("www.")
        return [name for name in (self.source, host) if name]


def source_articles(session: Session, ids: Sequence[int]) -> dict[int, SourceArticle]:
    """Return the articles that there are by id, read in one go."""
    statement = (
        select(Article, Body, Source.name)
        .join(Body, col(Body.id) == col(Article.body_id))
        .join(Source, col(Source.id) == col(Article.source_id), isouter=True)
        .where(col(Article.id).in_(ids))
    )
    return {
        article.id or 0: SourceArticle(session, article, body, name or "") for article, body, name in session.exec(statement)
    }
