"""Texts as cells of a table that a spreadsheet opens: none is run as a formula, and each can be read back exactly."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"''*[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """Return a text with a `'` before it when a spreadsheet would run it as a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """Return what `safe_cell` was given; other texts stay, ’s-Hertogenbosch with a typewriter apostrophe too."""
    return text[1:] if _ESCAPED.match(text) else text


def joined_cell(parts: tuple[str, ...]) -> str:
    """Return several texts as one cell, separated by ` | `; bars and backslashes inside them get a backslash."""
    return " | ".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def split_cell(text: str) -> tuple[str, ...]:
    """Return what `joined_cell` was given; empty parts are left out."""
    parts = [re.sub(r"\\(.)", r"\1", part) for part in re.findall(r"(?:\\.|[^\\|])+", text, re.DOTALL)]
    return tuple(found for part in parts if (found := part.strip()))
