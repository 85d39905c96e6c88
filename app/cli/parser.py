"""The words of the command line."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from app import __version__
from app.base.dates import EdtfDate, parse_edtf
from app.index.query import FACET_NAMES, FacetName

ARCHIVE_HELP = "the archive's folder (else PRESSMARK_ARCHIVE, else the last opened)"
EPILOG = "Exit codes: 0 done, 1 expected failure, 2 wrong usage, 3 refused by the licence. Pressmark gives no legal advice."


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; each sub-command is in `command`."""
    parser = argparse.ArgumentParser(
        prog="pressmark",
        description="A news archive: import articles, find them, and quote them under their licence.",
        epilog=EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument("--archive", metavar="DIR", help=ARCHIVE_HELP)
    parser.add_argument("--version", action="version", version=f"pressmark {__version__}")
    parser.add_argument(
        "--selftest", action="store_true", help="do the main job in a temporary archive and say whether it worked"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_import, _search, _complete, _similar, _show, _quote, _draft, _ledger, _check, _rebuild, _single_file):
        add(commands)
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _import(commands: "_Commands") -> None:
    p = commands.add_parser(
        "import", help="import files and folders", description="Import files and folders; known ones are skipped."
    )
    p.add_argument("paths", nargs="+", metavar="PATH")
    p.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")
    p.add_argument("--report", metavar="FILE.csv", help="write what became of each item as CSV")
    _json(p)


def _search(commands: "_Commands") -> None:
    p = commands.add_parser(
        "search", help="find articles",
        description="Find articles by words, people, organisations, places, speakers and dates.",
        epilog="Several values of one option mean any of them; different options must all match.",
    )  # fmt: skip
    p.add_argument(
        "query", nargs="*", metavar="QUERY", help='words, "a phrase", OR, NOT, wor*, person:name … (none: everything)'
    )
    for name, what in (
        ("person", "naming this person"), ("organisation", "naming this organisation"), ("place", "naming this place"),
        ("speaker", "quoting this speaker"), ("source", "from this source"),
        ("language", "in this language (code, such as en)"),
    ):  # fmt: skip
        letter = "L" if name == "language" else "N"
        p.add_argument(f"--{name}", action="append", default=[], metavar=letter, help=f"only articles {what}; may be repeated")
    p.add_argument(
        "--from", dest="first", type=_edtf, metavar="DATE", help="from this day, month or year on (2022-03-04, 2022-03, 2022)"
    )
    p.add_argument("--to", dest="last", type=_edtf, metavar="DATE", help="up to and with this day, month or year")
    p.add_argument("--undated", action="store_true", help="only articles without a date")
    p.add_argument("--sort", choices=("relevance", "newest", "oldest"), default="relevance")
    p.add_argument("--limit", type=_natural, default=10, metavar="N", help="how many hits to show (default 10)")
    p.add_argument(
        "--within", action="append", default=[], type=_within, metavar="FACET=TEXT",
        help="of a facet, count only values in whose name this begins a word (person=bli)",
    )  # fmt: skip
    p.add_argument("--facets", action="store_true", help="show counts by person, organisation, place, speaker, source and year")
    _json(p)


def _complete(commands: "_Commands") -> None:
    p = commands.add_parser("complete", help="tell how a query could go on: words, and names with their counts")
    p.add_argument("text", metavar="QUERY", help="a query whose last word is not finished")
    _json(p)


def _similar(commands: "_Commands") -> None:
    p = commands.add_parser("similar", help="list the articles most like one")
    p.add_argument("id", type=_positive, metavar="ID")
    p.add_argument("--limit", type=_natural, default=10, metavar="N", help="how many to show (default 10)")
    _json(p)


def _show(commands: "_Commands") -> None:
    p = commands.add_parser("show", help="show one article with its terms")
    p.add_argument("id", type=_positive, metavar="ID")
    _json(p)


def _quote(commands: "_Commands") -> None:
    p = commands.add_parser("quote", help="hand out a quotation under the article's terms, and record it")
    p.add_argument("id", type=_positive, metavar="ID")
    passage = p.add_mutually_exclusive_group(required=True)
    passage.add_argument("--text", metavar="PASSAGE", help="the passage, as it stands in the article")
    passage.add_argument("--span", type=_span, metavar="START:END", help="the passage, in code points of the body")
    p.add_argument("--publication", required=True, metavar="NAME", help="where you publish; allowances add up per publication")
    p.add_argument("--medium", metavar="M", help="website (default), print, broadcast, social, newsletter …")
    p.add_argument("--url", help="the article's address, where it is missing; kept as given by you")
    p.add_argument("--style", default="dash", metavar="NAME", help="citation style (default: dash)")
    p.add_argument("--format", choices=("plain", "html", "markdown", "rtf"), default="plain")
    p.add_argument(
        "--basis", choices=("licence", "statutory", "permission", "public_domain", "own_work", "private_study"),
        help="what the quotation rests on (default: the article's licence where it allows quoting)",
    )  # fmt: skip
    p.add_argument("--reason", metavar="TEXT", help="why another basis applies; kept in the ledger")
    _json(p)


def _draft(commands: "_Commands") -> None:
    p = commands.add_parser(
        "draft", help="check a text that quotes from the archive",
        description="Find what a draft takes from the archive, and whether it is marked, attributed, linked and within the terms. "
        "Nothing is recorded. Exit code 3 when something goes against the terms.",
    )  # fmt: skip
    p.add_argument("file", metavar="FILE", help="the draft: text, Markdown, HTML or Word (.docx)")
    p.add_argument(
        "--publication", default="", metavar="NAME", help="where it will appear; what was quoted there before counts"
    )
    _json(p)


def _ledger(commands: "_Commands") -> None:
    p = commands.add_parser("ledger", help="list or verify what was handed out")
    p.add_argument("action", nargs="?", choices=("verify",), help="verify: prove that no row was changed, moved or removed")
    p.add_argument("--publication", metavar="NAME")
    p.add_argument("--csv", metavar="FILE", help="write the rows as CSV")
    _json(p)


def _check(commands: "_Commands") -> None:
    _json(commands.add_parser("check", help="prove that originals, database, index and ledger are whole and agree"))


def _rebuild(commands: "_Commands") -> None:
    _json(commands.add_parser("rebuild", help="make the search index again from the database"))


def _single_file(commands: "_Commands") -> None:
    for name, what in (
        ("rights", "show the terms read from a file"),
        ("entities", "show the people, organisations and places named in a file"),
        ("quotations", "show the direct speech in a file, with its speakers"),
    ):
        p = commands.add_parser(name, help=what, description=f"{what.capitalize()}; nothing is imported.")
        p.add_argument("file", metavar="FILE")
        _json(p)


def _within(text: str) -> tuple[FacetName, str]:
    name, _, typed = text.partition("=")
    for known in FACET_NAMES:
        if name == known and typed.strip():
            return known, typed
    raise argparse.ArgumentTypeError(f"{text!r} is not FACET=TEXT; facets are {', '.join(FACET_NAMES)}")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _natural(text: str) -> int:
    return _number(text, least=0)


def _positive(text: str) -> int:
    return _number(text, least=1)


def _number(text: str, *, least: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18 or int(text) < least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} on")
    return int(text)


def _span(text: str) -> tuple[int, int]:
    start, colon, end = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(f"{text!r} is not START:END")
    first, last = _natural(start), _natural(end)
    if last <= first:
        raise argparse.ArgumentTypeError(f"{text!r} ends before it starts")
    return first, last


def _edtf(text: str) -> EdtfDate:
    try:
        found = parse_edtf(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2022-03-04, 2022-03 or 2022") from None
    if date.min in (found.first, found.last) or date.max in (found.first, found.last):
        raise argparse.ArgumentTypeError(f"{text!r} has an open end; leave out --from or --to instead")
    return found
