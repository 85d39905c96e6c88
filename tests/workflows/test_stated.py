"""What a document states itself, by name and code: kept, shown, counted, and one record for one code."""

from collections.abc import Iterable

import pytest

from app.archive import Archive
from app.base.clock import utc_now
from app.entities import GivenNames
from app.index.query import Query
from app.model.captured import CapturedArticle, Stated, StatedEntity
from app.model.recognition import Kind
from app.rights import count
from app.workflows.authorities import AuthorityDesk
from app.workflows.authority_list import authority
from app.workflows.corrections import change_kind, merge, split
from app.workflows.examine import recognise, terms
from app.workflows.find import find
from app.workflows.keep import keep_article, keep_original
from app.workflows.library import Library
from app.workflows.mention_corrections import reject_here, undo
from app.workflows.prepare import PreparedArticle
from app.workflows.read import read_article
from app.workflows.recognise_again import recognise_again

ORG = Kind.ORGANISATION
TEXT = "The steel mill at Varnsund closed on Monday. Nobody at Norsund Steel wanted to speak about the reasons for it."


def keep(archive: Archive, body: str, entities: Iterable[StatedEntity], number: int = 0) -> int:
    captured = CapturedArticle(body=body, headline=Stated(f"Headline {number}", "stated", "x"), entities=tuple(entities))
    prepared = PreparedArticle(
        captured, terms(captured), recognise(captured, GivenNames()), count(body), f"{number}", f"{number}"
    )
    with archive.transaction() as session:
        original = keep_original(session, f"{number}", size=1, media_type="x", encoding=None, now=utc_now())
        article = keep_article(session, prepared, original=original, desk=AuthorityDesk(session), now=utc_now())
        return article.id or 0


@pytest.fixture
def stated(library: Library) -> tuple[Library, int, int]:
    """Two articles that name one company by its code under two names, the first in its text; and a subject."""
    company = StatedEntity(ORG, "Norsund Steel", "ninjs", "NSTL", "factiva-co")
    energy = StatedEntity(None, "Metals", "ninjs", "i22", "factiva-in")
    first = keep(library.archive, TEXT, (company, energy), 1)
    other = StatedEntity(ORG, "NORSUND STEEL GROUP", "newsml", "NSTL", "factiva-co")
    second = keep(library.archive, "Prices of steel fell again, as they had all year long.", (other,), 2)
    library.refresh()
    return library, first, second


def facet(library: Library, name: str) -> dict[str, int]:
    return {row.label: row.count for row in find(library, Query()).facets[name]}  # type: ignore[index]


def test_one_code_is_one_record_and_a_facet_though_no_text_names_it(stated: tuple[Library, int, int]) -> None:
    library, first, second = stated
    assert facet(library, "organisation")["Norsund Steel"] == 2
    one, subject = read_article(library, first).stated
    assert (one.kind, one.scheme, one.code, one.where, one.label) == (ORG, "factiva-co", "NSTL", "ninjs", "Norsund Steel")
    assert (subject.kind, subject.name, subject.record) == (None, "Metals", None)
    (other,) = read_article(library, second).stated
    assert other.record == one.record
    view = authority(library, one.record or 0)
    assert (view.codes, view.article_ids) == ((("factiva-co", "NSTL"),), (first, second))
    assert [each.name for each in view.variants] == ["NORSUND STEEL GROUP"]


def test_printed_name_has_the_stated_record(stated: tuple[Library, int, int]) -> None:
    library, first, _ = stated
    records = {m.record for m in read_article(library, first).mentions if m.surface == "Norsund Steel"}
    assert records == {read_article(library, first).stated[0].record}


def test_two_codes_of_a_scheme_are_two_records_of_one_name(library: Library) -> None:
    one = keep(library.archive, TEXT, [StatedEntity(ORG, "Norsund Steel", "x", "NSTL", "factiva-co")], 1)
    other = keep(library.archive, TEXT + " Later.", [StatedEntity(ORG, "Norsund Steel", "x", "NSTX", "factiva-co")], 2)
    (first,), (second,) = read_article(library, one).stated, read_article(library, other).stated
    assert first.record != second.record
    mention = next(m for m in read_article(library, other).mentions if m.surface == "Norsund Steel")
    assert mention.record == second.record


def test_address_of_an_identifier_is_its_code(library: Library) -> None:
    entity = StatedEntity(Kind.PERSON, "Ingrid Solbakken", "json-ld about", "https://www.wikidata.org/wiki/Q42")
    article = keep(library.archive, TEXT, [entity], 1)
    (found,) = read_article(library, article).stated
    assert (found.scheme, found.code) == ("wikidata", "Q42")


def test_decisions_hold_for_what_is_stated(stated: tuple[Library, int, int]) -> None:
    library, first, second = stated
    company = read_article(library, first).stated[0].record or 0
    decision = reject_here(library, first, record=company)
    library.refresh()
    assert facet(library, "organisation")["Norsund Steel"] == 1
    undo(library, decision)
    decision = split(library, company, articles=[second], name="Norsund Group")
    library.refresh()
    assert (facet(library, "organisation")["Norsund Steel"], facet(library, "organisation")["Norsund Group"]) == (1, 1)
    undo(library, decision)
    decision = change_kind(library, company, Kind.PLACE)
    library.refresh()
    assert facet(library, "place")["Norsund Steel"] == 2
    undo(library, decision)
    library.refresh()
    assert facet(library, "organisation")["Norsund Steel"] == 2


def test_merge_takes_what_is_stated_along(stated: tuple[Library, int, int]) -> None:
    library, first, second = stated
    company = read_article(library, first).stated[0].record or 0
    mill = keep(library.archive, "Nothing of note happened here.", [StatedEntity(ORG, "The Mill", "x")], 3)
    library.refresh()
    merge(library, company, read_article(library, mill).stated[0].record or 0)
    assert facet(library, "organisation")["The Mill"] == 3
    assert library.pending() == 2
    library.refresh()
    assert facet(library, "organisation")["The Mill"] == 3
    assert read_article(library, second).stated[0].label == "The Mill"


def test_recognised_again_it_is_stated_still(stated: tuple[Library, int, int]) -> None:
    library, first, _ = stated
    before = read_article(library, first)
    assert recognise_again(library.archive).changed == 0
    assert (read_article(library, first).stated, read_article(library, first).mentions) == (before.stated, before.mentions)
