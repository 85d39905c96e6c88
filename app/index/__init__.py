"""Full-text search over Whoosh; shows only its own query and result types, so that another engine could stand behind."""

from app.index.analysis import Word, words
from app.index.article_index import ArticleIndex, Checkpoint, IndexBusy, IndexUnusable
from app.index.completing import Completion
from app.index.highlighting import Matched, highlight, snippets
from app.index.likeness import Text
from app.index.shared_passages import SHINGLE, SharedPassage

__all__ = [
    "SHINGLE", "ArticleIndex", "Checkpoint", "Completion", "IndexBusy", "IndexUnusable", "Matched", "SharedPassage", "Text", "Word", "highlight",
    "snippets", "words",
]  # fmt: skip
