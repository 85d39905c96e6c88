"""The kind of terms that clauses state where they name no licence."""

from collections.abc import Sequence

import regex as re

from app.model.rights import RightsKind
from app.rights.clauses import Clause, words_between, words_in
from app.rights.given import is_about_others
from app.rights.lexicon import everywhere
from app.rights.permissions import SHORT, forbids, is_of_texts, needs_permission, permits, permitted, presumes, taken
from app.rights.statutes import statute_of

_COPYRIGHT_LINE = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:\(c\)\s*|©\s*)?(?:\d{4}|(?-i:[A-ZÄÖÜÉ]))", re.IGNORECASE)
_FOR_OTHERS = re.compile(r",?\s(?:to|for|under|in|on)\s(?:(?:the|all|its|their)\s)?\p{Ll}")
_SOME = re.compile(
    r"\b(?:some|no|certain|einige|manche|keine|certains|quelques|aucun|algunos|ningún|alcuni|nessun|alguns|nenhum|sommige|bepaalde|geen|niektóre|"
    r"некоторые|деякі|некаторыя|vissa|inga|nogle|visse|noen|ingen|některá|některé|niektoré|unele|anumite|egyes|bazı|ορισμένα|jotkin)\s+$",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s")
_ALSO = re.compile(
    r"\b(?:even|also|auch|même|aussi|también|incluso|anche|também|mesmo|ook|także|również|även|också|også|также|в том числе|i)\s+$",
    re.I,
)


def is_public_domain(clauses: Sequence[Clause]) -> bool:
    """Return whether the clauses give the text to the public domain."""
    return any(
        _is_given(clause, place) for clause in clauses if is_of_texts(clause) for place in clause.places("public_domain")
    )


def _is_given(clause: Clause, place: tuple[int, int]) -> bool:
    """Return whether no "not" stands before, and it is said of a text; a "not" inside ("not subject to copyright") belongs to the phrase."""
    if is_about_others(clause, place):
        return False
    before = [no for no in clause.places("not") if no[1] <= place[0]]
    return not any(words_between(clause.text, no, place) <= 1 for no in before)


def find_kind(clauses: Sequence[Clause], *, has_caps: bool) -> RightsKind | None:
    """Return the kind of terms of clauses that name no licence; None when they state none at all.

    A permission that itself hangs on a permission is none. A statute is no permission of the source.
    """
    if has_caps:
        return "quote_cap"
    reserved = any(reserves(clause) for clause in clauses)
    quoting = any(permits(clause, "quote") or presumes(clause, "quote") for clause in clauses)
    using = any(permits(clause, "reuse") or presumes(clause, "reuse") for clause in clauses)
    if reserved and (statute_of(clauses) or not (quoting or using)):
        return "all_rights_reserved"
    if using and not forbids_whole(clauses) and not _excerpts_only(clauses):
        return "republish"
    if quoting or using:
        return "quote_cap"
    if any(forbids(clause) or needs_permission(clause) or _has_copyright_line(clause) for clause in clauses):
        return "all_rights_reserved"
    return None


def reserves(clause: Clause) -> bool:
    """Return whether the formula stands in a clause, for the text; "all rights reserved to the tribes" and "some rights reserved" are none."""
    return any(
        not (_FOR_OTHERS.match(clause.text, match.end()) or _SOME.search(clause.text, 0, match.start()))
        and not is_about_others(clause, match.span())
        for match in everywhere("reserved").finditer(clause.text)
    )


def _has_copyright_line(clause: Clause) -> bool:
    match = _COPYRIGHT_LINE.search(clause.text)
    dated = match is not None and (re.search(r"©|\(c\)|\d", match[0]) is not None)
    return dated or (match is not None and words_in(clause.text) <= SHORT)


def permits_republishing(clauses: Sequence[Clause]) -> bool:
    """Return whether the permission names republishing, and not only "use"."""
    for clause in clauses:
        bare = clause.places("bare_use")
        if any(permitted(clause, place) for place in clause.places("reuse") if place not in bare):
            return True
        if clause.states("whole") and (permits(clause, "reuse") or presumes(clause, "reuse")):
            return True
        if clause.places("reuse") != bare and presumes(clause, "reuse"):
            return True
    return False


def forbids_whole(clauses: Sequence[Clause]) -> bool:
    """Return whether taking over the whole text is forbidden, or needs a permission."""
    for clause in clauses:
        for segment in (part for whole in clause.segments() for part in whole.split(_COMMA)):
            asked = segment.near("whole", "permission", words=5) and segment.near("needs", "permission", words=4)
            if segment.near("whole", "forbidden", words=7) or segment.near("not", "whole", words=2) or asked:
                return True
    return False


def _excerpts_only(clauses: Sequence[Clause]) -> bool:
    """Return whether each permission is one for parts alone."""
    permitting = [segment for clause in clauses for segment in clause.segments() if permits(segment, "reuse")]
    return bool(permitting) and all(
        (segment.states("part") or segment.states("quote")) and not segment.states("whole") and _part_is_taken(segment)
        for segment in permitting
    )


def _part_is_taken(segment: Clause) -> bool:
    """Return whether what is allowed is a part; "also in part" allows the whole too."""
    places = [*segment.places("part"), *taken(segment, "quote")]
    return any(
        words_between(segment.text, place, may) <= 6 and not _ALSO.search(segment.text[: place[0]])
        for place in places
        for may in segment.places("may")
    )
