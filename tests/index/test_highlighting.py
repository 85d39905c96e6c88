"""Hits in texts are those of a plain reading, however the words are written; a snippet is the sentence around one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.spans import Span, union
from app.base.text import fold
from app.index.analysis import stem, words
from app.index.highlighting import Matched, highlight, snippets
from app.index.parsing import parse
from app.index.searching import matched_leaves

PIECES = st.sampled_from(
    ["crane", "Crane's", "cranes", "CRÂNE", "l'crane", "“crane”", "crane’s", "crane-crab", "crab", "Crabbe", "'", "’", "U.S.", "über", "ÜBER", "新闻报道",
     "uber", "a", "\n", ".", "!", " ", "- ", "'crane", "ﬁsh", "fish", "x1"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)


def matched(query: str) -> Matched:
    return Matched(matched_leaves(parse(query), typing=False))


@given(
    text=TEXTS,
    wanted=st.sampled_from(["crane", "crab", "über", "fish", "'crane", "新闻", "x1"]),
    language=st.sampled_from(["", "en"]),
)
def test_words_as_written_beginnings_and_inflected_forms_are_those_of_a_plain_reading(
    text: str, wanted: str, language: str
) -> None:
    standing, terms = list(words(text)), [word.term for word in words(wanted)]
    stems = {stem(term, "en") for term in terms}
    plain = {
        f'"{wanted}"': lambda term: term in terms,
        f"{wanted}*": lambda term: term.startswith(fold(wanted)),
        wanted: lambda term: term in terms or (language == "en" and stem(term, "en") in stems),
        f'{wanted}* OR "crab"': lambda term: term == "crab" or term.startswith(fold(wanted)),
    }
    for query, means in plain.items():
        if len(terms) == 1:
            expected = union(Span(word.start, word.end) for word in standing if means(word.term))
            assert highlight(matched(query), text, language=language) == expected, query


@given(text=TEXTS)
def test_phrases_are_those_of_a_plain_reading(text: str) -> None:
    standing = list(words(text))
    for first, second in (("crane", "crane"), ("crane", "crab"), ("uber", "crane's")):
        expected = [
            Span(a.start, b.end)
            for a, b in pairwise(standing)
            if [a.term, b.term] == [w.term for w in words(f"{first} {second}")]
        ]
        assert highlight(matched(f'"{first} {second}"'), text) == union(expected)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Before it. The needle lies here. After it.", "The needle lies here."), ("No end the needle lies here", "No end the needle lies here"),
        ("A line\nthe needle\n\nanother", "the needle"), ("A line.\n\n\nthe needle\nanother", "the needle"), ("At 3.5 metres the needle, e.g. here. Next", "At 3.5 metres the needle, e.g. here."),
        ("“What?” the needle asked.\n“Ça” was all.", "“What?” the needle asked."), ("Ende! Ärger needle… 12 more", "Ärger needle…"), ("Stop.  \n The needle.", "The needle."),
    ],
)  # fmt: skip
def test_snippet_is_the_sentence_around_a_hit(text: str, sentence: str) -> None:
    (found,) = snippets(matched('"needle"'), text)
    assert found.text.strip() == sentence
    assert [span.of(found.text) for span in found.spans] == ["needle"]
