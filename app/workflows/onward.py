"""Ways to go on in an archive: how a query could continue, and which articles are like one."""

from app.index import Completion, Matched, Text
from app.workflows.find import rows_of
from app.workflows.library import Library
from app.workflows.read import article_and_body
from app.workflows.views import ResultRow


def completions(library: Library, text: str) -> tuple[Completion, ...]:
    """Return words and names that go on from the last word of a query, each with how many articles have it."""
    return library.index.complete(text, library.names)


def similar_articles(library: Library, article_id: int, *, limit: int = 10) -> tuple[ResultRow, ...]:
    """Return the articles most like one, best first; a row's score is near 1 for a copy. QuoteError `article-missing`."""
    with library.archive.reading() as session:
        article, body = article_and_body(session, article_id)
        wanted = Text(article_id, "\n".join(filter(None, (article.headline, article.deck, body.text))), article.language or "")
        return rows_of(session, library, library.index.similar(wanted, limit=limit), Matched(()))
