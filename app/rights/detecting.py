"""From what a document says of its rights to a rights statement.

Precedence: machine-readable facts, then the notice after the body (specification of rights, §1). A missed term asks the user;
an invented permission would be a defect.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.base.spans import Span
from app.model.captured import RightsFact
from app.model.rights import PURPOSES, Cap, Derivatives, RightsKind, RightsStatement
from app.rights import duties
from app.rights.clauses import LONGEST, Clause, clauses, is_long, readable
from app.rights.facts import terms_of
from app.rights.given import gives_licence
from app.rights.kinds import find_kind, forbids_whole, is_public_domain, permits_republishing, reserves
from app.rights.licences import Asked, Licence, find_licence, without_names
from app.rights.limits import by_purpose, find_caps, has_senseless, names_an_amount, numbers_in
from app.rights.long_terms import telling_paragraphs
from app.rights.parties import credited_name_of, holder_of, source_name_of, year_of
from app.rights.periods import periods
from app.rights.permissions import allows_an_amount, permits
from app.rights.precedence import contradictions, stricter
from app.rights.statutes import jurisdiction_of, statute_of

_LEAST = 8
"""Characters that a notice must have to say anything."""


@dataclass(frozen=True, slots=True)
class RightsEvidence:
    """What an article's document says of its rights: the notice, verbatim, and machine-readable facts.

    `notice_follows_body` tells that the notice stands where notices stand; elsewhere it is only prose.
    """

    notice: str = ""
    facts: tuple[RightsFact, ...] = ()
    source_name: str | None = None
    language: str | None = None
    notice_follows_body: bool = True


def detect(evidence: RightsEvidence) -> RightsStatement:
    """Return the terms that the evidence states; kind unknown and origin none where it states none.

    Where facts and notice disagree the stricter kind wins, and `conflicts` names the other.
    """
    from_notice = _of_notice(evidence) if evidence.notice_follows_body else RightsStatement()
    from_facts = terms_of(evidence.facts, lambda prose: _of_notice(replace(evidence, notice=prose)))
    if from_notice.origin == "none":
        return from_facts
    return stricter(from_facts, from_notice) if from_facts.origin != "none" else _with_names(from_notice, from_facts)


def _with_names(notice: RightsStatement, facts: RightsStatement) -> RightsStatement:
    """Return the notice with the names that facts alone state."""
    return replace(
        notice,
        holder=notice.holder or facts.holder,
        year=notice.year or facts.year,
        credit_text=notice.credit_text or facts.credit_text,
    )


def _of_notice(evidence: RightsEvidence) -> RightsStatement:
    text = readable(evidence.notice)
    if is_long(text):
        return _of_page(text, evidence)
    return _of_told(text, clauses(text, evidence.language), evidence)


def _of_page(page: str, evidence: RightsEvidence) -> RightsStatement:
    """Return the terms of a long page, read from its paragraphs that tell of quoting; where one refuses, the stricter holds."""
    paragraphs = telling_paragraphs(page)
    if paragraphs is None:
        return RightsStatement(statement_text=page[:LONGEST], origin="footer", unread="long")
    parts = [readable(paragraph) for paragraph in paragraphs]
    told = [clauses(part, evidence.language) for part in parts]
    text = "\n".join(parts)
    found = _of_told(text, tuple(clause for part in told for clause in part), evidence)
    refusing = [clause for part in told if find_kind(part, has_caps=False) == "all_rights_reserved" for clause in part]
    if found.kind in ("unknown", "all_rights_reserved") or not refusing:
        return found
    strict = _of_clauses(text, refusing, None, evidence, kind="all_rights_reserved")
    return replace(strict, conflicts=(found.spdx or found.kind,))


def _of_told(text: str, told: Sequence[Clause], evidence: RightsEvidence) -> RightsStatement:
    if sum(len(clause.text) for clause in told) < _LEAST:
        return RightsStatement()
    licence = _named(told)
    if licence is not None and any(reserves(clause) for clause in told):
        # Both are stated: the stricter holds, and the other is shown.
        strict = _of_clauses(text, told, None, evidence, kind="all_rights_reserved")
        return replace(strict, conflicts=(licence.spdx or licence.kind,))
    caps = find_caps(told) if licence is None else ()
    if licence is None and (has_senseless(told) or (not caps and _has_unread(told))):
        return RightsStatement(statement_text=text, origin="footer", unread="amount")
    kind = licence.kind if licence else find_kind(told, has_caps=bool(caps))
    if kind is None:
        return RightsStatement()
    if licence is None and not caps and kind in ("quote_cap", "republish") and names_an_amount(told):
        return RightsStatement(statement_text=text, origin="footer", unread="amount")
    return _of_clauses(text, told, licence, evidence, kind=kind, caps=caps)


def _of_clauses(
    text: str, told: Sequence[Clause], licence: Licence | None, evidence: RightsEvidence, *, kind: RightsKind, caps: tuple[Cap, ...] = ()
) -> RightsStatement:  # fmt: skip
    asking = tuple(replace(clause, text=without_names(clause.text)) for clause in told) if licence else told
    statement = _with_duties(RightsStatement(kind=kind, caps=caps), asking, licence)
    return replace(
        statement,
        source_name=_source_name(asking, evidence.source_name) if statement.name_source else None,
        combine="by_purpose" if by_purpose(caps) or len({cap.purpose for cap in caps}) > 1 else "min",
        conflicts=contradictions(caps),
        statement_text=text,
        span=_span(text, told, caps),
        origin="footer",
        confidence=0.9 if caps or licence else 0.8,
    )


def _has_unread(told: Sequence[Clause]) -> bool:
    """Return whether an amount is named of which no limit could be made: to take it for none would be an invented permission."""
    return any(
        allows_an_amount(clause) or "‰" in clause.text or ("%" in clause.text and permits(clause, "quote")) for clause in told
    )


def _named(told: Sequence[Clause]) -> Licence | None:
    """Return the licence that the clauses name, or the public domain."""
    following = (*told[1:], None)
    given = [clause for clause, after in zip(told, following, strict=True) if gives_licence(clause, after)]
    licence = find_licence(" ".join(clause.raw for clause in given))
    if licence is None and is_public_domain(given):
        by_law = jurisdiction_of(told) is not None
        return Licence("public_domain", commercial=by_law or None, derivatives="allowed" if by_law else None)
    return licence


def _with_duties(statement: RightsStatement, told: Sequence[Clause], licence: Licence | None) -> RightsStatement:
    own = _own_conditions(licence, told)
    naming = (*told, *duties.wordings(told))
    caps, general = _with_links(statement.caps, told)
    target = duties.link_target(told)
    dates = periods(_permitting(told, statement.kind))
    return replace(
        statement,
        caps=caps,
        spdx=licence.spdx if licence else None,
        uri=licence.uri if licence else None,
        mark=duties.states(told, "marked"),
        name_source=duties.names_source(naming) or _credits_by_name(told) or own("name_source"),
        name_author=duties.names_author(told) or own("name_author"),
        link=True if general and target != "licence" and statement.kind != "all_rights_reserved" else None,
        link_target=target if target != "licence" and statement.kind != "all_rights_reserved" else None,
        link_position=duties.link_position(told) if not _is_only_first_paragraph(caps) else None,
        link_dofollow=duties.states(told, "followed"),
        licence_link=own("licence_link") or (True if target == "licence" else None),
        licence_notice=duties.states(told, "licence_notice"),
        changes_notice=duties.states(told, "changes_notice") or own("changes_notice"),
        credit_text=duties.credit_text(told),
        tracker=duties.states(told, "tracker"),
        notify=duties.states([clause for clause in told if not clause.states("polite")], "notify"),
        media=_media(statement, told),
        purpose=_purpose(statement, told),
        valid_from=dates.valid_from,
        applies_before=dates.applies_before,
        applies_after=dates.applies_after,
        commercial=_commercial(told, caps, licence),
        advertising=False if duties.states(told, "no_advertising") else None,
        derivatives=_derivatives(statement, told, licence),
        full_republication=_full(statement, told),
        partial_only=True if statement.kind == "quote_cap" and not caps and forbids_whole(told) else None,
        permission_beyond=duties.asks_beyond(told),
        excluded=duties.excluded(told) if statement.kind not in ("all_rights_reserved", "unknown") else (),
        expiry_days=duties.expiry_days(told),
        jurisdiction=jurisdiction_of(told) if statement.kind == "public_domain" else None,
        statute=statute_of(told),
        holder=holder_of(told),
        year=year_of(told),
    )  # fmt: skip


def _media(statement: RightsStatement, told: Sequence[Clause]) -> tuple[str, ...]:
    """Return the media to which the terms are limited: those of several limits where each is for one, else those that are named."""
    limited = dict.fromkeys(cap.media for cap in statement.caps)
    if len(limited) > 1 and None not in limited:
        return tuple(name for name in limited if name)
    return duties.media(told) if not by_purpose(statement.caps) and statement.kind != "all_rights_reserved" else ()


def _purpose(statement: RightsStatement, told: Sequence[Clause]) -> str | None:
    """Return the one purpose for which the terms allow anything at all."""
    if statement.kind not in ("quote_cap", "republish"):
        return None
    of_caps = {cap.purpose for cap in statement.caps}
    named = next(iter(of_caps)) if len(of_caps) == 1 else None
    return named if named in PURPOSES or (statement.caps and of_caps & set(PURPOSES)) else duties.purpose(told)


def _permitting(told: Sequence[Clause], kind: str) -> list[Clause]:
    """Return the clauses that state the kind, so that the date of another ("older stories are in the public domain") is not theirs."""
    if kind == "open_licence":
        return [clause for clause in told if find_licence(clause.raw) is not None]
    return [clause for clause in told if clause.states("public_domain") == (kind == "public_domain")]


def _with_links(caps: tuple[Cap, ...], told: Sequence[Clause]) -> tuple[tuple[Cap, ...], bool]:
    """Return the caps, and whether a link is asked for in general: of several purposes, one alone may ask for it."""
    asking = duties.links(told)
    if not by_purpose(caps) or not asking:
        return caps, bool(asking)
    segments = [segment for clause in asking for segment in duties.links(clause.segments())]
    numbers = [(segment, numbers_in(segment)) for segment in segments]
    general = any(not found for _, found in numbers)
    asked = {number for _, found in numbers for number in found}
    return tuple(replace(cap, link=True) if cap.n in asked else cap for cap in caps), general


def _is_only_first_paragraph(caps: Sequence[Cap]) -> bool:
    """Return whether the first paragraph is what may be taken, so that it is no place for the link."""
    return any(cap.n == 1 and cap.unit == "paragraphs" and cap.position == "leading" for cap in caps)


def _own_conditions(licence: Licence | None, told: Sequence[Clause]) -> Callable[[Asked], bool | None]:
    """Return what tells whether a licence asks for a duty by itself: only where the notice adds no terms of its own."""
    adds = bool(duties.names_source(told) or duties.names_author(told) or _credits_by_name(told))
    asked = licence.asks if licence is not None and not adds else ()
    return lambda duty: True if duty in asked else None


def _source_name(told: Sequence[Clause], known: str | None) -> str | None:
    """Return the name by which the source is to be called: the one in the wording that is asked for, before others."""
    wording = duties.wordings(told)
    return (credited_name_of(wording) if wording else None) or source_name_of(told, known)


def _credits_by_name(told: Sequence[Clause]) -> bool | None:
    name = credited_name_of([clause for clause in told if not clause.states("polite")])
    return True if name and name != duties.credit_text(told) else None


def _commercial(told: Sequence[Clause], caps: tuple[Cap, ...], licence: Licence | None) -> bool | None:
    if duties.states(told, "noncommercial") and not by_purpose(caps) and not _of_the_licence(licence):
        return False
    return True if duties.states(told, "commercial") else licence.commercial if licence else None


def _of_the_licence(licence: Licence | None) -> bool:
    return licence is not None and licence.commercial is True and licence.spdx is not None


def _derivatives(statement: RightsStatement, told: Sequence[Clause], licence: Licence | None) -> Derivatives | None:
    stated = duties.derivatives(told) if statement.kind != "all_rights_reserved" else None
    if licence is None:
        return stated
    return "style_only" if stated == "style_only" else licence.derivatives or stated


def _full(statement: RightsStatement, told: Sequence[Clause]) -> bool | None:
    if statement.kind == "all_rights_reserved":
        return False
    if statement.kind == "republish":
        return True if permits_republishing(told) else None
    if statement.kind in ("open_licence", "public_domain"):
        return True
    return False if forbids_whole(told) else None


def _span(text: str, told: Sequence[Clause], caps: Sequence[Cap]) -> Span | None:
    """Return the clause to highlight: the ones with the limits, else all that was read."""
    chosen = [clause for clause in told if find_caps((clause,))] if caps else []
    chosen = chosen or list(told)
    start = text.find(chosen[0].raw)
    end = text.find(chosen[-1].raw) + len(chosen[-1].raw)
    return Span(start, end) if 0 <= start < end else None
