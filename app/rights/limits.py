"""Limits on quoting, read from clauses: "no more than 5% of the entire text", "höchstens 75 Wörter"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from typing import Literal

from app.model.rights import PURPOSES, Cap
from app.rights.amounts import amount_of, is_a_place, is_first_unit, value_of
from app.rights.belonging import Named, owners
from app.rights.clauses import Clause, words_between
from app.rights.duties import media_in, purposes_in
from app.rights.permissions import asks_consent, is_for_a_circle, refuses_at

_AMOUNTS = 12
"""So many amounts of a sentence are looked at."""
_TEXTS = ("article", "quote", "whole", "ours", "part")
_WHOLES = ("article", "quote", "whole", "ours")
_NEAR = 5
"""Words that may stand between a limiting word and its number."""


def find_caps(clauses: Sequence[Clause]) -> tuple[Cap, ...]:
    """Return the limits that the clauses set, in order, each once; a number without a limiting word beside it sets none.

    What is only allowed with a permission is no limit, but "more than 100 words need our permission" is one of 100 words.
    """
    found: list[Cap] = []
    homes: list[frozenset[str]] = []
    about_quoting = False
    for clause in clauses:
        about_quoting = about_quoting or _is_about_quoting(clause)
        if about_quoting and _rules(clause):
            for segment in clause.segments():
                more = [cap for cap in _of_segment(segment, clause) if cap not in found]
                found += more
                homes += [frozenset(name for *_, name in media_in(segment))] * len(more)
    return _settled(_with_media(found, homes), clauses)


_RULING = ("may", "mandatory", "forbidden", "condition", "only_with", "ours", "you", "each")


def _rules(clause: Clause) -> bool:
    """Return whether a clause lays down a rule: by its words, or because it begins with the use, as an order or a heading does.

    "The book quotes no more than three sentences" is none.
    """
    if any(clause.states(concept) for concept in _RULING) or clause.near("needs", "permission", words=4):
        return True
    uses = [place for concept in ("quote", "reuse") for place in clause.places(concept)]
    first = any(words_between(clause.text, (0, 0), (start, start)) <= 1 for start, _ in uses)
    return first or _heads(clause) or any(_before(clause, "when", start, 4) for start, _ in uses)


def _is_about_quoting(clause: Clause) -> bool:
    """Return whether a clause is about taking text: "publish" and "use" are so only beside a text, or its source that is to be named."""
    if clause.states("quote"):
        return True
    weak = clause.places("weak_use")
    beside = any(clause.states(concept) for concept in (*_TEXTS, "first", "link")) or clause.near("name", "source", words=5)
    heads = _heads(clause) and clause.near("name", "source", words=5)
    return heads or any(beside or place not in weak for place in clause.places("reuse"))


def _heads(clause: Clause) -> bool:
    """Return whether a clause begins with a limit, as a heading does: "Maximum 100 words"."""
    return any(start == 0 for start, _ in clause.places("at_most"))


def _is_of_text(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether a share is one of a text: "20 % of the readers" is not, nor one of nothing that is named."""
    texts = [at for concept in _WHOLES for at in segment.places(concept)]
    of = [at for at in segment.places("of") if at[0] >= place[1] and words_between(segment.text, place, at) == 0]
    if of:
        chain = [at for at in segment.places("of") if at[0] >= place[1]][:2]
        return any(at[0] >= one[0] and words_between(segment.text, one, at) <= 1 for one in chain for at in texts)
    return bool(texts)


def numbers_in(clause: Clause) -> set[Fraction]:
    """Return the amounts that a clause names, limits or not."""
    found = (amount_of(clause, match)[0] for match in islice(clause.lexicon.amount.finditer(clause.text), _AMOUNTS))
    return {number for number in found if number is not None}


def names_an_amount(clauses: Sequence[Clause]) -> bool:
    """Return whether words, signs, sentences, paragraphs or a share are counted anywhere; all of it (100 %) is no amount."""
    return any(
        not match["part"] and not is_first_unit(match) and amount_of(clause, match) != (Fraction(100), "percent")
        for clause in clauses
        for match in islice(clause.lexicon.amount.finditer(clause.text), _AMOUNTS)
    )


def has_senseless(clauses: Sequence[Clause]) -> bool:
    """Return whether a clause names an amount that cannot be: more than 100 %, or less than nothing."""
    return any(
        number is None
        for clause in clauses
        for number in (amount_of(clause, match)[0] for match in clause.lexicon.amount.finditer(clause.text))
    )


def by_purpose(caps: Sequence[Cap]) -> bool:
    """Return whether the caps are for different purposes, of which one is chosen, instead of all binding together."""
    return len({cap.purpose for cap in caps if cap.purpose}) > 1


def _of_segment(segment: Clause, clause: Clause) -> list[Cap]:
    matches = list(islice(segment.lexicon.amount.finditer(segment.text), _AMOUNTS))
    media = media_in(segment)
    bare = _bare_numbers(segment, matches, media)
    places = [match.span() for match in (*matches, *bare)]
    in_media = owners(segment.text, places, media) if len({name for *_, name in media}) > 1 else {}
    for_purposes = _purposes(segment, places)
    found: list[Cap] = []
    for match in matches:
        cap = _cap(segment, clause, match, after_another=bool(found))
        if cap is not None:
            start = match.start()
            found.append(replace(cap, media=in_media.get(start, cap.media), purpose=for_purposes.get(start, cap.purpose)))
    for match in bare if found else ():
        number = value_of(match[0], segment.lexicon)
        if number is not None and match.start() in in_media:
            found.append(replace(found[0], n=number, media=in_media[match.start()]))
    return found


def _bare_numbers(segment: Clause, amounts: "Sequence[re.Match[str]]", media: Sequence[Named]) -> "list[re.Match[str]]":
    """Return the numbers after an amount that leave its unit out, between nothing but a medium: "100 words online, 250 in print"."""
    if not amounts or len({name for *_, name in media}) < 2:
        return []
    found = []
    for match in segment.lexicon.bare_number.finditer(segment.text, amounts[0].end()):
        inside = any(amount.start() < match.end() and match.start() < amount.end() for amount in amounts)
        after = any(
            start >= match.end() and words_between(segment.text, match.span(), (start, end)) <= 1 for start, end, _ in media
        )
        rest = segment.text[match.end() :].lstrip()
        before = any(
            end <= match.start() and words_between(segment.text, (start, end), match.span()) <= _NEAR for start, end, _ in media
        )
        if not inside and (after or (before and (not rest or not rest[0].isalnum()))):
            found.append(match)
    return found[:_AMOUNTS]


def _purposes(segment: Clause, amounts: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return the purpose for which alone an amount may be taken; where it is in doubt which one, each is."""
    named = purposes_in(segment)
    if not named:
        return {}
    found = owners(segment.text, amounts, named)
    return found or {start: named[0][2] for start, _ in amounts}


def _cap(segment: Clause, clause: Clause, match: "re.Match[str]", *, after_another: bool) -> Cap | None:
    op = _limits(segment, match.span(), after_another=after_another)
    number, unit = amount_of(segment, match)
    if (
        op is None
        or number is None
        or _needs_permission(segment, match.span(), op)
        or segment.lexicon["short"].search(match[0])
    ):
        return None
    if match["part"] and _after(segment, "uncounted", match.end(), 2):
        return None  # "half a page" is no half of the text
    if unit == "percent" and not _is_of_text(segment, match.span()) and not _is_of_text(clause, match.span()):
        return None
    before = segment.text[: match.start()]
    leading = _ends_with(segment, "first", before) or _holds_first(segment, match)
    return Cap(
        n=number,
        unit=unit,
        of=_measure_named(segment, match.span()) if unit == "percent" else None,
        op="lt" if op in ("lt", "from") else "le",
        scope="per_quote" if _is_for_each(segment, match.span()) else "cumulative",
        position="leading" if leading else "any",
        purpose=_purpose(segment, match.start()),
        media=_medium(segment, clause),
    )


def _is_only_a_place(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether "the first paragraph" is where something belongs: what is taken is limited ("only"), or allowed, and in no place."""
    match = segment.lexicon.amount.match(segment.text, place[0])
    if match is None or not is_first_unit(match):
        return False
    taken = _before(segment, "at_most", place[0], 4) or (segment.states("may") and segment.states("reuse"))
    return not taken or is_a_place(segment, place)


def _holds_first(segment: Clause, match: "re.Match[str]") -> bool:
    """Return whether the "first" stands between number and unit: "los dos primeros párrafos"."""
    return segment.lexicon["first"].search(match[0]) is not None


def _is_for_each(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether a limit is one of each quotation, and not of all: "50 words each, 150 in total"."""
    if not segment.states("each"):
        return False
    next_amount = next((m.start() for m in segment.lexicon.amount.finditer(segment.text, place[1])), len(segment.text))
    last_amount = max((m.end() for m in segment.lexicon.amount.finditer(segment.text, 0, place[0])), default=0)
    own = segment.part(last_amount, next_amount)
    return not own.states("in_total")


Op = Literal["le", "lt", "above", "from"]


def _limits(segment: Clause, place: tuple[int, int], *, after_another: bool) -> Op | None:
    """Return how the words around a number limit it; None when they do not, or when they refuse that very amount.

    "above" and "from" name what is too much: the amount itself is not in "above".
    """
    start, end = place
    if not segment.text[start:end][:1].isdigit() and _is_only_a_place(segment, place):
        return None
    if _before(segment, "at_least", start, 2):
        return None
    if _after(segment, "or_more", end, 0) or _before(segment, "from_on", start, 0):
        return "from"
    allowing = _allowing(segment, place, after_another=after_another)
    too_much = allowing == "above" or _before(segment, "above", start, 2)  # to refuse more than that is a limit
    return None if not too_much and refuses_at(segment, place) else allowing


def _allowing(segment: Clause, place: tuple[int, int], *, after_another: bool) -> Op | None:
    start, end = place
    if _before(segment, "at_most", start, _NEAR) or _after(segment, "at_most_after", end, 4):
        below = _before(segment, "below", start, 2) and not _before(segment, "not", start, 4)
        return "lt" if below or _after(segment, "below_after", end, 1) else "le"
    if _before(segment, "below", start, 2) or _after(segment, "below_after", end, 1):
        return "lt"
    if _before(segment, "above", start, 2) or _after(segment, "above_after", end, 1):
        return "above"
    if after_another and re.search(r"\w+\W*$", segment.text[:start]):
        return "le"
    first = _ends_with(segment, "first", segment.text[:start]) or segment.lexicon["first"].search(segment.text[start:end])
    if first or (segment.states("may") and (segment.states("quote") or segment.states("reuse"))):
        return "le"
    return None


def _needs_permission(segment: Clause, place: tuple[int, int], op: str) -> bool:
    """Return whether the amount itself needs a permission ("above" without one sets no limit)."""
    if op in ("above", "from"):
        refused = segment.states("forbidden") or segment.states("not")
        freely = segment.near("without", "permission", words=3)
        return not (refused or (segment.states("permission") and not freely))
    return (asks_consent(segment) or is_for_a_circle(segment)) and not _is_of_more(segment, place)


def _is_of_more(segment: Clause, place: tuple[int, int]) -> bool:
    """Return whether the sentence speaks of more than the amount after it, so that what is asked for may be asked for that."""
    return any(place[1] <= start for concept in ("may_more", "above") for start, _ in segment.places(concept))


def _before(segment: Clause, concept: str, start: int, words: int) -> bool:
    return any(
        place[0] < start and words_between(segment.text, place, (start, start)) <= words
        for place in segment.places(concept)
        if place[1] <= start + 1
    )


def _after(segment: Clause, concept: str, end: int, words: int) -> bool:
    return any(place[0] >= end and words_between(segment.text, (end, end), place) <= words for place in segment.places(concept))


def _ends_with(segment: Clause, concept: str, before: str) -> bool:
    """Return whether a text ends with a concept, one more word allowed ("first full three")."""
    return any(len(re.findall(r"\w+", before[end:])) <= 1 for _, end in segment.places(concept) if end <= len(before))


def _measure_named(segment: Clause, place: tuple[int, int]) -> Literal["words", "chars"] | None:
    """Return the measure that a percentage is of: "10 % of the words", "the number of characters … 20 %"; None where none is named."""
    units = segment.lexicon.unit_words
    amounts = segment.amounts()
    for measure in ("chars", "words"):
        for match in units[measure].finditer(segment.text):
            between = segment.text[min(match.end(), place[1]) : max(match.start(), place[0])]
            counted = any(start < match.start() and match.end() <= end for start, end in amounts)
            if words_between(segment.text, match.span(), place) <= 6 and not counted and not re.search(r"\d+\s", between):
                return "chars" if measure == "chars" else "words"
    return None


def _purpose(segment: Clause, start: int) -> str | None:
    """Return the purpose nearest before a limit, so that two limits of one sentence keep their own."""
    piece = segment.text[:start]
    websites = [m.end() for m in segment.lexicon["noncommercial"].finditer(piece)]
    websites = [end for end in websites if segment.states("website") or segment.states("ours")]
    quotations = [m.end() for m in segment.lexicon["quote"].finditer(piece) if _before(segment, "part", m.start(), 0)]
    nearest = [(at, name) for places, name in ((websites, "noncommercial_website"), (quotations, "quotation")) for at in places]
    return max(nearest)[1] if nearest else None


def _medium(segment: Clause, clause: Clause) -> str | None:
    """Return the medium that a limit is for, where the sentence has another rule for another medium."""
    if len(clause.segments()) < 2:
        return None
    mine = list(dict.fromkeys(name for *_, name in media_in(segment)))
    others = [
        name for other in clause.segments() if other.text != segment.text and (other.states("reuse") or other.states("whole"))
        for *_, name in media_in(other) if name not in mine
    ]  # fmt: skip
    return mine[0] if mine and others else None


def _with_media(caps: Sequence[Cap], homes: Sequence[frozenset[str]]) -> list[Cap]:
    """Return the caps with the media of their sentences, where sentences limit the same unit differently, each for one medium."""
    found = list(caps)
    for at, (cap, home) in enumerate(zip(caps, homes, strict=True)):
        others = [
            other for other, its in zip(caps, homes, strict=True)
            if other.unit == cap.unit and other.n != cap.n and len(its) == 1 and its != home
        ]  # fmt: skip
        if cap.media is None and len(home) == 1 and others:
            found[at] = replace(cap, media=next(iter(home)))
    return found


def _settled(caps: Sequence[Cap], clauses: Sequence[Clause]) -> tuple[Cap, ...]:
    """Return the caps without repetitions: of one amount once, and where from only where it parts the caps."""
    parted = by_purpose(caps)
    middle = any(clause.states("middle") for clause in clauses)
    found: dict[tuple[object, ...], Cap] = {}
    for cap in caps:
        purpose = cap.purpose if parted or cap.purpose in PURPOSES else None
        plain = replace(cap, purpose=purpose, position="any" if middle else cap.position)
        found.setdefault((plain.n, plain.unit, plain.purpose, plain.media), plain)
    return tuple(found.values())
