"""Full-text search over Whoosh; shows only its own query and result types, so that another engine could stand behind."""

from app.index.article_index import ArticleIndex, Checkpoint, IndexBusy, IndexUnusable
from app.index.highlighting import Matched, highlight, snippets

__all__ = ["ArticleIndex", "Checkpoint", "IndexBusy", "IndexUnusable", "Matched", "highlight", "snippets"]
