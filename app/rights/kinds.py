"""The kind of terms that clauses state where they name no licence; and the statutes that they name."""

from collections.abc import Sequence

import regex as re

from app.model.rights import RightsKind
from app.rights.clauses import Clause, words_between
from app.rights.lexicon import everywhere

_REACH = 12
"""Words that may stand between "may" and what is allowed."""
_COPYRIGHT_LINE = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:\(c\)\s*|©\s*)?(?:\d{4}|(?-i:[A-ZÄÖÜÉ]))", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_ALSO = re.compile(
    r"\b(?:even|also|auch|même|aussi|también|incluso|anche|também|mesmo|ook|także|również|även|också|også|также|в том числе|i)\s+$",
    re.I,
)
_STATUTES = (
    ("DE-URHG-51", re.compile(r"§\s*51\s*(?:a\s*)?(?:Abs\.[^.]{0,12})?(?:UrhG|Urheberrechtsgesetz)|Zitatrecht", re.I)),
    ("FR-CPI-L122-5", re.compile(r"L\.?\s?122-5", re.I)),
    ("UK-CDPA-30", re.compile(r"section 30\b|s\.\s?30\b|fair dealing", re.I)),
    ("US-17-107", re.compile(r"17 U\.?S\.?C\.?\s*(?:§\s*)?107|\bfair use\b", re.I)),
    ("ES-LPI-32", re.compile(r"art[íi]culo 32|art\.\s?32", re.I)),
    ("IT-LDA-70", re.compile(r"art(?:icolo|\.)\s?70", re.I)),
    ("PT-CDADC-75", re.compile(r"artigo 75", re.I)),
    ("BR-LDA-46", re.compile(r"art(?:igo|\.)\s?46", re.I)),
    ("NL-AW-15A", re.compile(r"artikel 15a", re.I)),
    ("PL-PRAUT-29", re.compile(r"art\.?\s?29\b", re.I)),
    ("RU-GK-1274", re.compile(r"стать[ияеё]\w* 1274|ст\.\s?1274", re.I)),
    ("AT-URHG-42F", re.compile(r"§\s*42f", re.I)),
    ("BERNE-10-1", re.compile(r"berne? [^.]{0,20}10", re.I)),
)  # fmt: skip


def statute_of(clauses: Sequence[Clause]) -> str | None:
    """Return the statute on quotation that the terms name, None for none. It never carries a number of words."""
    text = " ".join(clause.text for clause in clauses)
    return next((name for name, pattern in _STATUTES if pattern.search(text)), None)


def is_public_domain(clauses: Sequence[Clause]) -> bool:
    """Return whether the clauses give the text to the public domain."""
    return any(clause.states("public_domain") and not clause.near("not", "public_domain", words=1) for clause in clauses)


def find_kind(clauses: Sequence[Clause], *, has_caps: bool) -> RightsKind | None:
    """Return the kind of terms of clauses that name no licence; None when they state none at all.

    A permission that itself hangs on a permission is none. A statute is no permission of the source.
    """
    if has_caps:
        return "quote_cap"
    reserved = any(everywhere("reserved").search(clause.text) for clause in clauses)
    quoting = any(_permits(clause, "quote") for clause in clauses)
    using = any(_permits(clause, "reuse") for clause in clauses)
    if reserved and (statute_of(clauses) or not (quoting or using)):
        return "all_rights_reserved"
    if using and not forbids_whole(clauses) and not _excerpts_only(clauses):
        return "republish"
    if quoting or using:
        return "quote_cap"
    if any(_forbids(clause) or _COPYRIGHT_LINE.search(clause.text) for clause in clauses):
        return "all_rights_reserved"
    return None


def permits_republishing(clauses: Sequence[Clause]) -> bool:
    """Return whether the permission names republishing, and not only "use"."""
    for clause in clauses:
        bare = clause.places("bare_use")
        if any(_permitted(clause, place) for place in clause.places("reuse") if place not in bare):
            return True
        if clause.states("whole") and _permits(clause, "reuse"):
            return True
    return False


def forbids_whole(clauses: Sequence[Clause]) -> bool:
    """Return whether taking over the whole text is forbidden."""
    for clause in clauses:
        for segment in (part for whole in clause.segments() for part in whole.split(_COMMA)):
            if segment.near("whole", "forbidden", words=7) or segment.near("not", "whole", words=2):
                return True
    return False


def _excerpts_only(clauses: Sequence[Clause]) -> bool:
    """Return whether each permission is one for parts alone."""
    permitting = [segment for clause in clauses for segment in clause.segments() if _permits(segment, "reuse")]
    return bool(permitting) and all(
        (segment.states("part") or segment.states("quote")) and not segment.states("whole") and _part_is_taken(segment)
        for segment in permitting
    )


def _part_is_taken(segment: Clause) -> bool:
    """Return whether what is allowed is a part; "also in part" allows the whole too."""
    places = [place for name in ("part", "quote") for place in segment.places(name)]
    return any(
        words_between(segment.text, place, may) <= 6 and not _ALSO.search(segment.text[: place[0]])
        for place in places
        for may in segment.places("may")
    )


def _permits(clause: Clause, use: str) -> bool:
    return any(_permitted(segment, place) for segment in clause.segments() for place in segment.places(use))


def _permitted(segment: Clause, use: tuple[int, int]) -> bool:
    if segment.near("only_with", "permission", words=4):
        return False
    return any(words_between(segment.text, may, use) <= _REACH and not _negated(segment, may) for may in segment.places("may"))


def _negated(segment: Clause, may: tuple[int, int]) -> bool:
    if any(start < may[1] and may[0] < end for start, end in segment.places("forbidden")):
        return True
    others = segment.places("noncommercial")
    for no in segment.places("not"):
        if any(start <= no[0] < end for start, end in others):
            continue  # "allowed, not commercially": the "not" belongs to what follows
        between = segment.text[no[1] : may[0]] if no[1] <= may[0] else segment.text[may[1] : no[0]]
        words = len(re.findall(r"\w+", between))
        if "," not in between and (words == 0 or (words == 1 and no[1] <= may[0])):
            return True
    return False


def _forbids(clause: Clause) -> bool:
    return any(
        words_between(clause.text, no, use) <= _REACH
        for use in (*clause.places("reuse"), *clause.places("quote"))
        for no in clause.places("forbidden")
    )
