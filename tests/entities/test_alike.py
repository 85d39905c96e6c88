"""Names that may be one: proposed with a reason, few, and quickly."""

import time

import pytest

from app.entities.alike import RecordName, alike
from app.entities.lexicon import load_lexicon
from app.model.recognition import Kind

PER, ORG, LOC = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def found(*records: RecordName) -> list[tuple[int, int, str]]:
    return [(each.one, each.other, each.reason) for each in alike(records, load_lexicon())]


def pair(kind: Kind, one: str, other: str) -> list[str]:
    return [reason for _, _, reason in found(RecordName(1, kind, one, weight=5), RecordName(2, kind, other))]


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        (PER, "Ingrid Solbakken", "I. Solbakken", "initial"),
        (PER, "Ingrid Solbakken", "Ingrid Marie Solbakken", "more-given-names"),
        (PER, "William Hartley", "Bill Hartley", "nickname"),
        (PER, "Ingrid Solbakken", "Solbakken", "surname-alone"),
        (PER, "Ingrid Solbakken", "Ingrid Solbaken", "spelled-alike"),
        (PER, "Katharina Moser", "Catharina Moser", "spelled-alike"),
        (PER, "Jean-Luc Moreau", "Jean Luc Moreau", "same-letters"),
        (ORG, "Northern Harbour Authority", "NHA", "acronym"),
        (ORG, "Varnsund Shipping Ltd", "Varnsund Shipping", "legal-form"),
        (ORG, "Varnsund Shipping Company of Norway", "Varnsund Shipping", "longer-form"),
        (ORG, "Varnsund Broadcasting Centre", "Varnsund Broadcastng Centre", "spelled-alike"),
        (LOC, "Varnsund-on-Sea", "Varnsund on Sea", "same-letters"),
    ],
)
def test_pair_is_proposed_with_its_reason(kind: Kind, one: str, other: str, reason: str) -> None:
    assert pair(kind, one, other) == [reason]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (PER, "Ingrid Solbakken", "Tomas Solbakken"),
        (PER, "Ingrid Solbakken", "Ingrid Okafor"),
        (ORG, "Varnsund Shipping", "Varnsund Library"),
        (ORG, "European Union", "EU"),
        (ORG, "Northern Harbour Authority", "NHB"),
        (LOC, "North Halden", "South Halden"),
    ],
)
def test_others_are_not(kind: Kind, one: str, other: str) -> None:
    assert pair(kind, one, other) == []


def test_two_letters_are_enough_when_an_article_brings_them_together() -> None:
    assert found(RecordName(1, ORG, "European Union", frozenset({"eu"}), weight=3), RecordName(2, ORG, "EU")) == [
        (1, 2, "acronym")
    ]


def test_surname_of_several_is_left_alone() -> None:
    records = (RecordName(1, PER, "Ingrid Solbakken"), RecordName(2, PER, "Tomas Solbakken"), RecordName(3, PER, "Solbakken"))
    assert found(*records) == []


def test_one_identifier_or_a_typed_name_is_the_best_reason() -> None:
    one = RecordName(
        1, PER, "Ingrid Solbakken", typed=frozenset({"the iron mayor"}), identifiers=frozenset({("wikidata", "Q42")})
    )
    assert found(one, RecordName(2, PER, "I. Solbakken", identifiers=frozenset({("wikidata", "Q42")}))) == [
        (1, 2, "same-identifier")
    ]
    assert found(one, RecordName(2, PER, "The Iron Mayor")) == [(1, 2, "typed-variant")]


def test_ten_thousand_names_take_seconds() -> None:
    given = [
        f"{a}{b}" for a in ("Jo", "Ma", "Ki", "Ta", "Ru") for b in ("han", "ria", "lde", "nja", "ben", "sil", "dor", "mea")
    ]
    letters = "aeioulmnrs"
    surnames = ["B" + "".join(letters[int(digit)] for digit in f"{n:03}") + "sen" for n in range(700)]
    names = [f"{given[n // 700] if n % 7 else given[n // 700][0] + '.'} {surnames[n % 700]}" for n in range(10_000)]
    records = [RecordName(n, PER, name) for n, name in enumerate(names)]
    began = time.process_time()
    assert alike(records, load_lexicon())
    assert time.process_time() - began < 6
