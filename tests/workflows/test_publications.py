"""Places where the user publishes: their names, their language, and which names are one."""

import pytest

from app.base.errors import UsageError
from app.base.spans import Span
from app.messages import sentence_of
from app.workflows.library import Library
from app.workflows.publications import PublicationView, describe_publication, known_publication, publications
from app.workflows.quote import hand_out
from app.workflows.quoting import QuoteRequest


@pytest.mark.parametrize("name", ["The Paper", "  the\u00a0paper ", "THE\nPAPER", "the \u202epaper", "Thé Paper"])
def test_names_that_differ_in_case_and_spacing_are_one_publication(library: Library, name: str) -> None:
    describe_publication(library, PublicationView("The Paper", "print"))
    assert describe_publication(library, PublicationView(name, "print", commercial=True)).name == "The Paper"
    assert [each.name for each in publications(library)] == ["The Paper"]
    assert known_publication(library, name).commercial


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "publication-missing"), (" \u200b\n", "publication-missing"), ("\u0301", "publication-missing"), ("x" * 201, "publication-name-long"),
        ("The\x07Paper", "publication-name-unfit"), ("\ud800", "publication-name-unfit"),
    ],
)  # fmt: skip
def test_name_that_is_none_is_refused_wherever_it_is_given(library: Library, name: str, code: str) -> None:
    for give in (
        lambda: describe_publication(library, PublicationView(name)),
        lambda: hand_out(library, QuoteRequest(1, (Span(0, 10),), name, reason="r")),
    ):
        with pytest.raises(UsageError) as caught:
            give()
        assert caught.value.code == code
        assert "\x07" not in sentence_of(caught.value)
    assert publications(library) == ()


def test_longest_name_is_kept(library: Library) -> None:
    assert describe_publication(library, PublicationView(" " + "x" * 200)).name == "x" * 200


@pytest.mark.parametrize(("given", "kept"), [("de_ch", "de-CH"), ("EN", "en"), ("sw", "sw"), ("", None), (None, None)])
def test_language_is_a_tag(library: Library, given: str | None, kept: str | None) -> None:
    assert describe_publication(library, PublicationView("P", language=given)).language == kept


@pytest.mark.parametrize("given", ["german", "12", "e", "en us", "<b>"])
def test_language_that_is_no_tag_is_refused(library: Library, given: str) -> None:
    with pytest.raises(UsageError) as caught:
        describe_publication(library, PublicationView("P", language=given))
    assert sentence_of(caught.value) == f"“{given}” is no code of a language. Give one such as en, de-CH or pt-BR."
    assert publications(library) == ()
