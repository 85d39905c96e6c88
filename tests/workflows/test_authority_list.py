"""The authority list: what was confirmed or named twice, with exact counts; suggestions as the archive has them."""

from pathlib import Path

from app.model.recognition import Kind
from app.workflows.authority_list import (
    article_counts,
    articles_called,
    articles_of,
    authorities,
    authority,
    headlines,
    record_named,
)
from app.workflows.corrections import confirm, decline, edit_facts, merge, reject, rename
from app.workflows.ingest import ingest
from app.workflows.library import Library
from app.workflows.mention_corrections import set_speaker, undo
from app.workflows.read import read_article
from app.workflows.suggestions import suggestions

GARDEN, HARBOUR = 1, 2


def record(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


def add(library: Library, folder: Path, name: str, text: str) -> int:
    (folder / name).write_text(text, encoding="utf-8")
    (item,) = ingest(library.archive, [folder / name], jobs=1).items
    library.refresh()
    return item.article_ids[0]


def listed(library: Library, **wanted: object) -> dict[str, int]:
    return {each.name: each.articles for each in authorities(library, **wanted)}  # type: ignore[arg-type]


def test_record_is_listed_once_two_articles_name_it_and_a_facet_at_once(library: Library, tmp_path: Path) -> None:
    assert "Ingrid Solbakken" not in listed(library)
    assert listed(library, everything=True)["Ingrid Solbakken"] == 1
    add(library, tmp_path, "c.txt", "More\n\n“We shall see what the harbour needs next year,” said Ingrid Solbakken in Bergen.")
    assert listed(library)["Ingrid Solbakken"] == 2
    assert listed(library, text="solb ingr", kind=Kind.PERSON) == {"Ingrid Solbakken": 2}
    assert listed(library, kind=Kind.PLACE, text="solbakken") == {}


def test_counts_are_exact_after_merges_and_decisions_on_speakers(library: Library) -> None:
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    set_speaker(library, GARDEN, read_article(library, GARDEN).quotations[0].span, mayor)
    with library.archive.reading() as session:
        assert article_counts(session)[mayor] == article_counts(session, [mayor])[mayor] == 2
    merge(library, director, mayor)
    with library.archive.reading() as session:
        assert article_counts(session)[mayor] == article_counts(session, [mayor])[mayor] == 2
    assert authority(library, director).article_ids == (GARDEN, HARBOUR)


def test_renamed_record_is_listed_under_its_name(library: Library) -> None:
    mayor = record(library, "Ingrid Solbakken")
    decision = rename(library, mayor, "Zelda Quist")
    assert listed(library, text="quist") == {"Zelda Quist": 1}
    assert record_named(library, "zelda quist") == mayor
    undo(library, decision)
    assert listed(library, text="quist", everything=True) == {}


def test_rejected_record_is_listed_only_as_such(library: Library) -> None:
    oslo = record(library, "Oslo", "place")
    confirm(library, oslo)
    assert "Oslo" in listed(library)
    reject(library, oslo)
    assert "Oslo" not in listed(library, everything=True)
    assert list(listed(library, status="rejected")) == ["Oslo"]


def test_what_was_declined_is_never_suggested_again(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "c.txt", "More\n\n“We shall see what the harbour needs next year,” said I. Solbakken in Bergen.")
    (found,) = [each for each in suggestions(library, kind=Kind.PERSON) if each.reason == "initial"]
    assert {found.name, found.into_name} == {"I. Solbakken", "Ingrid Solbakken"}
    decision = decline(library, found.record, found.into)
    assert suggestions(library, kind=Kind.PERSON) == ()
    undo(library, decision)
    assert suggestions(library, kind=Kind.PERSON) == (found,)
    merge(library, found.record, found.into)
    assert suggestions(library, kind=Kind.PERSON) == ()


def test_one_identifier_makes_a_suggestion(library: Library) -> None:
    for name in ("Ingrid Solbakken", "Tomas Okafor"):
        edit_facts(library, record(library, name), {"isni": "0000000121032683"})
    (found,) = suggestions(library, kind=Kind.PERSON)
    assert found.reason == "same-identifier"


def test_titles_are_kept_as_they_are_seen_until_a_person_states_them(library: Library, tmp_path: Path) -> None:
    mayor = record(library, "Ingrid Solbakken")
    assert authority(library, mayor).titles == ("Mayor",)
    speech = "“We shall see what the harbour needs next year,” said {} Ingrid Solbakken in Bergen."
    add(library, tmp_path, "c.txt", "More\n\n" + speech.format("Senator"))
    assert authority(library, mayor).titles == ("Mayor", "Senator")
    edit_facts(library, mayor, {"titles": "Countess"})
    add(library, tmp_path, "d.txt", "Still more of it\n\n" + speech.format("President"))
    assert authority(library, mayor).titles == ("Countess",)


def test_reach_of_a_decision_is_known_before_it_is_made(library: Library, tmp_path: Path) -> None:
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    more = add(
        library, tmp_path, "c.txt", "More\n\n“We shall see what the harbour needs next year,” said Ingrid Solbakken in Bergen."
    )
    assert articles_of(library, [mayor, director]) == (GARDEN, HARBOUR, more)
    assert articles_called(library, mayor, variants=["SOLBAKKEN"]) == (HARBOUR,)
    assert articles_called(library, mayor, variants=["Solbakken"], articles=[more]) == ()
    assert articles_called(library, mayor, articles=[GARDEN, more]) == (more,)


def test_headlines_come_with_dates_the_newest_first_and_not_all(library: Library) -> None:
    found = headlines(library, [HARBOUR, GARDEN], limit=5)
    assert [article for article, _, _ in found] == [GARDEN, HARBOUR]
    assert found[0][2] == "2019-06-12"
    assert len(headlines(library, [HARBOUR, GARDEN], limit=1)) == 1
