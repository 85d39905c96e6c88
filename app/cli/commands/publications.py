"""`pressmark publications`: the places where the user publishes, and what they are."""

import argparse
from dataclasses import asdict, replace

from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.workflows.library import Library
from app.workflows.publications import PublicationView, describe_publication, is_same, publications

COMMERCIAL = {"yes": True, "no": False, "unknown": None}
NAMES = {True: "commercial", False: "not commercial", None: "not said whether commercial"}


def run_publications(given: argparse.Namespace) -> int:
    """Print all publications, after a change of one that one alone."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        known = publications(library)
        if given.name is not None:
            known = (describe_publication(library, _described(given, known)),)
    if given.json:
        say_json({"publications": [asdict(each) for each in known]})
        return DONE
    for each in known:
        say(
            ", ".join(
                part
                for part in (f"{each.name}: {each.medium}", NAMES[each.commercial], each.language, _house_rule(each))
                if part
            )
        )
    return DONE


def _house_rule(each: PublicationView) -> str:
    return f"house rule: at most {each.house_words:,} words of a quotation by law" if each.house_words else ""


def _described(given: argparse.Namespace, known: tuple[PublicationView, ...]) -> PublicationView:
    """Return the publication with what was said of it; the rest stays as it is."""
    found = next((each for each in known if is_same(each.name, given.name)), PublicationView(given.name))
    return replace(
        found,
        medium=given.medium or found.medium,
        commercial=COMMERCIAL[given.commercial] if given.commercial else found.commercial,
        language=given.language or found.language,
        house_words=found.house_words if given.house_limit is None else given.house_limit or None,
    )
