"""The words of the command line."""

import argparse
from typing import TYPE_CHECKING

from app import __version__
from app.cli.authorities_parser import add_authorities, add_recognise
from app.cli.quoting_parser import add_cite, add_draft, add_ledger, add_publications, add_quote, add_strike, add_terms
from app.cli.values import add_json, edtf, natural, positive, within

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
    quoting = (add_quote, add_cite, add_terms, add_strike, add_publications, add_draft, add_ledger)
    naming = (add_authorities, add_recognise)
    for add in (_import, _search, _complete, _similar, _show, *quoting, *naming, _check, _rebuild, _single_file):
        add(commands)
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _import(commands: "_Commands") -> None:
    p = commands.add_parser(
        "import", help="import files and folders", description="Import files and folders; known ones are skipped."
    )
    p.add_argument("paths", nargs="+", metavar="PATH")
    p.add_argument("--jobs", type=positive, metavar="N", help="worker processes (default: one a core)")
    p.add_argument("--report", metavar="FILE.csv", help="write what became of each item as CSV")
    add_json(p)


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
        "--from", dest="first", type=edtf, metavar="DATE", help="from this day, month or year on (2022-03-04, 2022-03, 2022)"
    )
    p.add_argument("--to", dest="last", type=edtf, metavar="DATE", help="up to and with this day, month or year")
    p.add_argument("--undated", action="store_true", help="only articles without a date")
    p.add_argument("--sort", choices=("relevance", "newest", "oldest"), default="relevance")
    p.add_argument("--limit", type=natural, default=10, metavar="N", help="how many hits to show (default 10)")
    p.add_argument(
        "--within", action="append", default=[], type=within, metavar="FACET=TEXT",
        help="of a facet, count only values in whose name this begins a word (person=bli)",
    )  # fmt: skip
    p.add_argument("--facets", action="store_true", help="show counts by person, organisation, place, speaker, source and year")
    add_json(p)


def _complete(commands: "_Commands") -> None:
    p = commands.add_parser("complete", help="tell how a query could go on: words, and names with their counts")
    p.add_argument("text", metavar="QUERY", help="a query whose last word is not finished")
    add_json(p)


def _similar(commands: "_Commands") -> None:
    p = commands.add_parser("similar", help="list the articles most like one")
    p.add_argument("id", type=positive, metavar="ID")
    p.add_argument("--limit", type=natural, default=10, metavar="N", help="how many to show (default 10)")
    add_json(p)


def _show(commands: "_Commands") -> None:
    p = commands.add_parser("show", help="show one article with its terms")
    p.add_argument("id", type=positive, metavar="ID")
    add_json(p)


def _check(commands: "_Commands") -> None:
    add_json(commands.add_parser("check", help="prove that originals, database, index and ledger are whole and agree"))


def _rebuild(commands: "_Commands") -> None:
    add_json(commands.add_parser("rebuild", help="make the search index again from the database"))


def _single_file(commands: "_Commands") -> None:
    for name, what in (
        ("rights", "show the terms read from a file"),
        ("entities", "show the people, organisations and places named in a file"),
        ("quotations", "show the direct speech in a file, with its speakers"),
    ):
        p = commands.add_parser(name, help=what, description=f"{what.capitalize()}; nothing is imported.")
        p.add_argument("file", metavar="FILE")
        add_json(p)
