"""Language tags by BCP 47 (RFC 5646)."""

import re

_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
)
"""A tag in lower case (section 2.1); languages of four letters and more are reserved there, so that names such as "german" are none."""


def language_tag(text: str) -> str | None:
    """Return a tag in its usual spelling ("de-CH", "zh-Hant", "es-419": section 2.1.1); None for what is no well-formed tag."""
    match = _TAG.fullmatch(text.strip().replace("_", "-").lower())
    if match is None:
        return None
    language, *others = match[0].split("-")
    return "-".join((language, *(_spelled(part, match) for part in others)))


def _spelled(part: str, tag: "re.Match[str]") -> str:
    if part == tag["script"]:
        return part.title()
    return part.upper() if part == tag["region"] else part
