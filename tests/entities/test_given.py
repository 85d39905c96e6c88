"""Names that are given: the longest counts, a word inside a longer name is left to it, thousands cost no more than a few."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.entities import GivenNames, KnownName
from app.entities.candidates import Candidate
from app.entities.tokens import tokenise
from app.model.recognition import Kind

PER, ORG, LOC = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def spans(text: str, *names: str) -> list[tuple[str, str]]:
    return [(span.of(text), name) for span, name in GivenNames([KnownName(name, ORG) for name in names]).spans(text)]


def test_longest_name_counts_wherever_it_is_printed() -> None:
    assert spans("Blue Heron met Blue Heron Lines.", "Blue Heron", "Blue Heron Lines") == [
        ("Blue Heron", "Blue Heron"), ("Blue Heron Lines", "Blue Heron Lines"),
    ]  # fmt: skip
    assert spans("North Blue Heron Lines", "North Blue", "Blue Heron Lines") == [("Blue Heron Lines", "Blue Heron Lines")]


def test_case_and_marks_make_no_difference_but_a_small_letter_begins_no_name() -> None:
    assert spans("MÜLLERS HOF, Mullers Hof, müllers hof", "Müllers Hof") == [
        ("MÜLLERS HOF", "Müllers Hof"),
        ("Mullers Hof", "Müllers Hof"),
    ]


def found(text: str, known: list[KnownName], *taken: tuple[int, int]) -> list[tuple[int, int, str]]:
    candidates = [Candidate(0, first, last, PER, "model", 0.9) for first, last in taken]
    return [(c.first, c.last, c.how) for c in GivenNames(known).candidates((tokenise(text),), candidates)]


def test_one_word_is_left_to_a_longer_name_around_it() -> None:
    assert found("Paris Hilton in Paris", [KnownName("Paris", LOC)], (0, 2), (3, 4)) == [(0, 2, "model"), (3, 4, "known")]


def test_several_words_stand_against_what_was_found() -> None:
    assert found("Old Blue Heron Lines", [KnownName("Blue Heron", ORG)], (0, 3)) == [(1, 3, "known")]


def test_what_a_person_confirmed_comes_before_what_a_document_states() -> None:
    names = GivenNames([KnownName("Blue Heron", ORG)]).with_stated([("Blue Heron", PER), ("Grey Heron", PER)])
    candidates = names.candidates((tokenise("Blue Heron, Grey Heron"),), ())
    assert [(c.kind, c.how) for c in candidates] == [(ORG, "known"), (PER, "stated")]


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_any_text_and_any_names(text: str, names: list[str]) -> None:
    for span, name in GivenNames([KnownName(name, ORG) for name in names]).spans(text):
        assert span.of(text)
        assert name in names


def test_thousands_of_names_cost_no_more_than_a_few() -> None:
    names = GivenNames(
        [KnownName(f"Blue Heron {n}", ORG) for n in range(20)] + [KnownName(f"Name{n} Other", PER) for n in range(50_000)]
    )
    text = "The Blue Heron 7 met Name123 Other at the quay. " * 500
    began = time.process_time()
    assert len(names.spans(text)) == 1000
    assert time.process_time() - began < 2
