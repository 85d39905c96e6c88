"""Decisions on names and records, and what is suggested for decision, in words."""

from app.base.errors import Param
from app.entities.alike import Reason
from app.messages import sentence
from app.workflows.decisions import Decision


def decision_words(found: Decision) -> str:
    """Return what was decided, in one sentence."""
    made, rule = found.made, found.made.rule
    params: dict[str, Param] = {
        "record": found.record_name, "target": found.target_name, "article": made.article, "headline": found.headline,
        **{name: value for name, value in rule.items() if isinstance(value, str | int)},
    }  # fmt: skip
    code = made.kind
    if made.kind == "split":
        params |= {"what": _what(rule["articles"], rule["variants"])}
    elif made.kind == "facts":
        params |= {"facts": ", ".join(f"{name} {_fact(value)}" for name, value in rule["facts"].items())}
    elif made.kind == "variant":
        return sentence("decided-variant-removed" if rule["remove"] else "decided-variant-added", params)
    elif made.kind == "speaker" and made.target is None:
        return sentence("decided-speaker-cleared", params)
    elif made.kind == "reject-here" and "start" in rule:
        return sentence("decided-reject-place", params)
    return sentence(f"decided-{code}", params)


def _what(articles: list[int], variants: list[str]) -> str:
    parts = []
    if variants:
        parts.append(", ".join(f"“{name}”" for name in variants))
    if articles:
        parts.append(f"article {articles[0]}" if len(articles) == 1 else f"{len(articles):,} articles")
    return " in ".join(parts)


def _fact(value: str | None) -> str:
    return f"“{value}”" if value not in (None, "", "[]") else "taken away"


def reason_words(reason: Reason) -> str:
    """Return why two records may be one, in one sentence."""
    return sentence(f"alike-{reason}")
