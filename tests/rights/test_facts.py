"""Terms that documents state for machines, and whose word counts."""

import pytest

from app.model.captured import RightsFact
from app.model.rights import RightsStatement
from app.rights import RightsEvidence, detect

BY = "https://creativecommons.org/licenses/by/4.0/"


def read(*facts: tuple[str, str], notice: str = "") -> RightsStatement:
    return detect(RightsEvidence(notice, tuple(RightsFact(name, value, "test") for name, value in facts)))


@pytest.mark.parametrize(
    ("name", "kind", "commercial"),
    [
        ("InC", "all_rights_reserved", None),
        ("InC-OW-EU", "all_rights_reserved", None),
        ("InC-EDU", "all_rights_reserved", None),
        ("InC-NC", "all_rights_reserved", False),
        ("InC-RUU", "all_rights_reserved", None),
        ("NoC-CR", "unknown", None),
        ("NoC-NC", "unknown", False),
        ("NoC-OKLR", "unknown", None),
        ("NoC-US", "public_domain", None),
        ("CNE", "unknown", None),
        ("UND", "unknown", None),
        ("NKC", "unknown", None),
    ],
)
@pytest.mark.parametrize(
    "form", ["http://rightsstatements.org/vocab/{}/1.0/", "https://rightsstatements.org/page/{}/1.0/?language=en"]
)
def test_standardised_statement(form: str, name: str, kind: str, commercial: bool | None) -> None:
    found = read(("rightsstatement", form.format(name)))
    assert (found.kind, found.uri, found.origin) == (kind, f"http://rightsstatements.org/vocab/{name}/1.0/", "metadata")
    assert found.commercial is commercial
    assert found.full_republication is {"all_rights_reserved": False, "public_domain": True}.get(kind)


def test_no_copyright_in_one_country_says_in_which() -> None:
    assert read(("rightsstatement", "http://rightsstatements.org/vocab/NoC-US/1.0/")).jurisdiction == "US"


def test_unsettled_status_takes_a_permission_back() -> None:
    found = read(("rightsstatement", "http://rightsstatements.org/vocab/CNE/1.0/"), ("license", BY))
    assert (found.kind, found.conflicts) == ("unknown", ("open_licence",))


def test_newsml_g2_and_ninjs_usage_terms() -> None:
    found = read(
        ("usage_terms", "Up to 100 words may be quoted with credit to Example Agency. Photographs are not included."),
        ("rights_holder", "Example Agency plc"),
        ("copyright_notice", "(c) 2024 Example Agency plc"),
    )
    assert [(cap.n, cap.unit) for cap in found.caps] == [(100, "words")]
    assert (found.kind, found.name_source, found.source_name, found.excluded) == (
        "quote_cap",
        True,
        "Example Agency",
        ("photos",),
    )
    assert (found.holder, found.year, found.origin) == ("Example Agency plc", 2024, "metadata")


def test_usage_terms_that_reserve_all() -> None:
    found = read(
        ("usage_terms", "Not to be republished without the written permission of the agency."), ("copyright_holder", "Example")
    )
    assert (found.kind, found.permission_beyond, found.holder) == ("all_rights_reserved", True, "Example")


def test_usage_terms_nobody_can_read_are_unknown() -> None:
    found = read(("usage_terms", "Subscribers of package B, embargo lifted."), ("copyright_holder", "Example"))
    assert (found.kind, found.holder) == ("unknown", "Example")


@pytest.mark.parametrize(
    "fact",
    [("robots", "max-snippet:50"), ("robots", "nosnippet"), ("tdm_reservation", "1"), ("tdm_policy", "https://news.example/tdm.json"),
     ("acquire_page", "https://news.example/buy"), ("usage_info", "https://news.example/terms")],
)  # fmt: skip
def test_what_is_meant_for_machines_or_points_elsewhere_is_no_term(fact: tuple[str, str]) -> None:
    assert read(fact) == RightsStatement()


def test_holder_year_and_credit_are_kept_beside_a_notice() -> None:
    found = read(("copyright_holder", "Example News"), ("copyright_year", "2021"), ("credit_text", "Example News / A. Writer"),
                 notice="You may quote up to 50 words of the article.")  # fmt: skip
    assert (found.kind, found.holder, found.year, found.credit_text) == (
        "quote_cap",
        "Example News",
        2021,
        "Example News / A. Writer",
    )


def test_attribution_name_is_the_credit() -> None:
    assert read(("rel_license", BY), ("attribution_name", "Example News")).credit_text == "Example News"


@pytest.mark.parametrize(
    ("first", "second", "spdx", "other"),
    [("by", "by-nc-nd", "CC-BY-NC-ND-4.0", "CC-BY-4.0"), ("by-nc", "by-sa", "CC-BY-NC-4.0", "CC-BY-SA-4.0"), ("by-nd", "by", "CC-BY-ND-4.0", "CC-BY-4.0")],
)  # fmt: skip
def test_stricter_licence_wins_in_any_order(first: str, second: str, spdx: str, other: str) -> None:
    addresses = [f"https://creativecommons.org/licenses/{parts}/4.0/" for parts in (first, second)]
    for one, two in (addresses, addresses[::-1]):
        found = read(("license", one), ("rel_license", two))
        assert (found.spdx, found.conflicts) == (spdx, (other,))
        found = read(("license", one), notice=f"This article is licensed under {two}")
        assert (found.spdx, found.conflicts) == (spdx, (other,))


def test_the_more_exact_licence_is_no_conflict() -> None:
    found = read(("license", BY), notice="This article is under a Creative Commons Attribution licence.")
    assert (found.spdx, found.conflicts) == ("CC-BY-4.0", ())


def test_limits_of_both_bind_and_the_looser_is_named() -> None:
    found = read(("usage_terms", "Up to 100 words may be quoted."), notice="You may quote up to 50 words of the article.")
    assert {cap.n for cap in found.caps} == {50, 100}
    assert found.conflicts == ("100 words",)


def test_a_limit_is_stricter_than_a_licence() -> None:
    found = read(("license", BY), notice="You may quote up to 50 words of the article.")
    assert (found.kind, found.conflicts) == ("quote_cap", ("open_licence",))


def test_an_address_within_prose_is_read_with_the_prose() -> None:
    found = read(("usage_terms", "Texts are under CC BY-NC 4.0. Photographs are excluded. Credit Example News."))
    assert (found.spdx, found.excluded, found.source_name) == ("CC-BY-NC-4.0", ("photos",), "Example News")
