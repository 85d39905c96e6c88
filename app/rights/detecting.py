"""From what a document says of its rights to a rights statement.

Precedence: machine-readable facts, then the notice after the body (specification of rights, §1). An article may *talk about*
rights; a clause counts only where it stands as a notice, and never with a reporting verb or inside quotation marks. A missed
term asks the user; an invented permission would be a defect.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.base.spans import Span
from app.model.captured import RightsFact
from app.model.rights import Derivatives, RightsStatement
from app.rights import duties
from app.rights.licences import Licence, find_kind, find_licence
from app.rights.numbers import find_caps

_REPORTED = re.compile(
    r"\b(?:said|says|told|quoted as saying|according to|held that|announced|reported|argued|its director)\b|"
    r"\b(?:sagte|erklärte|teilte mit|laut)\b|\b(?:a déclaré|selon)\b|\b(?:dijo|según)\b|\b(?:ha detto|secondo)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\(c\)\s*)?(?P<year>\d{4})", re.IGNORECASE)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?(?P<holder>(?-i:[A-ZÄÖÜÉ])[^.;|]{1,80}?(?:Ltd|Inc|GmbH)?)"
    r"(?=\.|;|\||,? all rights|,? alle rechte|$)",
    re.IGNORECASE,
)
_AUTHOR_HOLDS = re.compile(r"author, who also holds the copyright|copyright (?:\w+ )?(?:lies|remains|is) with the author|"
                           r"rechte (?:liegen|verbleiben) beim autor", re.IGNORECASE)  # fmt: skip
_SOURCE_NAME = re.compile(
    r"(?:content from|credit(?: to)?|acknowledged|published by|created by)\s+(?P<name>(?:The )?[A-Z][\w&]*(?: [A-Z][\w&]*){0,4})"
)
_BODY_MIN = 8


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
    from_facts = _of_facts(evidence.facts)
    if from_facts.origin == "none":
        return from_notice
    if from_notice.origin == "none":
        return from_facts
    return _stricter(from_facts, from_notice)


_STRICTNESS = ("public_domain", "open_licence", "republish", "unknown", "quote_cap", "all_rights_reserved")


def _stricter(facts: RightsStatement, notice: RightsStatement) -> RightsStatement:
    if facts.kind == notice.kind:
        return replace(
            notice, spdx=facts.spdx or notice.spdx, uri=facts.uri or notice.uri, holder=facts.holder or notice.holder
        )
    # A bare copyright line says who holds the rights; it takes back no permission that stands beside it.
    if facts.kind == "all_rights_reserved" and notice.kind in ("quote_cap", "open_licence", "republish"):
        return replace(notice, holder=notice.holder or facts.holder, year=notice.year or facts.year)
    first, second = sorted((facts, notice), key=lambda s: _STRICTNESS.index(s.kind), reverse=True)
    return replace(first, conflicts=(second.kind,))


def _of_notice(evidence: RightsEvidence) -> RightsStatement:
    text = evidence.notice.strip()
    clauses = [clause for clause in _clauses(text) if not _is_reported(clause)]
    told = " ".join(clauses)
    if len(told) < _BODY_MIN:
        return RightsStatement()
    licence = find_licence(told)
    caps = find_caps(told)
    kind = licence.kind if licence else find_kind(told, has_caps=bool(caps))
    if kind is None:
        return RightsStatement()
    statement = _with_duties(RightsStatement(kind=kind, caps=caps), told, licence)
    return replace(
        statement,
        source_name=_source_name(told, evidence.source_name) if statement.name_source else None,
        combine="by_purpose" if sum(cap.purpose is not None for cap in caps) > 1 else "min",
        statement_text=text,
        span=_span(text, clauses, caps_only=bool(caps)),
        origin="footer",
        confidence=0.9 if caps or licence else 0.8,
    )


def _with_duties(statement: RightsStatement, text: str, licence: Licence | None) -> RightsStatement:
    link = duties.states(duties.LINK, text)
    if licence is not None and duties.LINK_TO_LICENCE_ONLY.search(text):
        link = None
    year = _YEAR.search(text)
    own = _own_conditions(licence, text)
    return replace(
        statement,
        spdx=licence.spdx if licence else None,
        uri=licence.uri if licence else None,
        mark=duties.states(duties.MARK, text),
        name_source=duties.states(duties.NAME_SOURCE, text)
        or (True if licence and (licence.spdx or "").startswith("OGL") else None),
        name_author=duties.states(duties.NAME_AUTHOR, text) or own.name_author,
        link=link,
        link_dofollow=duties.states(duties.NO_NOFOLLOW, text),
        licence_link=own.licence_link,
        changes_notice=duties.states(duties.CHANGES_NOTICE, text) or own.changes_notice,
        tracker=duties.states(duties.TRACKER, text),
        notify=duties.states(duties.NOTIFY, text),
        media=duties.media(text),
        commercial=_commercial(text, licence),
        advertising=False if duties.NO_ADVERTISING.search(text) else None,
        derivatives=_derivatives(text, licence),
        full_republication=_full(statement, text),
        excluded=duties.excluded(text),
        holder=_holder(text),
        year=int(year["year"]) if year else None,
    )


@dataclass(frozen=True, slots=True)
class _Own:
    name_author: bool | None = None
    licence_link: bool | None = None
    changes_notice: bool | None = None


def _own_conditions(licence: Licence | None, text: str) -> _Own:
    """Return what a licence asks for by itself (CC BY, section 3; OGL): only where the notice adds no terms of its own."""
    if licence is None or licence.kind != "open_licence" or duties.NAME_SOURCE.search(text) or duties.NAME_AUTHOR.search(text):
        return _Own()
    if (licence.spdx or "").startswith("OGL"):
        return _Own(licence_link=True)
    return _Own(name_author=True, licence_link=True, changes_notice=None if licence.derivatives == "none" else True)


def _commercial(text: str, licence: Licence | None) -> bool | None:
    if duties.NOT_COMMERCIAL.search(text) and find_purposeless(text):
        return False
    return licence.commercial if licence else None


def find_purposeless(text: str) -> bool:
    """Return whether "non-commercial" limits the whole permission, not one of several caps."""
    return sum(cap.purpose is not None for cap in find_caps(text)) < 2


def _derivatives(text: str, licence: Licence | None) -> Derivatives | None:
    if duties.HOUSE_STYLE.search(text):
        return "style_only"
    if duties.UNCHANGED.search(text):
        return "none"
    return licence.derivatives if licence else None


def _full(statement: RightsStatement, text: str) -> bool | None:
    if duties.NO_FULL.search(text) or statement.kind == "all_rights_reserved":
        return False
    return True if statement.kind in ("open_licence", "public_domain", "republish") else None


def _holder(text: str) -> str | None:
    if _AUTHOR_HOLDS.search(text):
        return "author"
    match = _HOLDER.search(text)
    return match["holder"].strip(" ,") if match else None


def _source_name(text: str, known: str | None) -> str | None:
    match = _SOURCE_NAME.search(text)
    return match["name"] if match else known


def _clauses(text: str) -> list[str]:
    """Return the notice's sentences; a full stop inside an abbreviation or version number ends none."""
    return [part for part in re.split(r"(?<=[a-zäöüßéèà)\]”\"»%][.!?;])\s+(?=[A-ZÄÖÜÉ„«“©А-Я])", text) if part.strip()]


def _is_reported(clause: str) -> bool:
    return bool(_REPORTED.search(clause)) or clause.lstrip()[:1] in '“„«"'


def _span(text: str, clauses: Sequence[str], *, caps_only: bool) -> Span | None:
    """Return the clause to highlight: the one with the limit, else all that was read."""
    wanted = [clause for clause in clauses if find_caps(clause)] if caps_only else []
    chosen = wanted or list(clauses)
    start = text.find(chosen[0])
    end = text.find(chosen[-1]) + len(chosen[-1])
    return Span(start, end) if 0 <= start < end else None


def _of_facts(facts: Sequence[RightsFact]) -> RightsStatement:
    """Return the terms that machine-readable facts state; what only announces terms elsewhere states none."""
    found = RightsStatement()
    for fact in facts:
        if fact.name in ("license", "rel_license", "usage_info", "usage_terms", "copyright_notice"):
            licence = find_licence(fact.value)
            if licence is not None and found.spdx is None:
                found = _of_licence(licence, fact)
            elif fact.name in ("usage_terms", "copyright_notice") and found.origin == "none":
                found = _of_notice(RightsEvidence(notice=fact.value))
                found = replace(found, origin="metadata" if found.origin != "none" else "none")
        elif fact.name == "copyright_holder":
            found = replace(found, holder=found.holder or fact.value)
        elif fact.name == "copyright_year" and fact.value.isdigit():
            found = replace(found, year=found.year or int(fact.value))
        elif fact.name == "credit_text":
            found = replace(found, credit_text=fact.value)
    return found


def _of_licence(licence: Licence, fact: RightsFact) -> RightsStatement:
    statement = RightsStatement(kind=licence.kind, origin="metadata", statement_text=fact.value, confidence=0.95)
    own = _own_conditions(licence, "")
    return replace(
        statement,
        spdx=licence.spdx,
        uri=licence.uri or (fact.value if fact.value.startswith("http") else None),
        name_author=own.name_author,
        licence_link=own.licence_link,
        changes_notice=own.changes_notice,
        commercial=licence.commercial,
        derivatives=licence.derivatives,
        full_republication=True,
    )
