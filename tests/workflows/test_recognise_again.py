"""Names recognised again with other rules: nothing that a person decided is lost, a run goes on where it was stopped."""

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from app.base.progress import CancelToken, Progress
from app.base.spans import Span
from app.entities import Recogniser, load_recogniser
from app.entities.candidates import Candidate
from app.entities.tokens import Tokens
from app.model.recognition import Kind
from app.model.tables import Article, Authority, Body, Event, MentionRow, Meta
from app.workflows import examine, recognise_again
from app.workflows.corrections import add_variant, change_kind, confirm, edit_facts, merge, reject, rename, split
from app.workflows.library import Library
from app.workflows.mention_corrections import add_mention, always, reject_here, set_speaker, undo
from app.workflows.read import read_article

GARDEN, HARBOUR, RIVER = 1, 2, 3


class LaterTagger:
    """The tagger of now, as a later version that no longer finds some words and takes others for more than they are."""

    version = "later/9"

    def __init__(self, without: tuple[str, ...] = ()) -> None:
        self._tagger = load_recogniser()._tagger
        self._without = without

    def tag(self, texts: tuple[Tokens, ...], *, language: str = "en") -> list[Candidate]:
        found = self._tagger.tag(texts, language=language)
        return [c for c in found if texts[c.text].surface(c.first, c.last) not in self._without]


def use(monkeypatch: pytest.MonkeyPatch, *without: str) -> None:
    later = Recogniser(load_recogniser()._lexicon, LaterTagger(without))
    monkeypatch.setattr(examine, "load_recogniser", lambda: later)


def state(library: Library) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for article in (GARDEN, HARBOUR, RIVER):
        view = read_article(library, article)
        mentions = sorted((m.span, m.kind, m.label, m.record) for m in view.mentions)
        found[article] = (view.body_sha256, mentions, [(q.span, q.speaker) for q in view.quotations])
    with library.archive.reading() as session:
        found[0] = session.exec(
            select(Authority.id, Authority.preferred, Authority.kind, Authority.status, Authority.merged_into)
        ).all()
    return found


def record(library: Library, name: str, kind: str = "person") -> int:
    (found,) = library.names.exactly(kind, name)  # type: ignore[arg-type]
    return found


def decide(library: Library) -> list[int]:
    """One decision of each kind."""
    mayor, director = record(library, "Ingrid Solbakken"), record(library, "Tomas Okafor")
    view = read_article(library, HARBOUR)
    oslo = next(m for m in view.mentions if m.surface == "Oslo")
    master = view.body.index("harbour master")
    decisions = [
        rename(library, mayor, "Ingrid M. Solbakken"),
        edit_facts(library, mayor, {"wikidata": "Q42"}),
        add_variant(library, mayor, "The Iron Mayor"),
        change_kind(library, record(library, "Basel", "place"), Kind.ORGANISATION),
        reject_here(library, HARBOUR, span=oslo.span),
        add_mention(library, HARBOUR, Span(master, master + 14), kind=Kind.PERSON, name="Odd Lunde"),
        set_speaker(library, HARBOUR, view.quotations[1].span, director),
        always(library, "Varnsund", kind=Kind.ORGANISATION),
        split(library, director, articles=[GARDEN], name="Tomas Okafor (garden)"),
        reject(library, record(library, "Rhine", "place")),
        confirm(library, record(library, "Halden", "place")),
    ]
    decisions.append(merge(library, director, mayor))
    return decisions


def test_every_decision_stays_and_can_still_be_undone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = state(library)
    decisions = decide(library)
    decided = state(library)
    assert decided != first
    use(monkeypatch)
    report = recognise_again.recognise_again(library.archive)
    assert (report.articles, report.changed, report.failed, report.version) == (3, 0, (), "later/9")
    library.refresh()
    assert state(library) == decided
    for decision in decisions:
        undo(library, decision)
    recognise_again.recognise_again(library.archive)
    library.refresh()
    undone = state(library)
    assert [undone[article] for article in (GARDEN, HARBOUR, RIVER)] == [first[article] for article in (GARDEN, HARBOUR, RIVER)]
    assert undone[0][: len(first[0])] == first[0]


def test_decided_mentions_stay_though_nothing_is_found_there_any_more(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = record(library, "Tomas Okafor")
    split(library, director, articles=[GARDEN], name="Tomas Okafor (garden)")
    decided = [m for m in read_article(library, GARDEN).mentions if m.label == "Tomas Okafor (garden)"]
    use(monkeypatch, "Tomas Okafor", "Okafor")
    recognise_again.recognise_again(library.archive)
    library.renew_names()
    assert [m for m in read_article(library, GARDEN).mentions if m.label == "Tomas Okafor (garden)"] == decided
    with library.archive.reading() as session:
        assert {
            m.decided_by is not None for m in session.exec(select(MentionRow).where(col(MentionRow.correction_id).is_not(None)))
        } == {True}


def test_what_changed_is_indexed_and_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.archive.reading() as session:
        bodies = session.exec(select(Body.id, Body.text, Body.revision)).all()
    use(monkeypatch, "Oslo")
    assert recognise_again.outdated(library.archive) == 3
    told: list[Progress] = []
    report = recognise_again.recognise_again(library.archive, only_outdated=True, report=told.append)
    assert (report.articles, report.changed) == (3, 1)
    assert (told[0], told[-1]) == (Progress(0, 3), Progress(3, 3))
    assert library.pending() == 1
    assert recognise_again.outdated(library.archive) == 0
    assert recognise_again.recognise_again(library.archive, only_outdated=True).articles == 0
    with library.archive.reading() as session:
        assert session.exec(select(Event.article_id).where(Event.kind == "recognised")).all() == [HARBOUR]
        assert session.exec(select(Body.id, Body.text, Body.revision)).all() == bodies
        assert {version for version in session.exec(select(MentionRow.version)) if version} == {"later/9"}


def test_run_that_was_stopped_goes_on_where_it_was(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)
    monkeypatch.setattr(recognise_again, "GROUP", 1)
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            token.cancel()

    report = recognise_again.recognise_again(library.archive, report=stop, cancel=token)
    assert (report.articles, report.cancelled, report.resumed) == (1, True, False)
    report = recognise_again.recognise_again(library.archive)
    assert (report.articles, report.cancelled, report.resumed) == (2, False, True)
    with library.archive.reading() as session:
        assert session.get(Meta, recognise_again.RUNNING) is None
    assert recognise_again.recognise_again(library.archive).articles == 3


def test_run_that_was_killed_keeps_whole_groups(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, "Oslo")
    monkeypatch.setattr(recognise_again, "GROUP", 1)

    def fail(progress: Progress) -> None:
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recognise_again.recognise_again(library.archive, report=fail)
    with library.archive.reading() as session:
        assert session.exec(select(Article.recognised).order_by(col(Article.id))).all()[:2] == ["later/9", "later/9"]
    assert recognise_again.recognise_again(library.archive).articles == 1


def test_worker_processes_find_the_same(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = state(library)
    monkeypatch.setattr(recognise_again, "FEW", 0)
    report = recognise_again.recognise_again(library.archive, jobs=1)
    assert (report.articles, report.changed, report.failed) == (3, 0, ())
    assert state(library) == before


def test_name_that_was_confirmed_is_found_where_it_was_not(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, "Ingrid Solbakken", "Solbakken")
    recognise_again.recognise_again(library.archive)
    library.renew_names()
    mayor = record(library, "Ingrid Solbakken")
    assert mayor not in {m.record for m in read_article(library, HARBOUR).mentions if m.surface == "Ingrid Solbakken"}
    confirm(library, mayor)
    recognise_again.recognise_again(library.archive)
    assert mayor in {m.record for m in read_article(library, HARBOUR).mentions if m.surface == "Ingrid Solbakken"}
