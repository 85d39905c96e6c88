"""The words of the commands on quoting: quote, cite, terms, strike, publications, draft, ledger."""

import argparse
from typing import TYPE_CHECKING

from app.cli.values import add_json, edtf, natural, positive, span
from app.model.rights import PURPOSES

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

BASES = ("licence", "statutory", "permission", "public_domain", "own_work", "private_study")


def add_quote(commands: "Commands") -> None:
    """Add `quote`."""
    p = commands.add_parser("quote", help="hand out a quotation under the article's terms, and record it")
    p.add_argument("id", type=positive, metavar="ID")
    passage = p.add_mutually_exclusive_group(required=True)
    several = "; several of them become one quotation with […]"
    passage.add_argument(
        "--text", action="append", metavar="PASSAGE", help=f"the passage, as it stands in the article{several}"
    )
    passage.add_argument(
        "--span", type=span, action="append", metavar="START:END", help=f"the passage, in code points of the body{several}"
    )
    p.add_argument("--publication", required=True, metavar="NAME", help="where you publish; allowances add up per publication")
    p.add_argument("--medium", metavar="M", help="website (default), print, broadcast, social, newsletter …")
    p.add_argument("--url", help="the article's address, where it is missing; kept as given by you")
    p.add_argument("--style", default="dash", metavar="NAME", help="citation style (default: dash)")
    p.add_argument("--format", choices=("plain", "html", "markdown", "rtf"), default="plain")
    p.add_argument(
        "--plain", action="store_true", help="copy the words alone, without marks, source and link; they count all the same"
    )
    p.add_argument(
        "--basis", choices=BASES, help="what the quotation rests on (default: the article's licence where it allows quoting)"
    )
    p.add_argument("--purpose", choices=PURPOSES, help="what the passage is for, where the terms allow it for that alone")
    p.add_argument("--reason", metavar="TEXT", help="why another basis applies; kept in the ledger")
    add_json(p)


def add_cite(commands: "Commands") -> None:
    """Add `cite`."""
    p = commands.add_parser(
        "cite",
        help="print references to articles, without quoting",
        description="References hold no quoted text, so no limit concerns them.",
    )
    p.add_argument("ids", nargs="+", type=positive, metavar="ID")
    form = p.add_mutually_exclusive_group()
    form.add_argument("--style", default="dash", metavar="NAME", help="citation style (default: dash)")
    form.add_argument("--export", choices=("bibtex", "ris", "csl"), help="for other programs: BibTeX, RIS or CSL-JSON")
    p.add_argument("--output", metavar="FILE", help="write to a file")
    add_json(p)


def add_terms(commands: "Commands") -> None:
    """Add `terms`."""
    p = commands.add_parser(
        "terms", help="show, confirm or put in words the terms of an article",
        description="What is confirmed or put in words holds for all articles of the source with the same notice, also for later ones. "
        "Pressmark gives no legal advice.",
    )  # fmt: skip
    p.add_argument("id", type=positive, metavar="ID")
    change = p.add_mutually_exclusive_group()
    change.add_argument("--confirm", action="store_true", help="you looked at the terms, and they are right")
    change.add_argument("--as", dest="words", metavar="WORDS", help="say in words, as a notice would, what the terms are")
    change.add_argument("--export", choices=("odrl", "schema.org"), help="print the terms for other programs, as JSON-LD")
    add_json(p)


def add_strike(commands: "Commands") -> None:
    """Add `strike`."""
    p = commands.add_parser(
        "strike", help="list the paragraphs of an article, or say which are not its text",
        description="A paragraph that is struck out is not counted where terms allow a part of the entire text. Quoting it counts all the same.",
    )  # fmt: skip
    p.add_argument("id", type=positive, metavar="ID")
    p.add_argument(
        "paragraphs", nargs="*", type=positive, metavar="PARAGRAPH", help="number of a paragraph that is no part of the text"
    )
    p.add_argument("--undo", action="store_true", help="count these paragraphs again")
    add_json(p)


def add_publications(commands: "Commands") -> None:
    """Add `publications`."""
    p = commands.add_parser("publications", help="list the places where you publish, or say what one is")
    p.add_argument("name", nargs="?", metavar="NAME", help="make or change this one")
    p.add_argument("--medium", metavar="M", help="website, print, broadcast, social, newsletter, book, app")
    p.add_argument("--commercial", choices=("yes", "no", "unknown"), help="whether it is commercial; some terms forbid that")
    p.add_argument(
        "--house-limit",
        type=natural,
        metavar="WORDS",
        help="your house's own rule for quotations by law; no law names a number (0: no rule)",
    )
    p.add_argument("--language", metavar="L", help="the language whose quotation marks it uses (code, such as en)")
    add_json(p)


def add_draft(commands: "Commands") -> None:
    """Add `draft`."""
    p = commands.add_parser(
        "draft", help="check a text that quotes from the archive",
        description="Find what a draft takes from the archive, and whether it is marked, attributed, linked and within the terms. "
        "Nothing is recorded. Exit code 3 when something goes against the terms.",
    )  # fmt: skip
    p.add_argument("file", metavar="FILE", help="the draft: text, Markdown, HTML or Word (.docx)")
    p.add_argument(
        "--publication", default="", metavar="NAME", help="where it will appear; what was quoted there before counts"
    )
    p.add_argument("--html", metavar="FILE", help="write what was found as a page")
    add_json(p)


def add_ledger(commands: "Commands") -> None:
    """Add `ledger`."""
    p = commands.add_parser(
        "ledger", help="list, report or verify what was handed out",
        description="Without an action the excerpts are listed, or written as a report. Pressmark gives no legal advice.",
    )  # fmt: skip
    p.add_argument(
        "action", nargs="?", choices=("verify", "publish", "release"),
        help="verify: prove that no row was changed, moved or removed; publish: record where an excerpt was published (--url); "
        "release: give back an excerpt that was not used",
    )  # fmt: skip
    p.add_argument(
        "excerpt", nargs="?", type=positive, metavar="EXCERPT", help="the excerpt's number, with publish and release"
    )
    p.add_argument("--url", help="where it was published")
    p.add_argument("--publication", metavar="NAME", help="only excerpts for this publication")
    p.add_argument("--article", type=positive, metavar="ID", help="only excerpts of this article")
    p.add_argument("--from", dest="first", type=edtf, metavar="DATE", help="handed out from this day, month or year on (UTC)")
    p.add_argument(
        "--to", dest="last", type=edtf, metavar="DATE", help="handed out up to and with this day, month or year (UTC)"
    )
    p.add_argument("--csv", metavar="FILE", help="write the rows as CSV")
    p.add_argument("--html", metavar="FILE", help="write the report as a page")
    add_json(p)
