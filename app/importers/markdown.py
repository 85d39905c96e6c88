"""Markdown to plain paragraphs."""

import re
from collections.abc import Sequence

from app.importers.decoding import tidy


def is_markdown(name: str, text: str) -> bool:
    """Return whether a text is Markdown: by its ending, else by a heading line at its start."""
    return name.lower().endswith((".md", ".markdown", ".mdown")) or bool(re.match(r"\s*# \S", text))


def plain(text: str) -> tuple[str, str]:
    """Return the text with one blank line between paragraphs, and the first heading of the first level, which it then lacks.

    Emphasis, links and pictures lose their signs; a picture keeps nothing, a link its words.
    """
    from markdown_it import MarkdownIt

    title = ""
    blocks: list[str] = []
    tokens = MarkdownIt("commonmark").parse(text)
    for at, token in enumerate(tokens):
        if token.type == "inline":
            line = _words(token.children or [])
            if at and tokens[at - 1].type == "heading_open" and tokens[at - 1].tag == "h1" and not title and not blocks:
                title = tidy(line)
            elif line.strip():
                blocks.append(line)
        elif token.type in ("fence", "code_block") and token.content.strip():
            blocks.append(token.content)
        elif token.type == "html_block":
            bare = tidy(re.sub(r"<[^>]+>", " ", token.content))
            if bare:
                blocks.append(bare)
    return "\n\n".join(_one_line(block) for block in blocks), title


def _one_line(block: str) -> str:
    return " ".join(block.split())


def _words(children: Sequence[object]) -> str:
    pieces: list[str] = []
    for child in children:
        kind = getattr(child, "type", "")
        if kind in ("text", "code_inline"):
            pieces.append(str(getattr(child, "content", "")))
        elif kind in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return "".join(pieces)
