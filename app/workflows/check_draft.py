"""Check my draft: which passages of it are from the archive, and whether they are quoted as their terms want (specification of rights, §4).

The result is like a linter's: per passage what it repeats and what is wrong, and sums per article. Nothing is written. Not legal advice.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlmodel import Session, select

from app.base.errors import ItemError
from app.base.progress import CancelToken
from app.base.spans import Span
from app.base.text import fold
from app.importers import Captured
from app.importers.drafts import read_draft
from app.importers.languages import detected_language
from app.index import SharedPassage
from app.model.draft import Draft
from app.model.tables import Article, Body, Publication, QuotationRow
from app.rights import CountedText, Measure, badge, judge
from app.workflows.allowance import used_before
from app.workflows.draft_context import Surroundings
from app.workflows.draft_matching import Repeated, Side, repeated
from app.workflows.draft_problems import Problem, Recorded, authors_of, basis_of, names_of, problems_of, recorded_otherwise
from app.workflows.library import Library
from app.workflows.publications import find_publication
from app.workflows.quoting import Basis
from app.workflows.read import article_and_body, source_name
from app.workflows.statements import rights_of

MOST_ARTICLES = 400
"""So many articles are compared word by word, those that share most first."""


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """A passage of the draft that stands in an article. `also_in` are other articles with the same words.

    `speaker` says it in the article, `named_speaker` in the draft, each None where nobody surely does. `basis` is what the ledger
    says that it rests on in place of the terms, None where it does not.
    """

    passage: Repeated
    article_id: int
    headline: str
    source: str
    problems: tuple[Problem, ...]
    speaker: str | None
    named_speaker: str | None
    also_in: tuple[int, ...]
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class DraftSource:
    """What a draft takes from one article altogether, what was taken before for the publication included.

    `share_of_draft` (0..1) is for the other reading of a percentage, as a part of the citing text; None where the draft has no words.
    """

    article_id: int
    headline: str
    source: str
    badge: str
    words: int | None
    chars: int
    measures: dict[str, Measure]
    verdict: Literal["allowed", "refused", "empty"]
    share_of_draft: float | None


@dataclass(frozen=True, slots=True)
class DraftReport:
    """All of a draft's passages from the archive in their order, and the articles they are from."""

    words: int
    publication: str
    quotes: tuple[DraftQuote, ...]
    sources: tuple[DraftSource, ...]

    @property
    def refused(self) -> bool:
        """Return whether anything in the draft goes against terms."""
        return any(problem.refused for quote in self.quotes for problem in quote.problems)


def read_draft_file(path: Path) -> Draft:
    """Return the draft in a file; ItemError when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ItemError("file-unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return read_draft(Captured(content, path.name, str(path), datetime.now(UTC)))


def check_draft(library: Library, draft: Draft, publication: str = "", cancel: CancelToken | None = None) -> DraftReport:
    """Return what of a draft is from the archive; what was quoted before counts for the named publication. Cancelled when asked to stop."""
    around = Surroundings(draft, detected_language(draft.text) or "en")
    mine = Side(draft.text, around.marked)
    shared = library.index.shared_passages(mine.terms, cancel)
    with library.archive.reading() as session:
        found = _found(session, mine, shared, cancel)
        chosen = _chosen(session, found, around)
        spans: dict[int, list[Span]] = defaultdict(list)
        for article_id, passage, _ in chosen:
            spans[article_id].append(passage.article)
        row = find_publication(session, publication) if publication.strip() else None
        sources = {id_: _source(session, id_, taken, row, len(mine.words)) for id_, taken in spans.items()}
        quotes = tuple(_quote(session, around, each, *sources[each[0]], row) for each in chosen)
    return DraftReport(len(mine.words), publication, quotes, tuple(source for source, _ in sources.values()))


Found = tuple[int, Repeated, tuple[int, ...]]
"""An article, its passage, and other articles with the same one."""


def _found(
    session: Session, mine: Side, shared: Sequence[SharedPassage], cancel: CancelToken | None
) -> list[tuple[int, Repeated]]:
    parts: dict[int, list[SharedPassage]] = defaultdict(list)
    for part in shared:
        parts[part.article_id].append(part)
    ranked = sorted(parts, key=lambda id_: (-sum(part.hits for part in parts[id_]), id_))[:MOST_ARTICLES]
    found: list[tuple[int, Repeated]] = []
    for article_id in ranked:
        if cancel is not None:
            cancel.check()
        article = session.get(Article, article_id)
        body = session.get(Body, article.body_id) if article is not None else None
        if body is not None:
            found += [(article_id, passage) for passage in repeated(mine, Side(body.text), parts[article_id])]
    return found


def _chosen(session: Session, found: Sequence[tuple[int, Repeated]], around: Surroundings) -> list[Found]:
    """Return of each passage the article that it is most likely from: the longest, then one that the draft names, then the first."""

    def likely(each: tuple[int, Repeated]) -> tuple[int, bool, int]:
        article = session.get(Article, each[0])
        named = article is not None and around.names(each[1].draft, names_of(session, article))
        return (-each[1].same, not named, each[0])

    chosen: list[tuple[int, Repeated]] = []
    others: dict[Span, list[int]] = defaultdict(list)
    for article_id, passage in sorted(found, key=likely):
        over = next((taken for _, taken in chosen if taken.draft.overlaps(passage.draft)), None)
        if over is None:
            chosen.append((article_id, passage))
        else:
            others[over.draft].append(article_id)
    chosen.sort(key=lambda each: each[1].draft)
    return [(id_, passage, tuple(i for i in dict.fromkeys(others[passage.draft]) if i != id_)) for id_, passage in chosen]


def _source(
    session: Session, article_id: int, taken: Sequence[Span], row: Publication | None, words: int
) -> tuple[DraftSource, Recorded]:
    article, body = article_and_body(session, article_id)
    counted, statement = CountedText(body.text), rights_of(session, article)
    recorded = recorded_otherwise(session, article, body, row)
    open_spans = tuple(span for span in taken if basis_of(recorded, span) is None)
    verdict = judge(statement, counted, open_spans, used_before(session, article, body, row.id if row else None))
    size = counted.used(taken)
    share = size.words / words if size.words is not None and words else None
    name = source_name(session, article)
    return (
        DraftSource(
            article_id,
            article.headline,
            name,
            badge(statement),
            size.words,
            size.chars,
            verdict.measures,
            verdict.verdict,
            share,
        ),
        recorded,
    )


def _quote(
    session: Session, around: Surroundings, found: Found, source: DraftSource, recorded: Recorded, row: Publication | None
) -> DraftQuote:
    article_id, passage, also_in = found
    article, body = article_and_body(session, article_id)
    speaker, named = _speaker(session, body, passage.article), around.speaker(passage.draft)
    if named is not None and fold(named) in map(fold, (*names_of(session, article), *authors_of(article))):
        named = None  # "writes the Daily" names the source of the passage, not who says it
    basis = basis_of(recorded, passage.article)
    problems = problems_of(session, around, article, passage, row, basis=basis, over_cap=source.verdict == "refused")
    if speaker and named and not _one_person(speaker, named):
        problems = (*problems, Problem("wrong-speaker", False))
    return DraftQuote(passage, article_id, article.headline, source.source, problems, speaker, named, also_in, basis)


def _speaker(session: Session, body: Body, span: Span) -> str | None:
    rows = session.exec(select(QuotationRow).where(QuotationRow.body_id == body.id)).all()
    inside = [row for row in rows if row.speaker and row.start < span.end and span.start < row.end]
    return max(inside, key=lambda row: min(row.end, span.end) - max(row.start, span.start)).speaker if inside else None


def _one_person(first: str, second: str) -> bool:
    """Return whether two names can be one person's: one is the end of the other, or they share the last name."""
    one, other = fold(first).split(), fold(second).split()
    return bool(one and other) and one[-1] == other[-1]
