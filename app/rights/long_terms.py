"""The paragraphs of a long page of terms that can hold terms of quoting: a page is a contract, most of which speaks of other things.

They are found by parts of words (`resources/rights/stems.toml`), so that a page is looked through within milliseconds.
"""

import tomllib
from functools import cache

from app.base.paths import resource
from app.rights.clauses import LONGEST

_MOST = 24
"""So many paragraphs are read together; a page with more is not understood by reading its clauses one by one."""
_LONGEST_PAGE = 300_000
"""Characters of a page that is looked through; a longer one is no page of terms, and would take too long."""
_LONGEST_TOGETHER = 3_000
"""Characters that are read of a long page, in all; what takes no longer to read than the longest notice."""


def telling_paragraphs(page: str) -> tuple[str, ...] | None:
    """Return the paragraphs of a page that can hold terms, in order; () for none, None where they are too many or too long to be read."""
    if len(page) > _LONGEST_PAGE:
        return None
    low = page.lower()
    low = low if len(low) == len(page) else page
    places: set[tuple[int, int]] = set()
    for stem in _stems_for(page):
        at = low.find(stem)
        while at >= 0:
            start, end = low.rfind("\n", 0, at) + 1, low.find("\n", at)
            end = len(low) if end < 0 else end
            places.add((start, end))
            if len(places) > _MOST or end - start > LONGEST:
                return None
            at = low.find(stem, end)
    if sum(end - start for start, end in places) > _LONGEST_TOGETHER:
        return None
    return tuple(page[start:end] for start, end in sorted(places))


def _stems_for(page: str) -> list[str]:
    scripts = _scripts()[:1] if page.isascii() else _scripts()
    return [stem for letters, stems in scripts if not letters or any(letter in page for letter in letters) for stem in stems]


@cache
def _scripts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the letters and stems of each script, those of all pages first."""
    document = tomllib.loads(resource("rights", "stems.toml").read_text(encoding="utf-8"))
    return tuple((script["letters"], tuple(script["stems"])) for script in document["script"])
