"""Short forms of organisations that an article introduces itself: "Northern Harbour Authority (NHA)"."""

from collections.abc import Sequence

from app.base.text import fold
from app.entities.candidates import Candidate
from app.entities.tokens import Tokens
from app.model.recognition import Kind

_LENGTH = range(2, 9)


def introduced(candidates: Sequence[Candidate], texts: tuple[Tokens, ...]) -> dict[str, str]:
    """Return the full name of each folded short form that stands in brackets behind it."""
    found: dict[str, str] = {}
    for candidate in candidates:
        tokens = texts[candidate.text]
        at = candidate.last
        if candidate.kind is not Kind.ORGANISATION or candidate.last - candidate.first < 2 or at + 2 >= len(tokens):
            continue
        short = tokens.words[at + 1]
        bracketed = tokens.words[at] == "(" and tokens.words[at + 2] in (")", ",", ";")
        if bracketed and len(short) in _LENGTH and sum(c.isupper() for c in short) >= 2:
            full = tokens.surface(candidate.first, candidate.last)
            if _abbreviates(short, full):
                found[fold(short)] = candidate.name or full
    return found


def _abbreviates(short: str, full: str) -> bool:
    """Return whether the letters of `short` stand in `full` in order, the first one first."""
    letters = iter(fold(full))
    return fold(full)[:1] == fold(short)[:1] and all(letter in letters for letter in fold(short))
