"""Terms read from notices and facts, and nothing made up."""

from fractions import Fraction
from pathlib import Path

import pytest

from app.model.captured import RightsFact
from app.rights import RightsEvidence, badge, covers_medium, detect, from_json, summary, to_json
from tests.quality.rights import STATEMENTS, measure

WIRE = (
    "Editorial content from Northbridge Wire may be quoted on other websites as long as the quote comprises no more than 5% of "
    "the entire text, is marked as such and the source is named (via hyperlink)."
)


def read(notice: str, **more: object):  # type: ignore[no-untyped-def]
    return detect(RightsEvidence(notice=notice, **more))  # type: ignore[arg-type]


def test_statements_reach_the_gate() -> None:
    found = measure().report()
    assert found["caps_accuracy"] == 1
    assert found["traps_fallen_for"] == 0
    assert found["kind_accuracy"] >= 0.95
    assert found["precision"] >= 0.97
    assert found["recall"] >= 0.9


@pytest.mark.parametrize(("name", "fallen", "kind", "caps"), [("more", 8, 0.98, 0.98), ("heldout", 0, 0.95, 0.95)])
def test_unfamiliar_statements(name: str, fallen: int, kind: float, caps: float) -> None:
    found = measure(STATEMENTS.with_name(f"statements_{name}.json")).report()
    assert found["traps_fallen_for"] <= fallen
    assert found["kind_accuracy"] >= kind
    assert found["caps_accuracy"] >= caps
    assert found["precision"] >= 0.97
    assert found["recall"] >= 0.93


def test_agency_clause_is_read_whole() -> None:
    found = read(f"Liability for this article lies with the author, who also holds the copyright. {WIRE}")
    (cap,) = found.caps
    assert (cap.n, cap.unit, cap.of, cap.op, cap.scope) == (5, "percent", None, "le", "cumulative")
    assert (found.kind, found.mark, found.name_source, found.link, found.media, found.holder, found.source_name) == (
        "quote_cap", True, True, True, ("website",), "author", "Northbridge Wire",
    )  # fmt: skip
    assert found.span is not None
    assert found.span.of(found.statement_text) == WIRE


def test_seed_clause(shared: Path) -> None:
    lines = (shared / "seed" / "article.txt").read_text(encoding="utf-8").strip().split("\n")
    found = read(lines[-1], source_name="USPA News")
    assert badge(found) == "≤ 5 %"
    assert (found.mark, found.name_source, found.source_name, found.link, found.media, found.holder) == (
        True, True, "USPA", True, ("website",), "author",
    )  # fmt: skip


@pytest.mark.parametrize(
    "prose",
    [
        "The minister said that no more than 10% of the text may be quoted, according to the draft.",
        "“You may quote up to 100 words,” the notice on the door read.",
        "The band has sold 300 words of lyrics.",
        "Prices rose by no more than 5% last year, the office reported.",
        "",
    ],
)
def test_prose_about_limits_is_no_permission(prose: str) -> None:
    assert read(prose).kind == "unknown"


def test_clause_inside_the_body_is_not_read() -> None:
    assert read(WIRE, notice_follows_body=False).origin == "none"


@pytest.mark.parametrize(
    ("notice", "n", "unit", "op"),
    [
        ("Es dürfen höchstens 10 Prozent des Textes zitiert werden.", 10, "percent", "le"),
        ("Zitate von weniger als 300 Wörtern sind erlaubt.", 300, "words", "lt"),
        ("Les citations sont permises jusqu'à 150 mots avec un lien vers l'article.", 150, "words", "le"),
        ("Se puede citar hasta el 8 por ciento del texto con enlace.", 8, "percent", "le"),
        ("È consentito citare al massimo 12,5 % del testo.", Fraction(25, 2), "percent", "le"),
        ("Up to 1,000 characters may be quoted.", 1000, "chars", "le"),
    ],
)
def test_limits_in_several_languages(notice: str, n: int, unit: str, op: str) -> None:
    (cap,) = read(notice).caps
    assert (cap.n, cap.unit, cap.op) == (n, unit, op)


@pytest.mark.parametrize(
    ("name", "value", "spdx"),
    [
        ("license", "https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
        ("rel_license", "http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("usage_terms", "CC BY-NC 4.0", "CC-BY-NC-4.0"),
    ],
)
def test_machine_readable_licence(name: str, value: str, spdx: str) -> None:
    found = detect(RightsEvidence(facts=(RightsFact(name, value, "html"),)))
    assert (found.spdx, found.origin) == (spdx, "metadata")


def test_stricter_wins_and_the_other_is_shown() -> None:
    facts = (RightsFact("license", "https://creativecommons.org/licenses/by/4.0/", "html"),)
    found = read("© 2020 Halden Courier. All rights reserved.", facts=facts)
    assert (found.kind, found.conflicts) == ("all_rights_reserved", ("open_licence",))


def test_statement_comes_back_from_json() -> None:
    for notice in (WIRE, "CC BY 4.0", "© 2021 Halden Courier. All rights reserved.", ""):
        found = read(notice)
        assert from_json(to_json(found)) == found


@pytest.mark.parametrize(
    ("notice", "shown"),
    [(WIRE, "≤ 5 %"), ("CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0"), ("© 2021 X. All rights reserved.", "All rights reserved"), ("", "Terms unknown"),
     ("You may quote less than 250 words.", "< 250 words")],
)  # fmt: skip
def test_badge(notice: str, shown: str) -> None:
    assert badge(read(notice)) == shown


def test_summary_tells_duties() -> None:
    assert summary(read(WIRE)) == ("≤ 5 % of the text", "mark as quote", "name the source", "link", "only website")
    assert summary(read("")) == ("Terms unknown",)


def test_media() -> None:
    assert covers_medium(read(WIRE), "website")
    assert not covers_medium(read(WIRE), "print")
    assert covers_medium(read("CC BY 4.0"), "print")
