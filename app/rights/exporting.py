"""A rights statement for other programs: ODRL 2.2 as JSON-LD, and schema.org.

ODRL: https://www.w3.org/TR/odrl-model/ and https://www.w3.org/TR/odrl-vocab/; duties of Creative Commons are those of ccREL.
"""

from typing import Any

from app.model.rights import Cap, RightsStatement

_ODRL = "http://www.w3.org/ns/odrl.jsonld"
_CC = "http://creativecommons.org/ns#"
_OPERATORS = {"le": "lteq", "lt": "lt"}


def odrl(statement: RightsStatement, target: str) -> dict[str, Any]:
    """Return the terms of `target` (an address or a urn) as an ODRL policy: an Agreement once confirmed, else an Offer."""
    policy: dict[str, Any] = {
        "@context": [_ODRL, {"cc": _CC}],
        "@type": "Agreement" if statement.confirmed_at else "Offer",
        "uid": f"{target}#terms",
    }
    if statement.holder:
        policy["assigner"] = {"@type": "Party", "schema:name": statement.holder}
    permission, prohibition = _permissions(statement, target), _prohibitions(statement, target)
    if permission:
        policy["permission"] = permission
    if prohibition:
        policy["prohibition"] = prohibition
    if statement.uri:
        policy["dct:license"] = statement.uri
    if statement.statement_text:
        policy["dct:rights"] = statement.statement_text
    return policy


def _permissions(statement: RightsStatement, target: str) -> list[dict[str, Any]]:
    duties = [{"action": action} for stated, action in _duties(statement) if stated]
    if statement.caps:
        return [_rule("extract", target, _constraints(cap, statement), duties) for cap in statement.caps]
    actions = {
        "open_licence": ["reproduce", "distribute"],
        "public_domain": ["reproduce", "distribute", "derive"],
        "republish": ["reproduce", "distribute"],
        "quote_cap": ["extract"],
    }.get(statement.kind, [])
    if statement.kind == "open_licence" and statement.derivatives in ("allowed", "share_alike"):
        actions = [*actions, "derive"]
    return [_rule(action, target, _media(statement.media), duties) for action in actions]


def _duties(statement: RightsStatement) -> list[tuple[bool, str]]:
    return [
        (bool(statement.name_source or statement.name_author), "attribute"),
        (bool(statement.link), "cc:Attribution"),
        (bool(statement.licence_link or statement.changes_notice), "cc:Notice"),
        (statement.derivatives == "share_alike", "cc:ShareAlike"),
        (bool(statement.notify), "inform"),
    ]


def _rule(action: str, target: str, constraints: list[dict[str, Any]], duties: list[dict[str, str]]) -> dict[str, Any]:
    rule: dict[str, Any] = {"target": target, "action": action}
    if constraints:
        rule["constraint"] = constraints
    if duties:
        rule["duty"] = duties
    return rule


def _constraints(cap: Cap, statement: RightsStatement) -> list[dict[str, Any]]:
    operand = "percentage" if cap.unit == "percent" else "absoluteSize"
    limit: dict[str, Any] = {
        "leftOperand": operand, "operator": _OPERATORS[cap.op], "rightOperand": {"@value": cap.figure, "@type": "xsd:decimal"}
    }  # fmt: skip
    if cap.unit != "percent" or cap.of:
        limit["unit"] = cap.of or cap.unit
    purpose = [{"leftOperand": "purpose", "operator": "eq", "rightOperand": cap.purpose}] if cap.purpose else []
    return [limit, *purpose, *_media((cap.media,) if cap.media else statement.media)]


def _media(media: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"leftOperand": "media", "operator": "isAnyOf", "rightOperand": list(media)}] if media else []


def _prohibitions(statement: RightsStatement, target: str) -> list[dict[str, Any]]:
    forbidden = (
        (statement.commercial is False, "cc:CommercialUse"),
        (statement.derivatives in ("none", "style_only"), "derive"),
        (statement.full_republication is False, "reproduce"),
    )
    return [{"target": target, "action": action} for states, action in forbidden if states]


def schema_org(statement: RightsStatement, target: str) -> dict[str, Any]:
    """Return the terms as properties of a schema.org NewsArticle (https://schema.org/license and its neighbours)."""
    document: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "@id": target}
    facts = {
        "license": statement.uri or statement.spdx,
        "usageInfo": statement.uri,
        "copyrightNotice": statement.statement_text or None,
        "copyrightYear": statement.year,
        "creditText": statement.credit_text or (statement.source_name if statement.name_source else None),
        "copyrightHolder": {"@type": "Organization", "name": statement.holder} if statement.holder else None,
    }
    return document | {name: value for name, value in facts.items() if value}
