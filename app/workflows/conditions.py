"""What terms demand beside their limits, and what a person should look at before a passage is used (specification of rights, §4)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.base.spans import Span
from app.citation import clean_url
from app.model.rights import RightsStatement
from app.model.tables import Article, Publication
from app.rights import CountedText, Totals, covers_medium, is_unconfirmed, purposes_of, third_party_credits
from app.workflows.quoting import Basis, QuoteRequest, Refusal, Remark
from app.workflows.references import best_url

DEFAULT_MEDIUM = "website"


@dataclass(frozen=True, slots=True)
class Situation:
    """A request with what is known of its article, its terms and its publication (None: not used before); `spans` as snapped."""

    request: QuoteRequest
    article: Article
    statement: RightsStatement
    publication: Publication | None
    spans: Sequence[Span]
    today: date

    @property
    def medium(self) -> str:
        """Return the medium that the request is for."""
        return medium_of(self.request, self.publication)

    @property
    def commercial(self) -> bool | None:
        """Return whether the publication is commercial; None where nobody said."""
        return self.publication.commercial if self.publication else None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Return the days between which the article was published, None where that is not sure."""
        how = json.loads(self.article.evidence).get("published", ["stated"])[0]
        return (None, None) if how == "inferred" else (_day(self.article.first_day), _day(self.article.last_day))


def medium_of(request: QuoteRequest, publication: Publication | None) -> str:
    """Return the medium that was asked for, else the publication's, else a website."""
    return request.medium or (publication.medium if publication else DEFAULT_MEDIUM)


def refusal(now: Situation, *, within_caps: bool) -> Refusal | None:
    """Return why the terms do not cover a request, the first reason that there is; None when they cover it.

    What a credit line must hold is asked of quotations only: with a plain copy it is left to the user.
    """
    statement = now.statement
    if is_unconfirmed(statement):
        return "unconfirmed"
    if not covers_medium(statement, now.medium):
        return "medium"
    needed = purposes_of(statement)
    if needed and now.request.purpose not in needed:
        return "purpose"
    if statement.commercial is False and now.commercial:
        return "commercial"
    if not applies(statement, now.days, now.today):
        return "period"
    # A shorter passage helps only where nothing else is in the way.
    if not within_caps:
        return "over_cap"
    if statement.derivatives == "none" and len(now.spans) > 1:
        return "edits"
    return _missing(now) if now.request.form == "quote" else None


def _missing(now: Situation) -> Refusal | None:
    authors = json.loads(now.article.authors)
    if wants_author(now.statement, authors) and not [name for name, how, _ in authors if how != "inferred"]:
        return "author_missing"
    if now.statement.link and not clean_url(now.request.url or best_url(now.article) or ""):
        return "link_missing"
    return None


def wants_author(statement: RightsStatement, authors: Sequence[object]) -> bool:
    """Return whether the terms want the author of an article named; open licences only where there is one to name.

    Creative Commons asks for the creator "if it is supplied by the Licensor" (CC BY 4.0, section 3(a)(1)(A)), and so do the others.
    """
    return bool(statement.name_author) and (statement.kind != "open_licence" or bool(authors))


def applies(statement: RightsStatement, published: tuple[date | None, date | None], today: date) -> bool:
    """Return whether terms hold today for an article published between two days; where a day is not known, they do."""
    first, last = published
    valid_from, before, after = map(_day, (statement.valid_from, statement.applies_before, statement.applies_after))
    too_early = valid_from is not None and today < valid_from
    too_late = statement.expiry_days is not None and last is not None and today > last + timedelta(days=statement.expiry_days)
    too_new = before is not None and first is not None and first >= before
    too_old = after is not None and last is not None and last <= after
    return not (too_early or too_late or too_new or too_old)


def remarks(now: Situation, counted: CountedText, basis: Basis, excerpt: Totals) -> tuple[tuple[Remark, ...], tuple[str, ...]]:
    """Return what to look at, though it forbids nothing, and the credits of others inside the passage; `excerpt` is its size."""
    credits = tuple(credit for span in now.spans for credit in third_party_credits(counted.text, span))
    statement = now.statement
    told: tuple[tuple[bool, Remark], ...] = (
        (bool(credits), "third_party"),
        (statement.commercial is False and now.commercial is None, "commercial_unknown"),
        (statement.derivatives in ("none", "style_only") and len(now.spans) > 1, "changes"),
        (bool(statement.conflicts), "conflict"),
        (statement.expiry_days is not None and now.days[1] is None, "period_unknown"),
        (now.article.partial, "partial"),
        (any(span.overlaps(struck) for span in now.spans for struck in counted.struck), "not_counted"),
        (_over_house_limit(now.publication, basis, excerpt), "house_limit"),
    )
    return tuple(remark for holds, remark in told if holds), credits


def _over_house_limit(publication: Publication | None, basis: Basis, excerpt: Totals) -> bool:
    """Return whether a quotation by law is longer than its house allows; no law names a number, so this forbids nothing."""
    limit = publication.house_words if publication else None
    return basis == "statutory" and limit is not None and excerpt.words is not None and excerpt.words > limit


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
