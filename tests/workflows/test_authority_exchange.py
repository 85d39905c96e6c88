"""Authority lists as files: written and read back exactly, taken in line by line, nothing merged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.cells import joined_cell, plain_cell, safe_cell, split_cell
from app.base.errors import ItemError
from app.base.text import one_line
from app.model.recognition import Kind
from app.workflows.authority_exchange import export_list, import_list, read_list
from app.workflows.authority_files import Entry, from_csv, from_skos, to_csv, to_skos
from app.workflows.authority_list import authorities, authority
from app.workflows.corrections import add_variant, confirm, edit_facts, merge, reject
from app.workflows.library import Library
from app.workflows.mention_corrections import undo

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).map(one_line).filter(bool)
NAMES = st.lists(TEXT, max_size=3, unique=True).map(tuple)
IDENTIFIERS = st.dictionaries(st.sampled_from(["wikidata", "viaf"]), st.integers(1, 10**9).map(str), max_size=2).map(
    lambda found: {scheme: f"Q{value}" if scheme == "wikidata" else value for scheme, value in found.items()}
)
ENTRIES = st.builds(
    Entry, kind=st.sampled_from(["person", "organisation", "place"]), name=TEXT, uid=st.uuids().map(str),
    status=st.sampled_from(["auto", "confirmed", "rejected"]), variants=NAMES, seen=NAMES, titles=NAMES, dates=TEXT, note=TEXT,
    identifiers=IDENTIFIERS, codes=st.lists(st.tuples(TEXT, TEXT), max_size=2, unique=True).map(tuple),
)  # fmt: skip


def record(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


def without_line(entry: Entry) -> Entry:
    return Entry(**{name: getattr(entry, name) for name in Entry.__dataclass_fields__ if name != "line"})


@given(st.lists(ENTRIES, max_size=4))
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    assert [without_line(each) for each in from_csv(to_csv(entries), path="x")] == entries
    assert [without_line(each) for each in from_skos(to_skos(entries), path="x")] == entries


@given(st.text())
def test_cell_is_no_formula_and_read_back(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain_cell(cell) == text
    assert plain_cell("'s-Hertogenbosch") == "'s-Hertogenbosch"


@given(NAMES)
def test_several_names_in_a_cell_are_read_back(names: tuple[str, ...]) -> None:
    assert split_cell(joined_cell(names)) == names


@pytest.mark.parametrize("name", ["list.csv", "list.jsonld"])
def test_list_goes_into_an_empty_archive_and_out_again_as_it_was(library: Library, tmp_path: Path, name: str) -> None:
    mayor = record(library, "Ingrid Solbakken")
    edit_facts(
        library,
        mayor,
        {"wikidata": "Q42", "gnd": "118540238", "dates": "1961–", "note": "=1+1\nborn | raised", "titles": "Mayor; Dr"},
    )
    add_variant(library, mayor, "The Iron | Mayor")
    merge(library, record(library, "Tomas Okafor"), mayor)
    reject(library, record(library, "Oslo", "place"))
    text, count = export_list(library, skos=name.endswith("ld"), everything=True)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    with Library.open(tmp_path / "other", create=True) as other:
        reports = import_list(other, read_list(path), source=name)
        assert {each.status for each in reports} == {"added"}
        assert len(reports) == count
        assert export_list(other, skos=name.endswith("ld"), everything=True) == (text, count)
        again = import_list(other, read_list(path), source=name)
        assert {each.status for each in again} == {"unchanged"}
        assert [each.name for each in authorities(other, status="rejected")] == ["Oslo"]


def take(library: Library, *entries: Entry) -> list[tuple[str, int | None, str]]:
    return [(each.status, each.record, each.code) for each in import_list(library, entries, source="list.csv")]


def test_equal_name_or_identifier_joins_and_fills_in(library: Library) -> None:
    mayor = record(library, "Ingrid Solbakken")
    edit_facts(library, mayor, {"wikidata": "Q42", "dates": "1961–"})
    by_name = Entry("person", "INGRID  Solbakken", identifiers={"viaf": "113230702"}, dates="1900", variants=("I. Solbakken",))
    assert take(library, by_name) == [("joined", mayor, "list-by-name")]
    by_identifier = Entry("person", "Somebody", identifiers={"wikidata": "https://www.wikidata.org/wiki/Q42"}, note="a mayor")
    assert take(library, by_identifier) == [("joined", mayor, "list-by-identifier")]
    view = authority(library, mayor)
    assert (view.summary.name, view.summary.dates, view.note) == ("Ingrid Solbakken", "1961–", "a mayor")
    assert view.identifiers == {"wikidata": "Q42", "viaf": "113230702"}
    assert "I. Solbakken" in {each.name for each in view.variants}


def test_line_that_does_not_fit_is_refused_with_its_reason(library: Library) -> None:
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    edit_facts(library, mayor, {"wikidata": "Q42"})
    edit_facts(library, director, {"viaf": "113230702"})
    reject(library, record(library, "Oslo", "place"))
    refused = take(
        library,
        Entry("organisation", "Solbakken Ltd", identifiers={"wikidata": "Q42"}),
        Entry("person", "Ingrid Solbakken", identifiers={"wikidata": "Q43"}),
        Entry("person", "Both", identifiers={"wikidata": "Q42", "viaf": "113230702"}),
        Entry("place", "Oslo"),
        Entry("ship", "Blue Heron"),
        Entry("person", " "),
        Entry("person", "Nobody", status="maybe"),
        Entry("person", "Nobody", identifiers={"isni": "1"}),
        Entry("person", "Nobody", codes=(("factiva-co", ""),)),
    )
    assert [status for status, _, _ in refused] == ["refused"] * 9
    assert [code for _, _, code in refused] == [
        "list-other-kind", "list-disagrees", "list-two-records", "record-rejected", "list-kind", "name-empty", "list-status",
        "identifier-malformed", "list-code",
    ]  # fmt: skip
    assert library.names.exactly("person", "Nobody") == frozenset()


def test_line_is_a_decision_that_can_be_undone(library: Library) -> None:
    ((status, number, _),) = take(library, Entry("person", "Odd Lunde", variants=("O. Lunde",), identifiers={"wikidata": "Q7"}))
    assert status == "added"
    assert library.names.exactly("person", "O. Lunde") == {number}
    made = authority(library, number or 0)
    assert made.summary.status == "confirmed"
    undo(library, made.decisions[0].correction_id)
    undone = authority(library, number or 0)
    assert (undone.summary.status, undone.identifiers, undone.variants) == ("auto", {}, ())


def test_lines_of_one_list_join_each_other(library: Library) -> None:
    first, second, third = take(
        library,
        Entry("person", "Odd Lunde", identifiers={"wikidata": "Q7"}),
        Entry("person", "odd lunde", variants=("O. Lunde",)),
        Entry("person", "Odd Lunde", identifiers={"wikidata": "Q8"}),
    )
    assert (first[0], second[0], first[1]) == ("added", "joined", second[1])
    assert third[2] == "list-disagrees"


def test_unconfirmed_record_of_one_article_is_no_part_of_the_list(library: Library) -> None:
    assert export_list(library)[1] == 0
    confirm(library, record(library, "Ingrid Solbakken"))
    text, count = export_list(library)
    assert count == 1
    assert "Ingrid Solbakken" in text


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"name,shoe\nx,41\n", "list-heading"),
        ("a.csv", b"", "list-heading"),
        ("a.csv", b"\xff\xfe\x00", "list-unreadable"),
        ("a.jsonld", b"{", "list-unreadable"),
        ("a.jsonld", b"[" * 100_000, "list-unreadable"),
        ("a.jsonld", b'{"@graph": 7}', "list-unreadable"),
    ],
)
def test_file_that_is_no_list_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ItemError) as caught:
        read_list(path)
    assert caught.value.code == code
    with pytest.raises(ItemError):
        read_list(tmp_path / "missing.csv")


def test_list_of_another_program_is_read(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "theirs.json"
    path.write_text(
        """{"@context": {"@vocab": "http://www.w3.org/2004/02/skos/core#"}, "@graph": [{"@id": "http://example.org/1",
        "@type": ["Concept", "http://schema.org/Person"], "prefLabel": {"@value": "Odd Lunde", "@language": "no"},
        "altLabel": ["O. Lunde"], "exactMatch": [{"@id": "http://viaf.org/viaf/113230702"}, {"@id": "http://example.org/2"}],
        "notation": "L7"}]}""",
        encoding="utf-8",
    )
    (report,) = import_list(library, read_list(path), source="theirs.json")
    view = authority(library, report.record or 0)
    assert (view.summary.kind, view.summary.name, view.identifiers) == (Kind.PERSON, "Odd Lunde", {"viaf": "113230702"})
    assert view.codes == (("notation", "L7"),)
