"""What is allowed to some, with a consent, for a fee, or for pictures, is allowed to nobody who just reads it."""

from fractions import Fraction

import pytest

from app.model.rights import RightsStatement
from app.rights import RightsEvidence, detect

_NO_PERMISSION = ("unknown", "all_rights_reserved")

_WITH_CONSENT = [
    ("en", "With our consent you may quote up to 200 words."),
    ("en", "You may quote up to 200 words once the editors have agreed."),
    ("en", "If you hold a licence, you may quote up to 200 words of this article."),
    ("en", "You may republish this article only after we have agreed in writing."),
    ("en", "If we grant you a licence, you may reproduce this article in full."),
    ("de", "Mit unserer Zustimmung dürfen bis zu 200 Wörter zitiert werden."),
    ("de", "Der Nachdruck ist nach Rücksprache mit der Redaktion gestattet."),
    ("fr", "Avec notre accord, vous pouvez citer jusqu'à 200 mots de cet article."),
    ("es", "La reproducción de este artículo está permitida previo acuerdo con la redacción."),
    ("it", "Con il nostro consenso si possono citare fino a 200 parole."),
    ("pt", "Com a nossa autorização, podem citar-se até 200 palavras."),
    ("nl", "Overname van dit artikel is toegestaan na overleg met de redactie."),
    ("pl", "Za naszą zgodą można cytować do 200 słów."),
    ("ru", "Перепечатка статьи разрешена по согласованию с редакцией."),
]
_FOR_SOME = [
    ("en", "Members may quote up to 200 words of this article."),
    ("en", "You may quote up to 200 words of this article for a fee."),
    ("en", "Search engines may show up to 90 characters of this article."),
    ("en", "The author may republish this article on her own website."),
    ("en", "Our partners may quote up to 100 words of this article."),
    ("en", "Articles more than five years old may be republished freely."),
    ("de", "Gegen ein Honorar dürfen Sie diesen Text nachdrucken."),
    ("de", "Der Autor darf diesen Artikel auf seiner eigenen Website veröffentlichen."),
    ("fr", "Les abonnés peuvent citer jusqu'à 200 mots de cet article."),
    ("es", "La reproducción de este texto está permitida solo a los medios asociados."),
    ("pl", "Abonenci mogą cytować do 200 słów tego artykułu."),
    ("en", "You may republish this article if you pay the licence fee."),
    ("de", "Unsere Kooperationspartner dürfen diesen Artikel übernehmen."),
    ("es", "Este artículo puede reproducirse si el autor lo autoriza."),
    ("sv", "Medlemmar får citera upp till 200 ord."),
    ("ru", "Подписчики могут цитировать до 200 слов этой статьи."),
]
_FOR_PICTURES = [
    ("en", "The photographs may be republished free of charge. For the text, ask the editors."),
    ("en", "Permission is granted to reproduce the photographs."),
    ("en", "You are free to use the images on this page."),
    ("de", "Das Bild darf frei verwendet werden, der Text nicht."),
    ("fr", "Les photos sont libres de droits, les textes ne le sont pas."),
    ("it", "È consentita la riproduzione delle immagini ma non dei testi."),
    ("pl", "Zdjęcia można rozpowszechniać bezpłatnie, tekstów nie."),
    ("ru", "Фотографии можно перепечатывать свободно."),
]


def _detect(language: str, notice: str) -> RightsStatement:
    return detect(RightsEvidence(notice=notice, language=language))


@pytest.mark.parametrize(("language", "notice"), [*_WITH_CONSENT, *_FOR_SOME, *_FOR_PICTURES])
def test_what_is_allowed_to_some_or_for_pictures_allows_nothing(language: str, notice: str) -> None:
    found = _detect(language, notice)
    assert found.kind in _NO_PERMISSION
    assert found.caps == ()


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "You may quote up to 100 words free of charge, longer extracts for a fee."),
        ("en", "You may quote up to 100 words without a fee or permission."),
        ("en", "Without our consent no more than 100 words may be quoted."),
        ("de", "Bis zu 100 Wörter dürfen frei zitiert werden, mehr nur gegen Honorar."),
        ("de", "Ohne Rücksprache dürfen bis zu 100 Wörter zitiert werden."),
        ("es", "Sin nuestro permiso se pueden citar hasta 100 palabras."),
        ("ru", "Без согласования с редакцией можно цитировать до 100 слов."),
    ],
)
def test_a_consent_for_more_leaves_the_limit(language: str, notice: str) -> None:
    assert [(cap.n, cap.unit) for cap in _detect(language, notice).caps] == [(Fraction(100), "words")]


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "The stories and photos may be republished freely."),
        ("en", "You may republish photos and text if you credit us."),
        ("en", "You may republish this article, including its photos, if you credit us."),
        ("de", "Texte und Bilder dürfen kostenlos abgedruckt werden."),
        ("de", "Die Beiträge dürfen mit Nennung der Quelle frei weiterverwendet werden, Bilder nur nach Rücksprache."),
    ],
)
def test_texts_beside_pictures_are_allowed(language: str, notice: str) -> None:
    assert _detect(language, notice).kind == "republish"


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "Up to minus 10 percent may be quoted."),
        ("de", "Zitate bis minus fünf Prozent des Textes sind erlaubt."),
        ("ru", "Разрешается цитировать до минус пяти процентов текста."),
    ],
)
def test_a_negative_amount_in_words_is_not_understood(language: str, notice: str) -> None:
    found = _detect(language, notice)
    assert (found.kind, found.unread, found.caps) == ("unknown", "amount", ())


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "You may quote up to 50 words, but not in print."),
        ("en", "This article may be republished freely, but not in print and not in any commercial product."),
        ("de", "Zitate bis 50 Wörter sind erlaubt, nicht jedoch in Druckwerken."),
    ],
)
def test_a_refused_medium_leaves_the_others(language: str, notice: str) -> None:
    media = _detect(language, notice).media
    assert "print" not in media
    assert "website" in media
    assert "broadcast" in media


def test_a_refusal_beside_the_media_allowed_leaves_those() -> None:
    assert _detect("en", "You may quote up to 50 words online, not in print.").media == ("website",)


def test_a_medium_that_is_refused_only_in_part_is_not_refused() -> None:
    assert "website" not in _detect("en", "You may quote up to 50 words, but not on websites that sell essays.").media
