"""Decisions of people on records and names: each right in search at once, each undone, whatever came after it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from app.base.errors import UsageError
from app.base.spans import Span
from app.index.query import FacetFilter, Query
from app.model.recognition import Kind
from app.model.tables import Authority, Change
from app.workflows.correction_log import log
from app.workflows.corrections import (
    add_variant,
    change_kind,
    confirm,
    edit_facts,
    merge,
    merge_all,
    reject,
    remove_variant,
    rename,
    split,
)
from app.workflows.find import find
from app.workflows.ingest import ingest
from app.workflows.library import Library
from app.workflows.mention_corrections import add_mention, always, reject_here, set_speaker, undo
from app.workflows.read import read_article

GARDEN, HARBOUR = 1, 2


def record(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


def named(library: Library, article: int) -> dict[str, tuple[str, int | None]]:
    return {m.surface: (m.label, m.record) for m in read_article(library, article).mentions}


def speakers(library: Library, article: int) -> list[str | None]:
    return [q.speaker for q in read_article(library, article).quotations]


def facet(library: Library, name: str) -> dict[str, int]:
    return {row.label: row.count for row in find(library, Query()).facets[name]}  # type: ignore[index]


def with_person(library: Library, number: int) -> list[int]:
    chosen = FacetFilter(include=frozenset({str(number)}))
    return sorted(row.article_id for row in find(library, Query(facets={"person": chosen})).rows)


def add_article(library: Library, folder: Path, name: str, text: str) -> int:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (item,) = ingest(library.archive, [path], jobs=1).items
    library.refresh()
    return item.article_ids[0]


def test_rename_is_shown_at_once_and_undone(library: Library) -> None:
    number = record(library, "Ingrid Solbakken")
    decision = rename(library, number, "Ingrid M. Solbakken")
    assert facet(library, "person")["Ingrid M. Solbakken"] == 1
    assert speakers(library, HARBOUR) == ["Ingrid M. Solbakken"] * 2
    assert find(library, Query('person:"ingrid solbakken"')).results.total == 1
    undo(library, decision)
    assert "Ingrid Solbakken" in facet(library, "person")
    assert library.names.find("person", "Ingrid M.") == frozenset()


def test_later_name_of_a_renamed_record_joins_it(library: Library, tmp_path: Path) -> None:
    number = record(library, "Ingrid Solbakken")
    rename(library, number, "Countess Solbakken")
    text = "The mayor wrote\n\n“We shall see what the harbour needs next year,” said Ingrid Solbakken in Oslo on Monday."
    article = add_article(library, tmp_path, "more.txt", text)
    assert named(library, article)["Ingrid Solbakken"] == ("Countess Solbakken", number)


def test_merge_is_right_in_search_before_the_index_follows(library: Library) -> None:
    one, other = record(library, "Tomas Okafor"), record(library, "Ingrid Solbakken")
    decision = merge(library, one, other)
    found = find(library, Query())
    assert found.results.pending == 1
    assert {row.label: row.count for row in found.facets["person"]}["Ingrid Solbakken"] == 2
    assert with_person(library, other) == with_person(library, one) == [GARDEN, HARBOUR]
    library.refresh()
    assert library.pending() == 0
    assert with_person(library, other) == [GARDEN, HARBOUR]
    undo(library, decision)
    library.refresh()
    assert (with_person(library, one), with_person(library, other)) == ([GARDEN], [HARBOUR])


def test_merges_are_undone_in_any_order(library: Library) -> None:
    one, other = record(library, "Tomas Okafor"), record(library, "Ingrid Solbakken")
    third = next(iter(library.names.find("person", "Amina Berger")), None) or _new_person(library, "Amina Berger")
    first, second = merge(library, one, other), merge(library, other, third)
    assert library.names.canonical("person", one) == third
    undo(library, first)
    assert (library.names.canonical("person", one), library.names.canonical("person", other)) == (one, third)
    undo(library, second)
    assert library.names.canonical("person", other) == other
    redone = log_of(library)[0]
    undo(library, redone)
    assert library.names.canonical("person", other) == third


def _new_person(library: Library, name: str) -> int:
    add_mention(library, HARBOUR, Span(0, 3), kind=Kind.PERSON, name=name)
    return record(library, name)


def log_of(library: Library) -> list[int]:
    with library.archive.reading() as session:
        return [each.correction_id for each in log(session)]


def test_log_of_a_record_tells_what_was_decided_on_those_merged_into_it(library: Library) -> None:
    solbakken, other = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    renamed = rename(library, other, "The Other")
    merged = merge(library, other, solbakken)
    with library.archive.reading() as session:
        assert [each.correction_id for each in log(session, record=solbakken)] == [merged, renamed]


def test_merge_that_came_back_must_not_lead_to_itself(library: Library) -> None:
    one, other = record(library, "Tomas Okafor"), record(library, "Ingrid Solbakken")
    back = undo(library, merge(library, one, other))
    merge(library, other, one)
    with pytest.raises(UsageError) as caught:
        undo(library, back)
    assert caught.value.code == "merge-circle"
    assert library.names.canonical("person", other) == one


@pytest.mark.parametrize(
    ("decide", "code"),
    [
        (lambda lib, a, o: merge(lib, a, a), "merge-same"),
        (lambda lib, a, o: merge(lib, a, o), "merge-kinds"),
        (lambda lib, a, o: merge(lib, a, 999), "record-missing"),
        (lambda lib, a, o: rename(lib, a, "  "), "name-empty"),
        (lambda lib, a, o: rename(lib, a, "…"), "name-empty"),
        (lambda lib, a, o: always(lib, "...", record=a), "name-empty"),
        (lambda lib, a, o: rename(lib, a, "Quay " * 100), "name-long"),
        (lambda lib, a, o: split(lib, a, articles=[GARDEN], name="—"), "name-empty"),
        (lambda lib, a, o: split(lib, a), "split-nothing-named"),
        (lambda lib, a, o: split(lib, a, articles=[GARDEN]), "split-nothing-there"),
        (lambda lib, a, o: change_kind(lib, a, Kind.PERSON), "kind-same"),
        (lambda lib, a, o: edit_facts(lib, a, {"gnd": "118540239"}), "identifier-malformed"),
        (lambda lib, a, o: edit_facts(lib, a, {"shoe": "41"}), "fact-unknown"),
        (lambda lib, a, o: edit_facts(lib, a, {}), "facts-missing"),
        (lambda lib, a, o: remove_variant(lib, a, "ingrid solbakken"), "variant-preferred"),
        (lambda lib, a, o: undo(lib, 99), "correction-missing"),
        (lambda lib, a, o: reject_here(lib, HARBOUR, span=Span(99_990, 99_991)), "mention-missing"),
        (lambda lib, a, o: set_speaker(lib, HARBOUR, Span(0, 1), a), "quotation-missing"),
        (lambda lib, a, o: always(lib, "crane"), "entity-not-said"),
        (lambda lib, a, o: add_mention(lib, HARBOUR, Span(0, 99_999), record=a), "passage-empty"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    library: Library, decide: Callable[[Library, int, int], int], code: str
) -> None:
    before = facet(library, "person"), log_of(library)
    with pytest.raises(UsageError) as caught:
        decide(library, record(library, "Ingrid Solbakken"), record(library, "Oslo", "place"))
    assert caught.value.code == code
    assert (facet(library, "person"), log_of(library)) == before


def test_articles_are_split_off_to_a_namesake(library: Library, tmp_path: Path) -> None:
    text = "A poet reads\n\n“The sea has no handle and no door either,” said Ingrid Solbakken in a bookshop in Bergen."
    article = add_article(library, tmp_path, "poet.txt", text)
    number = record(library, "Ingrid Solbakken")
    decision = split(library, number, articles=[article], name="Ingrid Solbakken (poet)")
    library.refresh()
    poet = record(library, "Ingrid Solbakken (poet)")
    assert (with_person(library, number), with_person(library, poet)) == ([HARBOUR], [article])
    assert speakers(library, article) == ["Ingrid Solbakken (poet)"]
    undo(library, decision)
    library.refresh()
    assert with_person(library, number) == [HARBOUR, article]
    assert speakers(library, article) == ["Ingrid Solbakken"]


def test_variant_is_split_off_for_later_articles_too(library: Library, tmp_path: Path) -> None:
    one, other = record(library, "Tomas Okafor"), record(library, "Ingrid Solbakken")
    merge(library, one, other)
    split(library, other, variants=["Tomas Okafor"], name="T. Okafor")
    library.refresh()
    director = record(library, "T. Okafor")
    assert (with_person(library, director), with_person(library, other)) == ([GARDEN], [HARBOUR])
    text = "Night house\n\n“Nobody will sleep here before the month is over,” said Tomas Okafor in Halden on Friday."
    article = add_article(library, tmp_path, "later.txt", text)
    assert named(library, article)["Tomas Okafor"] == ("T. Okafor", director)


def test_kind_changes_facets_at_once_and_is_undone(library: Library) -> None:
    number = record(library, "Oslo", "place")
    decision = change_kind(library, number, Kind.ORGANISATION)
    assert "Oslo" not in facet(library, "place")
    library.refresh()
    assert facet(library, "organisation")["Oslo"] == 1
    undo(library, decision)
    assert "Oslo" not in facet(library, "organisation")
    library.refresh()
    assert facet(library, "place")["Oslo"] == 1


def test_no_entity_anywhere_holds_for_later_articles(library: Library, tmp_path: Path) -> None:
    number = record(library, "Ingrid Solbakken")
    decision = reject(library, number)
    assert "Ingrid Solbakken" not in facet(library, "person")
    assert speakers(library, HARBOUR) == [None, None]
    text = "The mayor wrote\n\n“We shall see what the harbour needs next year,” said Ingrid Solbakken in Oslo on Monday."
    article = add_article(library, tmp_path, "more.txt", text)
    assert "Ingrid Solbakken" not in named(library, article)
    undo(library, decision)
    library.refresh()
    assert with_person(library, number) == [HARBOUR, article]


def test_no_entity_in_one_article_or_at_one_place(library: Library) -> None:
    view = read_article(library, HARBOUR)
    oslo = next(m for m in view.mentions if m.surface == "Oslo")
    place = reject_here(library, HARBOUR, span=oslo.span)
    assert "Oslo" not in named(library, HARBOUR)
    library.refresh()
    assert "Oslo" not in facet(library, "place")
    mayor = record(library, "Ingrid Solbakken")
    whole = reject_here(library, HARBOUR, record=mayor)
    assert speakers(library, HARBOUR) == [None, None]
    assert mayor not in {number for _, number in named(library, HARBOUR).values()}
    undo(library, place)
    undo(library, whole)
    library.refresh()
    assert read_article(library, HARBOUR).mentions == view.mentions
    assert speakers(library, HARBOUR) == ["Ingrid Solbakken"] * 2


def test_passage_is_a_person_because_a_person_says_so(library: Library) -> None:
    view = read_article(library, HARBOUR)
    at = view.body.index("harbour master")
    decision = add_mention(library, HARBOUR, Span(at, at + len("harbour master")), kind=Kind.PERSON, name="Odd Lunde")
    library.refresh()
    assert named(library, HARBOUR)["harbour master"][0] == "Odd Lunde"
    assert facet(library, "person")["Odd Lunde"] == 1
    undo(library, decision)
    library.refresh()
    assert read_article(library, HARBOUR).mentions == view.mentions


def test_speaker_is_set_and_cleared(library: Library) -> None:
    view = read_article(library, HARBOUR)
    other = record(library, "Tomas Okafor")
    first, second = (q.span for q in view.quotations)
    decision = set_speaker(library, HARBOUR, first, other)
    set_speaker(library, HARBOUR, second, None)
    library.refresh()
    assert speakers(library, HARBOUR) == ["Tomas Okafor", None]
    assert find(library, Query('speaker:okafor "waits"')).results.total == 1
    undo(library, decision)
    assert speakers(library, HARBOUR) == ["Ingrid Solbakken", None]


def test_text_is_always_treated_so_now_and_later(library: Library, tmp_path: Path) -> None:
    mayor = record(library, "Ingrid Solbakken")
    decision = always(library, "Varnsund", record=mayor)
    library.refresh()
    view = read_article(library, HARBOUR)
    assert {m.record for m in view.mentions if m.surface == "Varnsund"} == {mayor}
    longer = [m.surface for m in view.mentions if "Varnsund" in m.surface and m.record != mayor]
    assert all(" " in surface for surface in longer)
    article = add_article(library, tmp_path, "later.txt", "Fog\n\nFog lay on Varnsund all day, and nobody saw the quay.")
    assert named(library, article)["Varnsund"][1] == mayor
    undo(library, decision)
    library.refresh()
    assert mayor not in {m.record for m in read_article(library, HARBOUR).mentions if m.surface == "Varnsund"}
    assert "Varnsund" not in named(library, article)


def test_one_place_stands_against_what_is_always_so(library: Library) -> None:
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    always(library, "Varnsund", record=mayor)
    spans = [m.span for m in read_article(library, HARBOUR).mentions if m.surface == "Varnsund" and m.record == mayor]
    decision = add_mention(library, HARBOUR, spans[0], record=director)
    always(library, "VARNSUND", record=mayor)
    at = {m.span: m.record for m in read_article(library, HARBOUR).mentions}
    assert [at[span] for span in spans] == [director, *[mayor] * (len(spans) - 1)]
    undo(library, decision)
    at = {m.span: m.record for m in read_article(library, HARBOUR).mentions}
    assert [at[span] for span in spans] == [mayor] * len(spans)


def test_facts_and_variants_are_kept_and_undone(library: Library) -> None:
    number = record(library, "Ingrid Solbakken")
    facts = {
        "wikidata": "https://www.wikidata.org/wiki/Q42",
        "dates": "1961–",
        "titles": "Mayor; Dr",
        "isni": "0000 0001 2103 2683",
    }
    first = edit_facts(library, number, facts)
    second = edit_facts(library, number, {"wikidata": "", "note": "born in Bergen"})
    third = add_variant(library, number, "The Iron Mayor")
    with library.archive.reading() as session:
        row = session.get_one(Authority, number)
    assert (row.wikidata, row.isni, row.dates, row.note, row.status) == (
        None,
        "0000000121032683",
        "1961–",
        "born in Bergen",
        "confirmed",
    )
    assert library.names.find("person", "iron mayor") == {number}
    for decision in (first, second, third):
        undo(library, decision)
    with library.archive.reading() as session:
        row = session.get_one(Authority, number)
    assert (row.wikidata, row.isni, row.dates, row.note, row.status) == (None, None, None, None, "auto")
    assert library.names.find("person", "iron mayor") == frozenset()


def test_seen_variant_is_taken_away_and_comes_back(library: Library) -> None:
    number = record(library, "Ingrid Solbakken")
    assert library.names.exactly("person", "Solbakken") == {number}
    decision = remove_variant(library, number, "Solbakken")
    assert library.names.exactly("person", "Solbakken") == frozenset()
    undo(library, decision)
    assert library.names.exactly("person", "Solbakken") == {number}


def test_log_tells_who_did_what_and_undoing_is_in_it(library: Library) -> None:
    number = record(library, "Ingrid Solbakken")
    decision = confirm(library, number)
    undoing = undo(library, decision)
    with pytest.raises(UsageError) as caught:
        undo(library, decision)
    assert caught.value.code == "correction-undone"
    with library.archive.reading() as session:
        newest, first = log(session, record=number)
        status = session.exec(select(Authority.status).where(Authority.id == number)).one()
    assert (newest.kind, newest.rule, first.kind, first.undone_by) == ("undo", {"of": decision}, "confirm", undoing)
    assert first.user_name
    assert first.at
    assert status == "auto"
    undo(library, undoing)
    with library.archive.reading() as session:
        assert session.get_one(Authority, number).status == "confirmed"


def test_changed_articles_stand_in_the_change_log(library: Library) -> None:
    seq = library.archive.last_seq()
    merge(library, record(library, "Tomas Okafor"), record(library, "Ingrid Solbakken"))
    with library.archive.reading() as session:
        rows = session.exec(select(Change).where(Change.seq > seq)).all()  # type: ignore[operator]
    assert [(row.article_id, row.op) for row in rows] == [(GARDEN, "update")]


def test_rejected_record_is_led_to_only_after_it_was_confirmed(library: Library) -> None:
    director = record(library, "Tomas Okafor")
    reject(library, director)
    quoted = read_article(library, HARBOUR).quotations[0].span
    for decide in (
        lambda: set_speaker(library, HARBOUR, quoted, director),
        lambda: add_mention(library, HARBOUR, Span(0, 3), kind=Kind.PERSON, name="Tomas Okafor"),
        lambda: always(library, "Varnsund", record=director),
        lambda: merge(library, record(library, "Ingrid Solbakken"), director),
    ):
        with pytest.raises(UsageError) as caught:
            decide()
        assert caught.value.code == "record-rejected"
    confirm(library, director)
    library.refresh()
    assert facet(library, "person")["Tomas Okafor"] == 1
    set_speaker(library, HARBOUR, quoted, director)


def test_decision_that_changes_no_index_leaves_it_alone(library: Library) -> None:
    mayor = record(library, "Ingrid Solbakken")
    for decide in (
        lambda: confirm(library, mayor),
        lambda: rename(library, mayor, "Countess Solbakken"),
        lambda: edit_facts(library, mayor, {"note": "x"}),
    ):
        decide()
    assert library.pending() == 0


def test_several_records_are_merged_all_or_none(library: Library) -> None:
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    with pytest.raises(UsageError, match="merge-kinds"):
        merge_all(library, [mayor, director, record(library, "Oslo", "place")], mayor)
    assert facet(library, "person")["Tomas Okafor"] == 1
    (made,) = merge_all(library, [mayor, director], mayor)
    assert with_person(library, mayor) == [GARDEN, HARBOUR]
    undo(library, made)
    assert facet(library, "person")["Tomas Okafor"] == 1


def test_speaker_may_be_a_name_that_is_new_here(library: Library) -> None:
    span = read_article(library, HARBOUR).quotations[0].span
    made = set_speaker(library, HARBOUR, span, None, name="Pia Lund")
    library.refresh()
    assert speakers(library, HARBOUR)[0] == "Pia Lund"
    assert facet(library, "speaker")["Pia Lund"] == 1
    undo(library, made)
    assert speakers(library, HARBOUR)[0] == "Ingrid Solbakken"
    set_speaker(library, HARBOUR, span, None, name="Harbour Board", kind=Kind.ORGANISATION)
    assert record(library, "Harbour Board", "organisation")
