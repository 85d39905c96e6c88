"""The fields of the index on disk."""

import json
from datetime import date

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema

from app.index.analysis import ANALYSIS, LANGUAGES, WordTokenizer, stem, words
from app.index.document import IndexDocument

SCHEMA_VERSION = 1
SIGNATURE = f"{SCHEMA_VERSION}.{ANALYSIS}"
TEXT_FIELDS = ("headline", "deck", "body")
BOOSTS = {"headline": 3.0, "deck": 2.0, "body": 1.0}
CHECKPOINT = "checkpoint"


def make_schema() -> Schema:
    """Return the schema: texts, their stems, direct speech, and per article the facts that facets and dates are made of."""
    text = WordTokenizer()
    return Schema(
        article_id=NUMERIC(int, bits=64, stored=True, unique=True),
        special=ID(stored=False, unique=True),
        headline=TEXT(analyzer=text, spelling=False),
        deck=TEXT(analyzer=text),
        body=TEXT(analyzer=text),
        said=TEXT(analyzer=text),
        stems=TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False),
        facts=STORED,
    )


def fields_of(document: IndexDocument) -> dict[str, object]:
    """Return what Whoosh is given of an article."""
    texts = {"headline": document.headline, "deck": document.deck, "body": document.body}
    stems = " ".join(filter(None, (stem(w.term, document.language) for text in texts.values() for w in words(text))))
    # Speech of different people must not form phrases: a word that nobody writes stands between.
    said = " \U000f0000 ".join(passage for _, passage in document.quotations)
    return {"article_id": document.article_id, **texts, "said": said, "stems": stems, "facts": _facts(document)}


def _facts(document: IndexDocument) -> str:
    values = {
        "person": list(map(str, document.persons)), "organisation": list(map(str, document.organisations)),
        "place": list(map(str, document.places)), "speaker": list(map(str, document.speakers)),
        "source": [str(document.source_id)] if document.source_id is not None else [],
        "author": list(document.authors), "licence": [document.licence] if document.licence else [],
        "language": [document.language] if document.language else [], "tag": list(document.tags),
        "year": _years(document),
    }  # fmt: skip
    dates = [d.toordinal() if d else 0 for d in (document.first, document.last, document.added)]
    return json.dumps([values, *dates, document.source], ensure_ascii=False)


def _years(document: IndexDocument) -> list[str]:
    if document.first is None or document.last is None or document.last == date.max or document.first == date.min:
        return []
    return [str(year) for year in range(document.first.year, min(document.last.year, document.first.year + 200) + 1)]


__all__ = ["BOOSTS", "CHECKPOINT", "LANGUAGES", "SIGNATURE", "TEXT_FIELDS", "fields_of", "make_schema"]
