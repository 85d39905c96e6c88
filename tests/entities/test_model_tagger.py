"""What the trained tagger must get right whatever it has learnt."""

import pytest

from app.entities import load_recogniser
from app.entities.datelines import datelines
from app.entities.model_tagger import _off_dashes, names_in
from app.entities.tokens import tokenise
from app.model.captured import SourceText
from app.model.recognition import Kind


def found(body: str, **more: str) -> set[tuple[str, str]]:
    return {(m.surface, m.kind.value) for m in load_recogniser().recognise(SourceText(body=body, **more)).mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LAHORE, Pakistan (Northbridge Wire) - A man", [("LAHORE", "place"), ("Pakistan", "place"), ("Northbridge Wire", "organisation")]),
        ("By Mira Landgrebe\n\nVARNSUND, March 2 (Two Seas) — A man", [("VARNSUND", "place"), ("Two Seas", "organisation")]),
        ("The bank (Acme) - once of Varnsund - is closed.", []),
        ("A man (Two Seas) - walked.", []),
    ],
)  # fmt: skip
def test_datelines_name_places_and_an_agency(text: str, expected: list[tuple[str, str]]) -> None:
    tokens = tokenise(text)
    assert [(tokens.surface(c.first, c.last), c.kind.value if c.kind else "") for c in datelines(0, tokens)] == expected


def test_labels_become_names() -> None:
    labels = ["B-PER", "I-PER", "O", "B-ORG", "B-ORG", "I-LOC", "O", "I-PER"]
    assert list(names_in(labels)) == [
        (0, 2, Kind.PERSON), (3, 4, Kind.ORGANISATION), (4, 5, Kind.ORGANISATION), (5, 6, Kind.PLACE), (7, 8, Kind.PERSON),
    ]  # fmt: skip


def test_a_name_begins_behind_a_dash() -> None:
    found = _off_dashes([(0, 1, Kind.ORGANISATION), (1, 3, Kind.PERSON), (4, 5, Kind.PLACE)], ["WIRE", "-", "Anna", "met", "–"])
    assert list(found) == [(0, 1, Kind.ORGANISATION), (2, 3, Kind.PERSON)]


def test_a_person_ends_before_of_and_begins_behind_offices() -> None:
    body = "The farmer, in this case, may be Sotir Liakos of Nemora. President Sotir Liakos denied it, Liakos said."
    assert ("Sotir Liakos", "person") in found(body)
    assert not any("President" in surface or " of " in surface for surface, _ in found(body))


def test_an_invented_agency_report() -> None:
    body = (
        "VARNSUND, Norway, May 3 (Two Seas) - Halvorsen Marine Ltd, the shipbuilder, said on Tuesday it would close its yard in "
        "Isfri, with the loss of 300 jobs. Halvorsen’s chief executive, Tomas Okafor, blamed the Ministry of Fisheries. The union "
        "Havn og Verft (HV) called a strike. “Nobody asked us,” HV’s leader Sigrid Haug said."
    )
    assert found(body) >= {
        ("Halvorsen Marine Ltd", "organisation"), ("Tomas Okafor", "person"), ("Sigrid Haug", "person"), ("VARNSUND", "place"),
        ("Isfri", "place"), ("Norway", "place"), ("Ministry of Fisheries", "organisation"), ("Two Seas", "organisation"),
    }  # fmt: skip


def test_the_stop_of_a_sentence_is_no_part_of_a_name() -> None:
    names = found(
        "The yard belongs to Halvorsen Marine Ltd. It was sold by Northbridge Bank Inc. to Tomas Okafor Jr.\nHe paid."
    )
    assert ("Halvorsen Marine Ltd", "organisation") in names
    assert ("Northbridge Bank Inc.", "organisation") in names
    assert ("Tomas Okafor Jr", "person") in names


def test_a_name_goes_on_behind_a_hyphen() -> None:
    names = found(
        "Bakari Onyango-Were, a clerk in Carrick-on-Shannon, took the Berlin-Hamburg train. “It was late,” Onyango-Were said."
    )
    assert ("Bakari Onyango-Were", "person") in names
    assert ("Carrick-on-Shannon", "place") in names
    assert not any("Berlin-Hamburg" in surface for surface, _ in names)
