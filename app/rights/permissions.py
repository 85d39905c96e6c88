"""What clauses allow, presume, forbid, or make hang on a permission, for one use of the text: "quote" or "reuse"."""

import re

from app.rights.amounts import is_a_place, is_first_unit
from app.rights.belonging import JOINED
from app.rights.clauses import Clause, words_between, words_in
from app.rights.given import is_about_others
from app.rights.lexicon import everywhere
from app.rights.statutes import jurisdiction_of

_DUTIES = ("source", "link", "author", "name", "credited", "source_direct", "author_direct", "marked")
_TEXTS = ("article", "ours", "quote", "whole", "photos", "source", "source_direct", "author", "link")
SHORT = 9
"""Words of a line that is a mere label."""
_NUMBER = re.compile(r"\d")
_DATE = re.compile(r"(?:19|20)\d\d\b|\d{1,2}\.?\s(?P<month>[^\W\d]+)|\d{1,4}[.-]\d{1,2}[.-]\d{1,4}")
_LABEL = 8
"""Words of a line that need not say that it speaks of a text: "Reprints only with permission"."""
_TO_ITS_OBJECT = 2
"""Words that may stand between a use and what is used: "reproduce all the photographs"."""
_REACH = 12
"""Words that may stand between "may" and what is allowed."""


def permits(clause: Clause, use: str) -> bool:
    """Return whether a clause allows a use; a part that names an amount allows no more than that, which is a limit or not understood."""
    whole = [segment for segment in clause.segments() if use == "quote" or not _names_an_amount(segment)]
    return any(permitted(segment, place) for segment in whole for place in taken(segment, use))


def allows_an_amount(clause: Clause) -> bool:
    """Return whether a clause allows quoting by an amount; where no limit could be read from it, it is not understood."""
    return any(
        permitted(segment, place) and _names_an_amount(segment)
        for segment in clause.segments()
        for place in taken(segment, "quote")
    )


def _names_an_amount(segment: Clause) -> bool:
    """Return whether an amount is named, other than days, and the paragraph where a link belongs; pages are amounts too."""
    found = segment.lexicon.amount.finditer(segment.text)
    if any(not (is_first_unit(match) and is_a_place(segment, match.span())) for match in found) or _names_vaguely(segment):
        return True
    return any(_counts(segment, end) for _, end in segment.places("at_most")) or any(
        at[0] - number.end() >= 0 and words_between(segment.text, number.span(), at) <= 1
        for number in segment.lexicon.bare_number.finditer(segment.text)
        for concept in ("at_most_after", "below_after", "or_more")
        for at in segment.places(concept)
    )


def _names_vaguely(segment: Clause) -> bool:
    """Return whether an amount is named that nobody can count: "one page", "a few lines", "a short paragraph"."""
    if any(_ends_with_number(segment, at) for at in segment.places("uncounted")):
        return True
    vague = [(unit, 2) for unit in segment.places("uncounted")] + [(unit, 1) for unit in _units(segment)]
    return any(
        few[1] <= unit[0] and words_between(segment.text, few, unit) <= words and not is_a_place(segment, few)
        for few in segment.places("some")
        for unit, words in vague
    )


def _ends_with_number(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether a number stands before a place, one word between them allowed."""
    return any(
        words_between(segment.text, match.span(), place) <= 1
        for match in segment.lexicon.bare_number.finditer(segment.text, 0, place[0])
    )


def _units(segment: Clause) -> list[tuple[int, int]]:
    return [match.span() for match in segment.lexicon.counted_units.finditer(segment.text)]


def _counts(segment: Clause, at: int) -> bool:
    """Return whether a number follows, and none of days or in a date."""
    after = segment.text[at:].lstrip()
    word = segment.lexicon.number_word.match(after)
    number = _NUMBER.match(after) or (word is not None and after[len(word[0]) :][:1].isspace())
    dated = _DATE.match(after)
    in_a_date = dated is not None and (dated["month"] is None or segment.lexicon.month(dated["month"]) is not None)
    return bool(number) and not in_a_date and segment.lexicon.days.match(after) is None


def presumes(clause: Clause, use: str) -> bool:
    """Return whether a clause says what is due when the text is used, and so presumes the use.

    "When reprinting, a link is required"; "reprints only with the source"; "quotations must be marked". Nothing is presumed where it
    says what may not be done, or asks for a permission.
    """
    if clause.states("permission") or clause.states("forbidden"):
        return False
    places = [place for place in taken(clause, use) if not _is_of_others(clause, place)]
    if _is_due(clause, "only_with", 4) and any(_before(clause, "only_with", place, 6, after=True) for place in places):
        return True
    if not _is_due(clause, "mandatory", _REACH):
        return False
    first = use == "quote" and any(words_between(clause.text, (0, 0), (place[0], place[0])) <= 1 for place in places)
    return first or any(_before(clause, "when", place, 4) for place in places)


def refuses_at(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether the segment refuses the use of which it names an amount: "quoting up to 50 words is not permitted"."""
    uses = sorted({*segment.places("quote"), *segment.places("reuse")})
    before, after = [use for use in uses if use[1] <= place[0]], [use for use in uses if place[1] <= use[0]]
    if not uses or not (before or after):
        return False
    own = before[-1] if before else after[0]
    if any(_object(segment, may, uses) == own and not _negated(segment, may) for may in _mays(segment)):
        return False
    return any(_object(segment, no, uses) == own and not _excepted(segment, no, place) for no in _refusals(segment))


def _refusals(segment: Clause) -> list[tuple[int, int]]:
    """Return where something is refused; not where a limit, or what may not be changed or sold, is named so."""
    said = ("at_most", "at_most_after", "above", "above_after", "unchanged", "noncommercial", "no_advertising")
    others = [at for concept in said for at in segment.places(concept)]
    negated = [may for may in _mays(segment) if _negated(segment, may)]
    begins = [may for may in negated if any(may[1] <= at[0] and not words_between(segment.text, may, at) for at in others)]
    named = [*segment.places("forbidden"), *negated]
    return [no for no in named if no not in begins and not any(no[0] < end and start < no[1] for start, end in others)]


def _object(segment: Clause, verb: tuple[int, int], uses: "list[tuple[int, int]]") -> tuple[int, int] | None:
    """Return the use that a verb of allowing or refusing speaks of: the one before it in its part of the sentence, else the one after."""
    before = [use for use in uses if use[0] < verb[0]]
    after = [use for use in uses if verb[0] <= use[0]]
    near = [use for use in before if "," not in segment.text[use[1] : verb[0]]]
    following = [use for use in after if "," not in segment.text[verb[1] : use[0]]]
    return next(iter(near[-1:] or following[:1] or before[-1:]), None)


def _excepted(segment: Clause, no: tuple[int, int], place: tuple[int, int]) -> bool:
    """Return whether an "except" parts a refusal from an amount after it."""
    return any(no[1] <= start and end <= place[0] for start, end in segment.places("left_out"))


def forbids(clause: Clause) -> bool:
    """Return whether a clause forbids any use; what it forbids to change, to sell or to advertise with is none."""
    others = [place for concept in ("unchanged", "noncommercial", "no_advertising") for place in clause.places(concept)]
    refused = [no for no in clause.places("forbidden") if not any(start <= no[0] < end for start, end in others)]
    return any(
        words_between(clause.text, no, use) <= _REACH
        for use in (*taken(clause, "reuse"), *taken(clause, "quote"))
        for no in (*refused, *clause.places("no_part"))
    )


def needs_permission(clause: Clause) -> bool:
    """Return whether taking over the text needs a permission."""
    of_texts = is_of_texts(clause) or clause.states("whole") or clause.states("part")
    free = clause.near("without", "permission", words=3) and bool(_mays(clause))
    asked = asks_consent(clause) or (clause.near("needs", "permission", words=4) and not free)
    return of_texts and asked and bool(taken(clause, "reuse") or taken(clause, "quote"))


def asks_consent(segment: Clause) -> bool:
    """Return whether what is allowed is allowed with a permission only, "with our consent", and so is none; for pictures alone it may be."""
    pictures = [place for concept in ("photos", "video", "logos", "third_party") for place in segment.places(concept)]

    def of_pictures(way: tuple[int, int]) -> bool:
        return any(end <= way[0] and words_between(segment.text, (start, end), way) <= 1 for start, end in pictures)

    if any(not of_pictures(way) for way in segment.places("with_consent")):
        return True
    for concept, words in (("only_with", 4), ("with", 3)):
        for way in segment.places(concept):
            asked = any(
                way[1] <= place[0] and words_between(segment.text, way, place) <= words
                for place in segment.places("permission")
            )
            if asked and not of_pictures(way):
                return True
    return False


def is_of_texts(clause: Clause) -> bool:
    """Return whether a clause speaks of the text it stands under, or is a mere label."""
    by_law = jurisdiction_of((clause,)) is not None
    return by_law or clause.states("article") or clause.states("ours") or words_in(clause.text) <= SHORT


def taken(clause: Clause, use: str) -> list[tuple[int, int]]:
    """Return where a use of the text is named: not "citing the source", and "use" alone only beside the text.

    What is taken over must be a text, or the clause must speak of its source: "the costs may be taken over" is no use of a text.
    """
    if use == "quote":
        named = [*clause.places("source"), *clause.places("author")]
        joined = [*clause.places("with"), *clause.places("name")]
        return [
            place
            for place in clause.places("quote")
            if not any(_is_object(clause.text, place, other, joined) for other in named)
        ]
    bare = () if clause.states("article") or clause.states("source_direct") else clause.places("bare_use")
    of_text = words_in(clause.text) <= _LABEL or any(clause.states(concept) for concept in _TEXTS)
    return [place for place in clause.places(use) if of_text and (place not in bare or clause.states("article"))]


def _is_object(text: str, verb: tuple[int, int], noun: tuple[int, int], joined: "list[tuple[int, int]]") -> bool:
    """Return whether a noun is what is quoted ("citing the source"), and not joined to it ("quoting with the source")."""
    parted = any(verb[1] <= start < noun[0] for start, _ in joined)
    return verb[1] <= noun[0] and not parted and words_between(text, verb, noun) <= 1


def permitted(segment: Clause, use: tuple[int, int]) -> bool:
    """Return whether a use of the text, named at a place, is allowed, and not only with a consent."""
    if asks_consent(segment) or is_for_a_circle(segment) or _is_of_others(segment, use):
        return False
    return any(words_between(segment.text, may, use) <= _REACH and not _negated(segment, may) for may in _mays(segment))


def _is_of_others(segment: Clause, use: tuple[int, int]) -> bool:
    """Return whether what is used are pictures, films, maps … alone, and no text: "the photographs may be reprinted"."""
    if is_about_others(segment, use):
        return True
    pictures = [match.span() for match in everywhere("photos").finditer(segment.text, use[1])]
    others = [*pictures, *(place for concept in ("video", "multimedia", "logos") for place in segment.places(concept))]
    near = [at for at in others if use[1] <= at[0] and words_between(segment.text, use, at) <= _TO_ITS_OBJECT]
    if not near:
        return False
    texts = [place for concept in ("article", "quote") for place in segment.places(concept) if place != use]
    return not any(start < near[0][0] or _is_joined(segment, near[-1], (start, end)) for start, end in texts)


def _is_joined(segment: Clause, other: tuple[int, int], text: tuple[int, int]) -> bool:
    """Return whether a text is named beside something else, with "and" or a comma between."""
    return (
        words_between(segment.text, other, text) <= _TO_ITS_OBJECT
        and JOINED.search(segment.text, other[1], text[0]) is not None
    )


def is_for_a_circle(segment: Clause) -> bool:
    """Return whether what is allowed hangs on a payment, or is for members or subscribers alone; not "without a fee"."""
    spared = [place for concept in ("without", "not") for place in segment.places(concept)]
    return any(
        not any(no[1] <= place[0] and words_between(segment.text, no, place) <= 2 for no in spared)
        for place in segment.places("closed")
    )


def _mays(segment: Clause) -> list[tuple[int, int]]:
    """Return where something is allowed: "allowed", but not in "without having been allowed", which names a permission, nor in May."""
    asked = segment.places("permission")
    return [
        may
        for may in segment.places("may")
        if not any(start <= may[0] and may[1] <= end for start, end in asked) and not _is_a_name(segment, may)
    ]


def _is_a_name(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether a word inside a sentence has a capital and is none of all capitals, in a language that gives these to names."""
    return place[0] > 0 and segment.lexicon.language != "de" and segment.text[slice(*place)].istitle()


def _negated(segment: Clause, may: tuple[int, int]) -> bool:
    if any(none[1] <= may[0] for none in segment.places("no_part")):
        return True  # "no part of this may be copied": the "no" stands far from its "may"
    if any(start < may[1] and may[0] < end for start, end in segment.places("forbidden")):
        return True
    others = [at for concept in ("noncommercial", "at_most", "at_most_after") for at in segment.places(concept)]
    for no in segment.places("not"):
        if any(start <= no[0] < end for start, end in others):
            continue  # "allowed, not commercially": the "not" belongs to what follows
        between = segment.text[no[1] : may[0]] if no[1] <= may[0] else segment.text[may[1] : no[0]]
        words = words_in(between)
        if "," not in between and (words == 0 or (words == 1 and no[1] <= may[0])):
            return True
    return False


def _is_due(clause: Clause, word: str, reach: int) -> bool:
    return any(clause.near(word, duty, words=reach) for duty in _DUTIES)


def _before(clause: Clause, concept: str, place: tuple[int, int], words: int, *, after: bool = False) -> bool:
    """Return whether a concept stands before a place (after it: `after`), with at most so many words between."""
    return any(
        (place[1] <= other[0] if after else other[1] <= place[0]) and words_between(clause.text, place, other) <= words
        for other in clause.places(concept)
    )
