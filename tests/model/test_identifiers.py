"""Identifiers of records: bare out of any address, and refused when form or check digit is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import UsageError
from app.model.identifiers import SCHEMES, bare_identifier, identifier_address, scheme_of


@pytest.mark.parametrize(
    ("scheme", "text", "bare"),
    [
        ("wikidata", "q42", "Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42#sitelinks", "Q42"),
        ("wikidata", "http://m.wikidata.org/entity/Q42", "Q42"),
        ("viaf", "https://viaf.org/viaf/113230702/", "113230702"),
        ("gnd", "118540238", "118540238"),
        ("gnd", "https://d-nb.info/gnd/4005728-8", "4005728-8"),
        ("gnd", "4127793-4", "4127793-4"),
        ("lcnaf", "n 79-21164", "n79021164"),
        ("lcnaf", "http://id.loc.gov/authorities/names/n79021164.html", "n79021164"),
        ("lcnaf", "https://lccn.loc.gov/no2003012345", "no2003012345"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"),
        ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
        ("isni", "ISNI 0000-0001-2103-2683", "0000000121032683"),
        ("isni", "  ", ""),
    ],
)
def test_bare_identifier(scheme: str, text: str, bare: str) -> None:
    assert bare_identifier(scheme, text) == bare


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("wikidata", "P42"), ("wikidata", "Q0"), ("wikidata", "Q42; DROP"), ("wikidata", "https://example.org/Q42"), ("viaf", "12a"),
        ("viaf", "0"), ("gnd", "118540239"), ("gnd", "4005728-7"), ("gnd", "1185402380"), ("lcnaf", "79021164"), ("lcnaf", "sh85001234"),
        ("lcnaf", "n7902116"), ("isni", "0000000121032684"), ("isni", "000000012103268"), ("isni", "٠٠٠٠000121032683"),
    ],
)  # fmt: skip
def test_malformed_one_is_refused_with_an_example(scheme: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        bare_identifier(scheme, text)
    assert caught.value.code == "identifier-malformed"
    assert bare_identifier(scheme, str(caught.value.params["example"])) == caught.value.params["example"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_address_leads_back(scheme: str) -> None:
    example = SCHEMES[scheme].example
    assert scheme_of(identifier_address(scheme, example)) == (scheme, example)
    assert bare_identifier(scheme, identifier_address(scheme, example)) == example


def test_other_addresses_are_of_no_scheme() -> None:
    assert scheme_of("https://example.org/Q42") is None
    assert scheme_of("https://viaf.org/viaf/search") is None


@given(st.text(max_size=60))
def test_any_text_is_an_identifier_or_refused(text: str) -> None:
    for scheme in SCHEMES:
        try:
            bare = bare_identifier(scheme, text)
        except UsageError:
            continue
        assert bare == "" or bare_identifier(scheme, bare) == bare
