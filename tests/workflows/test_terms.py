"""Terms that a person sees to: confirmed once for a source and its notice, put in other words, and those of a source's profile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from app.base.errors import QuoteError
from app.index.query import Query
from app.model.tables import Article, Event, Excerpt
from app.workflows.find import find
from app.workflows.ingest import ingest
from app.workflows.ledger import verify
from app.workflows.library import Library
from app.workflows.passages import find_passage
from app.workflows.quote import hand_out, measure
from app.workflows.quoting import QuoteRequest
from app.workflows.read import read_article
from app.workflows.terms import confirm_terms, reword_terms, terms_in, terms_of, view_terms

NOTICE = "No more than 50 words of an article by Quay Press may be quoted, with a link to the article.\n"
BODY = "The lock of Halden was opened at noon. Boats had waited in front of it since Friday, and their owners were glad.\n"


def article(name: str, *, source: str = "Quay Press", url: str = "", notice: str = NOTICE) -> str:
    head = f"---\ntitle: Lock {name} opened\nsource: {source}\n" + (f"url: {url}\n" if url else "") + "---\n\n"
    return f"{head}{BODY}\nThe {name} boat went first.\n\n{notice}"


def take_in(library: Library, folder: Path, **texts: str) -> dict[str, int]:
    """Import texts by name and return the ids of their articles."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    batch = ingest(library.archive, [folder / f"{name}.md" for name in texts], jobs=1)
    assert batch.failed == 0
    library.refresh()
    with library.archive.reading() as session:
        rows = session.exec(select(Article.id, Article.headline)).all()
    return {name: id_ for name in texts for id_, headline in rows if id_ and f" {name} " in headline}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "archive", create=True) as opened:
        yield opened


def test_terms_are_confirmed_once_for_a_source(empty: Library, tmp_path: Path) -> None:
    ids = take_in(
        empty, tmp_path / "in", first=article("first"), second=article("second"), other=article("other", source="Bay Post")
    )
    assert confirm_terms(empty, ids["first"]) == 2
    assert terms_of(empty, ids["second"]).confirmed_at
    assert terms_of(empty, ids["second"]).caps == terms_of(empty, ids["first"]).caps
    assert not terms_of(empty, ids["other"]).confirmed_at
    later = take_in(empty, tmp_path / "in", third=article("third"))
    assert terms_of(empty, later["third"]).confirmed_at


def test_other_notice_of_the_same_source_is_not_confirmed_with_it(empty: Library, tmp_path: Path) -> None:
    stricter = NOTICE.replace("50", "20")
    ids = take_in(
        empty,
        tmp_path / "in",
        first=article("first"),
        second=article("second", notice=stricter),
        bare=article("bare", notice=""),
    )
    assert confirm_terms(empty, ids["first"]) == 1
    assert not terms_of(empty, ids["second"]).confirmed_at
    assert terms_of(empty, ids["bare"]).kind == "unknown"


def test_spacing_of_a_notice_makes_no_difference(empty: Library, tmp_path: Path) -> None:
    wrapped = NOTICE.replace("may be quoted", "may  be\nquoted")
    ids = take_in(empty, tmp_path / "in", first=article("first"), second=article("second", notice=wrapped))
    assert confirm_terms(empty, ids["first"]) == 2
    assert terms_of(empty, ids["second"]).confirmed_at


def test_terms_in_the_users_words_hold_for_the_source_and_what_comes_later(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", first=article("first", notice=""), second=article("second", notice=""))
    assert reword_terms(empty, ids["first"], "Up to 5 words may be quoted with a link.") == 2
    found = terms_of(empty, ids["second"])
    assert (found.origin, [str(cap.n) for cap in found.caps], found.link) == ("user", ["5"], True)
    later = take_in(empty, tmp_path / "in", third=article("third", notice=""), noted=article("noted"))
    assert terms_of(empty, later["third"]).origin == "user"
    assert terms_of(empty, later["noted"]).origin == "footer"


def test_words_without_terms_change_nothing(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", first=article("first"))
    with pytest.raises(QuoteError) as caught:
        reword_terms(empty, ids["first"], "Be nice.")
    assert caught.value.code == "terms-not-understood"
    assert terms_of(empty, ids["first"]).origin == "footer"


def test_nothing_to_confirm_is_told(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", bare=article("bare", notice=""))
    with pytest.raises(QuoteError) as caught:
        confirm_terms(empty, ids["bare"])
    assert caught.value.code == "terms-unknown"


def test_change_of_terms_is_an_event_and_search_follows(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", first=article("first"))
    reword_terms(empty, ids["first"], "At most 30 words may be quoted.")
    empty.refresh()
    assert find(empty, Query(text='licence:"≤ 30 words"')).results.total == 1
    with empty.archive.reading() as session:
        assert session.exec(select(Event.kind).where(Event.article_id == ids["first"])).all() == ["imported", "terms"]


def test_terms_of_a_profile_give_no_licence_before_they_are_confirmed(empty: Library, tmp_path: Path) -> None:
    url = "https://criticalblast.com/articles/lock"
    ids = take_in(empty, tmp_path / "in", known=article("known", source="Critical Blast", url=url, notice=""))
    found = terms_of(empty, ids["known"])
    assert (found.origin, found.kind) == ("profile", "quote_cap")
    spans = find_passage(read_article(empty, ids["known"]).body, "Boats had waited")
    request = QuoteRequest(ids["known"], spans, "my-site.example")
    assert measure(empty, request).reason == "unconfirmed"
    assert hand_out(empty, request).payload is None
    assert confirm_terms(empty, ids["known"]) == 1
    answer = hand_out(empty, request)
    assert answer.payload is not None
    assert answer.assessment.measures["words"].cap == 100


def test_free_profile_is_to_be_confirmed_too(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", free=article("free", source="NASA", url="https://www.nasa.gov/lock", notice=""))
    request = QuoteRequest(
        ids["free"], find_passage(read_article(empty, ids["free"]).body, "Boats had waited"), "my-site.example"
    )
    assert measure(empty, request).reason == "unconfirmed"
    confirm_terms(empty, ids["free"])
    assert hand_out(empty, request).payload is not None


def test_own_notice_stands_above_the_profile(empty: Library, tmp_path: Path) -> None:
    url = "https://criticalblast.com/articles/lock"
    ids = take_in(empty, tmp_path / "in", own=article("own", source="Critical Blast", url=url))
    found = terms_of(empty, ids["own"])
    assert (found.origin, [str(cap.n) for cap in found.caps]) == ("footer", ["50"])


def test_copy_with_changed_terms_makes_a_new_version_and_old_rows_keep_theirs(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", first=article("first"))
    spans = find_passage(read_article(empty, ids["first"]).body, "Boats had waited")
    request = QuoteRequest(ids["first"], spans, "my-site.example", url="https://quay.example/lock")
    assert hand_out(empty, request).payload is not None
    with empty.archive.reading() as session:
        judged_by = session.exec(select(Excerpt.rights_statement_id)).one()
    (tmp_path / "in" / "again.md").write_text(article("first", notice=NOTICE.replace("50", "2")), encoding="utf-8")
    batch = ingest(empty.archive, [tmp_path / "in" / "again.md"], jobs=1)
    (item,) = batch.items
    assert (item.status, item.code, item.article_ids) == ("needs_review", "terms-changed", (ids["first"],))
    assert measure(empty, request).reason == "over_cap"
    with empty.archive.reading() as session:
        row = session.exec(select(Excerpt)).one()
        assert row.rights_statement_id == judged_by
        assert session.get_one(Article, ids["first"]).rights_statement_id != judged_by
    assert verify(empty).whole


def test_copy_with_the_same_terms_changes_nothing_also_after_they_were_reworded(empty: Library, tmp_path: Path) -> None:
    ids = take_in(empty, tmp_path / "in", first=article("first"))
    reword_terms(empty, ids["first"], "Up to 5 words may be quoted.")
    for number, notice in enumerate((NOTICE.replace(" may", "  may"), "")):
        path = tmp_path / "in" / f"again-{number}.md"
        path.write_text(article("first", notice=notice), encoding="utf-8")
        (item,) = ingest(empty.archive, [path], jobs=1).items
        assert item.status == "duplicate"
    assert terms_of(empty, ids["first"]).origin == "user"


def test_a_look_at_terms_counts_what_a_confirmation_would_hold_for(empty: Library, tmp_path: Path) -> None:
    ids = take_in(
        empty,
        tmp_path / "in",
        first=article("first"),
        second=article("second", notice=NOTICE.upper()),
        other=article("other", notice=NOTICE.replace("50", "20")),
    )
    seen = view_terms(empty, ids["first"])
    assert (seen.same_notice, seen.statement) == (2, terms_of(empty, ids["first"]))
    assert seen.same_notice == confirm_terms(empty, ids["first"])
    assert view_terms(empty, ids["other"]).same_notice == 1
    assert seen.terms_page is None


def test_a_look_at_a_profile_names_the_page_of_its_terms(empty: Library, tmp_path: Path) -> None:
    url = "https://criticalblast.com/articles/lock"
    ids = take_in(empty, tmp_path / "in", known=article("known", source="Critical Blast", url=url, notice=""))
    seen = view_terms(empty, ids["known"])
    assert (seen.terms_page, seen.target) == ("https://criticalblast.com/content/reprint-policy", url)


def test_words_are_read_without_changing_anything() -> None:
    found = terms_in("At most 30 words may be quoted.")
    assert (found.origin, [str(cap.n) for cap in found.caps], found.confirmed_at) == ("user", ["30"], None)
    with pytest.raises(QuoteError):
        terms_in("Be nice.")
