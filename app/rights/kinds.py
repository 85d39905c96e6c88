"""The kind of terms that clauses state where they name no licence; and the statutes that they name."""

from collections.abc import Sequence

import regex as re

from app.model.rights import RightsKind
from app.rights.clauses import Clause, words_between
from app.rights.lexicon import everywhere

_DUTIES = ("source", "link", "author", "name", "credited", "source_direct", "author_direct", "marked")
_REACH = 12
"""Words that may stand between "may" and what is allowed."""
_COPYRIGHT_LINE = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:\(c\)\s*|©\s*)?(?:\d{4}|(?-i:[A-ZÄÖÜÉ]))", re.IGNORECASE)
_FOR_OTHERS = re.compile(r",?\s(?:to|for|under|in|on)\s(?:(?:the|all|its|their)\s)?\p{Ll}")
_SHORT = 8
"""Words of a line that only says whose the copyright is; "Copyright Office rules …" is longer."""
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


_COUNTRIES = (
    ("US", re.compile(r"\bUnited States\b|\bU\.S\.|\bUSA?\b|17 U\.?S\.?C")),
    ("DE", re.compile(r"§\s*5\s*(?:Abs\.[^.]{0,8})?(?:UrhG|Urheberrechtsgesetz|des Urheberrechtsgesetzes)", re.I)),
    ("AT", re.compile(r"§\s*7\s*(?:Abs\.[^.]{0,8})?(?:öUrhG|UrhG)", re.I)),
    ("CH", re.compile(r"Art\.?\s*5\s*URG", re.I)),
    ("NL", re.compile(r"artikel 11 (?:van de )?Auteurswet", re.I)),
    ("IT", re.compile(r"art(?:icolo|\.)\s?5,? (?:della )?(?:legge|l\.)\s?(?:n\.\s?)?633", re.I)),
    ("ES", re.compile(r"art[íi]culo 13 (?:de la )?(?:LPI|Ley de Propiedad Intelectual)", re.I)),
    ("PL", re.compile(r"art\.?\s?4 (?:ustawy|pr\.?\s?aut)", re.I)),
    ("CZ", re.compile(r"§\s*3 (?:autorského zákona|zákona č\. 121)", re.I)),
    ("RU", re.compile(r"(?:ст\.|стать\w+)\s?1259", re.I)),
    ("CA", re.compile(r"\bin Canada\b")), ("AU", re.compile(r"\bin Australia\b")), ("GB", re.compile(r"\bUnited Kingdom\b")),
)  # fmt: skip


def statute_of(clauses: Sequence[Clause]) -> str | None:
    """Return the statute on quotation that the terms name, None for none. It never carries a number of words."""
    text = " ".join(clause.text for clause in clauses)
    return next((name for name, pattern in _STATUTES if pattern.search(text)), None)


def is_public_domain(clauses: Sequence[Clause]) -> bool:
    """Return whether the clauses give the text to the public domain."""
    return any(
        _is_given(clause, place) for clause in clauses if _is_of_texts(clause) for place in clause.places("public_domain")
    )


def _is_of_texts(clause: Clause) -> bool:
    """Return whether a clause speaks of the text it stands under, or is a mere label."""
    by_law = jurisdiction_of((clause,)) is not None
    return by_law or clause.states("article") or clause.states("ours") or len(clause.text.split()) <= _SHORT


def _is_given(clause: Clause, place: tuple[int, int]) -> bool:
    """Return whether no "not" stands before; one inside ("not subject to copyright") belongs to the phrase."""
    before = [no for no in clause.places("not") if no[1] <= place[0]]
    return not any(words_between(clause.text, no, place) <= 1 for no in before)


def jurisdiction_of(clauses: Sequence[Clause]) -> str | None:
    """Return the country whose law the clauses name as the reason of a public domain, None where they name none."""
    text = " ".join(clause.text for clause in clauses)
    return next((country for country, pattern in _COUNTRIES if pattern.search(text)), None)


def find_kind(clauses: Sequence[Clause], *, has_caps: bool) -> RightsKind | None:
    """Return the kind of terms of clauses that name no licence; None when they state none at all.

    A permission that itself hangs on a permission is none. A statute is no permission of the source.
    """
    if has_caps:
        return "quote_cap"
    reserved = any(_reserves(clause) for clause in clauses)
    quoting = any(_permits(clause, "quote") or _presumes(clause, "quote") for clause in clauses)
    using = any(_permits(clause, "reuse") or _presumes(clause, "reuse") for clause in clauses)
    if reserved and (statute_of(clauses) or not (quoting or using)):
        return "all_rights_reserved"
    if using and not forbids_whole(clauses) and not _excerpts_only(clauses):
        return "republish"
    if quoting or using:
        return "quote_cap"
    if any(_forbids(clause) or _needs_permission(clause) or _has_copyright_line(clause) for clause in clauses):
        return "all_rights_reserved"
    return None


def _reserves(clause: Clause) -> bool:
    """Return whether the formula stands in a clause; "all rights reserved to the tribes" is no formula."""
    return any(not _FOR_OTHERS.match(clause.text, match.end()) for match in everywhere("reserved").finditer(clause.text))


def _has_copyright_line(clause: Clause) -> bool:
    match = _COPYRIGHT_LINE.search(clause.text)
    dated = match is not None and (re.search(r"©|\(c\)|\d", match[0]) is not None)
    return dated or (match is not None and len(clause.text.split()) <= _SHORT)


def _presumes(clause: Clause, use: str) -> bool:
    """Return whether a clause says what is due when the text is used, and so presumes the use.

    "When reprinting, a link is required"; "reprints only with the source"; "quotations must be marked". Nothing is presumed where it says what may not be
    done, or asks for a permission.
    """
    if clause.states("permission") or clause.states("forbidden"):
        return False
    taken = _taken(clause, use)
    if _is_due(clause, "only_with", 4) and any(_before(clause, "only_with", place, 6, after=True) for place in taken):
        return True
    if not _is_due(clause, "mandatory", _REACH):
        return False
    first = use == "quote" and any(words_between(clause.text, (0, 0), (place[0], place[0])) <= 1 for place in taken)
    return first or any(_before(clause, "when", place, 4) for place in taken)


def _is_due(clause: Clause, word: str, reach: int) -> bool:
    return any(clause.near(word, duty, words=reach) for duty in _DUTIES)


def _before(clause: Clause, concept: str, place: tuple[int, int], words: int, *, after: bool = False) -> bool:
    """Return whether a concept stands before a place (after it: `after`), with at most so many words between."""
    return any(
        (place[1] <= other[0] if after else other[1] <= place[0]) and words_between(clause.text, place, other) <= words
        for other in clause.places(concept)
    )


def _taken(clause: Clause, use: str) -> list[tuple[int, int]]:
    """Return where a use of the text is named: not "citing the source", and "use" alone only beside the text."""
    if use == "quote":
        named = [*clause.places("source"), *clause.places("author")]
        joined = [*clause.places("with"), *clause.places("name")]
        return [
            place
            for place in clause.places("quote")
            if not any(_is_object(clause.text, place, other, joined) for other in named)
        ]
    bare = clause.places("bare_use")
    return [place for place in clause.places(use) if place not in bare or clause.states("article")]


def permits_republishing(clauses: Sequence[Clause]) -> bool:
    """Return whether the permission names republishing, and not only "use"."""
    for clause in clauses:
        bare = clause.places("bare_use")
        if any(_permitted(clause, place) for place in clause.places("reuse") if place not in bare):
            return True
        if clause.states("whole") and (_permits(clause, "reuse") or _presumes(clause, "reuse")):
            return True
        if clause.places("reuse") != bare and _presumes(clause, "reuse"):
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
    places = [*segment.places("part"), *_taken(segment, "quote")]
    return any(
        words_between(segment.text, place, may) <= 6 and not _ALSO.search(segment.text[: place[0]])
        for place in places
        for may in segment.places("may")
    )


def _permits(clause: Clause, use: str) -> bool:
    return any(_permitted(segment, place) for segment in clause.segments() for place in _taken(segment, use))


def _is_object(text: str, verb: tuple[int, int], noun: tuple[int, int], joined: "list[tuple[int, int]]") -> bool:
    """Return whether a noun is what is quoted ("citing the source"), and not joined to it ("quoting with the source")."""
    parted = any(verb[1] <= start < noun[0] for start, _ in joined)
    return verb[1] <= noun[0] and not parted and words_between(text, verb, noun) <= 1


def _permitted(segment: Clause, use: tuple[int, int]) -> bool:
    if asks_consent(segment):
        return False
    return any(words_between(segment.text, may, use) <= _REACH and not _negated(segment, may) for may in _mays(segment))


def asks_consent(segment: Clause) -> bool:
    """Return whether what is allowed is allowed with a permission only, "with our consent", and so is none."""
    return segment.near("only_with", "permission", words=4) or any(
        _before(segment, "with", asked, 3) for asked in segment.places("permission")
    )


def _mays(segment: Clause) -> list[tuple[int, int]]:
    """Return where something is allowed: "allowed", but not in "without having been allowed", which names a permission."""
    asked = segment.places("permission")
    return [may for may in segment.places("may") if not any(start <= may[0] and may[1] <= end for start, end in asked)]


def _negated(segment: Clause, may: tuple[int, int]) -> bool:
    if any(none[1] <= may[0] for none in segment.places("no_part")):
        return True  # "no part of this may be copied": the "no" stands far from its "may"
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


def _needs_permission(clause: Clause) -> bool:
    """Return whether taking over the text needs a permission."""
    of_texts = clause.states("article") or clause.states("ours") or clause.states("whole") or clause.states("part")
    asked = asks_consent(clause) or clause.near("needs", "permission", words=4)
    return of_texts and asked and bool(_taken(clause, "reuse") or _taken(clause, "quote"))


def _forbids(clause: Clause) -> bool:
    return any(
        words_between(clause.text, no, use) <= _REACH
        for use in (*_taken(clause, "reuse"), *_taken(clause, "quote"))
        for no in (*clause.places("forbidden"), *clause.places("no_part"))
    )
