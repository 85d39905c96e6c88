"""The fields of the index on disk."""

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import STORED, TEXT, Schema

from app.index.analysis import ANALYSIS, WordTokenizer

SCHEMA_VERSION = 2
SIGNATURE = f"{SCHEMA_VERSION}.{ANALYSIS}"
TEXT_FIELDS = ("headline", "deck", "body")
BOOSTS = {"headline": 3.0, "deck": 2.0, "body": 1.0}
STEM_BOOST = 0.5


def make_schema() -> Schema:
    """Return the schema that Whoosh knows of: the texts, direct speech and stems; facets and dates lie beside them as arrays."""
    text = WordTokenizer()
    return Schema(
        article_id=STORED,
        headline=TEXT(analyzer=text),
        deck=TEXT(analyzer=text),
        body=TEXT(analyzer=text),
        said=TEXT(analyzer=text),
        stems=TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False),
    )
