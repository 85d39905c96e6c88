"""Closing paragraphs that are terms, and those that are news."""

import json
from pathlib import Path

import pytest

from app.importers.notices import is_notice

STATEMENTS = Path(__file__).resolve().parents[1] / "rights"


@pytest.mark.parametrize(
    "terms",
    [
        "© 2023 Halden Courier",
        "Nachdruck, auch auszugsweise, nur mit Quellenangabe.",
        "Toute reproduction, même partielle, est interdite sans accord.",
        "Se permite la reproducción citando la fuente.",
        "È consentita la riproduzione con citazione della fonte.",
        "A reprodução dos conteúdos é livre, desde que citada a fonte.",
        "Overname van teksten is zonder toestemming niet toegestaan.",
        "Cytowanie dozwolone pod warunkiem podania źródła.",
        "При использовании материалов ссылка на источник обязательна.",
        "Передрук матеріалів дозволено лише з посиланням.",
        "Quotations of up to 30 words are allowed for reviews, up to 60 words for private study.",
        "Websites may quote up to 200 words with a link to the article.",
        "Republication of more than one tenth of an article is not permitted.",
        "Kurze Auszüge von höchstens zwei Absätzen dürfen ohne Rückfrage verwendet werden.",
        "Il est interdit de reproduire plus de 30 % d'un article.",
        "Los medios pueden publicar gratis nuestras notas con crédito a la agencia.",
        "È vietato riprodurre più del 10% di un articolo.",
        "Citações até 10 por cento do texto são permitidas com indicação do autor.",
        "Je mag hoogstens vijftig woorden uit een bericht citeren, met bronvermelding.",
        "Wolno cytować nie więcej niż trzy zdania z podaniem źródła.",
        "Разрешается цитировать не более пяти процентов текста.",
        "Citovat lze nejvýše 10 % článku.",
        "Innehållet får återges om källan anges.",
        "Το κείμενο: επιτρέπεται η αναδημοσίευση με αναφορά της πηγής.",
        "Tüm hakları saklıdır.",
        "記事・写真の無断転載を禁じます。",
        "جميع الحقوق محفوظة",
    ],
)
def test_terms_in_many_languages(terms: str) -> None:
    assert is_notice(terms)


@pytest.mark.parametrize(
    "news",
    [
        "Der Verein forderte mit Nachdruck einen neuen Steg.",
        "Das Urheberrecht wird im Herbst im Ausschuss beraten.",
        "La bière est brassée sous licence dans le nord du pays.",
        "The committee may use up to 15 percent of its budget for publications.",
        "Teachers can copy up to ten pages of the atlas this year.",
        "All translation rights are reserved for the Danish publisher.",
        "The novel will be published in May, and a film is planned.",
        "The court ruled that the text may be quoted by anybody.",
        "La plage fait partie du domaine public maritime.",
        "Nel secondo tempo la squadra ha segnato tre reti.",
        "She sang two songs from the play.",
        "",
    ],
)
def test_news_stays_in_the_body(news: str) -> None:
    assert not is_notice(news)


def test_most_statements_are_seen_as_notices() -> None:
    entries = [
        entry
        for name in ("statements", "statements_more", "statements_heldout")
        for entry in json.loads((STATEMENTS / f"{name}.json").read_text(encoding="utf-8"))["statements"]
    ]
    terms = [is_notice(entry["text"]) for entry in entries if entry["expect"]["kind"]]
    traps = [is_notice(entry["text"]) for entry in entries if not entry["expect"]["kind"]]
    assert sum(terms) / len(terms) >= 0.9
    assert sum(traps) / len(traps) <= 0.11
