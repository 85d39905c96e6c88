"""Which clauses really give a licence that they name: not what denies it, ends it, or gives it to something else than the text.

An invented permission is a defect, a missed one asks the user (specification of rights, §1): what is in doubt gives nothing.
"""

import regex as re

from app.rights.clauses import Clause, words_between
from app.rights.lexicon import everywhere
from app.rights.licences import find_licence

_OTHERS = ("video", "logos", "multimedia", "other_work", "book", "third_party")
_JOINED = re.compile(
    r"\W*(?:\p{L}+\W+)?(?:and|or|und|oder|sowie|et|ou|y|e|o|en|of|i|oraz|и|і|och|og|ja|ve|a|&)\b|\s*,", re.IGNORECASE
)
_SIGN = re.compile(
    r"\bCC[ -]?(?:BY|0)|クリエイティブ|知识共享|創用|创用|커먼즈|المشاع الإبداعي|קריאייטיב|комънс|комонс|creative[ -]commons|creativecommons|public domain|licen[cs]|lizenz|лиценз",
    re.IGNORECASE,
)


def gives_licence(clause: Clause, following: Clause | None = None) -> bool:
    """Return whether the licence or dedication that a clause names is given to the text; True for a clause that names none.

    `following` may end what the clause names: "It no longer is."
    """
    named = _SIGN.search(clause.raw)
    if named is None and find_licence(clause.raw) is None:
        return True
    at = named.span() if named else (len(clause.text), len(clause.text))
    ended = clause.states("ended") or (following is not None and following.states("ended"))
    return not (ended or _is_denied(clause, at) or is_about_others(clause, at))


def _is_denied(clause: Clause, at: tuple[int, int]) -> bool:
    """Return whether a "not" stands before the name in its part of the sentence, and belongs to the use and not to its conditions."""
    conditions = [place for concept in ("noncommercial", "unchanged") for place in clause.places(concept)]
    start = max((cut.end() for cut in clause.lexicon.parts.finditer(clause.text) if cut.end() <= at[0]), default=0)
    for concept in ("not", "forbidden", "no_part"):
        for no in clause.places(concept):
            inside = any(first <= no[0] < last for first, last in conditions)
            # "Unless noted otherwise", "sofern nicht anders angegeben" deny nothing.
            inside = inside or any(
                no[1] <= place[0] and words_between(clause.text, no, place) <= 3 for place in clause.places("otherwise")
            )
            if start <= no[0] and no[1] <= at[0] and not inside:
                return True
    return False


def is_about_others(clause: Clause, at: tuple[int, int]) -> bool:
    """Return whether what stands first before a name is a picture, a comment, a map … and no text joined to it by "and"."""
    pictures = [match.span() for match in everywhere("photos").finditer(clause.text)]
    named = [*pictures, *(place for concept in _OTHERS for place in clause.places(concept))]
    others = sorted(place for place in named if place[1] <= at[0])
    if not others:
        return False
    texts = clause.places("article")
    before = [place for place in texts if place[1] <= others[0][0] and words_between(clause.text, place, others[0]) > 0]
    joined = [place for place in texts if others[-1][1] <= place[0] and _JOINED.match(clause.text, others[-1][1])]
    return not before and not joined
