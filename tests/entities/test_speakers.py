"""Who says what: every pattern of attribution, pronouns, and the cases in which nobody may be named."""

import pytest

from app.entities import load_recogniser
from app.model.captured import SourceText
from app.model.recognition import Quotation

INTRO = "Ingrid Solbakken, the mayor of Varnsund, met Tomas Okafor on the quay.\n"


def quotations(body: str, language: str = "en") -> list[Quotation]:
    return list(load_recogniser().recognise(SourceText(body=body, language=language)).quotations)


def speakers(body: str) -> list[str | None]:
    return [quotation.speaker for quotation in quotations(body)]


@pytest.mark.parametrize(
    ("text", "speaker", "how"),
    [
        ("“The quay is empty today,” said the mayor of the town, Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
        ("“The quay is empty today,” said Sen. Ingrid Solbakken (D-Vt.), who leads the party.", "Ingrid Solbakken", "after-inverted"),
        ("“The quay is empty today,” Rep. Ingrid Solbakken (R-Ohio), a panel member, said on Friday.", "Ingrid Solbakken", "after"),
        ("“The quay is empty today,” Ingrid Solbakken, who leads the union, told Tomas Okafor.", "Ingrid Solbakken", "after"),
        ("“The quay is empty today,” Ingrid Solbakken later wrote in a letter.", "Ingrid Solbakken", "after"),
        ("“The quay is empty today.” Ingrid Solbakken said.", "Ingrid Solbakken", "after"),
        ("“The quay is empty today,” according to Ingrid Solbakken.", "Ingrid Solbakken", "according-to"),
        ("In a letter to Tomas Okafor, Ingrid Solbakken wrote: “The quay is empty today.”", "Ingrid Solbakken", "colon"),
        ("Ingrid Solbakken left the hall early, saying, “The quay is empty today.”", "Ingrid Solbakken", "before"),
        ("Superintendent of Police Ingrid Solbakken told reporters, “The quay is empty today.”", "Ingrid Solbakken", "before"),
        ("Said Ingrid Solbakken: “The quay is empty today.”", "Ingrid Solbakken", "colon"),
        ("Ingrid Solbakken had a plain answer: “The quay is empty today.”", "Ingrid Solbakken", "colon"),
        ("Ingrid Solbakken told the council:\n“The quay is empty today, and so is the till.”", "Ingrid Solbakken", "lead-in"),
        ("“The quay is empty today.” — Ingrid Solbakken, mayor of Varnsund", "Ingrid Solbakken", "signature"),
        ("‘The quay is empty today,’ said Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
        ("‘The quay is empty today’, said Ingrid Solbakken.", "Ingrid Solbakken", "after-inverted"),
        ("“Yes,” Ingrid Solbakken said.", "Ingrid Solbakken", "after"),
    ],
)  # fmt: skip
def test_each_pattern_finds_its_speaker(text: str, speaker: str, how: str) -> None:
    (found,) = quotations(text)
    assert (found.speaker, found.how) == (speaker, how)


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is empty today,” said a spokesman for Tomas Okafor.",
        "“The quay is empty today,” an aide to Ingrid Solbakken said.",
        "“The quay is empty today,” said one of the fishermen.",
        "“The quay is empty today,” they said.",
        "Ingrid Solbakken met Tomas Okafor.\n“Nobody knows who said these words here.”",
        "A brother of Ingrid Solbakken laughed. “The quay is empty today,” he said.",
    ],
)
def test_whom_the_text_does_not_name_is_not_named(text: str) -> None:
    (found,) = quotations(text)
    assert found.speaker is None


def test_a_source_is_the_words_that_say_who_speaks() -> None:
    text = "“The quay is empty today,” said a spokesman for the port."
    (found,) = quotations(text)
    assert found.source is not None
    assert text[found.source.start : found.source.end] == "a spokesman"


def test_the_owner_of_an_aide_does_not_speak() -> None:
    assert speakers("“The quay is empty today,” Tomas Okafor’s aide Ingrid Solbakken said.") == ["Ingrid Solbakken"]


def test_a_pronoun_means_the_subject_of_the_sentence_before() -> None:
    body = "Ingrid Solbakken explained why she backs Tomas Okafor.\n“The quay needs a leader,” she said. “It is empty.”"
    assert speakers(body) == ["Ingrid Solbakken"] * 2


def test_a_pronoun_passes_through_a_pronoun() -> None:
    body = "Ingrid Solbakken spoke last. She denied that Maria Okafor had an interest. “Maria is a student,” she said."
    assert speakers(body) == ["Ingrid Solbakken"]


def test_a_pronoun_does_not_mean_somebody_of_the_other_sex_or_in_the_quotation() -> None:
    body = "Peter Lund arrived.\n“Anna Berg and I have talked about it,” he said. “She agrees.”"
    assert speakers(body) == ["Peter Lund"] * 2
    assert speakers("Peter Lund arrived.\n“The quay is empty today,” she said.") == [None]


def test_speech_that_is_split_or_goes_on_has_one_speaker() -> None:
    body = (
        INTRO
        + "“The quay,” Ingrid Solbakken said, “is empty.” She paused. “We wait.”\n\n“It is late,” said Tomas Okafor, head of Halvorsen Marine Ltd. “Good night, all of you.”"
    )
    assert speakers(body) == ["Ingrid Solbakken"] * 3 + ["Tomas Okafor"] * 2


def test_somebody_else_between_ends_the_turn() -> None:
    body = "“The quay is empty today,” said Ingrid Solbakken. Tomas Okafor shook his head. “The ship is late again.”"
    assert speakers(body)[0] == "Ingrid Solbakken"
    assert speakers(body)[1] != "Ingrid Solbakken"


def test_german_french_and_spanish_speech() -> None:
    assert speakers("„Der Kai ist heute leer“, sagte Ingrid Solbakken am Freitag.") == ["Ingrid Solbakken"]
    assert speakers("Ingrid Solbakken erklärte: »Der Kai ist heute leer.«") == ["Ingrid Solbakken"]
    assert speakers("« Le quai est vide ce matin », a expliqué Ingrid Solbakken.") == ["Ingrid Solbakken"]
    assert speakers("«El muelle está vacío hoy», afirmó Ingrid Solbakken.") == ["Ingrid Solbakken"]
    assert speakers("Según Ingrid Solbakken, «el muelle está vacío hoy».") == ["Ingrid Solbakken"]


def test_a_dash_opens_spanish_speech() -> None:
    found = quotations(
        "—No tuvimos ninguna suerte —dijo Ingrid Solbakken—. Mañana será otro día.\n—¿Y el barco? —preguntó Tomas Okafor."
    )
    assert [(q.text, q.speaker) for q in found] == [
        ("No tuvimos ninguna suerte", "Ingrid Solbakken"), ("Mañana será otro día.", "Ingrid Solbakken"), ("¿Y el barco?", "Tomas Okafor"),
    ]  # fmt: skip


def test_guillemets_that_point_inwards_open_again() -> None:
    body = "»Der Kai ist heute leer«, sagte Ingrid Solbakken. »Es ist kalt, und wir warten.«"
    assert speakers(body) == ["Ingrid Solbakken"] * 2


def test_marks_within_marks_are_one_quotation() -> None:
    (found,) = quotations('Ingrid Solbakken said: "They called it “a good year” and went home."')
    assert found.text == "They called it “a good year” and went home."
