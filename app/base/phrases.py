"""Phrases as word lists write them, and the patterns that find them.

A phrase is written as words; `word*` stands for any ending, `a|b_c` for one of several words or word groups, `~` for up to three
words in between (`~6`: up to six).
"""

import re
from collections.abc import Sequence

NOTHING = re.compile(r"(?!)")
_GAP = 3
_SPACE = r"[\s,]+"


def phrases(written: Sequence[str]) -> "re.Pattern[str]":
    """Return the pattern of any of the phrases, whole words only, in any case of letters; one that matches nothing for none."""
    return re.compile(rf"(?<!\w)(?:{alternatives(written)})(?!\w)", re.IGNORECASE) if written else NOTHING


def alternatives(written: Sequence[str]) -> str:
    """Return the phrases as alternatives of a pattern, those of most words first, so that the longest that fits is found."""
    return "|".join(
        _phrase(phrase) for phrase in sorted(written, key=lambda phrase: (len(phrase.split()), len(phrase)), reverse=True)
    )


def _phrase(phrase: str) -> str:
    pieces: list[str] = []
    for token in phrase.split():
        if token.startswith("~"):
            pieces.append(rf"(?:\W+\w+){{0,{int(token[1:] or _GAP)}}}?")
            continue
        if pieces:
            pieces.append(_SPACE)
        pieces.append(_token(token))
    return "".join(pieces)


def _token(token: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*").replace("'", "['’ʼ`]").replace("_", _SPACE) for word in token.split("|")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
