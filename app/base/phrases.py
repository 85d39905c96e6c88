"""Phrases as word lists write them, and the patterns that find them.

A phrase is written as words; `word*` stands for any ending, `a|b_c` for one of several words or word groups, `~` for up to three
words in between (`~6`: up to six). Where a script sets no spaces between words, a phrase is found anywhere, and `~` spans twice as
many letters, none of them the end of a sentence.
"""

import re
from collections.abc import Sequence

NOTHING = re.compile(r"(?!)")
_GAP = 3
_SPACE = r"[\s,]+"
_LETTERS_OF_A_WORD = 2


def phrases(written: Sequence[str], *, spaced: bool = True) -> "re.Pattern[str]":
    """Return the pattern of any of the phrases, in any case of letters; one that matches nothing for none.

    They are found as whole words only, but for a script that sets no spaces (`spaced` False).
    """
    if not written:
        return NOTHING
    found = alternatives(written, spaced=spaced)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)" if spaced else f"(?:{found})", re.IGNORECASE)


def alternatives(written: Sequence[str], *, spaced: bool = True) -> str:
    """Return the phrases as alternatives of a pattern, those of most words first, so that the longest that fits is found."""
    return "|".join(
        _phrase(phrase, spaced=spaced)
        for phrase in sorted(written, key=lambda phrase: (len(phrase.split()), len(phrase)), reverse=True)
    )


def _phrase(phrase: str, *, spaced: bool) -> str:
    pieces: list[str] = []
    for token in phrase.split():
        if token.startswith("~"):
            words = int(token[1:] or _GAP)
            pieces.append(rf"(?:\W+\w+){{0,{words}}}?" if spaced else rf"[^。；;\n]{{0,{words * _LETTERS_OF_A_WORD}}}?")
            continue
        if pieces:
            pieces.append(_SPACE if spaced else r"\s*")
        pieces.append(_token(token))
    return "".join(pieces)


def _token(token: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*").replace("'", "['’ʼ`]").replace("_", _SPACE) for word in token.split("|")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
