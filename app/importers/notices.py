"""Which closing paragraphs are a rights notice: terms, not news. Their words are data: `resources/rights/notices.toml`."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from app.base.paths import resource
from app.base.phrases import phrases

_SIGNS = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright(?:\s*\d{4}| (?:by|is|of|remains|belongs|lies|rests|held|notice|holder)\b)|holds the copyright|"
    r"creative ?commons|\bCC[ -]BY|\bCC0\b",
    re.IGNORECASE,
)
MAX_NOTICE_CHARS = 2_000
MAX_NOTICE_PARAGRAPHS = 4


def is_notice(paragraph: str) -> bool:
    """Return whether a paragraph reads as terms: it speaks of rights, reports nobody's words, and is short."""
    text = paragraph.strip()
    if not text or len(text) > MAX_NOTICE_CHARS or text[0] in '“„«"‘':
        return False
    return bool(_SIGNS.search(text) or _words("notice").search(text)) and not _words("reported").search(text)


def split_notice(paragraphs: Sequence[str]) -> tuple[list[str], str]:
    """Return the paragraphs of the body, and the notice that closes them, "" where there is none. A body is never left empty."""
    end = len(paragraphs)
    while end > 1 and len(paragraphs) - end < MAX_NOTICE_PARAGRAPHS and is_notice(paragraphs[end - 1]):
        end -= 1
    return list(paragraphs[:end]), "\n".join(paragraphs[end:])


@cache
def _words(name: str) -> "re.Pattern[str]":
    """Return the pattern of a list in all languages together."""
    document = tomllib.loads(resource("rights", "notices.toml").read_text(encoding="utf-8"))
    return phrases([phrase for language in document.values() for phrase in language.get(name, ())])
