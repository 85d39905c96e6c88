"""One quotation in four flavours, each with marks, source and address (specification of rights, §3)."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.base.spans import Span
from app.citation.credit import CreditLine, Piece, text_of
from app.citation.fragments import EXACT_LIMIT, text_fragment
from app.citation.links import clean_url, deep_link
from app.citation.marks import nest
from app.citation.reference import Reference
from app.citation.styles import STYLES
from app.citation.tidy import tidy
from app.citation.words import ABRIDGED, in_language
from app.model.rights import RightsStatement

GAP = " […] "
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "yi"})
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_RTF = re.compile(r"[\\{}]|[^\x00-\x7f]")
_RTF_HEAD = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}"
_INSIDE = re.compile(r"\S(?:.*\S)?")
_BLOCK = re.compile(r"^(\d*)([.)+=-])")
"""What would make a list or a heading of a line that begins with it."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes onto the clipboard together; `url` is the link that all flavours carry, None where the article has none.

    A flavour that is "" is left out: a plain copy is plain text alone.
    """

    html: str
    plain: str
    markdown: str
    rtf: str
    url: str | None


def render(
    text: str, spans: Sequence[Span], reference: Reference, *, style: str, language: str, statement: RightsStatement
) -> Payload:
    """Return the quotation of passages of `text`; `language` is the publication's, and chooses the marks and a newsroom's words.

    Under a cap the link names only the passage's first and last words, or it would hand the passage out a second time.
    """
    url = clean_url(reference.url)
    reference = replace(reference, url=url, told_in=language)
    limit = 0 if statement.caps else EXACT_LIMIT
    link = deep_link(url, text_fragment(text, spans[0], limit=limit)) if url and spans else url
    credit = STYLES[style](reference)
    notices = [*_prescribed(statement, text_of(credit, url)), *_licence(statement), *_changes(statement, spans, language)]
    pieces = [" ".join(span.of(text).split()) for span in spans]
    credit = (*credit, *_apart(credit, notices))
    return flavours(pieces, credit, language=language, url=url, link=link, text_language=reference.language)


def flavours(
    pieces: Sequence[str], credit: CreditLine, *, language: str, url: str | None, link: str | None, text_language: str
) -> Payload:
    """Return all flavours of a quotation with its credit line; nothing in their text is obeyed as markup."""
    passage = nest(tidy(joined(pieces)), language)
    credit = tuple(replace(piece, text=tidy(piece.text)) for piece in credit)
    return Payload(
        html=_html(passage, credit, url=url, link=link, language=text_language),
        plain=_plain(passage, credit, url=url, link=link),
        markdown=_markdown(passage, credit, link),
        rtf=_rtf(passage, credit, link),
        url=link,
    )


def plain_copy(text: str, spans: Sequence[Span]) -> Payload:
    """Return passages of `text` as they stand there, in plain text alone: without marks, credit and link."""
    return Payload(html="", plain=joined([span.of(text) for span in spans]), markdown="", rtf="", url=None)


def reference_alone(reference: Reference, *, style: str) -> Payload:
    """Return a reference without a quotation, in all flavours; it links the article, not a passage."""
    url = clean_url(reference.url)
    first, *others = (
        replace(piece, text=tidy(piece.text)) for piece in STYLES[style](replace(reference, url=url, speaker=None))
    )
    # The dash leads from a quotation to its source; here is none.
    credit = (replace(first, text=first.text.removeprefix("— ")), *others)
    line = text_of(credit, url)
    return Payload(
        html=f"<p>{''.join(_html_piece(piece, url) for piece in credit)}</p>",
        plain=f"{line}, {url}" if url and url not in line else line,
        markdown=_BLOCK.sub(_escape_block, "".join(_markdown_piece(piece, url) for piece in credit)),
        rtf=f"{_RTF_HEAD}\\pard {''.join(_rtf_piece(piece, url) for piece in credit)}\\par}}",
        url=url,
    )


def joined(pieces: Sequence[str]) -> str:
    """Return passages as one, with […] where text was left out."""
    return GAP.join(pieces)


def _apart(credit: CreditLine, notices: Sequence[Piece]) -> Iterator[Piece]:
    """Give the notices behind a credit line: after commas, or after the full stop or address with which it ends."""
    ended = not credit or credit[-1].address or credit[-1].text.endswith((".", "}"))
    for number, notice in enumerate(notices):
        yield Piece(" " if ended and number == 0 else ", ")
        yield notice


def _prescribed(statement: RightsStatement, line: str) -> Iterator[Piece]:
    """Give the wording that the terms prescribe, word for word, unless the credit line has it."""
    if statement.credit_text and statement.credit_text not in line:
        yield Piece(statement.credit_text)


def _licence(statement: RightsStatement) -> Iterator[Piece]:
    """Give the licence's name, with its address, where the terms want it shown."""
    if statement.licence_link or statement.licence_notice or (statement.kind == "open_licence" and statement.uri):
        yield Piece(statement.licence or "licence", licence=clean_url(statement.uri))


def _changes(statement: RightsStatement, spans: Sequence[Span], language: str) -> Iterator[Piece]:
    """Give the notice that text was left out, where an open licence or the terms want changes to be told."""
    if len(spans) > 1 and (statement.changes_notice or statement.kind == "open_licence"):
        yield Piece(in_language(ABRIDGED, language) or ABRIDGED["en"])


def _html(passage: str, credit: CreditLine, *, url: str | None, link: str | None, language: str) -> str:
    cite = f' cite="{html.escape(url)}"' if url else ""
    direction = ' dir="rtl"' if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else ""
    line = "".join(_html_piece(piece, link) for piece in credit)
    return f'<blockquote{cite} lang="{html.escape(language)}"{direction}><p>{html.escape(passage, quote=False)}</p></blockquote><p>{line}</p>'


def _html_piece(piece: Piece, link: str | None) -> str:
    text = html.escape((link or "") if piece.address else piece.text)
    if piece.italic:
        text = f"<i>{text}</i>"
    if piece.licence:
        return f'<a href="{html.escape(piece.licence)}" rel="license">{text}</a>'
    return f'<a href="{html.escape(link)}">{text}</a>' if link and (piece.link or piece.address) else text


def _plain(passage: str, credit: CreditLine, *, url: str | None, link: str | None) -> str:
    line = text_of(credit, link)
    # A template carries the article's address itself.
    missing = link and link not in line and not (url and url in line)
    return f"{passage}\n{line}, {link}" if missing else f"{passage}\n{line}"


def _markdown(passage: str, credit: CreditLine, link: str | None) -> str:
    line = "".join(_markdown_piece(piece, link) for piece in credit)
    return f"> {_escaped(passage)}\n>\n> {_BLOCK.sub(_escape_block, line)}"


def _markdown_piece(piece: Piece, link: str | None) -> str:
    if piece.address:
        return f"<{link}>" if link else ""
    text = _escaped(piece.text)
    if piece.italic:
        # A blank beside an asterisk makes no italics, but a list.
        text = _INSIDE.sub(r"*\g<0>*", text, count=1)
    target = piece.licence or (link if piece.link else None)
    return f"[{text}](<{target}>)" if target else text


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _escape_block(match: "re.Match[str]") -> str:
    return f"{match[1]}\\{match[2]}"


def _rtf(passage: str, credit: CreditLine, link: str | None) -> str:
    line = "".join(_rtf_piece(piece, link) for piece in credit)
    return f"{_RTF_HEAD}\\pard\\li720\\ri720 {_rtf_text(passage)}\\par\\pard {line}\\par}}"


def _rtf_piece(piece: Piece, link: str | None) -> str:
    text = _rtf_text((link or "") if piece.address else piece.text)
    if piece.italic:
        text = f"{{\\i {text}}}"
    target = piece.licence or (link if piece.link or piece.address else None)
    if not target:
        return text
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{_rtf_text(target)}"}}}}{{\\fldrslt{{{text}}}}}}}'


def _rtf_text(text: str) -> str:
    r"""Escape for RTF 1.9: `\\`, braces, and everything beyond ASCII as signed 16-bit `\u` with `?` for old readers."""
    return _RTF.sub(_rtf_sign, text)


def _rtf_sign(match: "re.Match[str]") -> str:
    if match[0] in "\\{}":
        return f"\\{match[0]}"
    raw = match[0].encode("utf-16-le", "surrogatepass")
    units = (int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2))
    return "".join(f"\\u{unit}?" for unit in units)
