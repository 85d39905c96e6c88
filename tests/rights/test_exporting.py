"""Terms for other programs: ODRL and schema.org say what the statement says, and nothing that it does not."""

import json
from fractions import Fraction
from typing import Any

import pytest

from app.model.rights import Cap, RightsStatement
from app.rights import odrl, schema_org
from app.rights.profiles import profiles

TARGET = "urn:uuid:0b7e"
CAPPED = RightsStatement(
    kind="quote_cap", caps=(Cap(Fraction(5), "percent", media="website"),), mark=True, name_source=True, link=True, media=("website",),
    holder="Northbridge Wire", statement_text="5 % may be quoted.", origin="footer",
)  # fmt: skip


def rules(policy: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return list(policy.get(kind, []))


def test_cap_becomes_a_permission_with_constraints_and_duties() -> None:
    policy = odrl(CAPPED, TARGET)
    assert policy["@type"] == "Offer"
    (rule,) = rules(policy, "permission")
    assert (rule["action"], rule["target"]) == ("extract", TARGET)
    limit = rule["constraint"][0]
    assert (limit["leftOperand"], limit["operator"], limit["rightOperand"]["@value"]) == ("percentage", "lteq", "5")
    assert {duty["action"] for duty in rule["duty"]} == {"attribute", "cc:Attribution"}
    assert policy["assigner"]["schema:name"] == "Northbridge Wire"


def test_reserved_rights_permit_nothing() -> None:
    policy = odrl(RightsStatement(kind="all_rights_reserved", full_republication=False), TARGET)
    assert not rules(policy, "permission")
    assert [rule["action"] for rule in rules(policy, "prohibition")] == ["reproduce"]


def test_unknown_terms_permit_nothing() -> None:
    policy = odrl(RightsStatement(), TARGET)
    assert not rules(policy, "permission")
    assert not rules(policy, "prohibition")


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.name)
def test_exports_are_json_with_the_facts(profile: Any) -> None:
    statement = profile.statement
    policy, document = odrl(statement, TARGET), schema_org(statement, TARGET)
    assert json.loads(json.dumps(policy))["uid"].startswith(TARGET)
    assert document["copyrightNotice"] == statement.statement_text
    forbidden = {rule["action"] for rule in rules(policy, "prohibition")}
    assert ("cc:CommercialUse" in forbidden) == (statement.commercial is False)
    allowed = {rule["action"] for rule in rules(policy, "permission")}
    assert not (allowed & forbidden)
    assert ("derive" in allowed) <= (statement.derivatives in ("allowed", "share_alike") or statement.kind == "public_domain")
