"""Patterns of phrases."""

import pytest

from app.base.phrases import phrases


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("no more than", "No  more than five", "No  more than"),
        ("repro*", "the reproduction of", "reproduction"),
        ("*texte", "Die Pressetexte sind frei", "Pressetexte"),
        ("may|can quote", "you can quote it", "can quote"),
        ("rights ~ author", "rights remain with the author", "rights remain with the author"),
        ("rights ~2 author", "rights remain with the author", None),
        ("to the_author|authors", "to the author and to authors", "to the author"),
        ("to the_author|authors", "to authors", "to authors"),
        ("l'auteur", "de l’auteur", "l’auteur"),
        ("quote", "quotes", None),
        ("", "anything", None),
    ],
)
def test_phrase(phrase: str, text: str, found: str | None) -> None:
    match = phrases([phrase] if phrase else []).search(text)
    assert (match[0] if match else None) == found


def test_the_longest_phrase_is_found() -> None:
    match = phrases(["credit|crediting|credits", "credit is given to"]).search("credit is given to us")
    assert match is not None
    assert match[0] == "credit is given to"
