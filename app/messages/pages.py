"""A page of a report: one file that opens nothing from elsewhere."""

import html
from collections.abc import Iterable

from app.base.text import printable

_STYLE = """
body { font: 14px/1.5 system-ui, sans-serif; color: #1f1d1a; background: #fff; margin: 2.5rem auto; max-width: 75rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } p { margin: .25rem 0; color: #57524a; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; }
th { border-bottom: 2px solid #e4e0d7; font-weight: 600; } td { border-bottom: 1px solid #e4e0d7; } .number { text-align: right; }
code { font-size: .85em; word-break: break-all; } .released td { color: #6e685e; text-decoration: line-through; } .bad { color: #a3261b; } .look { color: #8a5a00; } .good { color: #2e6b3a; }
blockquote { font: 1.1rem/1.6 Georgia, serif; margin: .5rem 0; color: #1f1d1a; } ins { background: #e4edf5; text-decoration: none; border-bottom: 2px solid #1f4e79; }
del { color: #a3261b; }
@media print { body { margin: 0; max-width: none; } }
"""


def page(title: str, parts: Iterable[str]) -> str:
    """Return an HTML page of parts that are HTML already, below their title."""
    head = f"<meta charset='utf-8'><title>{safe(title)}</title><style>{_STYLE}</style>"
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>\n<h1>{safe(title)}</h1>\n{body}</body></html>\n"


def safe(text: str) -> str:
    """Return text of any origin as it can stand in a page."""
    return html.escape(printable(text))
