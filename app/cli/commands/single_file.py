"""`pressmark rights`, `entities`, `quotations`: what would be read from a file, without importing it."""

import argparse
import json
from pathlib import Path

from app.base.errors import ItemError
from app.cli.main import DONE
from app.cli.output import say, say_json
from app.model.captured import CapturedArticle
from app.model.recognition import Recognition
from app.model.rights import RightsStatement
from app.rights import badge, to_json
from app.workflows.examine import examine, recognise, terms


def run_rights(given: argparse.Namespace) -> int:
    """Print the rights statement of the (first) article in a file."""
    statement = terms(_first(given.file))
    if given.json:
        say_json(rights_as_json(statement))
        return DONE
    print_rights(statement)
    return DONE


def print_rights(statement: RightsStatement) -> None:
    """Print terms: in short, then each fact that they state."""
    say(f"{badge(statement)} ({statement.kind.replace('_', ' ')}, from: {statement.origin})")
    shown = {k: v for k, v in rights_as_json(statement).items() if v not in (None, [], "") and k not in ("kind", "origin")}
    for name, value in shown.items():
        say(f"  {name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}")


def run_entities(given: argparse.Namespace) -> int:
    """Print the names in a file."""
    found = recognise(_first(given.file))
    if given.json:
        say_json(entities_as_json(found))
        return DONE
    for mention in found.mentions:
        say(f"{mention.kind:<13}{mention.name}" + ("" if mention.surface == mention.name else f"   “{mention.surface}”"))
    return DONE


def run_quotations(given: argparse.Namespace) -> int:
    """Print the direct speech in a file."""
    found = recognise(_first(given.file))
    if given.json:
        say_json(quotations_as_json(found))
        return DONE
    for quotation in found.quotations:
        say(f"{quotation.speaker or '(speaker not sure)'}: “{quotation.text}”")
    return DONE


def rights_as_json(statement: RightsStatement) -> dict[str, object]:
    """Return the statement as `resources/schemas/rights.schema.json` describes it."""
    document: dict[str, object] = json.loads(to_json(statement))
    return document


def entities_as_json(found: Recognition) -> list[dict[str, object]]:
    """Return the mentions as `resources/schemas/entities.schema.json` describes them."""
    return [
        {
            "field": m.span.field, "start": m.span.start, "end": m.span.end, "kind": m.kind.value, "surface": m.surface,
            "name": m.name, "how": m.how, "confidence": m.confidence,
        }
        for m in found.mentions
    ]  # fmt: skip


def quotations_as_json(found: Recognition) -> list[dict[str, object]]:
    """Return the quotations as `resources/schemas/quotations.schema.json` describes them."""
    return [
        {
            "start": q.span.start, "end": q.span.end, "text": q.text, "speaker": q.speaker, "suggestion": q.suggestion,
            "how": q.how, "confidence": q.confidence, "source": [q.source.start, q.source.end] if q.source else None,
        }
        for q in found.quotations
    ]  # fmt: skip


def _first(path: str) -> CapturedArticle:
    articles = examine(Path(path)).articles
    if not articles:
        raise ItemError("no-article", path=path)
    return articles[0]
