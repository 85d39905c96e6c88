"""Which passages of a draft are shown as quotations: those in quotation marks of any language, and block quotes but for their credits."""

import re
from collections.abc import Iterable

from app.base.spans import Span, union
from app.model.draft import Draft

_PAIRS = (
    ("“", "”"),
    ("„", "“”"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("”", "”"),
    ('"', '"'),
    ("「", "」"),
    ("『", "』"),
    ("‚", "‘"),
)
"""An opening mark and those that may close it."""
_WITHIN_LINE = '”"‚'
"""Marks that close as they open, or that are commas elsewhere: they stand within one line unless each paragraph opens with one."""
_CREDIT = re.compile(r"[ \t]*(?:[—–―]|--?\s)[^\n]*")
"""The line under a block quote that begins with a dash and tells whose words it holds."""


def _pattern(opening: str, closing: str) -> str:
    """Return the pattern of one pair: a quotation, with another of its kind inside, or whose paragraphs each open with a mark.

    Only the last of such paragraphs closes it (Chicago Manual of Style, 17th ed., 13.30); French ones may open with the closing mark.
    """
    other = "" if opening in _WITHIN_LINE or "“" in closing else f"|{opening}[^{opening}{closing}]*+{closing}"
    line = f"(?:[^{opening}{closing}\\n]{other})++"
    whole = line if opening in _WITHIN_LINE else f"(?:[^{opening}{closing}]{other})++"
    # Where a paragraph opens with a mark, that mark opens and closes nothing.
    last = f"(?<!\\n)[{closing}]"
    return f"{opening}{line}(?:\\n\\s*[{opening}{closing}]{line})++{last}|{opening}{whole}{last}"


_MARKED = re.compile(
    "|".join([
        *(_pattern(*pair) for pair in _PAIRS),
        r"“[^“”\n]++(?<!\s)“(?!\w)",
        # Apostrophes look like these marks: how far one is looked for is bounded, or a long line of them would take minutes.
        r"(?<!\w)[‘'](?!\s)[^‘\n]{1,2000}?(?<!\s)[’'](?!\w)",
        r"(?<!\w)‘(?!\s)[^‘’\n]++(?:\n‘[^‘’\n]++)++’(?!\w)",
    ])
)  # fmt: skip


def marked_passages(draft: Draft) -> tuple[Span, ...]:
    """Return the passages that a draft shows as quotations, in order, without overlaps."""
    quoted = (Span(*match.span()) for match in _MARKED.finditer(draft.text))
    return union([*quoted, *(kept for span in draft.set_off for kept in _without_credits(span, draft.text))])


def _without_credits(block: Span, text: str) -> Iterable[Span]:
    """Give a block quote but for its credits: what its author wrote under the words of another is no quotation."""
    at, quoted = block.start, False
    for line in re.finditer(r"[^\n]+", block.of(text)):
        if quoted and _CREDIT.fullmatch(line[0]):
            yield Span(at, block.start + line.start())
            at = block.start + line.end()
        quoted = quoted or bool(line[0].strip())
    if at < block.end:
        yield Span(at, block.end)
