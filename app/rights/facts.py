"""Terms that a document states for machines: schema.org, links, Dublin Core, rightsstatements.org, NewsML-G2, ninjs.

What only announces terms elsewhere (`usageInfo` with an address, `acquireLicensePage`), and what is meant for search engines and text
mining (`robots` with `max-snippet`, TDMRep), stays a fact: it allows nothing, and is never a limit on quoting.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.model.captured import RightsFact
from app.model.rights import RightsStatement
from app.rights.clauses import LONGEST
from app.rights.licences import Licence, find_licence
from app.rights.precedence import stricter

_TERMS = ("license", "rel_license", "rightsstatement", "usage_info", "usage_terms", "copyright_notice")
_HOLDERS = ("copyright_holder", "rights_holder")
_CREDITS = ("credit_text", "attribution_name")
_STATEMENT = re.compile(r"rightsstatements\.org/(?:vocab|page)/(?P<name>[A-Za-z-]+)/(?P<version>\d\.\d)", re.I)
_IN_COPYRIGHT = ("InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU")
_UNSETTLED = ("NoC-CR", "NoC-NC", "NoC-OKLR", "CNE", "UND", "NKC")
"""Out of copyright but bound by contract or other law, or of unknown status: none of these is a permission."""
_ADDRESS_WORDS = 3
"""A value of no more words is an address or the name of a licence; a longer one is prose, read as a notice."""


def terms_of(facts: Sequence[RightsFact], read: Callable[[str], RightsStatement]) -> RightsStatement:
    """Return what the facts state together, kind unknown and origin none without terms; `read` reads prose as a notice.

    Where they disagree the stricter wins. Who holds the rights, since when, and how to credit is kept even where nothing else is said.
    """
    found = RightsStatement()
    for fact in facts:
        stated = _stated(fact, read) if fact.name in _TERMS else RightsStatement()
        if stated.origin != "none":
            found = stated if found.origin == "none" else stricter(found, stated)
    return replace(
        found,
        holder=found.holder or _first(facts, _HOLDERS),
        year=found.year or _year(facts),
        credit_text=found.credit_text or _first(facts, _CREDITS),
    )


def _first(facts: Sequence[RightsFact], names: tuple[str, ...]) -> str | None:
    return next((fact.value.strip() for name in names for fact in facts if fact.name == name and fact.value.strip()), None)


def _year(facts: Sequence[RightsFact]) -> int | None:
    years = (re.fullmatch(r"\s*((?:1[89]|20)\d\d)(?:\.0)?\s*", fact.value) for fact in facts if fact.name == "copyright_year")
    return next((int(year[1]) for year in years if year), None)


def _stated(fact: RightsFact, read: Callable[[str], RightsStatement]) -> RightsStatement:
    if len(fact.value) > LONGEST:
        page = read(fact.value)
        return replace(page, origin="metadata") if page.origin != "none" else page
    standard = _STATEMENT.search(fact.value)
    if standard is not None:
        return _of_standard(standard["name"], standard["version"], fact)
    licence = find_licence(fact.value)
    if licence is not None and len(fact.value.split()) <= _ADDRESS_WORDS:
        return _of_licence(licence, fact)
    stated = read(fact.value) if len(fact.value.split()) > 1 else RightsStatement()
    if stated.origin == "none":
        return _of_licence(licence, fact) if licence is not None and fact.name != "copyright_notice" else stated
    return replace(stated, origin="metadata")


def _of_licence(licence: Licence, fact: RightsFact) -> RightsStatement:
    asks: dict[str, bool] = dict.fromkeys(licence.asks, True)
    return RightsStatement(
        kind=licence.kind, origin="metadata", statement_text=fact.value, confidence=0.95, spdx=licence.spdx,
        uri=licence.uri or (fact.value if fact.value.startswith("http") else None), commercial=licence.commercial,
        derivatives=licence.derivatives, full_republication=True, name_source=asks.get("name_source"),
        name_author=asks.get("name_author"), licence_link=asks.get("licence_link"), changes_notice=asks.get("changes_notice"),
    )  # fmt: skip


def _of_standard(name: str, version: str, fact: RightsFact) -> RightsStatement:
    """Return what one of the twelve standardised statements says (rightsstatements.org, Rights Statements 1.0)."""
    known = {known.lower(): known for known in (*_IN_COPYRIGHT, *_UNSETTLED, "NoC-US")}.get(name.lower())
    if known is None:
        return RightsStatement()
    uri = f"http://rightsstatements.org/vocab/{known}/{version}/"
    found = RightsStatement(uri=uri, origin="metadata", statement_text=fact.value, confidence=0.95)
    if known in _IN_COPYRIGHT:
        only = False if known == "InC-NC" else None
        return replace(found, kind="all_rights_reserved", full_republication=False, commercial=only)
    if known == "NoC-US":
        return replace(found, kind="public_domain", jurisdiction="US", full_republication=True)
    return replace(found, commercial=False if known == "NoC-NC" else None)
