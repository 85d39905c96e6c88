"""Time decisions on records: a merge until search is right, until the index has followed, the list, and suggestions of 10,000 names."""

import argparse
import json
import os
import random
import time
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from sqlalchemy import insert
from sqlmodel import func, select

from app.entities.alike import RecordName, alike
from app.entities.lexicon import load_lexicon
from app.index.query import FacetFilter, Query
from app.model.recognition import Kind
from app.model.tables import Change, MentionRow
from app.workflows.authority_list import authorities
from app.workflows.corrections import merge
from app.workflows.find import find
from app.workflows.library import Library
from app.workflows.mention_corrections import undo
from app.workflows.suggestions import suggestions
from tests.benchmarks.archive import make_archive
from tests.benchmarks.corpus import articles
from tests.benchmarks.search import CACHE

GOAL_S, SUGGESTION_GOAL_S = 1.0, 3.0
NAMES = 10_000


def run(arguments: argparse.Namespace) -> int:
    """Print seconds; 0 when the merge was right in search and the suggestions were made within their goals."""
    folder: Path = arguments.folder / f"archive-{arguments.articles}-{arguments.words}"
    if not (folder / "archive.db").exists():
        make_archive(folder, articles(arguments.articles, words=arguments.words))
    told: dict[str, object] = {"articles": arguments.articles}
    with TemporaryDirectory(dir=arguments.folder) as place:
        # The archive is changed: a copy of it is, so that other benchmarks find theirs as it was.
        os.environ["PRESSMARK_CACHE"] = str(Path(place) / "cache")
        copy = Path(place) / "archive"
        copytree(folder, copy)
        with Library.open(copy) as library:
            told |= _merged(library, arguments.named)
            told |= _listed(library)
    told |= _suggested()
    print(json.dumps(told, indent=1))
    right = told["merge_right"] and told["undo_right"]
    return 0 if right and told["merge_s"] <= GOAL_S and told["suggest_10000_names_s"] <= SUGGESTION_GOAL_S else 1  # type: ignore[operator]


def _merged(library: Library, named: int) -> dict[str, object]:
    """Merge a record that `named` articles name into another; time until its facet counts both, then until the index follows."""
    one, other = _busiest(library, named)
    wanted = _articles(library, one) | _articles(library, other)
    # Who merges two records has searched before.
    own = _total(library, one)
    began = time.perf_counter()
    decision = merge(library, one, other)
    decided = time.perf_counter()
    found = _total(library, other)
    searched = time.perf_counter()
    with library.archive.reading() as session:
        changes = session.exec(select(func.count()).select_from(Change).where(Change.seq > library.index.checkpoint.seq)).one()  # type: ignore[operator]
    library.refresh()
    followed = time.perf_counter()
    again = _total(library, other)
    undoing = time.perf_counter()
    undo(library, decision)
    undone = time.perf_counter()
    library.refresh()
    return {
        "record_articles": own, "merge_right": found == again == len(wanted), "merge_s": round(searched - began, 3),
        "of_that_decision_s": round(decided - began, 3), "changes": changes, "index_followed_s": round(followed - searched, 2),
        "undo_s": round(undone - undoing, 3), "undo_right": _total(library, one) == own,
    }  # fmt: skip


def _busiest(library: Library, named: int) -> tuple[int, int]:
    """Return two people; the first is given mentions until so many articles name it."""
    with library.archive.reading() as session:
        counted = (
            select(MentionRow.authority_id, func.count()).where(MentionRow.kind == "person").group_by(MentionRow.authority_id)
        )  # type: ignore[arg-type]
        busiest = sorted(session.exec(counted), key=lambda row: -row[1])[:2]
        one, other = (record for record, _ in busiest)
    assert one is not None
    assert other is not None
    there = _articles(library, one)
    count = library.archive.article_count()
    missing = [id_ for id_ in range(1, count + 1) if id_ not in there][: max(named - len(there), 0)]
    rows = [
        {
            "article_id": id_, "body_id": id_, "field": "body", "start": 0, "end": 1, "surface": "x", "name": "x", "kind": "person",
            "authority_id": one, "how": "pattern", "confidence": 1.0, "version": "1",
        }
        for id_ in missing
    ]  # fmt: skip
    with library.archive.transaction() as session:
        if rows:
            session.execute(insert(MentionRow), rows)
        session.execute(
            insert(Change), [{"article_id": id_, "op": "update"} for id_ in missing] or [{"article_id": 1, "op": "update"}]
        )
    library.refresh()
    return one, other


def _articles(library: Library, record: int) -> set[int]:
    with library.archive.reading() as session:
        return set(session.exec(select(MentionRow.article_id).where(MentionRow.authority_id == record)))


def _total(library: Library, record: int) -> int:
    chosen = FacetFilter(include=frozenset({str(record)}))
    return find(library, Query(facets={"person": chosen})).results.total


def _listed(library: Library) -> dict[str, object]:
    began = time.perf_counter()
    listed = authorities(library)
    told = time.perf_counter()
    found = suggestions(library)
    return {
        "listed": len(listed), "list_s": round(told - began, 2), "suggestions_of_archive": len(found),
        "suggest_archive_s": round(time.perf_counter() - told, 2),
    }  # fmt: skip


def _suggested() -> dict[str, object]:
    """Time the comparison of 10,000 invented names, a twelfth of them another form of one that is there."""
    lexicon = load_lexicon()
    chance = random.Random(3)
    given = sorted(lexicon.parts.gender)[:4_000]
    surnames = sorted(name for name in lexicon.parts.surnames if name.isalpha())[:5_000]
    names = [f"{chance.choice(given).title()} {chance.choice(surnames).title()}" for _ in range(NAMES * 11 // 12)]
    names += [f"{name[0]}. {name.split(' ', 1)[1]}" for name in names[: NAMES - len(names)]]
    records = [RecordName(number, Kind.PERSON, name, weight=number % 7) for number, name in enumerate(names, 1)]
    began = time.perf_counter()
    found = alike(records, lexicon)
    return {"suggest_10000_names_s": round(time.perf_counter() - began, 2), "suggestions": len(found)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this benchmark takes."""
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=458)
    parser.add_argument("--named", type=int, default=10_000, help="articles that name the record which is merged")
    parser.add_argument("--folder", type=Path, default=CACHE, help="where the archive is kept between runs")
