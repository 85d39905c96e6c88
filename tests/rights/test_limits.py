"""Limits for media and purposes, refused and uncountable amounts, "less than" and "or more", in many languages."""

from fractions import Fraction

import pytest

from app.model.rights import RightsStatement
from app.rights import RightsEvidence, badge, detect, from_json, to_json


def read(notice: str, language: str | None = None) -> RightsStatement:
    return detect(RightsEvidence(notice, language=language))


@pytest.mark.parametrize(
    ("language", "notice", "limits"),
    [
        ("en", "You may quote up to 100 words online and 250 in print.", [(100, "website"), (250, "print")]),
        ("en", "In print up to 50 words may be quoted, on the web 20 words.", [(50, "print"), (20, "website")]),
        ("en", "Quotations: in print at most 50 words, web 20.", [(50, "print"), (20, "website")]),
        ("en", "Online you may quote up to 80 words. In print you may quote up to 40 words.", [(80, "website"), (40, "print")]),
        ("de", "Online dürfen bis zu 100 Wörter zitiert werden, in gedruckten Medien 250.", [(100, "website"), (250, "print")]),
        ("de", "Zitate: gedruckt höchstens 50 Wörter, im Internet höchstens 20 Wörter.", [(50, "print"), (20, "website")]),
        ("fr", "Vous pouvez citer 50 mots dans la presse imprimée et 20 mots en ligne.", [(50, "print"), (20, "website")]),
        ("es", "Se pueden citar 70 palabras en línea y 200 palabras en prensa impresa.", [(70, "website"), (200, "print")]),
        ("ru", "В интернете можно цитировать до 100 слов, в печатных изданиях до 50 слов.", [(100, "website"), (50, "print")]),
        ("zh", "网站可引用100字，报纸可引用250字。", [(100, "website"), (250, "print")]),
        ("ja", "オンラインでは100字以内、印刷物では250字以内の引用ができます。", [(100, "website"), (250, "print")]),
        ("en", "On websites and in print you may quote up to 100 words or 5 % of an article.", [(100, None), (5, None)]),
        ("en", "You may quote up to 100 words in print and online, at most 250 in total.", [(100, None)]),
    ],
)
def test_each_medium_keeps_its_limit(language: str, notice: str, limits: list[tuple[int, str | None]]) -> None:
    found = read(notice, language)
    assert [(cap.n, cap.media) for cap in found.caps] == limits
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "You may not quote 50 words or more."),
        ("en", "Quotations of 50 words or more need our permission."),
        ("en", "You may quote fewer than 50 words."),
        ("de", "Ab 50 Wörtern ist für Zitate eine Genehmigung erforderlich."),
        ("de", "Zitate von weniger als 50 Wörtern sind gestattet."),
        ("fr", "Les extraits de 50 mots et plus doivent faire l'objet d'une autorisation écrite."),
        ("fr", "On peut citer moins de 50 mots."),
        ("es", "No se pueden citar 50 palabras o más de un mismo artículo."),
        ("it", "È permesso citare meno di 50 parole."),
        ("pt", "É permitido citar menos de 50 palavras."),
        ("nl", "Citaten van vijftig woorden of meer zijn niet toegestaan."),
        ("pl", "Można cytować mniej niż 50 słów."),
        ("ru", "Нельзя цитировать 50 слов и более."),
        ("uk", "Можна цитувати менше 50 слів."),
        ("sv", "Citat på 50 ord eller fler kräver vårt tillstånd."),
        ("cs", "Citovat lze méně než 50 slov."),
        ("sk", "Citovať možno menej ako 50 slov."),
        ("bg", "Разрешено е цитиране на по-малко от 50 думи."),
        ("hr", "Dopušteno je citirati manje od 50 riječi."),
        ("sr", "Дозвољено је цитирати мање од 50 речи."),
        ("sl", "Dovoljeno je citirati manj kot 50 besed."),
        ("lv", "Atļauts citēt mazāk par 50 vārdiem."),
        ("lt", "Leidžiama cituoti mažiau nei 50 žodžių."),
        ("et", "Lubatud on tsiteerida vähem kui 50 sõna."),
        ("he", "ניתן לצטט פחות מ-50 מילים."),
        ("ar", "يجوز اقتباس أقل من 50 كلمة."),
    ],
)
def test_the_amount_itself_is_too_much(language: str, notice: str) -> None:
    (cap,) = read(notice, language).caps
    assert (cap.n, cap.unit, cap.op) == (50, "words", "lt")


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("ja", "50字未満の引用は自由です。"), ("ja", "50字以上の引用は禁止します。"), ("zh", "可以引用少于50字的内容。"),
        ("ko", "50자 미만의 인용은 허용됩니다."), ("ko", "50자 이상 인용은 금지합니다."),
    ],
)  # fmt: skip
def test_signs_below_a_number(language: str, notice: str) -> None:
    (cap,) = read(notice, language).caps
    assert (cap.n, cap.unit, cap.op) == (50, "chars", "lt")


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "Quoting up to 50 words is not permitted."),
        ("en", "You may not quote up to 50 words."),
        ("de", "Zitieren bis 50 Wörter ist nicht gestattet."),
        ("fr", "Il est interdit de citer jusqu'à 50 mots."),
        ("es", "No se permite citar hasta 50 palabras."),
        ("it", "Non è consentito citare fino a 50 parole."),
        ("pt", "As citações até 50 palavras não são permitidas."),
        ("nl", "Citeren tot 50 woorden is niet toegestaan."),
        ("pl", "Cytowanie do 50 słów jest niedozwolone."),
        ("ru", "Цитирование до 50 слов не допускается."),
        ("ja", "50字までの引用は認められません。"),
        ("zh", "不允许引用50字以内的内容。"),
        ("ko", "50자 이내의 인용은 허용되지 않습니다."),
    ],
)
def test_refused_amount_is_no_limit(language: str, notice: str) -> None:
    found = read(notice, language)
    assert (found.kind, found.caps) == ("all_rights_reserved", ())


@pytest.mark.parametrize(
    "notice",
    [
        "You may quote up to 50 words and may not alter the text.",
        "Quotations: max 50 words, reproduction in full prohibited.",
        "Reproduction is prohibited, except quotations of up to 50 words.",
        "You may not quote more than 50 words.",
        "More than 50 words may not be quoted.",
        "Excerpts may not exceed 50 words.",
    ],
)
def test_refusal_of_something_else_leaves_the_limit(notice: str) -> None:
    (cap,) = read(notice).caps
    assert (cap.n, cap.op) == (50, "le")


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "You may quote one page."),
        ("en", "You may quote a handful of lines from our articles."),
        ("en", "You may quote a short paragraph."),
        ("en", "You may quote several sentences."),
        ("en", "You may quote half a page from each report."),
        ("de", "Eine halbe Seite darf zitiert werden."),
        ("de", "Sie dürfen eine Seite zitieren."),
        ("de", "Sie dürfen einen kurzen Absatz zitieren."),
        ("de", "Ein paar Zeilen dürfen zitiert werden."),
        ("fr", "Vous pouvez citer une page."),
        ("fr", "Vous pouvez citer quelques lignes."),
        ("es", "Se pueden citar unas líneas."),
        ("it", "Si possono citare alcune righe."),
        ("nl", "Je mag enkele regels citeren."),
        ("pl", "Można cytować kilka wersów."),
        ("ru", "Можно цитировать несколько строк."),
        ("ja", "記事は数行引用できます。"),
        ("zh", "本文可以引用一页。"),
        ("ko", "몇 줄 인용할 수 있습니다."),
    ],
)
def test_amount_that_nobody_can_count_is_asked(language: str, notice: str) -> None:
    found = read(notice, language)
    assert (found.kind, found.caps, found.unread) == ("unknown", (), "amount")
    assert from_json(to_json(found)) == found


def test_amount_beside_a_permission_is_never_taken_for_none() -> None:
    found = read("Short quotations are welcome. For 80 words see the other page.")
    assert (found.kind, found.unread) == ("unknown", "amount")


@pytest.mark.parametrize(
    ("language", "notice", "purpose"),
    [
        ("en", "You may quote up to 200 words in a review.", "review"),
        ("en", "Up to 200 words may be quoted when reviewing.", "review"),
        ("en", "For private study, up to 200 words may be copied from any article.", "study"),
        ("de", "In Rezensionen dürfen bis zu 200 Wörter zitiert werden.", "review"),
        ("de", "Zu Studienzwecken dürfen bis zu 200 Wörter zitiert werden.", "study"),
        ("fr", "Vous pouvez citer jusqu'à 200 mots dans une critique.", "review"),
        ("es", "Se autoriza la cita de hasta 200 palabras en reseñas.", "review"),
        ("it", "Nelle recensioni si possono citare fino a 200 parole.", "review"),
        ("pl", "W recenzji można cytować do 200 słów.", "review"),
        ("ru", "В рецензиях можно цитировать до 200 слов.", "review"),
        ("sk", "V recenzii možno citovať najviac 200 slov.", "review"),
    ],
)
def test_purpose_of_a_limit_is_kept(language: str, notice: str, purpose: str) -> None:
    found = read(notice, language)
    assert [(cap.n, cap.purpose) for cap in found.caps] == [(200, purpose)]
    assert found.purpose == purpose
    assert badge(found) == f"≤ 200 words ({purpose})"


def test_limit_for_a_purpose_stands_beside_the_general_one() -> None:
    found = read("Zitate bis 50 Wörter sind erlaubt, in Rezensionen bis 400 Wörter.", "de")
    assert [(cap.n, cap.purpose) for cap in found.caps] == [(50, None), (400, "review")]
    assert (found.purpose, found.combine) == (None, "by_purpose")


@pytest.mark.parametrize(
    "notice", ["You may quote our articles for study.", "Our articles may be quoted for research purposes."]
)
def test_purpose_without_a_limit_is_kept(notice: str) -> None:
    assert read(notice).purpose in ("study", "research")


@pytest.mark.parametrize(
    "notice",
    [
        "You may quote up to 50 words, also for educational purposes.",
        "You may quote up to 50 words. You may print a copy for personal use.",
        "You may quote up to 50 words if you credit The Halden Review.",
    ],
)
def test_purpose_among_others_limits_nothing(notice: str) -> None:
    found = read(notice)
    assert ([cap.purpose for cap in found.caps], found.purpose) == ([None], None)


@pytest.mark.parametrize(
    ("notice", "licence"),
    [
        ("First published by The Halden Courier under CC BY-NC-ND 4.0. All rights reserved.", "CC-BY-NC-ND-4.0"),
        ("Except where otherwise noted, CC BY. This article is otherwise noted: all rights reserved.", "CC-BY"),
        ("Dieser Text steht unter CC BY-SA 4.0. Alle Rechte vorbehalten.", "CC-BY-SA-4.0"),
        ("Contenu sous licence CC BY 4.0. Tous droits réservés.", "CC-BY-4.0"),
        ("Tekst na licencji CC BY 4.0. Wszelkie prawa zastrzeżone.", "CC-BY-4.0"),
        ("本文采用 CC BY 4.0 许可协议。版权所有。", "CC-BY-4.0"),
    ],
)
def test_reserved_rights_beside_a_licence_win(notice: str, licence: str) -> None:
    found = read(notice)
    assert (found.kind, found.spdx, found.conflicts) == ("all_rights_reserved", None, (licence,))


@pytest.mark.parametrize(
    "notice", ["© 2021 Halden. Some rights reserved. CC BY 4.0.", "This article is CC BY 4.0. Photos: all rights reserved."]
)
def test_rights_reserved_in_part_or_in_pictures_leave_the_licence(notice: str) -> None:
    assert read(notice).spdx == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("notice", "caps"),
    [
        ("Quotations are limited to 100 words or 10 %, whichever is less.", [(100, "words", None), (10, "percent", None)]),
        (
            "Quote as many as forty words, or five per cent of the article, whichever is the smaller.",
            [(40, "words", None), (5, "percent", None)],
        ),
        ("Quoting three per cent of a piece or less needs no permission.", [(3, "percent", None)]),
        ("Non-commercial websites may quote five per cent of an article.", [(5, "percent", None)]),
        ("Up to 10 % of the words of an article may be quoted.", [(10, "percent", "words")]),
    ],
)
def test_shares_beside_words(notice: str, caps: list[tuple[int, str, str | None]]) -> None:
    assert [(cap.n, cap.unit, cap.of) for cap in read(notice).caps] == [(Fraction(n), *unit) for n, *unit in caps]
