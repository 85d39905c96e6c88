"""What a notice asks of those who quote: mark, name, link, keep unchanged; and what it leaves out.

A duty is stated where words for it stand near each other in one clause: "named" near "source". Nothing is one source's wording.
"""

import re
from collections.abc import Sequence

from app.model.rights import PURPOSES, Derivatives
from app.rights.belonging import JOINED, Named
from app.rights.clauses import Clause, words_between

Clauses = Sequence[Clause]

_OBJECTS = ("photos", "video", "third_party", "logos", "multimedia")
_TO_ITS_MEDIUM = 2
"""Words that may stand between a "not" and the medium that it refuses: "not however in print"."""
_PLACES = ("website", "print", "newsletter", "email", "social", "broadcast", "book", "app")
_ALL_PURPOSES = (*PURPOSES, "editorial")
_ALSO = re.compile(
    r"\b(?:including|even|also|such as|e\.g\.|einschließlich|auch|etwa|y compris|même|aussi|también|incluso|incluid[oa]s?|anche|compres[aoie]|"
    r"também|inclusive|mesmo|ook|inclusief|zelfs|również|także|w tym|в том числе|также|även|inklusive|også|også til|i|и)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What names a purpose among others, and so is no limit."""
_POSITIONS = (
    ("start_and_end", "start_and_end"), ("first_paragraph", "first_paragraph"), ("second_paragraph", "second_paragraph"),
    ("top", "top"), ("end", "end"),
)  # fmt: skip
_TARGETS = ("homepage", "article", "licence")
_REACH = 14
"""Words that may stand between a link and the "to" of its target."""
_OR = re.compile(r"\b(?:or|oder|ou|o|of|lub|albo|или|або|eller|nebo)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"\s+(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?=[\s.,;)]|$)", re.IGNORECASE)
_REPRINT = re.compile(r"\breprint|nachdruck|przedruk|перепечат|передрук|перадрук|press\b", re.IGNORECASE)
"""Words of taking over a text that only sound like paper."""


def states(clauses: Clauses, concept: str) -> bool | None:
    """Return True when a clause names the concept, None when none does."""
    return True if any(clause.states(concept) for clause in clauses) else None


def names_source(clauses: Clauses) -> bool | None:
    """Return whether the source has to be named; a politeness ("please credit the agency") is no condition."""
    return True if any(_names_source(clause) for clause in clauses if not clause.states("polite")) else None


def _names_source(clause: Clause) -> bool:
    if clause.states("source_direct"):
        return True
    links = clause.places("link")
    for source in clause.places("source"):
        is_target = any(
            link[1] <= source[0] and words_between(clause.text, link, source) <= 4 and _leads(clause, link, source)
            for link in links
        )
        told = any(name[1] <= source[0] and words_between(clause.text, name, source) <= 1 for name in clause.places("name"))
        if is_target or (_is_own(clause, source) and not told) or _gives_permission(clause, source):
            continue
        if any(words_between(clause.text, name, source) <= 5 for name in clause.places("name")):
            return True
        if any(with_[1] <= source[0] and words_between(clause.text, with_, source) <= 2 for with_ in clause.places("with")):
            return _allows(clause)
    return False


def _gives_permission(clause: Clause, source: tuple[int, int]) -> bool:
    """Return whether the source is only the one to ask: "with the consent of the publisher"."""
    return any(
        asked[1] <= source[0] and words_between(clause.text, asked, source) <= 2 for asked in clause.places("permission")
    )


def _leads(clause: Clause, link: tuple[int, int], target: tuple[int, int]) -> bool:
    return any(link[1] <= place[0] < target[0] for place in clause.places("link_to"))


def _is_own(clause: Clause, place: tuple[int, int]) -> bool:
    """Return whether a noun is the speaker's own ("our site"), which is named only where it is the object: "name our newspaper"."""
    return any(own[1] <= place[0] and words_between(clause.text, own, place) == 0 for own in clause.places("ours"))


def _allows(clause: Clause) -> bool:
    return clause.states("quote") or clause.states("reuse")


def names_author(clauses: Clauses) -> bool | None:
    """Return whether the author has to be named."""
    return True if any(_names_author(clause) for clause in clauses if not clause.states("polite")) else None


def _names_author(clause: Clause) -> bool:
    if clause.states("author_holds"):
        return False
    if clause.states("author_direct") or clause.near("name", "author", words=5):
        return True
    authors = clause.places("author")
    near = any(
        with_[1] <= author[0] and words_between(clause.text, with_, author) <= 1
        for with_ in clause.places("with")
        for author in authors
    )
    return near and _allows(clause)


def links(clauses: Clauses) -> tuple[Clause, ...]:
    """Return the clauses that ask for a link to the source; keeping the article's own links is none."""
    return tuple(
        clause
        for clause in clauses
        if clause.states("link") and not clause.states("links_kept") and not clause.states("no_link")
    )


def link_target(clauses: Clauses) -> str | None:
    """Return where the link has to lead: article, homepage, licence, or two of them; None where it is not said."""
    found = {target for clause in links(clauses) for target in _targets(clause)}
    for either in (("article", "homepage"), ("article", "licence")):
        if found >= set(either):
            return "_or_".join(either)
    return next((target for target in ("article", "homepage", "licence") if target in found), None)


def _targets(clause: Clause) -> set[str]:
    found: set[str] = set()
    targets = sorted((*place, name) for name in _TARGETS for place in clause.places(name))
    for link in clause.places("link"):
        ways = [
            way for way in clause.places("link_to") if link[1] <= way[0] and words_between(clause.text, link, way) <= _REACH
        ]
        for way in ways:
            found |= _led_to(clause, way[1], targets)
            # Where the word's ending says "to", as in "artiklile", the way is the target.
            found |= {name for start, end, name in targets if start <= way[0] and way[1] <= end}
        for start, end, name in targets:
            joined = any(end <= with_[0] < link[0] for with_ in clause.places("with")) or _parted(clause, end, link[0])
            used = any(use[1] <= start and words_between(clause.text, use, (start, end)) <= 1 for use in clause.places("reuse"))
            if end <= link[0] and words_between(clause.text, (start, end), link) <= 3 and not (joined or used or found):
                found.add(name)
        if any(_DOMAIN.match(clause.text, way[1]) for way in ways):
            found.add("homepage")
    return found


def _led_to(clause: Clause, at: int, targets: "list[tuple[int, int, str]]") -> set[str]:
    """Return what the words from `at` on name as targets: the first, and others after an "or"."""
    found: set[str] = set()
    for start, end, name in targets:
        between = clause.text[at:start]
        if start < at or len(re.findall(r"\w+", between)) > 3 or re.search(r"[.;,:]", between):
            continue
        if found and not _OR.search(between):
            break
        found.add(name)
        at = end
    return found


def _parted(clause: Clause, end: int, start: int) -> bool:
    """Return whether a mark stands between, so that the first is not what is linked."""
    return bool(re.search(r"[,;:.()]", clause.text[end:start]))


def link_position(clauses: Clauses) -> str | None:
    """Return where the link has to stand: top, end, start_and_end, first_paragraph or second_paragraph; None where it is not said."""
    for clause in links(clauses):
        for concept, name in _POSITIONS:
            if any(_stands(clause, link, place) for link in clause.places("link") for place in clause.places(concept)):
                return name
    return None


def _stands(clause: Clause, link: tuple[int, int], place: tuple[int, int]) -> bool:
    between = (min(link[1], place[1]), max(link[0], place[0]))
    named = any(between[0] <= name[0] < between[1] for name in clause.places("name"))
    return words_between(clause.text, link, place) <= _REACH and not named


def derivatives(clauses: Clauses) -> Derivatives | None:
    """Return what may be changed: "style_only" for house style, "none" for nothing, "allowed"; None where it is not said."""
    for clause in clauses:
        if clause.states("house_style") and (
            clause.states("unchanged") or clause.states("not") or clause.states("changed_allowed")
        ):
            return "style_only"
    if any(clause.states("unchanged") for clause in clauses if not _about_pictures_only(clause)):
        return "none"
    return "allowed" if states(clauses, "changed_allowed") else None


def _about_pictures_only(clause: Clause) -> bool:
    return (clause.states("photos") or clause.states("video") or clause.states("logos")) and not clause.states("article")


def excluded(clauses: Clauses) -> tuple[str, ...]:
    """Return what the permission does not cover: photos, video, third_party, logos, multimedia."""
    found = [
        name for name in _OBJECTS for clause in clauses for segment in clause.segments() if _leaves_out(segment, name)
    ]  # fmt: skip
    return tuple(dict.fromkeys(found))


def _leaves_out(segment: Clause, name: str) -> bool:
    if segment.near(name, "left_out", words=9):
        return True
    own_words = segment.states("third_party_out") or (segment.states("third_party") and segment.states("permission"))
    return name == "third_party" and own_words


def media(clauses: Clauses) -> tuple[str, ...]:
    """Return the media to which the permission is limited, empty where it names none or other rules for others.

    "Not in print" leaves all the others.
    """
    segments = [segment for clause in clauses for segment in clause.segments()]
    refused = {name for segment in segments for name in _refused_media(segment)}
    named = [[name for name in _places_of_use(segment) if name not in refused] for segment in segments]
    found = [places for places in named if places]
    if refused and not found:
        return tuple(name for name in _PLACES if name not in refused)
    if len({frozenset(places) for places in found}) > 1:
        return ()
    return tuple(found[0]) if found else ()


def _refused_media(segment: Clause) -> list[str]:
    """Return the media that a part of a sentence refuses as a whole: "but not in print", not "not on websites that sell stories"."""
    refusals = [place for concept in ("not", "left_out") for place in segment.places(concept)]
    but_more = [place for concept in ("at_most", "at_most_after") for place in segment.places(concept)]
    return [
        name
        for start, end, name in media_in(segment)
        if _ends_there(segment.text[end:])
        for no in refusals
        if no[1] <= start and words_between(segment.text, no, (start, end)) <= _TO_ITS_MEDIUM
        and not any(no[0] <= at < start for at, _ in but_more)
    ]  # fmt: skip


def _ends_there(rest: str) -> bool:
    """Return whether nothing that a medium is limited by follows it."""
    return not rest.strip(" .)") or JOINED.match(rest.lstrip()) is not None


def _places_of_use(segment: Clause) -> list[str]:
    """Return the media of a permission, named before its conditions."""
    conditions = [start for start, _ in segment.places("condition") if start > 0]
    permission = segment.part(0, min(conditions, default=len(segment.text)))
    if (
        not _allows(permission)
        or permission.states("forbidden")
        or permission.states("left_out")
        or segment.states("permission")
    ):
        return []
    places = list(dict.fromkeys(name for *_, name in media_in(permission)))
    return places if places != ["print"] or not _REPRINT.search(permission.text) else []


def media_in(segment: Clause) -> list[Named]:
    """Return where media are named in which something is used: not the source's own site, nor where a link leads."""
    return [
        (*at, name) for name in _PLACES for at in segment.places(name)
        if not _is_own(segment, at) and not _links_there(segment, at)
    ]  # fmt: skip


def _links_there(permission: Clause, place: tuple[int, int]) -> bool:
    return any(
        link[1] <= place[0] and words_between(permission.text, link, place) <= 4 and _leads(permission, link, place)
        for link in permission.places("link")
    )


def purpose(clauses: Clauses) -> str | None:
    """Return the purpose to which all permissions are limited (`PURPOSES`, or "editorial"); None where one is for any."""
    permitting = [clause for clause in clauses if _allows(clause) and not clause.states("forbidden")]
    named = [next((name for name in _ALL_PURPOSES if _for_purpose(clause, name)), None) for clause in permitting]
    given = [name for clause, name in zip(permitting, named, strict=True) if clause.states("may")]
    return next((name for name in named if name), None) if all(given) else None


def purposes_in(segment: Clause) -> list[Named]:
    """Return where purposes are named for which alone something is allowed."""
    return [(*at, name) for name in PURPOSES for at in _for_purpose(segment, name)]


def _for_purpose(clause: Clause, name: str) -> list[tuple[int, int]]:
    """Return where a purpose is named, not as one among others, nor as part of a name ("The Halden Review")."""
    return [
        at for at in clause.places(name)
        if not _ALSO.search(clause.text[: at[0]]) and (clause.lexicon.language == "de" or not _ends_as_name(clause.text[slice(*at)]))
    ]  # fmt: skip


def _ends_as_name(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1]
    return len(words.split()) > 1 and last[:1].isupper() and not words.isupper()


def asks_beyond(clauses: Clauses) -> bool | None:
    """Return whether more than is allowed needs a permission; what only pictures or others' texts need does not count."""
    return True if any(_asks(segment) for clause in clauses for segment in clause.segments()) else None


def _asks(segment: Clause) -> bool:
    if not segment.states("permission") or any(segment.states(name) for name in ("third_party", "photos", "video", "logos")):
        return False
    limits = segment.places("at_most")
    above = [
        at for concept in ("above", "above_after", "or_more", "from_on") for at in segment.places(concept)
        if not any(start <= at[0] and at[1] <= end and (start, end) != at for start, end in limits)
    ]  # fmt: skip
    more = [*segment.places("may_more"), *above]
    if any(words_between(segment.text, one, asked) <= 10 for one in more for asked in segment.places("permission")):
        return segment.states("needs") or segment.states("only_with") or segment.states("without")
    refused = segment.states("forbidden") or segment.states("no_part")
    if refused and segment.near("without", "permission", words=3):
        return True
    use = segment.states("reuse") or segment.states("whole")
    return use and (
        segment.precedes("only_with", "permission", words=4)
        or (segment.near("needs", "permission", words=4) and not segment.near("without", "permission", words=3))
    )


def credit_text(clauses: Clauses) -> str | None:
    """Return the wording that a notice asks for, without its quotation marks; None where it asks for none."""
    return next((clause.raw for clause in wordings(clauses)), None)


def wordings(clauses: Clauses) -> tuple[Clause, ...]:
    """Return the wordings that a notice asks for, each as a clause, without its quotation marks."""
    return tuple(
        Clause(wording, wording, clause.lexicon)
        for clause in clauses
        for start, end in clause.asked_wordings()
        if (wording := clause.raw[start + 1 : end - 1].strip())
    )


def expiry_days(clauses: Clauses) -> int | None:
    """Return for how many days the permission holds, None where it is not said."""
    for clause in clauses:
        for segment in clause.segments():
            match = segment.lexicon.days.search(segment.text)
            if match and _allows(segment) and not segment.states("notify"):
                value = segment.lexicon.numbers.get(match["n"].lower())
                return int(value) if value is not None else int(match["n"])
    return None
