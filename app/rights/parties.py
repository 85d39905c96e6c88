"""Who a notice names: the holder of the rights with the year, and the source by which to call it."""

from collections.abc import Sequence

import regex as re

from app.rights.clauses import Clause
from app.rights.lexicon import Lexicon, everywhere

_SIGN = r"(?:©|\(c\)|\bcopyright\b)"
_YEAR = re.compile(rf"{_SIGN}\s*(?:\(c\)\s*|©\s*|by\s+)?(?:[^\d.;]{{0,40}}?)(?P<year>(?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)
_HOLDER = re.compile(
    rf"{_SIGN}\s*(?:\(c\)\s*|©\s*|copyright\s+)?(?:(?:19|20)\d{{2}}(?:\s*[-–]\s*\d{{2,4}})?,?\s*)?(?:by\s+)?"
    r"(?P<holder>(?-i:[\p{Lu}\p{Lo}])[^.;|©\n]{1,80}?(?:\s(?:Ltd|Inc|GmbH|Co|S\.A|S\.p\.A|B\.V|Sp\. z o\.o))?)"
    r"(?=\.|;|\||,?\s(?:19|20)\d{2}|,? [–—-] |,? (?:all rights|alle rechte|tous droits|todos (?:los|os)|tutti i|все права|wszelkie|wszystkie|alla rätt|usos)|$)",
    re.IGNORECASE,
)
_PROPER = r"(?:(?:The|El|La|Le|Il|De|Die|Der|Das|O|A) )?\p{Lu}[\w&’'-]*(?: (?:\p{Lu}[\w&’'-]*|(?:of|for|für|pour|para|per|&|de|du|del|da|do)(?= \p{Lu})))*"
_LONGEST_NAME = 5
_LIST = r"(?:(?!(?:with|if|and link)\b)\p{Ll}+,? ){0,6}(?:and|und|et|y|e|en|i|и) "
"""The others who are to be named, before the source: "credit the author, their institution and The Daily"."""
_QUOTED = r"[„“«\"](?P<quoted>[^”“»\"]{2,60})[”“»\"]"
_AFTER_CREDIT = re.compile(
    rf"[:\s(]+(?:{_LIST})?(?:(?:to|as|the|by|von|à|a|al|la|el|il|lo|le|o|an|die|der|das|den|de|da|do|di|van) |[ldLD][’'])*(?:{_QUOTED}|(?P<name>{_PROPER}))"
)
_BEFORE_CREDIT = re.compile(
    rf"(?P<name>{_PROPER}) (?:is|are|be|must be|wird|est|se|è) (?:acknowledged|credited|named|genannt|cité)"
)


def year_of(clauses: Sequence[Clause]) -> int | None:
    """Return the year of a copyright line, None without one."""
    match = next((found for clause in clauses if (found := _YEAR.search(clause.text))), None)
    return int(match["year"]) if match else None


def holder_of(clauses: Sequence[Clause]) -> str | None:
    """Return who holds the rights as the notice names it, "author" where it says that the author does, None without either."""
    if any(clause.states("author_holds") for clause in clauses):
        return "author"
    dated = [clause for clause in clauses if _YEAR.search(clause.text) or everywhere("reserved").search(clause.text)]
    match = next((found for clause in dated if (found := _HOLDER.search(clause.raw))), None)
    if match is None or everywhere("reserved").search(match["holder"]):
        return None
    return str(match["holder"]).strip(" ,")


def credited_name_of(clauses: Sequence[Clause]) -> str | None:
    """Return the name that a notice wants credited, as its source or beside it; None where it names none."""
    return _following(clauses, "credited") or _preceding(clauses)


def source_name_of(clauses: Sequence[Clause], known: str | None) -> str | None:
    """Return the name by which the notice calls its source, else the known one.

    It follows a crediting phrase, or one like "content from"; in a language that writes all nouns with a capital it counts only
    in quotation marks or with capitals inside.
    """
    return _following(clauses, "credited") or _following(clauses, "content_of") or _preceding(clauses) or known


def _preceding(clauses: Sequence[Clause]) -> str | None:
    match = next((match for clause in clauses if (match := _BEFORE_CREDIT.search(clause.text))), None)
    return str(match["name"]) if match and _is_name(match["name"], clauses[0].lexicon) else None


def _following(clauses: Sequence[Clause], concept: str) -> str | None:
    for clause in clauses:
        for _, end in clause.places(concept):
            match = _AFTER_CREDIT.match(clause.raw, end)
            name = match and (match["quoted"] or match["name"])
            if name and len(name.split()) <= _LONGEST_NAME and _is_name(name, clause.lexicon):
                return str(name).strip(" .’'")
    return None


def _is_name(name: str, lexicon: Lexicon) -> bool:
    if any(
        lexicon[concept].fullmatch(name.strip())
        for concept in ("source", "author", "article", "link", "homepage", "source_direct")
    ):
        return False
    return lexicon.language != "de" or re.search(r"[A-Z].*[A-Z]", name) is not None
