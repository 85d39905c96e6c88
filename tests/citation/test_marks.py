"""Quotation marks: of each language, and speech inside speech whatever marks the article prints."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citation.marks import MARKS, marks_of, nest, nested
from app.citation.speech import marks_in


@pytest.mark.parametrize("language", sorted(MARKS))
def test_every_language_marks_a_plain_passage(language: str) -> None:
    marks = MARKS[language]
    marked = nest("word", language)
    assert marked == f"{marks.opening}{marks.space}word{marks.space}{marks.closing}"


@pytest.mark.parametrize("language", sorted(MARKS))
def test_speech_in_a_passage_has_the_inner_marks(language: str) -> None:
    marks = MARKS[language]
    outer, inner = marks.at(0), marks.at(1)
    assert nest("he said “yes”", language) == f"{outer[0]}he said {inner[0]}yes{inner[1]}{outer[1]}"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en-US", "“a ‘b’”"), ("en-GB", "‘a “b”’"), ("de-AT", "„a ‚b‘“"), ("de-CH", "«a ‹b›»"), ("fr", "«\u202fa “b”\u202f»"),
        ("fr-CH", "«\u202fa ‹b›\u202f»"), ("it", "«a “b”»"), ("it-CH", "«a ‹b›»"), ("es", "«a “b”»"), ("es-MX", "“a ‘b’”"), ("pt", "«a “b”»"),
        ("pt-BR", "“a ‘b’”"), ("nl", "‘a “b”’"), ("pl", "„a «b»”"), ("ro", "„a «b»”"), ("hu", "„a »b«”"), ("cs", "„a ‚b‘“"), ("hr", "„a ‘b’”"),
        ("ru", "«a „b“»"), ("uk", "«a „b“»"), ("el", "«a “b”»"), ("tr", "“a ‘b’”"), ("he", "”a ’b’”"), ("ar", "«a ”b“»"), ("fa", "«a ‹b›»"),
        ("sv", "”a ’b’”"), ("fi", "”a ’b’”"), ("da", "»a ›b‹«"), ("nb-NO", "«a ‘b’»"), ("ja", "「a 『b』」"), ("zh", "“a ‘b’”"), ("zh_TW", "「a 『b』」"),
        ("zh-Hant-HK", "「a 『b』」"), ("ko", "“a ‘b’”"), ("sw", "“a ‘b’”"),
    ],
)  # fmt: skip
def test_marks_of_languages(language: str, marked: str) -> None:
    assert nest("a “b”", language) == marked


@pytest.mark.parametrize(
    ("passage", "language", "marked"),
    [
        ("the ’90s and rock ’n’ roll", "en", "“the ’90s and rock ’n’ roll”"),
        ("‘Stop,’ he said. ‘Don’t go.’", "en-GB", "‘“Stop,” he said. “Don’t go.”’"),
        ("‘the boys’ room’ it was", "de", "„‚the boys’ room‘ it was“"),
        ("the dogs’ bone", "en-GB", "‘the dogs’ bone’"),
        ("„Wie geht’s?“, fragte er", "en", "“‘Wie geht’s?’, fragte er”"),
        ("„Ich hab’s“, sagte er", "de", "„‚Ich hab’s‘, sagte er“"),
        ("Ende der Rede“, sagte er", "fr", "«\u202f“Ende der Rede”, sagte er\u202f»"),
        ("« A » et «\u00a0B\u00a0»", "en", "“‘A’ et ‘B’”"),
        ("»Nej,« sagde han", "en", "“‘Nej,’ sagde han”"),
        ("slut,« sagde han", "en", "“‘slut,’ sagde han”"),
        ('He said: "It was 1990" and left', "en", "“He said: ‘It was 1990’ and left”"),
        ('"he is 5\'10" tall" she said', "en", "“‘he is 5'10\" tall’ she said”"),
        ('A 5" and a 6" pipe', "en", '“A 5" and a 6" pipe”'),
        ("”Ja”, sa hon", "de", "„‚Ja‘, sa hon“"),
        ("“He told me ‘no’ twice”", "de", "„‚He told me „no“ twice‘“"),
        ("told me ‘no’ twice,” she said", "en", "“‘told me “no” twice,’ she said”"),
        ("‘tis “x”", "en", "“‘tis ‘x’”"),
        ("end,’ he said", "en", "“‘end,’ he said”"),
        ("「はい」と言った", "ja", "「『はい』と言った」"),
        ("“a “b” c”", "en", "“‘a “b” c’”"),
        ("“First part. “Second part.” he said", "en", "“‘First part. ‘Second part.’ he said”"),
        ("said: “First part.\n“Second", "de", "„said: ‚First part.\n‚Second‘“"),
        ("“He said. “Yes.” And left.”", "en", "“‘He said. “Yes.” And left.’”"),
        ("L’eau d’ici", "fr", "«\u202fL’eau d’ici\u202f»"),
        ("'Yes', he said, 'it's so'", "en-GB", "‘“Yes”, he said, “it's so”’"),
        ("„A »B« C“", "en", "“‘A “B” C’”"),
        ("she said: “He said: ‘No", "en", "“she said: ‘He said: “No”’”"),
        ("„Polish” word", "en", "“‘Polish’ word”"),
        ("«Он сказал: „да“»", "en", "“‘Он сказал: “да”’”"),
    ],
)
def test_speech_inside_a_passage(passage: str, language: str, marked: str) -> None:
    assert nest(passage, language) == marked


@pytest.mark.parametrize("language", sorted(MARKS))
@given(words=st.lists(st.sampled_from(["one", "two,", "don’t", "three."]), min_size=1, max_size=6), cut=st.integers(0, 5))
def test_speech_that_is_cut_anywhere_is_whole_again(language: str, words: list[str], cut: int) -> None:
    """Marks that open and those that close are as many, where the language tells them apart."""
    text = " ".join(["he", "said", "“" + words[0], *words[1:], "end”", "yes"])
    passage = " ".join(text.split()[cut:])
    marked, marks = nest(passage, language), marks_of(language)
    if marks.inner_opening != marks.inner_closing and "’" not in (marks.inner_opening, marks.inner_closing, marks.closing):
        assert marked.count(marks.inner_opening) == marked.count(marks.inner_closing)
        assert marked.count(marks.opening) == marked.count(marks.closing) == 1


@given(st.text("ab1 “”„‚‘’«»‹›\"'「」.,\u00a0", max_size=40), st.sampled_from(sorted(MARKS)))
def test_words_between_the_marks_stay(text: str, language: str) -> None:
    def bare(passage: str) -> str:
        return re.sub("[^ab1.,]", "", passage)

    assert bare(nest(text, language)) == bare(text)
    found = marks_in(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_headline_between_marks_has_none_of_its_own_around() -> None:
    assert nested("Keeper: “We lit it”", "en") == "Keeper: ‘We lit it’"
