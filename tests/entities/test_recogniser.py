"""Names and speakers in invented articles, and in the real one where it is at hand."""

import json
from pathlib import Path

import pytest

from app.entities import KnownName, Recogniser, load_recogniser
from app.entities.lexicon import load_lexicon
from app.entities.rule_tagger import RuleTagger
from app.importers import Captured, read
from app.model.captured import SourceText, StatedEntity
from app.model.recognition import Kind, Recognition
from app.workflows.examine import source_text


def recognise(body: str, **more: str) -> Recognition:
    return load_recogniser().recognise(SourceText(body=body, **more))


def recognise_by(recogniser: Recogniser, body: str) -> Recognition:
    return recogniser.recognise(SourceText(body=body))


def names(found: Recognition, kind: Kind) -> set[str]:
    return {mention.name for mention in found.mentions if mention.kind is kind}


def test_person_is_one_under_the_fullest_form_and_titles_stay_apart() -> None:
    found = recognise(
        "Mayor Ingrid Solbakken opened the quay. “We waited long enough for this,” Solbakken said. Mrs Solbakken left early."
    )
    people = [m for m in found.mentions if m.kind is Kind.PERSON]
    assert {m.name for m in people} == {"Ingrid Solbakken"}
    assert [m.title for m in people] == ["Mayor", "", "Mrs"]
    assert [q.speaker for q in found.quotations] == ["Ingrid Solbakken"]


def test_spans_cover_their_surface_in_their_field() -> None:
    source = SourceText(
        body="President Tomas Okafor met the United Nations in Geneva.", headline="Okafor in Geneva", photo_credit="Reuters"
    )
    found = load_recogniser().recognise(source)
    assert found.mentions
    for mention in found.mentions:
        assert source.of(mention.span) == mention.surface
    assert {m.span.field for m in found.mentions} >= {"body", "headline"}


def test_possessive_is_no_part_of_a_name() -> None:
    found = recognise("Officials welcomed Ukraine’s request and President Tomas Okafor’s answer.")
    assert {m.surface for m in found.mentions} == {"Ukraine", "Tomas Okafor"}


def test_two_names_joined_by_a_hyphen_are_two() -> None:
    found = recognise("They praised the US-EU coordination.")
    assert {(m.surface, m.kind) for m in found.mentions} == {("US", Kind.PLACE), ("EU", Kind.ORGANISATION)}


def test_peoples_joined_by_a_hyphen_are_no_name() -> None:
    assert recognise("Franco-German ministers met.").mentions == ()


def test_to_the_rules_a_bare_surname_after_of_is_no_person() -> None:
    lexicon = load_lexicon()
    found = recognise_by(
        Recogniser(lexicon, RuleTagger(lexicon)), "The market of Santos was empty, and the bakers of Santos stayed at home."
    )
    assert "Santos" not in names(found, Kind.PERSON)


def test_nations_and_common_words_are_no_names() -> None:
    found = recognise("Norwegian sailors met the Allies on Friday. The Alliance was pleased, and every Ally said so.")
    assert found.mentions == ()


@pytest.mark.parametrize(
    ("text", "speaker", "how"),
    [
        ("“The quay is empty today,” said Mayor Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
        ("“The quay is empty today,” Ingrid Solbakken said.", "Ingrid Solbakken", "after"),
        ("Ingrid Solbakken said: “The quay is empty today.”", "Ingrid Solbakken", "colon"),
        ("According to Ingrid Solbakken, “the quay is empty today.”", "Ingrid Solbakken", "according-to"),
        ("„Der Kai ist heute leer“, sagte Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
        ("« Le quai est vide ce matin », a déclaré Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
    ],
)
def test_patterns_of_attribution(text: str, speaker: str, how: str) -> None:
    (quotation,) = recognise(text).quotations
    assert (quotation.speaker, quotation.how) == (speaker, how)


def test_split_speech_and_pronoun_have_one_speaker() -> None:
    found = recognise(
        "“We rang the bell twice,” said Ingrid Solbakken. “At the end,” she added, “nobody came to the quay to listen.” “It was cold.”"
    )
    assert [q.speaker for q in found.quotations] == ["Ingrid Solbakken"] * 4


def test_speech_over_two_paragraphs() -> None:
    found = recognise("Ingrid Solbakken said: “We rang the bell twice on that day.\n“Then nobody came to the quay to listen.”")
    assert [q.speaker for q in found.quotations] == ["Ingrid Solbakken"] * 2


def test_unsure_speech_has_no_speaker() -> None:
    found = recognise("Ingrid Solbakken and Tomas Okafor met.\n“Nobody knows who said these words here.”")
    (quotation,) = found.quotations
    assert quotation.speaker is None


def test_scare_quotes_are_no_speech() -> None:
    assert recognise("The so-called “green crane” is blue.").quotations == ()


def test_stated_and_known_names_are_found() -> None:
    source = SourceText(body="A day at Rosenquist with the crew of Blue Heron.")
    found = load_recogniser().recognise(
        source, stated=[StatedEntity(Kind.PLACE, "Rosenquist", "json-ld")], known=[KnownName("Blue Heron", Kind.ORGANISATION)]
    )
    assert [(m.name, m.kind, m.how) for m in found.mentions] == [
        ("Rosenquist", Kind.PLACE, "stated"), ("Blue Heron", Kind.ORGANISATION, "known"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "“", "”" * 5000, "“" * 5000, "A" * 100_000, "“word ” " * 5000, "Mr. " * 20_000, "A. B. " * 10_000]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    found = recognise(text)
    for quotation in found.quotations:
        assert quotation.text == text[quotation.span.start : quotation.span.end]


def test_real_article(shared: Path) -> None:
    gold = json.loads((shared / "data" / "quotes" / "seed_gold.json").read_text(encoding="utf-8"))
    article = read(Captured((shared / "seed" / "article.txt").read_bytes(), "article.txt")).articles[0]
    found = load_recogniser().recognise(source_text(article))
    for label, kind in (("PER", Kind.PERSON), ("ORG", Kind.ORGANISATION), ("LOC", Kind.PLACE)):
        forms = {form: name for name, others in gold["entities"][label].items() for form in (name, *others)}
        ours = names(found, kind)
        assert {forms.get(name, f"extra: {name}") for name in ours} == set(gold["entities"][label])
        assert len(ours) == len(gold["entities"][label])
    assert names(found, Kind.PERSON) == set(gold["entities"]["PER"])
    assert len(found.quotations) == len(gold["quotes"])
    for quotation, (start, end, speaker) in zip(found.quotations, gold["quotes"], strict=True):
        assert quotation.text.startswith(start)
        assert quotation.text.endswith(end)
        assert quotation.speaker == speaker


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Nereida Urrutia Cao", "Urrutia"), ("Kahindi Charo-Baya", "Charo"), ("Patrick Joseph “Packie” Hehir", "Packie Hehir"),
        ("Saad bin Nasser al-Ghamdi", "Ghamdi"), ("Ursula von der Linde", "von der Linde"),
    ],
)  # fmt: skip
def test_a_shorter_form_means_the_person_named_in_full(full: str, short: str) -> None:
    found = recognise(
        f"The mayor, {full}, opened the quay on Friday. “It was time,” {short} said. Later {short} left the hall."
    )
    assert {m.name for m in found.mentions if m.kind is Kind.PERSON and m.surface in (full, short)} == {full}
