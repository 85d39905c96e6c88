"""A draft as text that a person can go on writing: files of any kind that can be one, and what was typed or pasted.

Word documents and web pages become Markdown, so that their links and block quotes are still there after a change.
"""

import re
from itertools import pairwise
from pathlib import Path

from app.base.errors import ItemError
from app.base.spans import Span
from app.importers import Captured, office
from app.importers.decoding import clean, decode
from app.importers.drafts import read_draft
from app.importers.sniffing import sniff
from app.model.draft import Draft

_MARKDOWN = re.compile(r"\]\(<?https?://|^ {0,3}>\s?\S|^#{1,6} \S|<https?://", re.M)
_OWN_TEXT = (".md", ".markdown", ".mdown", ".txt", ".text")


def draft_of(text: str) -> Draft:
    """Return the draft that was typed or pasted: Markdown where it has links, block quotes or headings, else plain text.

    ItemError when it holds no text.
    """
    name = "draft.md" if _MARKDOWN.search(text) else "draft.txt"
    return read_draft(Captured(text.encode("utf-8", "surrogatepass"), name))


def text_of_draft_file(path: Path) -> str:
    """Return the draft in a file as text to go on writing; ItemError when it cannot be read."""
    captured = captured_draft(path)
    draft, content = read_draft(captured), captured.content
    is_page = sniff(content).kind == "html" and path.suffix.lower() not in _OWN_TEXT
    return as_markdown(draft) if is_page or office.is_word(content) else clean(decode(content).text)


def captured_draft(path: Path) -> Captured:
    """Return the file of a draft as it lies there; ItemError when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ItemError("file-unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return Captured(content, path.name, str(path))


def as_markdown(draft: Draft) -> str:
    """Return a draft as Markdown from which `draft_of` reads the same text, links and block quotes."""
    paragraphs: list[str] = []
    breaks = [-1, *(match.start() for match in re.finditer("\n", draft.text)), len(draft.text)]
    for before, end in pairwise(breaks):
        paragraph = Span(before + 1, end)
        if paragraph.of(draft.text).strip():
            quoted = any(span.contains(paragraph) for span in draft.set_off)
            paragraphs.append(("> " if quoted else "") + _line(draft, paragraph))
    return "\n\n".join(paragraphs)


def _line(draft: Draft, paragraph: Span) -> str:
    """Return one paragraph with its links, and with marks around what it quotes within a line."""
    signs: list[tuple[int, int, str]] = []
    for link in draft.links:
        if paragraph.contains(link.span) and link.span.of(draft.text).strip() and link.span.of(draft.text) != link.url:
            signs += [(link.span.start, 1, "["), (link.span.end, 0, f"](<{link.url}>)")]
    for span in draft.set_off:
        if paragraph.contains(span) and span != paragraph:
            signs += [(span.start, 1, "“"), (span.end, 0, "”")]
    pieces, at = [], paragraph.start
    for place, _, sign in sorted(signs):
        pieces += [_escaped(draft.text[at:place]), sign]
        at = place
    return "".join([*pieces, _escaped(draft.text[at : paragraph.end])])


def _escaped(text: str) -> str:
    return re.sub(r"([<\\])", r"\\\1", text)
