"""The words of the commands on names: authorities and its actions, recognise."""

import argparse
from typing import TYPE_CHECKING

from app.cli.values import add_json, natural, positive, span

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

KINDS = ("person", "organisation", "place")
STATUSES = ("auto", "confirmed", "rejected")
RECORD_HELP = "a record: its number, or its whole name where only one has it"
DESCRIPTION = (
    "Authority records: one for each person, organisation and place. Every decision is logged, takes effect at once, is kept when names are "
    "recognised again, and can be undone."
)
FORMATS = "CSV, or SKOS as JSON-LD for a FILE that ends in .jsonld or .json"


def add_authorities(commands: "Commands") -> None:
    """Add `authorities` with its actions."""
    p = commands.add_parser("authorities", help="list and correct persons, organisations and places", description=DESCRIPTION)
    actions = p.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for add in (
        _list,
        _show,
        _suggest,
        _merge,
        _split,
        _rename,
        _kind,
        _reject,
        _confirm,
        _ids,
        _always,
        _mention,
        _speaker,
        _undo,
        _log,
        _files,
    ):
        add(actions)


def add_recognise(commands: "Commands") -> None:
    """Add `recognise`."""
    p = commands.add_parser(
        "recognise", help="recognise names and speakers again, after an update of Pressmark",
        description="Recognise names and speakers again. What people decided stays, texts do not change. When it is stopped, the same "
        "command goes on from there.",
    )  # fmt: skip
    which = p.add_mutually_exclusive_group()
    which.add_argument("--outdated", action="store_true", help="only articles that other rules or another model read (default)")
    which.add_argument("--all", action="store_true", help="all articles")
    p.add_argument("--jobs", type=positive, metavar="N", help="worker processes (default: one a core)")
    add_json(p)


def _action(actions: "Commands", name: str, what: str, *, record: bool = False) -> argparse.ArgumentParser:
    p = actions.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    if record:
        p.add_argument("record", metavar="RECORD", help=RECORD_HELP)
    add_json(p)
    return p


def _list(actions: "Commands") -> None:
    p = _action(actions, "list", "list the records that were confirmed or that two articles name")
    p.add_argument("text", nargs="?", default="", metavar="TEXT", help="only records with names that hold these words")
    p.add_argument("--kind", choices=KINDS)
    p.add_argument("--status", choices=STATUSES, help="only records of this status; rejected ones are listed only so")
    p.add_argument("--all", action="store_true", help="also records that one article alone names")
    p.add_argument("--limit", type=natural, metavar="N", help="how many to list (default: all)")


def _show(actions: "Commands") -> None:
    _action(actions, "show", "show all that is known of a record", record=True)


def _suggest(actions: "Commands") -> None:
    p = _action(actions, "suggest", "list records that may be one, with the reason; merge them, or decline for good")
    p.add_argument("--kind", choices=KINDS)
    p.add_argument("--limit", type=natural, default=50, metavar="N", help="how many to list (default 50)")
    p.add_argument(
        "--decline", nargs=2, metavar="RECORD", help="say that these two are not one; they are never suggested again"
    )


def _merge(actions: "Commands") -> None:
    p = _action(actions, "merge", "make two records one", record=True)
    p.add_argument("into", metavar="INTO", help="the record whose name stays")


def _split(actions: "Commands") -> None:
    p = _action(actions, "split", "give some articles or some names of a record to another one", record=True)
    p.add_argument("--article", action="append", type=positive, default=[], metavar="ID", help="this article; may be repeated")
    p.add_argument("--variant", action="append", default=[], metavar="NAME", help="what is printed so; may be repeated")
    target = p.add_mutually_exclusive_group()
    target.add_argument("--to", metavar="RECORD", help="the record that gets them (default: a new one)")
    target.add_argument("--name", default="", metavar="NAME", help="the name of the new record")


def _rename(actions: "Commands") -> None:
    p = _action(actions, "rename", "change the name under which a record is shown; the old one stays a variant", record=True)
    p.add_argument("name", metavar="NAME")


def _kind(actions: "Commands") -> None:
    p = _action(actions, "kind", "say that a record is a person, an organisation or a place", record=True)
    p.add_argument("kind", choices=KINDS)


def _reject(actions: "Commands") -> None:
    p = _action(actions, "reject", "say that a name is no entity: anywhere, in one article, or at one place")
    p.add_argument("record", nargs="?", metavar="RECORD", help=f"{RECORD_HELP}; not needed with --span")
    p.add_argument("--article", type=positive, metavar="ID", help="in this article alone")
    p.add_argument("--span", type=span, metavar="START:END", help="at this place of the article's body alone")


def _confirm(actions: "Commands") -> None:
    _action(actions, "confirm", "say that a record is right: it is listed, and its names are matched first", record=True)


def _ids(actions: "Commands") -> None:
    p = _action(actions, "ids", "state identifiers, dates, titles, a note or further names of a record", record=True)
    for scheme, example in (
        ("wikidata", "Q42"), ("viaf", "113230702"), ("gnd", "118540238"), ("lcnaf", "n79021164"), ("isni", "0000000121032683"),
    ):  # fmt: skip
        p.add_argument(f"--{scheme}", metavar="ID", help=f"as {example}, or its address; an empty one takes it away")
    p.add_argument("--dates", metavar="DATES", help="of life or existence, such as 1903–1950")
    p.add_argument("--titles", metavar="TITLES", help="separated by ;")
    p.add_argument("--note", metavar="TEXT")
    p.add_argument("--add-name", action="append", default=[], metavar="NAME", help="a further name; may be repeated")
    p.add_argument("--remove-name", action="append", default=[], metavar="NAME", help="not a name of it; may be repeated")


def _always(actions: "Commands") -> None:
    p = _action(actions, "always", "say what a text always means; it is matched first and overrides recognition")
    p.add_argument("text", metavar="TEXT")
    _target(p)


def _mention(actions: "Commands") -> None:
    p = _action(actions, "mention", "say whom or what a passage of an article names")
    p.add_argument("article", type=positive, metavar="ID")
    p.add_argument("--span", type=span, required=True, metavar="START:END", help="the passage, in code points of the body")
    _target(p)
    p.add_argument("--name", default="", metavar="NAME", help="the whole name (default: the passage)")


def _speaker(actions: "Commands") -> None:
    p = _action(actions, "speaker", "say who speaks in a quotation of an article")
    p.add_argument("article", type=positive, metavar="ID")
    p.add_argument("--span", type=span, required=True, metavar="START:END", help="a place inside the quotation")
    who = p.add_mutually_exclusive_group(required=True)
    who.add_argument("--record", metavar="RECORD", help=RECORD_HELP)
    who.add_argument("--nobody", action="store_true", help="nobody who is known")


def _target(p: argparse.ArgumentParser) -> None:
    target = p.add_mutually_exclusive_group(required=True)
    target.add_argument("--record", metavar="RECORD", help=RECORD_HELP)
    target.add_argument("--kind", choices=KINDS, help="the record of this kind with that name, made if there is none")


def _undo(actions: "Commands") -> None:
    p = _action(actions, "undo", "take a decision back, whatever came after it; an undoing can be undone too")
    p.add_argument("decision", type=positive, metavar="DECISION", help="its number, as the log tells it")


def _log(actions: "Commands") -> None:
    p = _action(actions, "log", "list the decisions, the newest first")
    p.add_argument("--record", metavar="RECORD", help=f"only decisions about it ({RECORD_HELP})")
    p.add_argument("--article", type=positive, metavar="ID", help="only decisions on this article alone")
    p.add_argument("--limit", type=natural, default=50, metavar="N", help="how many to list (default 50)")


def _files(actions: "Commands") -> None:
    p = _action(actions, "export", f"write the authority list into a file: {FORMATS}")
    p.add_argument("file", metavar="FILE")
    p.add_argument("--all", action="store_true", help="also records that one article alone names")
    p = _action(actions, "import", f"read an authority list from a file: {FORMATS}; nothing is merged")
    p.add_argument("file", metavar="FILE")
