"""The names that search applies: those of a few changed records are renewed as if all had been read again."""

from app.model.recognition import Kind
from app.workflows.corrections import add_variant, change_kind, merge, reject, rename
from app.workflows.library import Library
from app.workflows.mention_corrections import undo
from app.workflows.names import ArchiveNames


def shelves(names: ArchiveNames) -> dict[str, object]:
    return {
        kind: (s.preferred, s.merged, s.rejected, s.left, s.names, s.absorbed, s.words, s.whole)
        for kind, s in names._shelves.items()
    }


def record(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


def test_renewed_names_are_those_of_the_whole_archive(library: Library) -> None:
    mayor, director, oslo = (
        record(library, "Ingrid Solbakken"),
        record(library, "Tomas Okafor"),
        record(library, "Oslo", "place"),
    )
    first = library.names
    before = repr(shelves(first))
    decisions: list[int] = []
    for decide in (
        lambda: rename(library, mayor, "Countess Solbakken"),
        lambda: add_variant(library, mayor, "Okafor the Elder"),
        lambda: change_kind(library, oslo, Kind.ORGANISATION),
        lambda: merge(library, director, mayor),
        lambda: reject(library, oslo),
        *(lambda at=at: undo(library, decisions[at]) for at in range(5)),
    ):
        decisions.append(decide())
        with library.archive.reading() as session:
            assert shelves(library.names) == shelves(ArchiveNames(session))
    assert repr(shelves(first)) == before


def test_record_of_another_kind_is_moved_in_all_that_it_was(library: Library) -> None:
    oslo = record(library, "Oslo", "place")
    change_kind(library, oslo, Kind.PERSON)
    assert str(oslo) in library.names.moved("place")
    assert library.names.canonical("place", oslo) is None
    assert library.names.canonical("person", oslo) == oslo
