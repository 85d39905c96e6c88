"""Any decisions in any order, undone in any order, some of them brought back: what is undone leaves nothing behind, and comes back as it was."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import select

from app.base.errors import UsageError
from app.base.spans import Span
from app.model.recognition import Kind
from app.model.tables import Authority
from app.workflows import recognise_again as recognise_module
from app.workflows.corrections import (
    add_variant,
    change_kind,
    confirm,
    edit_facts,
    merge,
    reject,
    remove_variant,
    rename,
    split,
)
from app.workflows.library import Library
from app.workflows.mention_corrections import add_mention, always, reject_here, set_speaker, undo
from app.workflows.names import ArchiveNames
from app.workflows.read import read_article

ARTICLES = (1, 2, 3)
Act = Callable[[Library, random.Random], int]


def seen(library: Library) -> Any:
    views = [read_article(library, article) for article in ARTICLES]
    names = [sorted((m.span, m.kind, m.label, m.record) for m in view.mentions) for view in views]
    return names, [[(q.span, q.speaker, q.speaker_id) for q in view.quotations] for view in views]


def records(library: Library) -> list[tuple[object, ...]]:
    with library.archive.reading() as session:
        rows = session.exec(select(Authority)).all()
    return [(r.id, r.kind, r.preferred, r.status, r.merged_into, r.titles, r.dates, r.wikidata) for r in rows]


def any_record(library: Library, chance: random.Random) -> int:
    return chance.choice(records(library))[0]  # type: ignore[return-value]


def any_span(library: Library, chance: random.Random, article: int) -> Span:
    view = read_article(library, article)
    if view.mentions and chance.random() < 0.7:
        return chance.choice([m.span for m in view.mentions if m.span.field == "body"] or [Span(0, 3)])
    start = chance.randrange(len(view.body) - 20)
    return Span(start, start + chance.randrange(3, 20))


def act(library: Library, chance: random.Random) -> int:
    one, other, article = any_record(library, chance), any_record(library, chance), chance.choice(ARTICLES)
    text = chance.choice(["Varnsund", "Oslo", "Solbakken", "Ingrid Solbakken", "Halden", "Rhine"])
    kind = chance.choice(list(Kind))
    acts: list[Callable[[], int]] = [
        lambda: rename(library, one, f"Name {chance.randrange(9)}"),
        lambda: merge(library, one, other),
        lambda: merge(library, one, other),
        lambda: split(library, one, articles=[article], name="Split off"),
        lambda: split(library, one, variants=[text]),
        lambda: change_kind(library, one, kind),
        lambda: reject(library, one),
        lambda: reject_here(library, article, record=one),
        lambda: reject_here(library, article, span=any_span(library, chance, article)),
        lambda: add_mention(library, article, any_span(library, chance, article), kind=kind, name=text),
        lambda: add_mention(library, article, any_span(library, chance, article), record=one),
        lambda: always(library, text, record=one),
        lambda: always(library, text, kind=kind),
        lambda: set_speaker(library, article, any_span(library, chance, article), chance.choice([one, None])),
        lambda: confirm(library, one),
        lambda: edit_facts(library, one, {"dates": str(chance.randrange(1900, 2000))}),
        lambda: add_variant(library, one, "A name that nobody printed"),
        lambda: remove_variant(library, one, text),
    ]
    return chance.choice(acts)()


def decide(library: Library, chance: random.Random, count: int) -> list[int]:
    made: list[int] = []
    while len(made) < count:
        try:
            made.append(act(library, chance))
        except UsageError:
            continue
    return made


@pytest.mark.parametrize("seed", range(8))
def test_all_undone_is_as_it_was(library: Library, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Names that were confirmed would be found where they were not before.
    monkeypatch.setattr(recognise_module, "known_names", lambda session: ())
    chance = random.Random(seed)
    first, known = seen(library), records(library)
    made = decide(library, chance, 25)
    with library.archive.reading() as session:
        assert library.names._shelves == ArchiveNames(session)._shelves
    decided, all_records = seen(library), records(library)
    recognise_module.recognise_again(library.archive)
    assert seen(library) == decided
    undone = [undo(library, decision) for decision in chance.sample(made, len(made))]
    if seed % 2:
        recognise_module.recognise_again(library.archive)
    assert seen(library) == first
    assert records(library)[: len(known)] == known
    for undoing in chance.sample(undone, len(undone)):
        undo(library, undoing)
    assert seen(library) == decided
    assert records(library) == all_records
