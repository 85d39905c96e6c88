"""One quotation in four flavours, each with marks, source and address (specification of rights, §3)."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.base.spans import Span
from app.citation.credit import CreditLine, Piece, text_of
from app.citation.fragments import EXACT_LIMIT, text_fragment
from app.citation.links import clean_url, deep_link
from app.citation.marks import nest
from app.citation.reference import Reference
from app.citation.styles import STYLES
from app.model.rights import RightsStatement

GAP = " […] "
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "yi"})
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes onto the clipboard together; `url` is the link that all flavours carry, None where the article has none."""

    html: str
    plain: str
    markdown: str
    rtf: str
    url: str | None


def render(
    text: str, spans: Sequence[Span], reference: Reference, *, style: str, language: str, statement: RightsStatement
) -> Payload:
    """Return the quotation of passages of `text`; `language` is the publication's, and chooses the marks.

    Under a cap the link names only the passage's first and last words, or it would hand the passage out a second time.
    """
    url = clean_url(reference.url)
    reference = replace(reference, url=url)
    capped = bool(statement.caps)
    link = deep_link(url, text_fragment(text, spans[0], limit=0 if capped else EXACT_LIMIT)) if url and spans else url
    pieces = [" ".join(span.of(text).split()) for span in spans]
    credit = (*STYLES[style](reference), *_licence(statement))
    return flavours(pieces, credit, language=language, url=url, link=link, text_language=reference.language)


def flavours(
    pieces: Sequence[str], credit: CreditLine, *, language: str, url: str | None, link: str | None, text_language: str
) -> Payload:
    """Return all flavours of a quotation with its credit line."""
    passage = nest(joined(pieces), language)
    return Payload(
        html=_html(passage, credit, url=url, link=link, language=text_language),
        plain=_plain(passage, credit, link),
        markdown=_markdown(passage, credit, link),
        rtf=_rtf(passage, credit, link),
        url=link,
    )


def joined(pieces: Sequence[str]) -> str:
    """Return passages as one, with […] where text was left out."""
    return GAP.join(pieces)


def _licence(statement: RightsStatement) -> CreditLine:
    """Return the licence's name where the terms want it shown."""
    if not (statement.licence_link or (statement.kind == "open_licence" and statement.uri)):
        return ()
    name = (statement.spdx or "licence").replace("CC-", "CC ").replace("-4.0", " 4.0").replace("-3.0", " 3.0")
    return (Piece(f", {name}"), Piece(f" ({statement.uri})") if statement.uri else Piece(""))


def _html(passage: str, credit: CreditLine, *, url: str | None, link: str | None, language: str) -> str:
    cite = f' cite="{html.escape(url)}"' if url else ""
    direction = ' dir="rtl"' if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else ""
    line = "".join(_html_piece(piece, link) for piece in credit)
    return f'<blockquote{cite} lang="{html.escape(language)}"{direction}><p>{html.escape(passage, quote=False)}</p></blockquote><p>{line}</p>'


def _html_piece(piece: Piece, link: str | None) -> str:
    if piece.address:
        return f'<a href="{html.escape(link)}">{html.escape(link)}</a>' if link else ""
    text = html.escape(piece.text)
    return f'<a href="{html.escape(link)}">{text}</a>' if piece.link and link else text


def _plain(passage: str, credit: CreditLine, link: str | None) -> str:
    line = text_of(credit, link)
    return f"{passage}\n{line}, {link}" if link and link not in line else f"{passage}\n{line}"


def _markdown(passage: str, credit: CreditLine, link: str | None) -> str:
    line = "".join(_markdown_piece(piece, link) for piece in credit)
    return f"> {_escaped(passage)}\n>\n> {line}"


def _markdown_piece(piece: Piece, link: str | None) -> str:
    if piece.address:
        return f"<{link}>" if link else ""
    return f"[{_escaped(piece.text)}](<{link}>)" if piece.link and link else _escaped(piece.text)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _rtf(passage: str, credit: CreditLine, link: str | None) -> str:
    line = "".join(_rtf_piece(piece, link) for piece in credit)
    head = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\pard\li720\ri720 "
    return f"{head}{_rtf_text(passage)}\\par\\pard {line}\\par}}"


def _rtf_piece(piece: Piece, link: str | None) -> str:
    shown = (link or "") if piece.address else piece.text
    if not ((piece.link or piece.address) and link):
        return _rtf_text(shown)
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{_rtf_text(link)}"}}}}{{\\fldrslt{{{_rtf_text(shown)}}}}}}}'


def _rtf_text(text: str) -> str:
    r"""Escape for RTF 1.9: `\\`, braces, and everything beyond ASCII as signed 16-bit `\u` with `?` for old readers."""
    pieces: list[str] = []
    for character in text:
        if character in "\\{}":
            pieces.append("\\" + character)
        elif ord(character) < 128:
            pieces.append(character)
        else:
            raw = character.encode("utf-16-le", "surrogatepass")
            units = (int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2))
            pieces += [f"\\u{unit}?" for unit in units]
    return "".join(pieces)
