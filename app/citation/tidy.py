"""Text from outside, fit to be put into a flavour or a file: in one line, without what a reader obeys instead of shows."""

import re

_OBEYED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of all that follows; marks of a direction (U+200E, U+200F, U+061C) stay."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return a text with each run of white space as one space, control characters dropped, lone surrogates as U+FFFD."""
    return _SURROGATE.sub("\ufffd", _SPACE.sub(" ", _OBEYED.sub("", text)))
