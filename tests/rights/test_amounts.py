"""Numbers in figures, words and fractions."""

from fractions import Fraction

import pytest

from app.rights import RightsEvidence, detect


@pytest.mark.parametrize(
    ("notice", "n", "unit"),
    [
        ("You may quote up to three hundred and fifty words of an article.", 350, "words"),
        ("No more than twenty-one per cent of the article may be quoted.", 21, "percent"),
        ("At most two thousand five hundred characters of the text may be quoted.", 2500, "chars"),
        ("Es dürfen höchstens dreihundertfünfzig Wörter zitiert werden.", 350, "words"),
        ("Höchstens fünfundachtzig Wörter dürfen zitiert werden.", 85, "words"),
        ("On peut citer au maximum trois cents mots de l'article.", 300, "words"),
        ("Можно цитировать не более трёхсот пятидесяти слов статьи.", 350, "words"),
        ("At most ½ of the article may be quoted.", 50, "percent"),
        ("At most 1/20 of the article may be quoted.", 5, "percent"),
        ("At most 2½ % of the article may be quoted.", Fraction(5, 2), "percent"),
        ("Höchstens 2,5 % des Textes dürfen zitiert werden.", Fraction(5, 2), "percent"),
        ("Se puede citar hasta la quinta parte del texto.", 20, "percent"),
        ("Puede reproducir los dos primeros párrafos de la noticia.", 2, "paragraphs"),
        ("Se permite citar hasta un 15 % del texto.", 15, "percent"),
        ("You may quote 1 200 characters of the article.", 1200, "chars"),
    ],
)
def test_amount(notice: str, n: int | Fraction, unit: str) -> None:
    (cap,) = detect(RightsEvidence(notice)).caps
    assert (cap.n, cap.unit) == (n, unit)


def test_dates_and_pages_are_no_fractions() -> None:
    assert detect(RightsEvidence("You may quote from articles up to 3/12/2024 with a link.")).caps == ()


@pytest.mark.parametrize(
    ("language", "notice", "n"),
    [
        ("en", "The first paragraph of an article may be reprinted with a link.", 1),
        ("en", "Both opening paragraphs may be republished.", 2),
        ("de", "Die Übernahme der ersten beiden Absätze ist frei, sofern darunter auf den Beitrag verlinkt wird.", 2),
        ("fr", "Le premier paragraphe peut être repris avec un lien.", 1),
        ("es", "El primer párrafo puede reproducirse.", 1),
        ("ru", "Первый абзац можно перепечатать.", 1),
    ],
)
def test_leave_for_a_paragraph_is_none_for_the_whole(language: str, notice: str, n: int) -> None:
    found = detect(RightsEvidence(notice, language=language))
    assert [(cap.n, cap.unit, cap.position) for cap in found.caps] == [(n, "paragraphs", "leading")]
    assert (found.full_republication, found.link_position) == (None, None)


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "Articles may be republished with a link in the first paragraph."),
        ("de", "Artikel dürfen nachgedruckt werden, wenn im ersten Absatz ein Link steht."),
        ("fr", "Les articles peuvent être repris avec un lien dans le premier paragraphe."),
        ("ru", "Тексты можно перепечатывать со ссылкой в первом абзаце."),
    ],
)
def test_paragraph_of_the_link_is_no_limit(language: str, notice: str) -> None:
    found = detect(RightsEvidence(notice, language=language))
    assert (found.kind, found.caps, found.link_position) == ("republish", (), "first_paragraph")
