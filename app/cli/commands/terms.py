"""`pressmark terms`: the terms of an article, confirmed or put in words once for its source, or exported."""

import argparse

from app.cli.commands.single_file import print_rights, rights_as_json
from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.messages import sentence
from app.messages.terms import NOT_ADVICE
from app.rights import odrl, schema_org
from app.workflows.library import Library
from app.workflows.terms import confirm_terms, reword_terms, target_of, terms_of


def run_terms(given: argparse.Namespace) -> int:
    """Print the terms, after a change those that hold now."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        changed = None
        if given.confirm:
            changed = confirm_terms(library, given.id)
        elif given.words is not None:
            changed = reword_terms(library, given.id, given.words)
        statement, target = terms_of(library, given.id), target_of(library, given.id)
    if given.export:
        say_json(odrl(statement, target) if given.export == "odrl" else schema_org(statement, target))
    elif given.json:
        say_json({"article": given.id, "changed": changed, "rights": rights_as_json(statement)})
    else:
        if changed is not None:
            say(sentence("terms-confirmed", {"count": changed}))
        print_rights(statement)
        say(NOT_ADVICE)
    return DONE
