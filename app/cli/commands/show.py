"""`pressmark show`: one article, its evidence and its terms."""

import argparse

from app.cli.commands.single_file import rights_as_json
from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.messages import sentence
from app.model.captured import Stated
from app.workflows.library import Library
from app.workflows.read import read_article, record_shown
from app.workflows.views import ArticleView

HEAD_FIELDS = ("section", "deck", "byline", "published", "source", "url", "photo_credit", "language")


def run_show(given: argparse.Namespace) -> int:
    """Print the article; keeping is not metered, so the text is whole and its terms stand with it."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        view = read_article(library, given.id)
        record_shown(library, given.id)
    if given.json:
        say_json(as_json(view))
    else:
        _print(view)
    return DONE


def as_json(view: ArticleView) -> dict[str, object]:
    """Return the article as `resources/schemas/show.schema.json` describes it."""
    return {
        "id": view.article_id,
        "uid": view.uid,
        "headline": view.headline,
        "fields": {name: _stated(stated) for name, stated in view.fields.items()},
        "authors": [_stated(author) for author in view.authors],
        "captions": list(view.captions),
        "body": view.body,
        "words": view.words,
        "uncounted": [[each.span.start, each.span.end] for each in view.uncounted],
        "rights": rights_as_json(view.rights),
        "licence": view.badge,
        "entities": [
            {
                "field": m.span.field, "start": m.span.start, "end": m.span.end, "kind": m.kind.value, "surface": m.surface,
                "name": m.label, "record": m.record, "confidence": m.confidence,
            }
            for m in view.mentions
        ],
        "quotations": [
            {
                "start": q.span.start, "end": q.span.end, "text": q.span.of(view.body), "speaker": q.speaker, "how": q.how,
                "confidence": q.confidence,
            }
            for q in view.quotations
        ],
        "stated": [
            {
                "kind": s.kind.value if s.kind else None, "name": s.name, "scheme": s.scheme, "code": s.code, "where": s.where,
                "record": s.record,
            }
            for s in view.stated
        ],
        "original": {
            "path": view.original.came_from, "sha256": view.original.sha256, "size": view.original.size,
            "media_type": view.original.media_type, "encoding": view.original.encoding,
        },
        "warnings": [sentence(warning.code, dict(warning.params)) for warning in view.warnings],
    }  # fmt: skip


def _stated(stated: Stated) -> dict[str, str]:
    return {"value": stated.value, "how": stated.how, "where": stated.where}


def _print(view: ArticleView) -> None:
    say(view.headline)
    for name in HEAD_FIELDS:
        stated = view.fields.get(name)
        if stated:
            mark = " (inferred, please confirm)" if stated.how == "inferred" else ""
            say(f"  {name.replace('_', ' ')}: {stated.value}{mark}")
    for author in view.authors:
        say(f"  author: {author.value}" + (" (inferred, please confirm)" if author.how == "inferred" else ""))
    for entity in view.stated:
        code = f" ({entity.scheme} {entity.code})" if entity.code else ""
        say(f"  stated {entity.kind.value if entity.kind else 'subject'}: {entity.name}{code}")
    say(f"  licence: {view.badge}")
    for warning in view.warnings:
        say("  note: " + sentence(warning.code, dict(warning.params)))
    say()
    for paragraph in view.paragraphs:
        say(("" if paragraph.counted else "[not counted] ") + paragraph.span.of(view.body) + "\n")
    if view.rights.statement_text:
        say(f"[{view.rights.statement_text}]")
    elif view.value("notice"):
        say(f"[{view.value('notice')}]")
