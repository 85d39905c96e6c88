"""Terms in short, and as JSON that is kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from fractions import Fraction
from typing import Any

from app.base.spans import Span
from app.model.rights import PURPOSES, Cap, RightsStatement

FORM = 1
"""The version of the JSON form."""

_UNITS = {"words": "words", "chars": "characters", "sentences": "sentences", "paragraphs": "paragraphs"}


def badge(statement: RightsStatement) -> str:
    """Return the terms in a few words: "≤ 5 %", "≤ 250 words", "CC BY 4.0", "All rights reserved", "Terms unknown".

    Terms of a source's profile that nobody has confirmed say so.
    """
    return f"{_badge(statement)} (unconfirmed)" if is_unconfirmed(statement) else _badge(statement)


def _badge(statement: RightsStatement) -> str:
    if statement.caps:
        return " · ".join(dict.fromkeys(_cap(cap) for cap in statement.caps))
    if statement.licence:
        return statement.licence
    return {
        "public_domain": "Public domain", "republish": "Republishing allowed", "all_rights_reserved": "All rights reserved",
        "open_licence": "Open licence", "quote_cap": "Short quotations", "unknown": "Terms unknown",
    }[statement.kind]  # fmt: skip


def summary(statement: RightsStatement) -> tuple[str, ...]:
    """Return what the terms ask, one short phrase each, in English; what they do not state is not mentioned."""
    phrases = [_cap(cap) + (" of the text" if cap.unit == "percent" else "") for cap in statement.caps]
    phrases += [statement.licence] if statement.licence else []
    asked = (
        (statement.mark, "mark as quote"), (statement.name_source, "name the source"), (statement.name_author, "name the author"),
        (statement.link, "link"), (statement.licence_link, "name and link the licence"),
        (statement.changes_notice, "say what was changed"), (statement.commercial is False, "not commercially"),
        (statement.derivatives == "none", "no changes"),
    )  # fmt: skip
    phrases += [phrase for states, phrase in asked if states]
    if media_of(statement):
        phrases.append("only " + ", ".join(media_of(statement)))
    return tuple(phrases) or (badge(statement),)


def covers_medium(statement: RightsStatement, medium: str) -> bool:
    """Return whether the terms cover a medium; terms that name none cover any, limits for other media alone do not cover this one."""
    named = media_of(statement)
    return not named or any(is_for(name, medium) for name in named)


def media_of(statement: RightsStatement) -> tuple[str, ...]:
    """Return the media that the terms cover alone: those they name, else those of their limits where all are for one; () for any."""
    limited = dict.fromkeys(cap.media for cap in statement.caps)
    return statement.media or tuple(name for name in limited if name and None not in limited)


def purposes_of(statement: RightsStatement) -> tuple[str, ...]:
    """Return the purposes (`PURPOSES`) of which one has to be named, for the terms allow nothing else; () where they allow more."""
    limited = dict.fromkeys(cap.purpose for cap in statement.caps) or {statement.purpose: None}
    return tuple(name for name in limited if name) if all(name in PURPOSES for name in limited) else ()


def is_for(named: str, medium: str) -> bool:
    """Return whether what terms name holds for a medium: "email" is a newsletter too, "website" an app."""
    return named == medium or (named, medium) in (("email", "newsletter"), ("website", "app"))


def is_unconfirmed(statement: RightsStatement) -> bool:
    """Return whether these are terms of a source's profile that nobody has confirmed yet: they give no licence."""
    return statement.origin == "profile" and statement.confirmed_at is None


def to_json(statement: RightsStatement) -> str:
    """Return the statement as JSON with its version; limits are exact ("5", "25/2"), never floats."""
    document: dict[str, object] = {"form": FORM, **asdict(statement)}
    document["caps"] = [{**asdict(cap), "n": str(cap.n)} for cap in statement.caps]
    document["span"] = [statement.span.start, statement.span.end] if statement.span else None
    return json.dumps(document, ensure_ascii=False)


def from_json(text: str) -> RightsStatement:
    """Return the statement that `to_json` wrote; fields of a later version are left out."""
    return from_document(json.loads(text))


def from_document(document: Mapping[str, Any]) -> RightsStatement:
    """Return the statement that a document with its field names states; unknown names are left out."""
    known: dict[str, Any] = {field.name: document[field.name] for field in fields(RightsStatement) if field.name in document}
    known["caps"] = tuple(Cap(**{**cap, "n": Fraction(cap["n"])}) for cap in known.get("caps", ()))
    known["span"] = Span(*known["span"]) if known.get("span") else None
    for name in ("media", "excluded", "conflicts"):
        known[name] = tuple(known.get(name, ()))
    return RightsStatement(**known)


def _cap(cap: Cap) -> str:
    sign = "<" if cap.op == "lt" else "≤"
    amount = f"{sign} {cap.figure} %" if cap.unit == "percent" else f"{sign} {cap.figure} {_UNITS[cap.unit]}"
    return amount + "".join(f" ({home})" for home in (cap.media, cap.purpose if cap.purpose in PURPOSES else None) if home)
