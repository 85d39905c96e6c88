"""Sentences: marks that end them and stops that do not, in the languages that are read."""

from itertools import pairwise

import pytest

from app.rights.sentences import paragraph_ends, sentence_ends


def cut(text: str) -> list[str]:
    places = [0, *sentence_ends(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. President met Dr. Ada Holt in St. Petersburg.",
        "J. R. Holt, George W. Bush and J.-P. Okafor spoke.",
        "It grew by 1.5 percent, e.g. in No. 5 and Fig. 3.",
        "At 5 p.m. on Monday it rose, i.e. by approx. 3 points.",
        "Das gilt z. B. für Bremen, d. h. bzw. ca. 5 Orte.",
        "Das gilt z. B. Berlin und u. a. Hamburg.",
        "Am 4. März 2022 kam Prof. Holt.",
        "M. Holt et Mme. Berg parlent, p. ex. à Paris.",
        "El Sr. Holt vio el art. 5, p.ej. ayer.",
        "“Stop!” he said, and “Why?” she asked.",
        "Он видел, т. е. понял, и т. д. далее.",
        "We waited … and left.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He lives in the U.S. The house is old.", 2),
        ("She saw Plan B. It failed.", 2),
        ("It closes at 5 p.m. Police came.", 2),
        ("He brought bread, cheese, etc. Nobody ate.", 2),
        ("“Stop!” She left. (He stayed.) Then… Nothing.", 5),
        ("Es war 1990. Danach kam er.", 2),
        ("Is it? Yes! No.", 3),
        ("第一句。第二句！第三句？「好。」他说。", 5),
        ("Τι είναι; Δεν ξέρω. Ναι.", 3),
        ("ข่าววันนี้ ข่าวพรุ่งนี้", 2),
        ("यह पहला है। यह दूसरा है।", 2),
        ("ما هذا؟ لا أعرف.", 2),
        ("One\nTwo\n\n— — —\nThree", 3),
        ("Wait... What?! Now.", 3),
        ("* * * One. * * *", 1),
        ("…", 1),
    ],
)
def test_sentences_are_cut_apart(text: str, sentences: int) -> None:
    assert len(cut(text)) == sentences


def test_paragraphs_hold_words() -> None:
    assert list(paragraph_ends("\n\nOne\r\n\r\nTwo\n***\n")) == [9]


def test_ends_are_in_order() -> None:
    ends = list(sentence_ends("One. Two. Three. " * 50))
    assert ends == sorted(set(ends))
    assert len(ends) == 149
