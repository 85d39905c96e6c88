"""Check my draft: which passages of it are from the archive, and whether they are quoted as their terms want (specification of rights, §4).

The result is like a linter's: per passage what it repeats and what is wrong, and sums per article. Nothing is written. Not legal advice.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlmodel import Session

from app.base.progress import CancelToken
from app.base.spans import Span, union
from app.base.text import fold
from app.importers.drafts import read_draft
from app.importers.languages import detected_language
from app.index import SharedPassage
from app.model.draft import Draft
from app.model.tables import Publication
from app.rights import Measure, badge, judge
from app.workflows.allowance import map_span, used_before
from app.workflows.draft_articles import SourceArticle, source_articles
from app.workflows.draft_context import Surroundings
from app.workflows.draft_matching import repeated
from app.workflows.draft_passages import Repeated, Side
from app.workflows.draft_problems import Problem, Recorded, basis_of, problems_of, recorded_otherwise
from app.workflows.draft_text import captured_draft
from app.workflows.library import Library
from app.workflows.paragraphs import counted_body
from app.workflows.publications import find_publication
from app.workflows.quoting import Basis

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

    `share_of_draft` (0..1) is for the other reading of a percentage, as a part of the citing text, where each appearance of a passage
    takes up room; None where the draft has no words.
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
    return read_draft(captured_draft(path))


def check_draft(library: Library, draft: Draft, publication: str = "", cancel: CancelToken | None = None) -> DraftReport:
    """Return what of a draft is from the archive; what was quoted before counts for the named publication. Cancelled when asked to stop."""
    around = Surroundings(draft, detected_language(draft.text) or "en")
    mine = Side(draft.text, around.marked)
    shared = library.index.shared_passages(mine.terms, cancel)
    parts: dict[int, list[SharedPassage]] = defaultdict(list)
    for part in shared:
        parts[part.article_id].append(part)
    ranked = sorted(parts, key=lambda id_: (-sum(part.hits for part in parts[id_]), id_))[:MOST_ARTICLES]
    with library.archive.reading() as session:
        articles = source_articles(session, ranked)
        chosen = _chosen(articles, _found(articles, mine, parts, cancel), around)
        taken: dict[int, list[Repeated]] = defaultdict(list)
        for article_id, passage, _ in chosen:
            taken[article_id].append(passage)
        row = find_publication(session, publication) if publication.strip() else None
        recorded = {id_: recorded_otherwise(session, articles[id_].article, articles[id_].body, row) for id_ in taken}
        counting = {id_: _counting(passages, recorded[id_]) for id_, passages in taken.items()}
        sources = {
            id_: _source(session, articles[id_], passages, _shared(articles, counting, id_), row, mine)
            for id_, passages in taken.items()
        }
        quotes = tuple(_quote(articles[each[0]], around, each, sources[each[0]], recorded[each[0]], row) for each in chosen)
    return DraftReport(len(mine.words), publication, quotes, tuple(sources.values()))


Found = tuple[int, Repeated, tuple[int, ...]]
"""An article, its passage, and other articles with the same one."""


def _found(
    articles: Mapping[int, SourceArticle], mine: Side, parts: Mapping[int, Sequence[SharedPassage]], cancel: CancelToken | None
) -> list[tuple[int, Repeated]]:
    found: list[tuple[int, Repeated]] = []
    for article_id, each in articles.items():
        if cancel is not None:
            cancel.check()
        found += [(article_id, passage) for passage in repeated(mine, Side(each.body.text), parts[article_id])]
    return found


def _chosen(articles: Mapping[int, SourceArticle], found: Sequence[tuple[int, Repeated]], around: Surroundings) -> list[Found]:
    """Return of each passage the article that it is most likely from: the longest, then one that the draft names, then the first."""

    def likely(each: tuple[int, Repeated]) -> tuple[int, bool, int]:
        return (-each[1].same, not around.names(each[1].draft, articles[each[0]].names), each[0])

    chosen: list[tuple[int, Repeated]] = []
    others: dict[Span, list[int]] = defaultdict(list)
    for article_id, passage in sorted(found, key=likely):
        over = next((taken for _, taken in chosen if _is_within(passage.draft, taken.draft)), None)
        if over is None:
            chosen.append((article_id, passage))
        else:
            others[over.draft].append(article_id)
    chosen.sort(key=lambda each: each[1].draft)
    return [(id_, passage, tuple(i for i in dict.fromkeys(others[passage.draft]) if i != id_)) for id_, passage in chosen]


def _is_within(span: Span, other: Span) -> bool:
    """Return whether a passage is mostly another one's; a word or two that two passages share by chance make them not one."""
    shared = min(span.end, other.end) - max(span.start, other.start)
    return shared * 2 > span.end - span.start


def _counting(passages: Sequence[Repeated], recorded: Recorded) -> tuple[Span, ...]:
    """Return what of an article counts against its terms: what rests on another basis does not."""
    return tuple(span for each in passages if basis_of(recorded, each) is None for span in each.ranges)


def _shared(articles: Mapping[int, SourceArticle], counting: Mapping[int, Sequence[Span]], id_: int) -> tuple[Span, ...]:
    """Return what counts of an article, what is taken from its copies included: these share one allowance (specification of rights, §2.5)."""
    of = articles[id_]
    copies = (each for each in counting if each != id_ and articles[each].article.content_hash == of.article.content_hash)
    mapped = (map_span(span, articles[each].body.text, of.body.text) for each in copies for span in counting[each])
    return (*counting[id_], *mapped)


def _source(
    session: Session,
    of: SourceArticle,
    passages: Sequence[Repeated],
    counting: Sequence[Span],
    row: Publication | None,
    mine: Side,
) -> DraftSource:
    counted = counted_body(session, of.body)
    prior = used_before(session, of.article, of.body, row.id if row else None)
    verdict = judge(of.statement, counted, tuple(counting), prior, medium=row.medium if row else None)
    size = counted.used([span for each in passages for span in each.ranges])
    room = mine.count(union(piece for each in passages for piece in each.pieces))
    share = room / len(mine.words) if size.words is not None and mine.words else None
    return DraftSource(
        of.article.id or 0, of.article.headline, of.source, badge(of.statement), size.words, size.chars, verdict.measures, verdict.verdict,
        share,
    )  # fmt: skip


def _quote(
    of: SourceArticle, around: Surroundings, found: Found, source: DraftSource, recorded: Recorded, row: Publication | None
) -> DraftQuote:
    article_id, passage, also_in = found
    speaker, named = _speaker(of, passage.article), around.speaker(passage.draft)
    if named is not None and fold(named) in map(fold, (*of.names, *of.authors)):
        named = None  # "writes the Daily" names the source of the passage, not who says it
    basis = basis_of(recorded, passage)
    problems = problems_of(around, of, passage, row, basis=basis, over_cap=source.verdict == "refused")
    if speaker and named and not _one_person(speaker, named):
        problems = (*problems, Problem("wrong-speaker", False))
    return DraftQuote(passage, article_id, of.article.headline, of.source, problems, speaker, named, also_in, basis)


def _speaker(of: SourceArticle, span: Span) -> str | None:
    inside = [row for row in of.spoken if row.speaker and row.start < span.end and span.start < row.end]
    return max(inside, key=lambda row: min(row.end, span.end) - max(row.start, span.start)).speaker if inside else None


def _one_person(first: str, second: str) -> bool:
    """Return whether two names can be one person's: one is the end of the other, or they share the last name."""
    one, other = fold(first).split(), fold(second).split()
    return bool(one and other) and one[-1] == other[-1]
